"""Why ast-grep refuses a rule, in one line: its own errors are chains of causes, with traces of its insides."""

import re

from xcodereviewer.core.forms import Misfit
from xcodereviewer.domain.language import Language

__all__ = ["refusal"]

_TRACE = re.compile(r"\n\s*Stack backtrace:.*", re.DOTALL)
_CAUSE = re.compile(r"^\s*\d+: ", re.MULTILINE)
_REGEX = re.compile(r"regex parse error:\n(?P<regex>.*?)\n\s*\^.*error: (?P<error>.*)", re.DOTALL)
_GRAMMARS = "see the language's tree-sitter grammar"
_KNOWN = (  # what ast-grep says, and what we say of the word that it names
    (r"Kind `(.*)` is invalid", f"`{{word}}` is no kind of node in {{language}}; {_GRAMMARS}"),
    (r"invalid field (\w+)", f"`{{word}}` is no field of a node in {{language}}; {_GRAMMARS}"),
    (r"Rule `(.*)` is not defined", "`matches: {word}` names no rule of `match.utils`; add it there"),
    (r"Rule `(.*)` has a cyclic", "`{word}` of `match.utils` is made of itself; break the circle"),
    (r"selector `(.*?)` matches no node", "`selector: {word}` is no node in its `context`; write the kind of one"),
    (r"No AST root is detected.*source `(.*)`", "the pattern `{word}` holds no {language}; write an expression"),
    (
        r"Multiple AST nodes.*source `(.*)`",
        "the pattern `{word}` is several pieces of {language}; write one, or `{{context: …, selector: …}}`",
    ),
    (r"regex exceeds size limit()", "an expression is too large when compiled; repeat less"),
    (
        r"must have one positive matcher()",
        "each rule object needs a `pattern`, `kind`, `regex`, `any`, `all` or `matches`",
    ),
    (r"invalid nthChild()", "an `nthChild` is no position; write a number, or a formula as `2n+1`"),
    (r"Undefined meta var `(.*)`", "`match.constraints` names `{word}`, which no pattern captures"),
)


def refusal(error: Exception, language: Language) -> Misfit:
    """Return what ast-grep says against a rule as one sentence that blames a word of the rule."""
    text = _TRACE.sub("", str(error))
    if found := _REGEX.search(text):
        regex = found["regex"].strip()
        name = "an expression of several lines" if "\n" in regex else f"the expression `{regex}`"
        return Misfit(f"{name} is not right: {_one_line(found['error'])}", path=("match",), word=regex)
    for said, told in _KNOWN:
        if found := re.search(said, text, re.DOTALL):
            return Misfit(told.format(word=found[1], language=language), path=("match",), word=found[1])
    return Misfit(f"ast-grep refuses it for {language}: {_one_line(_CAUSE.split(text)[-1])}", path=("match",))


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
