import asyncio
import os
import subprocess
from subprocess import run


def log() -> bytes:
    return subprocess.run(["git", "log"], capture_output=True, check=True).stdout  # finds: python.maintainability.process-outside-its-place


def replace_self(program: str) -> None:
    os.execv(program, [program])  # finds: python.maintainability.process-outside-its-place


async def start(program: str) -> None:
    await asyncio.create_subprocess_exec(program)  # finds: python.maintainability.process-outside-its-place


def watch(process: subprocess.Popen[bytes]) -> int:  # ok: python.maintainability.process-outside-its-place
    return process.wait()  # ok: python.maintainability.process-outside-its-place


def place(folder: str) -> str:
    return os.path.join(folder, "git")  # ok: python.maintainability.process-outside-its-place


def run_job(job: Job) -> None:
    job.run()  # ok: python.maintainability.process-outside-its-place


def by_name() -> None:
    run(["git", "log"], check=True)  # missing: python.maintainability.process-outside-its-place
