def pick(index, names, ranks):
    one = list(index)[0]  # finds: python.performance.sequence-built-for-one-element
    two = [name.lower() for name in names][0]  # finds: python.performance.sequence-built-for-one-element
    three = sorted(ranks)[0]  # finds: python.performance.sequence-built-for-one-element
    four = sorted(ranks, key=len)[-1]  # spurious: python.performance.sequence-built-for-one-element
    five = next(iter(index))  # ok: python.performance.sequence-built-for-one-element
    six = sorted(ranks)[1]  # ok: python.performance.sequence-built-for-one-element
    seven = names[0]  # ok: python.performance.sequence-built-for-one-element
    return one, two, three, four, five, six, seven
