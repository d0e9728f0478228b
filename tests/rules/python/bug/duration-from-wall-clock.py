import time
from datetime import datetime


def run(job):
    start = time.time()
    job.run()
    return time.time() - start  # finds: python.bug.duration-from-wall-clock


def wait(job, timeout):
    begun = time.time()
    while not job.done():
        if time.time() - begun > timeout:  # finds: python.bug.duration-from-wall-clock
            raise TimeoutError


def careful(job):
    start = time.monotonic()
    job.run()
    return time.monotonic() - start  # ok: python.bug.duration-from-wall-clock


def age(path):
    return time.time() - path.stat().st_mtime  # ok: python.bug.duration-from-wall-clock


def since(row):
    return time.time() - row.created  # ok: python.bug.duration-from-wall-clock


def days(job):
    start = datetime.now()
    job.run()
    return datetime.now() - start  # missing: python.bug.duration-from-wall-clock
