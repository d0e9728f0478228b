import asyncio


async def start(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.create_task(poll())  # finds: python.maintainability.task-outside-a-group
    loop.create_task(poll())  # finds: python.maintainability.task-outside-a-group
    async with asyncio.TaskGroup() as group:  # ok: python.maintainability.task-outside-a-group
        group.create_task(poll())  # ok: python.maintainability.task-outside-a-group
    await asyncio.sleep(1)  # ok: python.maintainability.task-outside-a-group


def main() -> None:
    asyncio.run(poll())  # finds: python.maintainability.task-outside-a-group


def by_name() -> None:
    create_task(poll())  # missing: python.maintainability.task-outside-a-group
