def last_price(prices):
    return prices[len(prices)]  # finds: python.bug.index-past-the-end


def total(items):
    result = 0
    for i in range(len(items) + 1):
        result += items[i].price  # finds: python.bug.index-past-the-end
    return result


def listed(items):
    for number in range(0, len(items) + 1):
        print(number, items[number])  # finds: python.bug.index-past-the-end


def last(prices):
    return prices[len(prices) - 1]  # ok: python.bug.index-past-the-end


def registered(numbers, name):
    numbers[len(numbers)] = name  # ok: python.bug.index-past-the-end


def tail(text, prefix):
    return text[len(prefix) :] + text[len(text) :]  # ok: python.bug.index-past-the-end


def prefixes(items):
    for end in range(len(items) + 1):
        yield items[:end]  # ok: python.bug.index-past-the-end


def guarded(items):
    for i in range(len(items) + 1):
        if i < len(items):
            print(items[i])  # ok: python.bug.index-past-the-end


def table(items):
    best = [0] * (len(items) + 1)
    for i in range(len(items) + 1):
        best[i] = i  # ok: python.bug.index-past-the-end
    return best
