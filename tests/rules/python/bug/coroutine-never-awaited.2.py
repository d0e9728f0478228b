import asyncio
import functools

from shop.mail import deliver, send_later


async def notify(user):
    await deliver(user.mail, "Welcome")


async def audit(event):
    print(event)


async def send_later(message):
    await asyncio.sleep(60)
    await deliver(message)


@functools.lru_cache
async def rates():
    return await fetch("/rates")


@app.post("/users")
async def register(user):
    notify(user)  # finds: python.bug.coroutine-never-awaited
    await audit("registered")  # ok: python.bug.coroutine-never-awaited
    rates()  # ok: python.bug.coroutine-never-awaited
    send_later("hello")  # ok: python.bug.coroutine-never-awaited
    return audit(user)  # ok: python.bug.coroutine-never-awaited


def on_signal(signum, frame):
    audit(signum)  # finds: python.bug.coroutine-never-awaited
    asyncio.run(audit(signum))  # ok: python.bug.coroutine-never-awaited


def replay(events, audit):
    for event in events:
        audit(event)  # ok: python.bug.coroutine-never-awaited


async def work(queue):
    async def drain():
        while not queue.empty():
            await queue.get()

    drain()  # finds: python.bug.coroutine-never-awaited
    pending = [drain()]  # ok: python.bug.coroutine-never-awaited
    await asyncio.gather(*pending, drain())  # ok: python.bug.coroutine-never-awaited


async def main():
    register(User())  # finds: python.bug.coroutine-never-awaited
    if True:
        main_loop()  # ok: python.bug.coroutine-never-awaited


class Server:
    def main_loop(self):
        pass

    @staticmethod
    async def load():
        await fetch("/")

    @classmethod
    async def start(cls):
        cls.load()  # finds: python.bug.coroutine-never-awaited

    async def stop(self):
        await self.drain()

    async def notify(self):
        await notify(self)  # ok: python.bug.coroutine-never-awaited


def serve():
    server = Server()
    server.stop()  # finds: python.bug.coroutine-never-awaited
    server.main_loop()  # ok: python.bug.coroutine-never-awaited
    asyncio.run(server.stop())  # ok: python.bug.coroutine-never-awaited
