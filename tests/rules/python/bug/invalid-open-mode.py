from pathlib import Path


def reopen(path, mode):
    first = open(path, "rw")  # finds: python.bug.invalid-open-mode
    second = open(path, mode="wa")  # finds: python.bug.invalid-open-mode
    third = Path("x").open("rwb")  # finds: python.bug.invalid-open-mode
    fourth = open(path, "rb+")  # ok: python.bug.invalid-open-mode
    fifth = open(path, "x")  # ok: python.bug.invalid-open-mode
    return first, second, third, fourth, fifth, open(path, mode)  # ok: python.bug.invalid-open-mode
