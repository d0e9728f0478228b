"""`xcr engines`: which engines there are, and whether they can run."""

from collections import Counter

import click

from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.session import pack_of
from xcodereviewer.cli.table import columns, pen_for_stdout
from xcodereviewer.engines.registry import engine_names, load_engine

__all__ = ["command"]

_EVERY = 20  # languages from which on they need no list


@click.command(name="engines")
def command() -> int:
    """List the engines with their rules, languages and versions; ends with 1 when one cannot run."""
    pen = pen_for_stdout()
    rules = Counter(rule.engine for rule in pack_of(configuration_at(".").settings).rules)
    rows, broken = [], 0
    for name in engine_names():
        count = f"{rules[name]:4,} {'rule' if rules[name] == 1 else 'rules'}"
        version = ""
        try:
            told, version = _describe(name)
        # xcr: ignore[broad-handler-outside-the-doors] another package's code, which may even exit
        except (Exception, SystemExit) as error:
            broken += 1
            told = pen.visible(f"cannot run: {type(error).__name__}: {error}")
        rows.append((pen.paint(pen.visible(name), "strong"), count, told))
        if version:
            rows.append(("", "", pen.paint(pen.visible(f"version {version}"), "dim")))
    for line in columns(rows, width=pen.style.width):
        pen.line(line)
    return int(broken > 0)


def _describe(name: str) -> tuple[str, str]:
    """Return the engine's languages and version."""
    engine = load_engine(name)
    languages = ", ".join(sorted(engine.languages)) if len(engine.languages) < _EVERY else "every language"
    return languages, engine.version
