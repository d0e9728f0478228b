import os
from pathlib import Path


def static(root, base_dir):
    first = os.path.join(root, "/static")  # finds: python.bug.join-with-absolute-path
    second = os.path.join(root, "css", "/site.css")  # finds: python.bug.join-with-absolute-path
    return first, second, base_dir / "/static"  # finds: python.bug.join-with-absolute-path


def careful(root, base_dir, parts):
    os.path.join("/srv", root)  # ok: python.bug.join-with-absolute-path
    os.path.join(root, "static", "site.css")  # ok: python.bug.join-with-absolute-path
    root + os.path.join("/", *parts)  # ok: python.bug.join-with-absolute-path
    return base_dir / "static", "/".join(parts), Path("/srv") / root  # ok: python.bug.join-with-absolute-path


def named(root):
    place = "/static"
    return os.path.join(root, place)  # missing: python.bug.join-with-absolute-path
