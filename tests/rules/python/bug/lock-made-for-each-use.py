import asyncio
import threading

LOCK = threading.Lock()


def count(counter):
    with threading.Lock():  # finds: python.bug.lock-made-for-each-use
        counter.value += 1
    with LOCK:  # ok: python.bug.lock-made-for-each-use
        counter.value += 1


async def fetch(urls):
    async with asyncio.Semaphore(4):  # finds: python.bug.lock-made-for-each-use
        return [await get(url) for url in urls]


class Store:
    def __init__(self):
        self.lock = threading.RLock()  # ok: python.bug.lock-made-for-each-use

    def put(self, key, value):
        with self.lock:  # ok: python.bug.lock-made-for-each-use
            self.rows[key] = value


def local(counter):
    lock = threading.Lock()
    with lock:  # missing: python.bug.lock-made-for-each-use
        counter.value += 1
