"""`xcr admin`: accounts, made at the machine itself."""
# xcr: ignore-file[task-outside-a-group] the door of a command runs the loop of all that it does

import asyncio
import secrets
import sys
from pathlib import Path

import click

from xcodereviewer.cli.server import data_dir_option, needs_service, server_settings

__all__ = ["command"]


@click.group(name="admin")
def command() -> None:
    """Make an administrator of the service."""


@command.command(name="create")
@click.argument("email")
@click.option("--name", default="", help="What the person is called; the first part of the address without it.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, instead of making one.")
@data_dir_option
def create(email: str, name: str, password_stdin: bool, data_dir: Path | None) -> int:
    """Make an administrator in the database that the environment names; prints the password that was made."""
    with needs_service():
        from xcodereviewer.app import parts_of
        from xcodereviewer.domain.access import SystemRole
        from xcodereviewer.services.accounts import NewAccount, create_account
        from xcodereviewer.store.migrate import upgrade
    parts = parts_of(server_settings(data_dir=data_dir))
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else secrets.token_urlsafe(18)
    new = NewAccount(email=email, name=name, password=password, role=SystemRole.ADMIN)

    async def add() -> None:
        try:
            await upgrade(parts.database)
            async with parts.database.transaction() as session:
                await create_account(session, new, by=None)
        finally:
            await parts.database.close()

    asyncio.run(add())
    click.echo(f"{email} is an administrator.")
    if not password_stdin:
        click.echo(f"Password: {password}")
    return 0
