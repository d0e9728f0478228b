"""What one line of a comment says to a reviewer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

__all__ = ["Words", "read_markers"]

_LONGEST_LINE = 2000  # a marker beyond it is not read: whoever hides one there does not want it seen
_LONGEST_REASON = 300
_MOST_RULES = 20
_STARTS = re.compile(
    r"(?P<file>^[ \t]*+(?:ruff|flake8)[ \t]*+:[ \t]*+(?i:noqa)(?![\w-]))"
    r"|(?:^[ \t/#*!;-]*+|[#/*][ \t]*+)(?P<word>nosec|(?i:noqa))(?![\w-])"
    r"|(?<![\w`'\"-])(?:(?P<xcr>xcr:)|(?P<nosem>(?i:nosem(?:grep)?))(?![\w-])|(?P<sonar>NOSONAR)(?![\w-])"
    r"|(?P<allow>(?i:pragma:[ ]?(?:allow|white)list[ -](?P<next>nextline[ -])?secret))(?![\w-]))"
)
_DIRECTIVE = re.compile(r"[ \t]*+(?P<verb>ignore(?:-file)?)(?![\w-])[ \t]*+(?P<bracket>\[)?")
_RULE_ID = re.compile(r"[\w-]++(?:\.[\w-]++)*")
_UNTIL = re.compile(r"(?:(?P<dashes>--)[ \t]*+)?\buntil[ \t:=]++(?P<day>\S++)[ \t]*+$")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CODE = re.compile(r"\b[A-Za-z]{1,5}\d{3,4}\b")
_TEST_NAMES = re.compile(r"[ \t:]*+((?:[a-z][a-z\d]*+(?>(?:_[a-z\d]++)+)[, \t]*+)+)")
_NOQA_CODES = re.compile(r"[ \t]*+:[ \t]*+([A-Za-z]++\d++(?:[, \t]++[A-Za-z]++\d++)*)")
_SEMGREP_IDS = re.compile(r"[:=][ \t]?+([\w.-]++(?:[ \t]*+,[ \t]*+[\w.-]++)*)")
_SONAR_KEYS = re.compile(r"[ \t]*+\(([^()]*+)\)")
_SEPARATORS = re.compile(r"[,\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A marker without its place."""

    kind: str
    rules: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    whole_file: bool = False
    speaks_ahead: bool = False  # of the code that follows, whatever its kind
    problem: str = ""


def read_markers(line: str) -> Iterator[Words]:
    """Yield the markers of one line of a comment's text, in order."""
    line = line[:_LONGEST_LINE].rstrip()
    starts = list(_STARTS.finditer(line))
    for index, start in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(line)
        words = _read(start, line[start.end() : end].rstrip(" \t#/*;,-"), is_first=not line[: start.start()].strip())
        if words is not None:
            yield words


def _read(start: re.Match[str], rest: str, *, is_first: bool) -> Words | None:
    if start["xcr"]:
        return _read_ours(rest, is_first=is_first)
    if start["nosem"]:
        return _read_listed("nosemgrep", _SEMGREP_IDS.match(rest), rest)
    if start["sonar"]:
        return _read_listed("NOSONAR", _SONAR_KEYS.match(rest), rest)
    if start["allow"]:
        return Words(kind="allowlist", reason=_tidy(rest), speaks_ahead=start["next"] is not None)
    if start["word"] == "nosec":
        return _read_nosec(rest)
    return _read_noqa(rest, whole_file=start["file"] is not None)


def _read_ours(text: str, *, is_first: bool) -> Words | None:
    directive = _DIRECTIVE.match(text)
    if directive is None:
        known = "what follows `xcr:` is neither `ignore` nor `ignore-file`"
        return Words(kind="xcr", problem=known) if is_first else None  # else it is prose
    whole_file = directive["verb"] == "ignore-file"
    told = text[directive.end() :]
    named, closed, rest = told.partition("]") if directive["bracket"] else ("", "]", told)
    rules = tuple(dict.fromkeys(rule for rule in _SEPARATORS.split(named) if rule))
    reason, until, problem = _read_reason(rest)
    wrong = next((rule for rule in rules if not _RULE_ID.fullmatch(rule)), None)
    if not closed:
        problem, rules, reason = "the bracket after `ignore` is not closed", (), ""
    elif wrong is not None:
        problem = f"`{wrong[:60]}` is not the name of a rule"
    elif len(rules) > _MOST_RULES:
        problem, rules = f"it names more than {_MOST_RULES} rules", ()
    elif not rules and (directive["bracket"] or whole_file):
        problem = "it names no rule"
    return Words(kind="xcr", rules=rules, reason=reason, until=until, whole_file=whole_file, problem=problem)


def _read_reason(text: str) -> tuple[str, date | None, str]:
    """Return the reason, the last day, and what is wrong with that."""
    until = _UNTIL.search(text)
    if until is None:
        return _tidy(text), None, ""
    if until["dashes"] is None and not _DATE.fullmatch(until["day"]):
        return _tidy(text), None, ""  # "wait until release" is a reason
    reason = _tidy(text[: until.start()])
    try:
        day = date.fromisoformat(until["day"]) if _DATE.fullmatch(until["day"]) else None
    except ValueError:
        day = None
    return reason, day, "" if day else f"`{until['day'][:60]}` is not a date such as 2027-01-31"


def _read_nosec(rest: str) -> Words:
    told = rest.partition("#")[0]
    names = _TEST_NAMES.match(told)
    codes = [code.upper() for code in _CODE.findall(told)]
    codes += [name for name in _SEPARATORS.split(names[1]) if name] if names else []
    reason = _tidy(told[names.end() :] if names else _CODE.sub("", told))
    return Words(kind="nosec", rules=tuple(dict.fromkeys(codes)), reason=reason)


def _read_noqa(rest: str, *, whole_file: bool) -> Words | None:
    codes = _NOQA_CODES.match(rest)
    if codes is None:
        # With a colon and no code, ruff reads nothing; a bare `ruff: noqa` speaks of style and silences no finding.
        is_bare = not rest.lstrip().startswith(":") and not whole_file
        return Words(kind="noqa", reason=_tidy(rest)) if is_bare else None
    rules = tuple(dict.fromkeys(code.upper() for code in _SEPARATORS.split(codes[1])))
    return Words(kind="noqa", rules=rules, reason=_tidy(rest[codes.end() :]), whole_file=whole_file)


def _read_listed(kind: str, listed: re.Match[str] | None, rest: str) -> Words:
    if listed is None:
        return Words(kind=kind, reason=_tidy(rest))
    rules = tuple(dict.fromkeys(rule for rule in _SEPARATORS.split(listed[1]) if rule))
    return Words(kind=kind, rules=rules, reason=_tidy(rest[listed.end() :]))


def _tidy(text: str) -> str:
    return text.strip(" \t\r:,;-–—#*/")[:_LONGEST_REASON]
