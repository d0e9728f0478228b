"""Which values only stand where a secret would: templates, samples, counters and words that say so."""

import hashlib
import re

__all__ = ["is_documented_sample", "is_invented", "is_placeholder", "is_template"]

# Words that nobody's generated key holds by chance, and that people write into invented ones.
_SAYS_SO = re.compile(
    r"example|sample|dummy|placeholder|redacted|changeme|change[-_]me|replace[-_]?me|notreal|not[-_]a[-_]?real"
    r"|your[-_]|[-_]here\b|insert[-_]|xxxx|\*{3}|\.{3}|…|fakefake|f00d|deadbeef|c0ffee|lorem|invalid[-_]",
    re.IGNORECASE,
)
# Words that say so where a person chose the value.
_SAYS_SO_IN_WORDS = re.compile(
    r"(?:^|[^a-z])(?:your?|my|the|some|any|this|fake|mock|foo|bar|baz|foobar|test|tests|testing|tbd|todo|fixme|none|null|nil"
    r"|undefined|unset|empty|default|hidden|masked|secret|password|token|value|string|enter|insert|xxx+|demo|insecure|dev)"
    r"(?:$|[^a-z])",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(
    r"\$\{|\$\(|\{\{|\}\}|\{%|<%|%>|#\{|\[\[|\{[A-Za-z_][\w.]{0,60}\}|\{\d?\}|%\(\w+\)s|%[sdv@]|%[A-Z_]{2,}%|@@\w+@@"
    r"|^\$[A-Za-z_]\w*$|^%\w+%$|^<[^>]*>$|^\[[^\]]*\]$|^\{[^}]*\}$|^__\w+__$|^@\w+@$|^![A-Za-z][A-Za-z.]*$|&lt;|&amp;lt;"
)
_LOOK_UP = re.compile(
    r"\b(?:process\.env|os\.environ|import\.meta|getenv|environ\b|ENV\[|env\.|env\(|secrets\.|vault:|ssm:|kms:"
    r"|secretsmanager:|op://|keyring:|file:|sops:|arn:|ENC\[|valueFrom)",
    re.IGNORECASE,
)
_RUN = re.compile(r"(.)\1{4,}")
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "zyxwvutsrqponmlkjihgfedcba",
    "01234567890",
    "98765432109",
    "qwertyuiop",
    "asdfghjkl",
)
_SEQUENCE = 6  # characters in the order of the alphabet or the keyboard
_IN_ORDER = re.compile(
    "|".join(row[start : start + _SEQUENCE] for row in _ALPHABETS for start in range(len(row) - _SEQUENCE + 1))
)
_FEW = 0.25  # distinct characters to length, up to which a long value counts as typed by holding keys

# SHA-256 of keys that vendors print in their documentation and that emulators ship, so that none stands here in full.
_DOCUMENTED = frozenset(
    {
        "ac9265e56c79b234",  # Firebase: web API key
        "0011cc25eb432071",  # Azurite: account key
        "aa6547439583c3a2",  # Cosmos DB emulator: account key
        "7f75367e78812551",  # jwt.io: token
        "0b5dd075ccdd03c4",  # Telegram: bot token
        "9c846fdf0fa8955c",  # Mailgun: API key
        "6c96130f130ab0d6",  # RFC 6749: access token
        "00cf4c781dc37003",  # RFC 6749: refresh token
        "e9974c507d2a8021",  # RFC 6749: client secret
        "4c20e6f5cc11b937",  # RFC 5849: temporary token
        "bb9b1163338b2a51",  # RFC 5849: token
        "649e1f5c769e718b",  # RFC 5849: token secret
        "cb87c87e4a138d9a",  # OAuth 1.0: consumer secret
        "29e1e092ced1d10a",  # OAuth 1.0: token
        "976b57ee8acdfcf4",  # GitHub: token with a right checksum, in the announcement of the format
    }
)


def is_documented_sample(value: str) -> bool:
    """Whether a vendor's documentation or emulator uses this very value."""
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:16] in _DOCUMENTED


def is_template(value: str) -> bool:
    """Whether the value is filled in or looked up elsewhere when the program runs."""
    return bool(_TEMPLATE.search(value) or _LOOK_UP.search(value))


def is_invented(value: str) -> bool:
    """Whether a value of a provider's form is obviously none that the provider gave out."""
    if _SAYS_SO.search(value) or _RUN.search(value) or is_documented_sample(value):
        return True
    if _IN_ORDER.search(value.lower()) or _has_period(value):
        return True
    return len(value) >= 12 and len(set(value)) <= min(8, max(4, len(value) * _FEW))


def is_placeholder(value: str) -> bool:
    """Whether a value that a person assigned only stands for a secret."""
    return is_template(value) or is_invented(value) or bool(_SAYS_SO_IN_WORDS.search(value))


def _has_period(value: str) -> bool:
    """Whether the value is one shorter text over and over."""
    again = (value + value).find(value, 1)
    return 0 < again <= len(value) // 2
