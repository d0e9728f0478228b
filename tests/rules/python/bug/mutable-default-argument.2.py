from typing import Annotated

from fastapi import Query


def names(users, hidden=[]):  # ok: python.bug.mutable-default-argument
    return [user.name for user in users if user.name not in hidden]


def headers(extra={}):  # ok: python.bug.mutable-default-argument
    return {"Accept": "text/html", **extra}


def option(name, defaults={}, fallback=None):  # ok: python.bug.mutable-default-argument
    if defaults:
        return defaults.get(name, fallback)
    return fallback


def totals(orders, rates={}):  # ok: python.bug.mutable-default-argument
    for order in orders:
        yield order.amount * rates[order.currency]


def remember(name, seen={}):  # finds: python.bug.mutable-default-argument
    seen[name] = True
    return len(seen)


def visited(page, pages=[]):  # finds: python.bug.mutable-default-argument
    for other in pages:
        print(other)
    return pages


class Client:
    def __init__(self, host, headers={}):  # finds: python.bug.mutable-default-argument
        self.headers = headers
        print(headers.get("Accept"))

    def call(self, path, params={}):  # finds: python.bug.mutable-default-argument
        return self.session.get(path, params=params)


async def search(
    sorts: Annotated[list[str], Query()] = [],  # ok: python.bug.mutable-default-argument
    tags: list[str] = [],  # finds: python.bug.mutable-default-argument
):
    tags.append("all")
    return sorts, tags


class Reader:
    def read(self, path, options={}):  # finds: python.bug.mutable-default-argument
        pass


def properties(guid, attributes=[]):  # ok: python.bug.mutable-default-argument
    if attributes == []:
        attributes = all_of(guid)
    for attribute in attributes:
        print(attribute)


def compose(host, options={}):  # ok: python.bug.mutable-default-argument
    if host or options:
        return ",".join(options)
    return ""
