import numpy as np
import pandas as pd


def load(paths):
    frame = pd.DataFrame()
    for path in paths:
        frame = pd.concat([frame, pd.read_csv(path)])  # finds: python.performance.table-grown-in-loop
    return frame


def series(values):
    out = np.array([])
    for value in values:
        out = np.append(out, value * 2)  # finds: python.performance.table-grown-in-loop
    return out


def old(rows):
    df = pd.DataFrame()
    for row in rows:
        df = df.append(row, ignore_index=True)  # finds: python.performance.table-grown-in-loop
    return df


def careful(paths, values):
    parts = []
    for path in paths:
        parts.append(pd.read_csv(path))  # ok: python.performance.table-grown-in-loop
        total = pd.concat([parts[0], parts[-1]])  # ok: python.performance.table-grown-in-loop
        padded = total.copy()
        padded = pd.concat([padded, total])  # ok: python.performance.table-grown-in-loop
    frame = pd.concat(parts)
    frame = pd.concat([frame, total, padded])  # ok: python.performance.table-grown-in-loop
    return frame, np.array([value * 2 for value in values])


def through_a_method(store, paths):
    for path in paths:
        store.add(pd.concat([store.frame, pd.read_csv(path)]))  # missing: python.performance.table-grown-in-loop
