import asyncio
import subprocess
import time
import urllib.request

import requests


async def poll(address, command):
    requests.get(address, timeout=3)  # finds: python.performance.blocking-call-in-coroutine
    urllib.request.urlopen(address)  # finds: python.performance.blocking-call-in-coroutine
    subprocess.run(command, check=True)  # finds: python.performance.blocking-call-in-coroutine
    time.sleep(1)  # finds: python.performance.blocking-call-in-coroutine
    await asyncio.sleep(1)  # ok: python.performance.blocking-call-in-coroutine
    await asyncio.to_thread(requests.get, address)  # ok: python.performance.blocking-call-in-coroutine

    def blocking():
        time.sleep(1)  # ok: python.performance.blocking-call-in-coroutine

    await asyncio.to_thread(blocking)


def wait(address):
    time.sleep(1)  # ok: python.performance.blocking-call-in-coroutine
    return requests.get(address, timeout=3)  # ok: python.performance.blocking-call-in-coroutine
