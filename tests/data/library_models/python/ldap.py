import ldap
import ldap3
from flask import Flask, request
from ldap3.utils.conv import escape_filter_chars
from ldap.filter import filter_format

app = Flask(__name__)


@app.route("/")
def index():
    name = request.args["name"]
    connection = ldap3.Connection("ldap://example.org")
    connection.search("dc=example,dc=org", "(cn=" + name + ")")  # finds: request > ldap
    connection.search("dc=example,dc=org", "(cn=" + escape_filter_chars(name) + ")")  # ok
    connection.search("dc=" + name, "(cn=fixed)")  # finds: request > ldap
    other = ldap.initialize("ldap://example.org")
    other.search_s("dc=example,dc=org", ldap.SCOPE_SUBTREE, f"(cn={name})")  # finds: request > ldap
    other.search_s("dc=example,dc=org", ldap.SCOPE_SUBTREE, filter_format("(cn=%s)", [name]))  # ok
    other.search_s("dc=example,dc=org", ldap.SCOPE_SUBTREE, "(cn=fixed)", [name])  # ok
    return "done"
