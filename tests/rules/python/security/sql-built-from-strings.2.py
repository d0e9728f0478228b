TEMP_TABLE = "temporary"


def upsert(cursor, table, columns, rows):
    query = "INSERT INTO %s (%s) VALUES (%s)" % (table, ", ".join(c for c in columns), ", ".join("?" for _ in columns))
    cursor.executemany(query, rows)  # ok: python.security.sql-built-from-strings
    cursor.execute('INSERT INTO "%s" VALUES (%s)' % (table.name, ",".join(["?"] * len(columns))), rows[0])  # ok: python.security.sql-built-from-strings


def threads(cursor, last, least_function):
    query = f"""
        SELECT room, {least_function}(attempts, ?) FROM relations
        WHERE id > ? AND kind = '{RelationTypes.THREAD}' LIMIT ?
    """
    cursor.execute(query, (last, 100))  # ok: python.security.sql-built-from-strings


def meta(connection, resource):
    query = text(f"SELECT name FROM meta WHERE alias_of = {literal_string(resource)}")  # ok: python.security.sql-built-from-strings
    return connection.execute(query)  # ok: python.security.sql-built-from-strings


def page(cursor, resource, request):
    cursor.execute('SELECT * FROM "{0}" LIMIT {1}'.format(resource, request.args.get("limit")))  # finds: python.security.sql-built-from-strings
    cursor.execute("SELECT * FROM %s WHERE name = '%s'" % (resource, request.args["name"]))  # finds: python.security.sql-built-from-strings
    cursor.execute(f"INSERT INTO notes (author, body) VALUES ('{request.user}', ?)", [resource])  # finds: python.security.sql-built-from-strings
    cursor.execute(f"SELECT * FROM notes WHERE id IN ({request.args['ids']})")  # finds: python.security.sql-built-from-strings
    cursor.execute("SELECT * FROM %s LIMIT %s" % (TEMP_TABLE, batch_size))  # ok: python.security.sql-built-from-strings
    cursor.execute("SELECT * FROM events WHERE id > ? AND kind = '%s'" % EventTypes.Retention, (resource,))  # ok: python.security.sql-built-from-strings
