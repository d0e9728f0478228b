import asyncio
import os
import socket
from http.server import HTTPServer

from shop import app, handle


def main():
    app.run(host="0.0.0.0", port=8000)  # finds: python.security.listens-on-all-interfaces
    HTTPServer(("0.0.0.0", 8000), handle).serve_forever()  # finds: python.security.listens-on-all-interfaces


def raw():
    server = socket.socket()
    server.bind(("", 9000))  # finds: python.security.listens-on-all-interfaces
    return server


async def serve():
    await asyncio.start_server(handle, "0.0.0.0", 9000)  # finds: python.security.listens-on-all-interfaces


def local():
    app.run(host="127.0.0.1")  # ok: python.security.listens-on-all-interfaces
    app.run(host=os.environ.get("HOST", "127.0.0.1"))  # ok: python.security.listens-on-all-interfaces
    server = socket.socket()
    server.bind(("127.0.0.1", 9000))  # ok: python.security.listens-on-all-interfaces
    subprocess.run(["ip", "route", "0.0.0.0"])
    return is_public("0.0.0.0")  # ok: python.security.listens-on-all-interfaces


HOST = "0.0.0.0"


def named():
    app.run(host=HOST)  # missing: python.security.listens-on-all-interfaces


def free_port():
    with socket.socket() as probe:
        probe.bind(("", 0))  # ok: python.security.listens-on-all-interfaces
        return probe.getsockname()[1]
