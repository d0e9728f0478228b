"""All tables: who needs the whole schema imports them from here."""

from xcodereviewer.store import audit, credentials, findings, idempotency, jobs, projects, reviews, users
from xcodereviewer.store.schema import Table

__all__ = ["METADATA", "audit", "credentials", "findings", "idempotency", "jobs", "projects", "reviews", "users"]

METADATA = Table.metadata
