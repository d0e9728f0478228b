"""The methods of text, whatever the language calls them."""

__all__ = ["MEASURES", "PYTHON_METHODS", "SPLITTERS", "TEXT_METHODS"]

# The result is made of the receiver and the arguments, and of nothing else.
TEXT_METHODS = frozenset(
    """
    strip lstrip rstrip lower upper title capitalize casefold swapcase replace format format_map join encode decode
    ljust rjust center zfill expandtabs translate removeprefix removesuffix partition rpartition trim trimStart
    trimEnd toLowerCase toUpperCase concat substring substr slice padStart padEnd repeat toString valueOf charAt at
    normalize replaceAll getBytes intern strip_tags
    """.split()  # noqa: SIM905 - a list of words
)
# The result is a number or a truth value.
MEASURES = frozenset(
    """
    startswith endswith find rfind index rindex count isdigit isalpha isalnum isspace isupper islower isnumeric
    isidentifier isdecimal istitle startsWith endsWith includes indexOf lastIndexOf charCodeAt codePointAt length
    size isEmpty equals equalsIgnoreCase contains hashCode compareTo localeCompare search test __len__ bit_length
    """.split()  # noqa: SIM905 - a list of words
)
# The result is a list of parts.
SPLITTERS = frozenset(("split", "rsplit", "splitlines", "findall", "match", "matchAll"))
# Those of Python that can be computed when all that goes into them is known.
PYTHON_METHODS = frozenset(
    """
    capitalize casefold count encode decode endswith find format index isalnum isalpha isdigit isidentifier islower
    isnumeric isspace istitle isupper lower lstrip partition removeprefix removesuffix replace rfind rindex rstrip
    startswith strip swapcase title upper
    """.split()  # noqa: SIM905 - a list of words
)
