"""Logins against a company's directory."""

import ldap
from flask import Flask, jsonify, request, session
from ldap3 import ALL, Connection, Server
from ldap3.utils.conv import escape_filter_chars
from ldap.filter import filter_format

app = Flask(__name__)
BASE = "ou=people,dc=example,dc=org"


def directory():
    return Connection(Server("ldaps://directory.example.org", get_info=ALL), auto_bind=True)


@app.post("/login")
def login():
    name, password = request.form["name"], request.form["password"]
    connection = directory()
    connection.search(BASE, f"(&(uid={name})(userPassword={password}))")  # finds: python.security.ldap-injection
    if connection.entries:
        session["user"] = connection.entries[0].entry_dn
    return jsonify(bool(connection.entries))


@app.get("/phones")
def phones():
    server = ldap.initialize("ldaps://directory.example.org")
    base = "ou=" + request.args["unit"] + ",dc=example,dc=org"
    found = server.search_s(base, ldap.SCOPE_SUBTREE, "(telephoneNumber=*)")  # finds: python.security.ldap-injection
    return jsonify(len(found))


@app.get("/people")
def people():
    connection = directory()
    connection.search(BASE, "(cn=*%s*)" % escape_filter_chars(request.args["q"]))  # ok: python.security.ldap-injection
    return jsonify(len(connection.entries))


@app.get("/rooms")
def rooms():
    connection = directory()
    connection.search(BASE, f"(roomNumber={int(request.args['room'])})")  # ok: python.security.ldap-injection
    return jsonify(len(connection.entries))
