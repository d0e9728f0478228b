import os
import tempfile


def export(rows):
    path = tempfile.mktemp(suffix=".csv")  # finds: python.security.temporary-name-race
    return write(path, rows)


def old():
    return os.tempnam("/tmp", "report")  # finds: python.security.temporary-name-race


def safe(rows):
    descriptor, path = tempfile.mkstemp(suffix=".csv")  # ok: python.security.temporary-name-race
    with tempfile.TemporaryDirectory() as folder:  # ok: python.security.temporary-name-race
        write(os.path.join(folder, "rows.csv"), rows)
    return shell.mktemp()  # ok: python.security.temporary-name-race


def renamed():
    from tempfile import mktemp as temporary

    return temporary()  # missing: python.security.temporary-name-race
