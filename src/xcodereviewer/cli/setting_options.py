"""Every setting as an option of the command line, made from the settings themselves."""

from collections.abc import Callable, Mapping
from functools import cache

import click
from click.core import ParameterSource
from msgspec import inspect

from xcodereviewer.cli import completing
from xcodereviewer.core.configuration import COMMAND_LINE, Layer, pairs_of, share_of
from xcodereviewer.core.settings import Settings, setting_descriptions

__all__ = ["command_line_layer", "setting_options"]

_SHORT = {"jobs": "-j"}
_SPLIT = frozenset({"engines", "only", "disable"})  # names, in which no comma stands
_OFFERS = {
    "include": completing.files,
    "exclude": completing.files,
    "rules": completing.folders,
    "models": completing.folders,
    "only": completing.rule_ids,
    "disable": completing.rule_ids,
    "severities": completing.rule_severities,
    "engines": completing.engines,
    "baseline": completing.files,
}


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
            values[key] = _layered(key, value)
    return Layer(origin=COMMAND_LINE, values=values)


@cache
def _options() -> list[Callable[[Callable[..., object]], Callable[..., object]]]:
    info = inspect.type_info(Settings)
    fields: Mapping[str, inspect.Type] = {f.encode_name: f.type for f in getattr(info, "fields")}  # noqa: B009 - a Struct's info
    descriptions = setting_descriptions()
    return [_option(key, _plain(fields[key]), descriptions[key]) for key in Settings.__struct_encode_fields__]


def _option(key: str, kind: inspect.Type, description: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    names = [f"--{key}", *([_SHORT[key]] if key in _SHORT else ())]
    match kind:
        case inspect.BoolType():
            return click.option(f"--{key}/--no-{key.removeprefix('use-')}", default=None, help=description)
        case inspect.EnumType(cls=members):
            return click.option(*names, type=_Word([str(m.value) for m in members]), help=description)
        case inspect.LiteralType(values=values):
            return click.option(*names, type=_Word([str(value) for value in values]), help=description)
        case inspect.VarTupleType(item_type=inspect.LiteralType(values=values)):
            words = _Word([str(value) for value in values])
            return click.option(*names, type=words, multiple=True, help=f"{description} May be repeated.")
        case inspect.VarTupleType() | inspect.DictType():
            return click.option(
                *names,
                multiple=True,
                metavar=_metavar(key),
                shell_complete=_OFFERS.get(key),
                help=f"{description} May be repeated.",
            )
        case inspect.IntType():
            return click.option(*names, type=int, help=description)
        case inspect.FloatType():
            return click.option(*names, type=_Share(), help=description)
        case _:
            return click.option(*names, metavar=_metavar(key), shell_complete=_OFFERS.get(key), help=description)


class _Word(click.Choice[str]):
    """One of a closed set of words; a slip of the pen is told with the word that was meant."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word as it is spelt in the set."""
        text = str(value)
        meant = next((word for word in self.choices if word.lower() == text.lower()), None)
        if meant is None:
            import difflib

            near = difflib.get_close_matches(text, self.choices, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            self.fail(f"{text} is none of {', '.join(self.choices)}.{hint}", param, ctx)
        return meant


class _Share(click.types.FloatParamType):
    """A share of a whole, as `0.9` or `90%`."""

    name = "share"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the share, 0 to 1."""
        try:
            return share_of(str(value))
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)


def _layered(key: str, value: object) -> object:
    """Return a value of the command line as a configuration file would have it."""
    if not isinstance(value, tuple):
        return value
    if key in _SPLIT:
        return [part.strip() for text in value for part in str(text).split(",") if part.strip()]
    return pairs_of(value) if key == "severities" else list(value)


def _plain(kind: inspect.Type) -> inspect.Type:
    """Return what a description is wrapped around, and of `X | None` the X."""
    if isinstance(kind, inspect.Metadata):
        return _plain(kind.type)
    if isinstance(kind, inspect.UnionType):
        return next(_plain(part) for part in kind.types if not isinstance(part, inspect.NoneType))
    return kind


def _metavar(key: str) -> str:
    return {
        "include": "GLOB",
        "exclude": "GLOB",
        "rules": "DIR",
        "models": "DIR",
        "baseline": "FILE",
        "as-of": "VERSION",
        "severities": "RULE=SEVERITY",
    }.get(key, "NAME")
