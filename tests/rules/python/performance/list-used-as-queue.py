import sys
from collections import deque


def walk(root):
    pending = [root]
    while pending:
        node = pending.pop(0)  # finds: python.performance.list-used-as-queue
        pending.extend(node.children)


def backwards(rows):
    result = []
    for row in rows:
        result.insert(0, row)  # missing: python.performance.list-used-as-queue
    return result


def drain(jobs):
    while len(jobs) > 0:
        jobs += jobs.pop(0).run()  # finds: python.performance.list-used-as-queue


def words(bits):
    while bits:
        option = bits.pop(0)  # ok: python.performance.list-used-as-queue
        yield option


def careful(root, arguments):
    pending = deque([root])
    while pending:
        pending.extend(pending.popleft().children)  # ok: python.performance.list-used-as-queue
    stack = [root]
    while stack:
        stack.extend(stack.pop().children)  # ok: python.performance.list-used-as-queue
    sys.path.insert(0, "/srv")  # ok: python.performance.list-used-as-queue
    return arguments.pop(0)  # ok: python.performance.list-used-as-queue


def by_state(jobs):
    while True:
        if not jobs:
            break
        jobs.append(jobs.pop(0).run())  # finds: python.performance.list-used-as-queue
