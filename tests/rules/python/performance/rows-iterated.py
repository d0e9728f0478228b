import pandas as pd


def total(frame):
    result = 0
    for _, row in frame.iterrows():  # finds: python.performance.rows-iterated
        result += row["price"] * row["count"]
    return result


def names(frame):
    return [row["name"].title() for _, row in frame.iterrows()]  # finds: python.performance.rows-iterated


def careful(frame):
    for row in frame.itertuples():  # ok: python.performance.rows-iterated
        print(row.price)
    for name, price in zip(frame["name"], frame["price"], strict=True):  # ok: python.performance.rows-iterated
        print(name, price)
    return (frame["price"] * frame["count"]).sum()


def by_function(frame):
    return frame.apply(lambda row: row["price"] * row["count"], axis=1)  # missing: python.performance.rows-iterated
