"""What Alembic runs: the steps, on the connection that it is handed."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON
from sqlalchemy.types import TypeDecorator

from xcodereviewer.store.tables import METADATA

_DOCUMENT = 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'


def _rendered(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Write the types of ours as what the database has: a step must mean the same when our classes have changed."""
    if kind != "type":
        return False
    match item:
        case JSON():
            autogen.imports.add("from sqlalchemy.dialects import postgresql")
            return _DOCUMENT
        case TypeDecorator():
            return f"sa.{item.impl_instance!r}"
        case _:
            return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=_rendered,
    transaction_per_migration=True,
    compare_type=True,
)
with context.begin_transaction():
    if context.get_context().dialect.name == "postgresql":
        context.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")  # finds parts of words; comes with PostgreSQL
    context.run_migrations()
