"""Every setting as an option of the command line, made from the settings themselves."""

from collections.abc import Callable, Mapping
from functools import cache

import click
from click.core import ParameterSource
from msgspec import inspect

from xcodereviewer.core.configuration import Layer
from xcodereviewer.core.settings import Settings, setting_descriptions

__all__ = ["command_line_layer", "setting_options"]

_SHORT = {"jobs": "-j"}
_NOT_OPTIONS = frozenset({"severities"})  # a table; it has its own place in the configuration file


def setting_options(command: Callable[..., object]) -> Callable[..., object]:
    """Give a command an option for each setting."""
    for option in reversed(_options()):
        command = option(command)
    return command


def command_line_layer(context: click.Context) -> Layer:
    """Return the settings that were written on the command line."""
    values: dict[str, object] = {}
    for key, field in zip(Settings.__struct_encode_fields__, Settings.__struct_fields__, strict=True):
        if context.get_parameter_source(field) is ParameterSource.COMMANDLINE:
            value: object = context.params[field]
            values[key] = list(value) if isinstance(value, tuple) else value
    return Layer(origin="command line", values=values)


@cache
def _options() -> list[Callable[[Callable[..., object]], Callable[..., object]]]:
    info = inspect.type_info(Settings)
    fields: Mapping[str, inspect.Type] = {f.encode_name: f.type for f in getattr(info, "fields")}  # noqa: B009 - a Struct's info
    descriptions = setting_descriptions()
    return [
        _option(key, _plain(fields[key]), descriptions[key])
        for key in Settings.__struct_encode_fields__
        if key not in _NOT_OPTIONS
    ]


def _option(key: str, kind: inspect.Type, description: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    names = [f"--{key}", *([_SHORT[key]] if key in _SHORT else ())]
    match kind:
        case inspect.BoolType():
            return click.option(f"--{key}/--no-{key.removeprefix('use-')}", default=None, help=description)
        case inspect.EnumType(cls=members):
            return click.option(*names, type=click.Choice([str(m.value) for m in members]), help=description)
        case inspect.LiteralType(values=values):
            return click.option(*names, type=click.Choice([str(value) for value in values]), help=description)
        case inspect.VarTupleType():
            return click.option(*names, multiple=True, metavar=_metavar(key), help=f"{description} May be repeated.")
        case inspect.IntType():
            return click.option(*names, type=int, help=description)
        case inspect.FloatType():
            return click.option(*names, type=float, help=description)
        case _:
            return click.option(*names, metavar=_metavar(key), help=description)


def _plain(kind: inspect.Type) -> inspect.Type:
    """Return what a description is wrapped around, and of `X | None` the X."""
    if isinstance(kind, inspect.Metadata):
        return _plain(kind.type)
    if isinstance(kind, inspect.UnionType):
        return next(_plain(part) for part in kind.types if not isinstance(part, inspect.NoneType))
    return kind


def _metavar(key: str) -> str:
    return {"include": "GLOB", "exclude": "GLOB", "rules": "DIR", "baseline": "FILE", "as-of": "VERSION"}.get(
        key, "NAME"
    )
