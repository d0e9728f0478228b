import asyncio


async def report():
    return asyncio.run(load())  # finds: python.bug.event-loop-inside-event-loop


async def older():
    loop = asyncio.new_event_loop()
    return loop.run_until_complete(load())  # finds: python.bug.event-loop-inside-event-loop


def main():
    asyncio.run(load())  # ok: python.bug.event-loop-inside-event-loop


async def in_thread():
    def work():
        return asyncio.run(load())  # ok: python.bug.event-loop-inside-event-loop

    await asyncio.to_thread(lambda: asyncio.run(load()))  # ok: python.bug.event-loop-inside-event-loop
    return await asyncio.to_thread(work)


async def load():
    return await asyncio.sleep(0, 1)


async def other(command):
    return subprocess.run(command)


async def imported():
    from asyncio import run

    return run(load())  # missing: python.bug.event-loop-inside-event-loop
