"""`xcr doctor`: what works here, what is missing and how to get it."""
# xcr: ignore-file[write-outside-its-place] tries out the cache folder and a folder of its own

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from xcodereviewer import __version__
from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.configure import organisation_file
from xcodereviewer.cli.places import cache_folder
from xcodereviewer.cli.session import open_session, pack_of
from xcodereviewer.cli.source import Source
from xcodereviewer.cli.table import columns, pen_for_stdout
from xcodereviewer.core.errors import XCodeReviewerError
from xcodereviewer.core.settings import Settings
from xcodereviewer.engines.dataflow.form import why_pure
from xcodereviewer.engines.registry import BUILT_IN, GROUP, engine_names, load_engine
from xcodereviewer.pipeline.review import review
from xcodereviewer.reports.terminal_style import Pen

__all__ = ["command"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was tried; `advice` says what to do when it does not work."""

    name: str
    works: bool
    told: str
    advice: str = ""


@click.command(name="doctor")
def command() -> int:
    """Check this installation; ends with 1 when something does not work."""
    pen = pen_for_stdout()
    checks = list(_checks())
    for line in columns((row for check in checks for row in _rows(check, pen)), width=pen.style.width):
        pen.line(line)
    broken = sum(not check.works for check in checks)
    pen.line()
    pen.line(f"{broken} of {len(checks)} do not work." if broken else pen.paint("Everything works.", "good"))
    return int(broken > 0)


def _rows(check: Check, pen: Pen) -> Iterator[tuple[str, str, str]]:
    mark = pen.paint("ok", "good") if check.works else pen.paint("fails", "bad")
    yield mark, check.name, pen.visible(check.told)
    if not check.works:
        yield "", "", pen.visible(check.advice)


def _checks() -> Iterator[Check]:
    yield Check(name="xcr", works=True, told=f"{__version__} on Python {sys.version.split()[0]}")
    yield _git()
    yield from _engines()
    yield _form()
    yield _rules()
    yield _configuration()
    yield _cache()
    yield _workers()
    yield _encoding()


def _git() -> Check:
    place = shutil.which("git")
    return Check(
        name="git",
        works=place is not None,
        told="found" if place else "not on the PATH; needed for --diff, --staged, --baseline-commit and Git URLs",
        advice="Install Git (Debian: apt-get install git).",
    )


def _engines() -> Iterator[Check]:
    for name in engine_names():
        try:
            told, works = f"version {load_engine(name).version}", True
        # xcr: ignore[broad-handler-outside-the-doors] another package's code, which may even exit
        except (Exception, SystemExit) as error:
            told, works = " ".join(f"{type(error).__name__}: {error}".split()), False
        yield Check(name=f"engine {name}", works=works, told=told, advice=_advice(name))


def _advice(name: str) -> str:
    """Say which package to install again for the engine `name`."""
    if name in BUILT_IN:
        return "Install xcodereviewer again."
    from importlib.metadata import entry_points

    packages = sorted({point.dist.name for point in entry_points(group=GROUP, name=name) if point.dist})
    return f"The package {', '.join(packages) or 'that brings it'} is at fault: repair or uninstall it."


def _form() -> Check:
    reason = why_pure()
    told = f"runs as it is written, half as fast as compiled: {reason}" if reason else "runs compiled"
    return Check(name="data flow", works=True, told=told)


def _rules() -> Check:
    try:
        count = len(pack_of(Settings(cache=False)).rules)
    except XCodeReviewerError as error:
        return Check(name="rules", works=False, told=str(error), advice="Install xcodereviewer again.")
    return Check(name="rules", works=True, told=f"{count:,} built in")


def _configuration() -> Check:
    try:
        configuration_at(".")
    except XCodeReviewerError as error:
        return Check(
            name="configuration", works=False, told=str(error), advice="`xcr config schema` says what may stand there."
        )
    organisation = organisation_file()
    told = "valid" + (f", with the organisation's {organisation.name}" if organisation else "")
    return Check(name="configuration", works=True, told=told)


def _cache() -> Check:
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder):
            pass
    except OSError as error:
        told = f"cannot be written: {error.strerror}"
        advice = "Name another folder: XCR_CACHE_DIR=… ; without a cache every review looks at everything."
        return Check(name="cache", works=False, told=told, advice=advice)
    free = shutil.disk_usage(folder).free
    return Check(name="cache", works=True, told=f"can be written, {free / 1e9:,.1f} GB free")


def _workers() -> Check:
    """Start a worker process for real and have it find something."""
    with TemporaryDirectory() as folder:
        Path(folder, "probe.py").write_text("def probe(found=[]):\n    return found\n", encoding="utf-8")
        found = _findings_in(folder)
    return Check(
        name="worker processes",
        works=found == 1,
        told=f"start and answer ({os.cpu_count()} processors)" if found == 1 else "do not answer",
        advice="Look whether limits of memory or processes (ulimit -a) forbid them.",
    )


def _findings_in(folder: str) -> int:
    settings = Settings(cache=False, only=("python.bug.mutable-default-argument",), jobs=1)
    with open_session(Source(target=folder), settings) as session:
        return len(review(session.request).findings)


def _encoding() -> Check:
    encoding = sys.stdout.encoding or "unknown"
    return Check(
        name="output",
        works=encoding.lower().replace("-", "") == "utf8",
        told=f"encoded as {encoding}",
        advice="Set LANG=C.UTF-8 or PYTHONUTF8=1 to see every character; the rest is shown as escapes.",
    )
