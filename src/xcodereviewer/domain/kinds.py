"""The closed list of what a library's calls can be, which joins library models and rules.

A library model says that `flask.request.args` is a source of kind `request`; a rule says that `request` must not reach
a sink of kind `sql`. Neither knows the other.
"""

from enum import StrEnum

__all__ = ["CheckKind", "PropertyKind", "SinkKind", "SourceKind"]


class SourceKind(StrEnum):
    """Where a value comes from, when it matters who made it."""

    REQUEST = "request"  # whoever sends a request: parameters, headers, cookies, body, file names, message payloads
    UPLOAD = "upload"  # the content of a file that somebody sent
    DATABASE = "database"  # what somebody may have stored before
    FILE = "file"
    NETWORK = "network"  # answers of other hosts
    ENVIRONMENT = "environment"
    ARGUMENT = "argument"  # the command line, standard input
    WEAK_RANDOM = "weak-random"  # a number that can be guessed
    SECRET = "secret"  # noqa: S105 - a word, no secret: passwords, keys, tokens
    PAGE = "page"  # the address of a page that somebody was sent to, and what other windows tell it
    ERROR = "error"  # the text of an exception, a stack trace


class SinkKind(StrEnum):
    """What a value does where it arrives. The order is the order of the bits in a set of kinds."""

    SQL = "sql"
    NOSQL = "nosql"
    COMMAND = "command"  # a shell reads it
    PROGRAM = "program"  # which program runs, or an argument of one that acts on it
    CODE = "code"
    TEMPLATE = "template"  # the source of a template
    LDAP = "ldap"
    XPATH = "xpath"
    HEADER = "header"
    LOG = "log"
    MAIL = "mail"
    HTML = "html"
    PATH = "path"  # which file is read
    PATH_WRITE = "path-write"  # which file is written or deleted
    UPLOAD = "upload"  # a file that was sent is kept
    ARCHIVE = "archive"  # an archive is unpacked
    URL = "url"  # which host is asked
    REDIRECT = "redirect"
    XML = "xml"
    DESERIALISE = "deserialise"
    SESSION_KEY = "session-key"
    SESSION = "session"
    REGEX = "regex"
    FORMAT = "format"  # a format string
    ATTRIBUTE = "attribute"  # which attribute is read or set
    MASS_ASSIGNMENT = "mass-assignment"
    PROTOTYPE = "prototype"
    SIZE = "size"  # how much memory, how many rounds
    TOKEN = "token"  # noqa: S105 - a word, no secret: what must not be guessed: session ids, passwords, reset codes
    RESPONSE = "response"  # the answer, whatever its type
    STORE = "store"  # the database; what is stored comes back as `SourceKind.DATABASE`
    CREDENTIAL = "credential"  # a password or key that is used to log in or to sign
    PASSWORD_STORE = "password-store"  # noqa: S105 - a word, no secret: a password that is kept
    LINK = "link"  # the beginning of an address in a page: `javascript:` runs

    @property
    def bit(self) -> int:
        """The kind's place in a set of kinds that is kept as one integer."""
        return _BITS[self]


_BITS = {kind: 1 << number for number, kind in enumerate(SinkKind)}


class PropertyKind(StrEnum):
    """A setting that a call makes; which of its values are bad, a rule says."""

    HASH = "hash"
    CIPHER = "cipher"
    CIPHER_MODE = "cipher-mode"
    KEY_SIZE = "key-size"
    KEY_ORIGIN = "key-origin"  # `literal`: the key stands in the program
    NONCE_ORIGIN = "nonce-origin"  # `literal`: the nonce or initialisation vector stands in the program
    TLS_VERIFICATION = "tls-verification"
    TLS_VERSION = "tls-version"
    COOKIE_SECURE = "cookie-secure"
    COOKIE_HTTP_ONLY = "cookie-http-only"
    COOKIE_SAME_SITE = "cookie-same-site"
    DEBUG = "debug"
    JWT_VERIFICATION = "jwt-verification"
    JWT_ALGORITHM = "jwt-algorithm"
    XML_ENTITIES = "xml-entities"
    CORS_ORIGIN = "cors-origin"
    AUTOESCAPE = "autoescape"
    CSRF_TOKEN = "csrf-token"  # noqa: S105 - a word, no secret: whether a form has one
    SCRIPT_INTEGRITY = "script-integrity"  # whether a script of another host has a digest
    SHELL = "shell"
    LOADER = "loader"
    TIMEOUT = "timeout"


class CheckKind(StrEnum):
    """What the framework checks look for in an application's routes and settings."""

    ROUTE = "route"  # no weakness: every route is told, which `xcr routes` asks for
    MISSING_AUTHENTICATION = "missing-authentication"
    MISSING_ROLE = "missing-role"
    CLAIMED_ROLE = "claimed-role"
    UNOWNED_OBJECT = "unowned-object"
    CSRF_MISSING = "csrf-missing"
    LOGIN_WITHOUT_THROTTLING = "login-without-throttling"
    PASSWORD_IN_CLEAR = "password-in-clear"  # noqa: S105 - a word, no secret
    USER_ENUMERATION = "user-enumeration"
    SESSION_FIXATION = "session-fixation"
    UNCHECKED_UPLOAD = "unchecked-upload"
    SESSION_COOKIE_FLAGS = "session-cookie-flags"
    MISSING_HEADERS = "missing-headers"  # pages that say neither who may frame them nor which scripts may run
