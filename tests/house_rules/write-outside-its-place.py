import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path


def store(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)  # finds: python.maintainability.write-outside-its-place
    partial = path.with_suffix(".part")
    partial.write_text(text)  # finds: python.maintainability.write-outside-its-place
    partial.replace(path)  # finds: python.maintainability.write-outside-its-place
    with path.open("a") as out:  # finds: python.maintainability.write-outside-its-place
        out.write(text)


def clear(folder: Path) -> None:
    shutil.rmtree(folder)  # finds: python.maintainability.write-outside-its-place
    os.remove(folder)  # finds: python.maintainability.write-outside-its-place
    tempfile.mkdtemp()  # finds: python.maintainability.write-outside-its-place


def read(path: Path) -> str:
    with path.open("rb") as file:  # ok: python.maintainability.write-outside-its-place
        file.read()
    return open(path, "r").read().replace("a", "b")  # ok: python.maintainability.write-outside-its-place


def changed(finding: Finding, moment: datetime) -> Finding:
    moment.replace(hour=3)  # ok: python.maintainability.write-outside-its-place
    return replace(finding, line=3)  # ok: python.maintainability.write-outside-its-place


def through_a_variable(path: Path, mode: str) -> None:
    path.open(mode).write("x")  # missing: python.maintainability.write-outside-its-place
