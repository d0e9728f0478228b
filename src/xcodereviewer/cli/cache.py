"""`xcr cache`: what is kept of earlier reviews, and how to be rid of it."""
# xcr: ignore-file[write-outside-its-place] empties the cache when the user asks for it

import click

from xcodereviewer.cli.places import cache_folder
from xcodereviewer.cli.session import open_cache
from xcodereviewer.core.settings import Settings

__all__ = ["command"]


@click.group(name="cache")
def command() -> None:
    """Say what the cache holds, or empty it."""


@command.command(name="info")
def info() -> None:
    """Say where the cache is and what it holds."""
    with open_cache(Settings()) as cache:
        held = cache.info()
    click.echo(f"Place    {held.path}")
    click.echo(f"Entries  {held.entries:,}")
    click.echo(f"Size     {held.size / 1e6:,.1f} MB of at most {held.limit / 1e6:,.0f} MB")


@command.command(name="clear")
def clear() -> None:
    """Remove everything that is kept; the next review looks at every file again."""
    with open_cache(Settings()) as cache:
        removed = cache.clear()
    for kept in cache_folder().glob("*.msgpack"):
        kept.unlink(missing_ok=True)
    click.echo(f"Removed {removed:,} {'entry' if removed == 1 else 'entries'}.")
