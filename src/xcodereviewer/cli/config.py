"""`xcr config`: which settings hold and where they come from."""

import json
from pathlib import Path

import click
import msgspec

from xcodereviewer.cli import completing
from xcodereviewer.cli.base import repository_layer
from xcodereviewer.cli.configure import ConfigurationFile, configure
from xcodereviewer.cli.source import Source
from xcodereviewer.cli.whole_file import new_file
from xcodereviewer.core.configuration import OWN_FILE, Configuration
from xcodereviewer.core.errors import Conflict
from xcodereviewer.core.settings import Settings, setting_descriptions, setting_examples, settings_schema

__all__ = ["command", "configuration_at"]


class ConfigurationExists(Conflict):
    """A configuration file that would be written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already. Edit it, or name another folder.")


def configuration_at(target: str, *, config: str | None = None) -> Configuration:
    """Return the settings that a review of `target` would use.

    Raises:
        InputError: a layer is not right.
    """
    file = ConfigurationFile(path=Path(config) if config else None)
    layer, _ = repository_layer(Source(target=target), file, base=None)
    return configure(layer)


@click.group(name="config")
def command() -> None:
    """Show the settings that hold, their schema, or begin a configuration file."""


@command.command(name="show")
@click.argument("target", default=".", shell_complete=completing.files)
@click.option("--origin", is_flag=True, help="Say where each setting comes from.")
@click.option(
    "--config",
    metavar="FILE",
    shell_complete=completing.files,
    help="The configuration file, instead of the one that is found.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(target: str, *, origin: bool, config: str | None, as_json: bool) -> None:
    """Show the settings that a review of TARGET would use."""
    configuration = configuration_at(target, config=config)
    values = msgspec.to_builtins(configuration.settings)
    if as_json:
        shown = {key: {"value": value, "origin": configuration.origins[key]} for key, value in values.items()}
        click.echo(json.dumps(shown if origin else values, indent=2, ensure_ascii=False))
        return
    width = max(map(len, values))
    for key, value in values.items():
        if value is None:  # which TOML cannot say
            click.echo(f"# {key:{width - 2}} is not set")
            continue
        told = f"  # {configuration.origins[key]}" if origin else ""
        click.echo(f"{key:{width}} = {_toml(value)}{told}")


@command.command(name="schema")
def schema() -> None:
    """Print the JSON Schema of `.xcr.toml`, for editors."""
    click.echo(json.dumps(settings_schema(), indent=2))


@command.command(name="init")
@click.argument("folder", default=".", type=click.Path(file_okay=False, exists=True, path_type=Path))
def init(folder: Path) -> None:
    """Write a `.xcr.toml` into FOLDER in which every setting stands as a comment."""
    path = folder / OWN_FILE
    values, defaults = setting_examples(), msgspec.to_builtins(Settings())
    lines = [
        "# Settings of XCodeReviewer. What is commented out is the default, or an example where nothing is set by",
        "# default; `xcr config show` tells what holds.",
        "",
    ]
    for key, description in setting_descriptions().items():
        told = "  # an example: not set by default" if defaults[key] is None else ""
        lines += [f"# {description}", f"# {key} = {_toml(values[key])}{told}", ""]
    try:
        new_file(path, "\n".join(lines))
    except FileExistsError as error:
        raise ConfigurationExists(path) from error
    click.echo(f"Wrote {path}.")


def _toml(value: object) -> str:
    """Return a value as TOML spells it."""
    match value:
        case dict():
            return f"{{{', '.join(f'{json.dumps(key)} = {_toml(one)}' for key, one in value.items())}}}"
        case _:
            return json.dumps(value, ensure_ascii=False)
