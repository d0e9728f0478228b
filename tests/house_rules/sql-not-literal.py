from sqlalchemy import text

SELECT = "SELECT value FROM entries WHERE key = ?"


def all_of(connection: Connection, table: str) -> list[Row]:
    return connection.execute(f"SELECT * FROM {table}").fetchall()  # finds: python.maintainability.sql-not-literal


def some(connection: Connection, keys: list[str]) -> list[Row]:
    marks = ", ".join("?" * len(keys))
    query = "SELECT * FROM entries WHERE key IN (" + marks + ")"
    return connection.execute(query, keys).fetchall()  # finds: python.maintainability.sql-not-literal


def bound(connection: Connection, key: str) -> list[Row]:
    connection.execute(text("SELECT 1 FROM entries WHERE key = :key"), {"key": key})  # ok: python.maintainability.sql-not-literal
    connection.execute("PRAGMA " "user_version")  # ok: python.maintainability.sql-not-literal
    return connection.execute(SELECT, (key,)).fetchall()  # ok: python.maintainability.sql-not-literal


def parameter(connection: Connection, sql: str) -> list[Row]:
    return connection.execute(sql).fetchall()  # missing: python.maintainability.sql-not-literal
