import json
import socket


def settings(path):
    file = open(path, encoding="utf-8")  # finds: python.bug.file-left-open
    return json.load(file)


def names(path):
    file = open(path)  # finds: python.bug.file-left-open
    result = []
    for line in file:
        result.append(line.strip())
    return result


def ping(host):
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)  # finds: python.bug.file-left-open
    client.connect((host, 7))
    client.sendall(b"ping")
    return client.recv(4)


def closed(path):
    file = open(path)  # ok: python.bug.file-left-open
    try:
        return file.read()
    finally:
        file.close()


def scoped(path):
    with open(path) as file:  # ok: python.bug.file-left-open
        return file.read()


def later(path):
    file = open(path)  # ok: python.bug.file-left-open
    with file:
        return file.read()


def opened(path):
    file = open(path)  # ok: python.bug.file-left-open
    file.seek(10)
    return file


class Journal:
    def __init__(self, path):
        file = open(path, "a")  # ok: python.bug.file-left-open
        self.file = file

    def reopen(self, path):
        self.file = open(path, "a")  # ok: python.bug.file-left-open


def handed_on(path, upload):
    file = open(path, "rb")  # ok: python.bug.file-left-open
    return upload(file)


def at_once(path):
    return open(path).read()  # missing: python.bug.file-left-open
