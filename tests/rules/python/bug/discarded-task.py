import asyncio

background = set()


async def serve(queue, audit):
    asyncio.create_task(audit(queue))  # finds: python.bug.discarded-task
    asyncio.ensure_future(audit(queue))  # finds: python.bug.discarded-task
    loop = asyncio.get_running_loop()
    loop.create_task(audit(queue))  # finds: python.bug.discarded-task


async def serve_well(queue, audit):
    task = asyncio.create_task(audit(queue))  # ok: python.bug.discarded-task
    background.add(task)
    await asyncio.create_task(audit(queue))  # ok: python.bug.discarded-task
    async with asyncio.TaskGroup() as group:
        group.create_task(audit(queue))  # ok: python.bug.discarded-task
    return asyncio.create_task(audit(queue))  # ok: python.bug.discarded-task
