"""`xcr review`: parse, review, render."""

import os
import sys
from datetime import date
from pathlib import Path

import click
import platformdirs

from xcodereviewer.cli.exit import exit_code
from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.registry import engine_names
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review
from xcodereviewer.pipeline.texts import TreeTexts
from xcodereviewer.reports.formats import FORMATS, write_report
from xcodereviewer.rules.pack import built_in_folder, load_pack
from xcodereviewer.sources.directory import open_directory
from xcodereviewer.sources.selection import Selection
from xcodereviewer.triage.gate import Policy

__all__ = ["command"]


@click.command(name="review")
@click.argument("target", default=".")
@click.option("--output", "outputs", multiple=True, metavar="FORMAT=FILE", help="Write a report; may be repeated.")
@click.option("--fail-on", type=click.Choice([s.value for s in Severity]), help="Exit 1 on a finding at or above it.")
@click.option("--no-cache", is_flag=True, help="Look at everything anew and keep nothing.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="Worker processes.")
def command(target: str, *, outputs: tuple[str, ...], fail_on: str | None, no_cache: bool, jobs: int) -> int:
    """Review TARGET and print what was found."""
    cache_folder = Path(platformdirs.user_cache_dir("xcodereviewer"))
    pack = load_pack(built_in_folder(), compiled=cache_folder)
    with open_directory(Path(target), selection=Selection()) as tree:
        cache = None if no_cache else ResultCache(cache_folder)
        result = review(
            ReviewRequest(
                tree=tree,
                rules=pack.rules,
                engines=engine_names(),
                today=date.today(),  # noqa: DTZ011 - a suppression ends on the user's own calendar
                jobs=jobs,
                policy=Policy(fail_on=Severity(fail_on) if fail_on else None),
                cache=cache,
            )
        )
        if cache is not None:
            cache.close()
        _render(result, tree, outputs)
    return exit_code(result)
