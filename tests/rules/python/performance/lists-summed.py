from itertools import chain


def rows(pages, numbers):
    one = sum(pages, [])  # finds: python.performance.lists-summed
    two = sum((page.rows for page in pages), start=[])  # finds: python.performance.lists-summed
    three = list(chain.from_iterable(pages))  # ok: python.performance.lists-summed
    four = sum(numbers, 0)  # ok: python.performance.lists-summed
    five = sum(len(page) for page in pages)  # ok: python.performance.lists-summed
    return one, two, three, four, five
