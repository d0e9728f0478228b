"""The fixtures of the service."""

from tests.service import database_url, postgresql_url, service, sqlite_template, sqlite_url

__all__ = ["database_url", "postgresql_url", "service", "sqlite_template", "sqlite_url"]
