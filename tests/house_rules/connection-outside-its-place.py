import socket
import urllib.request

import httpx


def fetch(url: str) -> bytes:
    return urllib.request.urlopen(url).read()  # finds: python.maintainability.connection-outside-its-place


def client() -> httpx.Client:
    return httpx.Client(timeout=10)  # finds: python.maintainability.connection-outside-its-place


def listen() -> socket.socket:
    return socket.socket()  # finds: python.maintainability.connection-outside-its-place


def ask(client: httpx.Client, url: str) -> httpx.Response:
    return client.get(url)  # ok: python.maintainability.connection-outside-its-place


def host_of(url: str) -> str | None:
    return urllib.parse.urlsplit(url).hostname  # ok: python.maintainability.connection-outside-its-place


def by_name(url: str) -> bytes:
    opener = urllib.request.URLopener()
    return opener.open(url).read()  # missing: python.maintainability.connection-outside-its-place
