import json
import pickle
import shelve

import joblib


def model(path):
    with open(path, "rb") as file:
        return pickle.load(file)  # finds: python.security.unpickling


def classifier(path):
    return joblib.load(path)  # finds: python.security.unpickling


def settings(path):
    with shelve.open(path) as shelf:  # finds: python.security.unpickling
        return dict(shelf)


def cached(redis, key):
    return pickle.loads(redis.get(key))  # finds: python.security.unpickling


def copy(value):
    return pickle.loads(pickle.dumps(value))  # ok: python.security.unpickling


def saved(value, file):
    pickle.dump(value, file)  # ok: python.security.unpickling


def data(file):
    return json.load(file)  # ok: python.security.unpickling


def imported(path):
    from pickle import load

    with open(path, "rb") as file:
        return load(file)  # missing: python.security.unpickling
