import sqlite3

from psycopg import sql
from sqlalchemy import text

TABLE = "users"


def by_name(cursor, name):
    cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")  # finds: python.security.sql-built-from-strings
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)  # finds: python.security.sql-built-from-strings
    cursor.execute("SELECT * FROM users WHERE name = '{}'".format(name))  # finds: python.security.sql-built-from-strings
    cursor.execute("DELETE FROM users WHERE name = '" + name + "'")  # finds: python.security.sql-built-from-strings
    cursor.execute("SELECT * FROM users WHERE name = '%(name)s'" % {"name": name})  # finds: python.security.sql-built-from-strings
    cursor.execute(f'SELECT * FROM users WHERE name = \'{name}\'')  # finds: python.security.sql-built-from-strings
    cursor.execute('SELECT * FROM users WHERE name = \'' + name + '\'')  # finds: python.security.sql-built-from-strings
    cursor.execute("SELECT * FROM users WHERE name = \"%s\"" % name)  # finds: python.security.sql-built-from-strings
    cursor.execute('SELECT * FROM users WHERE name = \'root\'')  # ok: python.security.sql-built-from-strings
    return cursor.fetchall()


def by_order(cursor, order_id, identifier):
    cursor.execute("SELECT * FROM lines WHERE order_id = '" + order_id + "'")  # finds: python.security.sql-built-from-strings
    cursor.execute("SELECT * FROM lines WHERE id = '%s'" % identifier)  # finds: python.security.sql-built-from-strings


def login(connection, form):
    query = "SELECT * FROM users WHERE login = '%s' AND secret = '%s'" % (form["login"], form["secret"])
    return connection.execute(query)  # finds: python.security.sql-built-from-strings


async def search(session, term):
    await session.execute(text(f"select id from notes where body like '%{term}%'"))  # finds: python.security.sql-built-from-strings


def parameters(cursor, name, ids):
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))  # ok: python.security.sql-built-from-strings
    cursor.execute(f"SELECT * FROM {TABLE} WHERE name = ?", (name,))  # ok: python.security.sql-built-from-strings
    marks = ", ".join("?" * len(ids))
    cursor.execute(f"SELECT * FROM users WHERE id IN ({', '.join('?' * len(ids))})", ids)  # ok: python.security.sql-built-from-strings
    cursor.execute("SELECT id, name " "FROM users")  # ok: python.security.sql-built-from-strings


def composed(cursor, table, name, keys):
    cursor.execute(  # ok: python.security.sql-built-from-strings
        "DELETE FROM %s WHERE %s IN (%s)" % (table, quote_name("key"), ", ".join(["%s"] * len(keys))), keys
    )
    cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table)))  # ok: python.security.sql-built-from-strings
    cursor.execute(f"SELECT * FROM {quote_name(table)} WHERE name = %s", [name])  # ok: python.security.sql-built-from-strings


def not_sql(pool, name):
    pool.execute(f"build {name}")  # ok: python.security.sql-built-from-strings
    logging.text(f"Select a value from the list: {name}")  # ok: python.security.sql-built-from-strings


def through_a_list(cursor, name):
    parts = ["SELECT * FROM users WHERE name = '", name, "'"]
    cursor.execute("".join(parts))  # missing: python.security.sql-built-from-strings


def page(cursor, field):
    cursor.execute(f"SELECT * FROM users ORDER BY {field}")  # missing: python.security.sql-built-from-strings
