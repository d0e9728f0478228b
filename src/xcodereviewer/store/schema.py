"""What all tables have in common: names of constraints, keys, times and closed sets."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, SmallInteger, String, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

from xcodereviewer.core.ids import new_id

__all__ = ["DOCUMENT", "Hash", "Key", "Label", "Made", "Ranked", "Table", "UtcTime", "closed", "utc_now"]

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def utc_now() -> datetime:
    """Return the moment that it is, in UTC."""
    return datetime.now(UTC)


class UtcTime(TypeDecorator[datetime]):
    """A moment, in UTC; a time without a zone is refused, and SQLite, which keeps none, gives UTC back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class _HasRank(Protocol):
    @property
    def rank(self) -> int: ...


_Step = TypeVar("_Step", bound=_HasRank)


class Ranked(TypeDecorator[_Step]):
    """A scale that is kept as its rank, so that the database sorts by it."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, scale: Iterable[_Step]) -> None:
        super().__init__()
        self.scale = tuple(scale)

    def process_bind_param(self, value: _Step | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else value.rank

    def process_result_value(self, value: int | None, dialect: Dialect) -> _Step | None:  # noqa: ARG002
        return None if value is None else next(step for step in self.scale if step.rank == value)


def closed(values: type[StrEnum], *, name: str) -> Enum:
    """Return the type of a column that holds one of a closed set, which a check constraint keeps closed."""
    return Enum(
        values,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda of: [value.value for value in of],
    )


DOCUMENT = JSON().with_variant(JSONB(), "postgresql")

Key = Annotated[UUID, mapped_column(Uuid, primary_key=True, default=new_id)]
Made = Annotated[datetime, mapped_column(UtcTime, default=utc_now)]
Label = Annotated[str, mapped_column(String(200))]
Hash = Annotated[str, mapped_column(String(64))]  # hex


class Table(DeclarativeBase):
    """A row of a table; loading a relation must be asked for, so relations are queries of their own."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {datetime: UtcTime, UUID: Uuid}  # noqa: RUF012 - SQLAlchemy's declaration
