import asyncio


class Poller:
    async def refresh(self):
        asyncio.sleep(1)  # finds: python.bug.coroutine-never-awaited
        self.store()  # finds: python.bug.coroutine-never-awaited
        await asyncio.sleep(1)  # ok: python.bug.coroutine-never-awaited
        await self.store()  # ok: python.bug.coroutine-never-awaited

    async def store(self):
        await asyncio.to_thread(write, self.rows)

    def start(self):
        task = self.store()  # ok: python.bug.coroutine-never-awaited
        self.log("started")  # ok: python.bug.coroutine-never-awaited
        asyncio.create_task(task)

    def log(self, text):
        print(text)

    def close(self):
        asyncio.get_running_loop().create_task(self.store())  # ok: python.bug.coroutine-never-awaited
        self.store()  # finds: python.bug.coroutine-never-awaited


class Worker(Poller):
    def run(self):
        self.store()  # missing: python.bug.coroutine-never-awaited


async def main(poller):
    asyncio.wait_for(poller.refresh(), timeout=5)  # finds: python.bug.coroutine-never-awaited
