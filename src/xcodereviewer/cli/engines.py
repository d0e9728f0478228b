"""`xcr engines`: which engines there are, and whether they can run."""

from collections import Counter

import click

from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.session import pack_of
from xcodereviewer.engines.registry import engine_names, load_engine

__all__ = ["command"]


@click.command(name="engines")
def command() -> int:
    """List the engines with their versions and rules; ends with 1 when one cannot run."""
    rules = Counter(rule.engine for rule in pack_of(configuration_at(".").settings).rules)
    missing = 0
    for name in engine_names():
        try:
            engine = load_engine(name)
        # xcr: ignore[broad-handler-outside-the-doors] another package's code, which may even exit
        except (Exception, SystemExit) as error:
            missing += 1
            told = " ".join(f"{type(error).__name__}: {error}".split())
            click.echo(f"{name:14} cannot run: {told}")
            continue
        languages = ", ".join(sorted(engine.languages)) if len(engine.languages) < 20 else "every language"
        click.echo(f"{name:14} {engine.version:24} {rules[name]:4} rules  {languages}")
    return int(missing > 0)
