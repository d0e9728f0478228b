import asyncio
import atexit
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial


def start(job, pool: ThreadPoolExecutor):
    threading.Thread(target=job.run()).start()  # finds: python.bug.callback-called-at-once
    atexit.register(job.close())  # finds: python.bug.callback-called-at-once
    threading.Timer(5, job.stop()).start()  # finds: python.bug.callback-called-at-once
    return pool.submit(work(job))  # finds: python.bug.callback-called-at-once


async def load(path):
    return await asyncio.to_thread(read(path))  # finds: python.bug.callback-called-at-once


def careful(job, pool):
    threading.Thread(target=job.run, args=(1,)).start()  # ok: python.bug.callback-called-at-once
    threading.Thread(target=partial(work, job)).start()  # ok: python.bug.callback-called-at-once
    signal.signal(signal.SIGTERM, make_handler(job))  # ok: python.bug.callback-called-at-once
    atexit.register(job.close)  # ok: python.bug.callback-called-at-once
    return pool.submit(work, job)  # ok: python.bug.callback-called-at-once


def method(page):
    page.locator.submit(work(page))  # ok: python.bug.callback-called-at-once


def chosen(registry, name):
    threading.Thread(target=registry.lookup(name)).start()  # spurious: python.bug.callback-called-at-once


def positional(job):
    threading.Thread(None, job.run()).start()  # missing: python.bug.callback-called-at-once
