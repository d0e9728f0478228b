import json
import os

LIMIT = 10
seen = set()


def read(path):
    with open(path) as file:
        values = json.load(file)  # finds: python.bug.name-used-before-assignment
    json = values.get("json")
    return json


def limit(values):
    kept = values[:LIMIT]  # finds: python.bug.name-used-before-assignment
    LIMIT = len(kept)
    return kept, LIMIT


def count():
    global LIMIT
    print(LIMIT)  # ok: python.bug.name-used-before-assignment
    LIMIT = LIMIT + 1


def folder(path):
    os_name = os.name  # ok: python.bug.name-used-before-assignment
    return os_name, path


def remember(value):
    seen.add(value)  # ok: python.bug.name-used-before-assignment
    return len(seen)
