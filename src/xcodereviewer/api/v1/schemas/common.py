"""What all shapes have in common."""

import json
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

__all__ = ["Branch", "Document", "In", "Kept", "Name", "Out", "Page", "Text"]

# PostgreSQL keeps no NUL in a text.
Text = Annotated[str, StringConstraints(max_length=10_000, pattern=r"^[^\x00]*$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Branch = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=r"^[^\x00-\x20-][^\x00-\x20]*$")]


def _storable(document: dict[str, Any]) -> dict[str, Any]:
    """Refuse what no database keeps as a text."""
    try:
        written = json.dumps(document, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise ValueError("it holds half a character, or is nested too deeply") from error
    if rb"\u0000" in written:
        raise ValueError("it holds a NUL character")
    return document


Document = Annotated[dict[str, Any], AfterValidator(_storable)]


class In(BaseModel):
    """What is sent to us: nothing but what is known."""

    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    """What we send."""

    model_config = ConfigDict(from_attributes=True)


T = TypeVar("T")


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


# Of a change: it may be left out, but not be null. Its default is nothing that anybody reads.
Kept = Annotated[T, Field(default=None, json_schema_extra=_without_default)]


class Page(BaseModel, Generic[T]):
    """A part of a list; `next` is the cursor of the part after it, null at the end."""

    items: list[T]
    next: str | None = Field(None, description="Give it as `cursor` to read on.")
