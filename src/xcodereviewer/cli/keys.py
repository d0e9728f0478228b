"""`xcr keys`: what stored secrets are encrypted with."""
# xcr: ignore-file[task-outside-a-group] the door of a command runs the loop of all that it does

import asyncio
from pathlib import Path

import click

from xcodereviewer.cli.exit import ExitCode
from xcodereviewer.cli.server import data_dir_option, needs_service, server_settings

__all__ = ["command"]


@click.group(name="keys")
def command() -> None:
    """Show what stored secrets are encrypted with, or bring them under a new secret key."""


@command.command(name="status")
@data_dir_option
def status(data_dir: Path | None) -> int:
    """Count the stored secrets of each key; exits with 1 when a key is missing."""
    with needs_service():
        from xcodereviewer.app import parts_of
        from xcodereviewer.services.keys import KeyUse, in_use
    parts = parts_of(server_settings(data_dir=data_dir))

    async def ask() -> list[KeyUse]:
        try:
            async with parts.database.reading() as session:
                return list(await in_use(session, parts.keys))
        finally:
            await parts.database.close()

    used = asyncio.run(ask())
    for use in used:
        state = "in use" if use.is_current else "old" if use.is_known else "missing"
        click.echo(f"{use.key_id}  {use.secrets:>8,}  {state}")
    if not used:
        click.echo("No secret is stored.")
    return ExitCode.PASSED if all(use.is_known for use in used) else ExitCode.FAILED


@command.command(name="rotate")
@data_dir_option
def rotate(data_dir: Path | None) -> int:
    """Encrypt every stored secret anew with XCR_SECRET_KEY; exits with 1 when some could not be read.

    XCR_OLD_SECRET_KEYS holds the keys before it. The service may run meanwhile; one that was interrupted goes on
    when it is called again.
    """
    with needs_service():
        from xcodereviewer.app import parts_of
        from xcodereviewer.services.keys import rotate_some
    parts = parts_of(server_settings(data_dir=data_dir))

    async def change() -> tuple[int, int]:
        changed, unreadable, rest = 0, 0, None
        try:
            while True:
                async with parts.database.transaction() as session:
                    some = await rotate_some(session, parts.keys, after=rest)
                changed, unreadable, rest = changed + some.changed, unreadable + some.unreadable, some.rest
                if rest is None:
                    return changed, unreadable
        finally:
            await parts.database.close()

    changed, unreadable = asyncio.run(change())
    click.echo(f"{changed:,} secrets were encrypted anew.")
    if not unreadable:
        return ExitCode.PASSED
    click.echo(f"{unreadable:,} could not be read: their key is not in XCR_OLD_SECRET_KEYS, or they are damaged.")
    return ExitCode.FAILED
