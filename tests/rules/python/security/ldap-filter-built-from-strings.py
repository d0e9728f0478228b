import re

import ldap
from ldap.filter import escape_filter_chars

BASE = "ou=people,dc=shop,dc=example"


def find(connection, name):
    return connection.search_s(BASE, ldap.SCOPE_SUBTREE, f"(uid={name})")  # finds: python.security.ldap-filter-built-from-strings


def login(connection, name, password):
    query = "(&(uid=" + name + ")(userPassword=" + password + "))"
    return connection.search_s(BASE, ldap.SCOPE_SUBTREE, query)  # finds: python.security.ldap-filter-built-from-strings


def search(connection, name):
    return connection.search(search_base=BASE, search_filter="(cn=%s)" % name)  # finds: python.security.ldap-filter-built-from-strings


def careful(connection, name, text):
    connection.search_s(BASE, ldap.SCOPE_SUBTREE, f"(uid={escape_filter_chars(name)})")  # ok: python.security.ldap-filter-built-from-strings
    connection.search_s(BASE, ldap.SCOPE_SUBTREE, "(objectClass=person)")  # ok: python.security.ldap-filter-built-from-strings
    return re.search(f"(a={name})", text)  # spurious: python.security.ldap-filter-built-from-strings


def configured(connection, settings, name):
    return connection.search_s(BASE, ldap.SCOPE_SUBTREE, settings.filter % name)  # missing: python.security.ldap-filter-built-from-strings
