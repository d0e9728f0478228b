"""Whether the rules of a folder can be run at all; if not, the file, the line and what to write."""

import contextlib
from pathlib import Path as FilePath

from xcodereviewer.core.errors import XCodeReviewerError
from xcodereviewer.core.forms import Misfit, Path, nearest
from xcodereviewer.domain.engine import Engine, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.registry import engine_names, load_engine
from xcodereviewer.rules.pack import Pack
from xcodereviewer.rules.rule_file import InvalidRule
from xcodereviewer.rules.yaml_document import InvalidYaml, read_document

__all__ = ["check_pack", "check_rule", "line_in"]


def check_pack(pack: Pack) -> None:
    """Make sure that every rule can be run by its engine, in each of its languages.

    Raises:
        InvalidRule: one cannot.
    """
    for rule in pack.rules:
        file = pack.files[rule.id]
        try:
            check_rule(rule)
        except Misfit as error:
            raise InvalidRule(file, error.reason, line=line_in(file, error.path, word=error.word)) from error
        except XCodeReviewerError as error:
            raise InvalidRule(file, str(error)) from error


def check_rule(rule: Rule) -> None:
    """Make sure that the rule's engine can run it, in each of its languages.

    Raises:
        Misfit: it cannot.
    """
    if rule.engine not in engine_names():
        raise Misfit(f"there is no engine `{rule.engine}`; {nearest(rule.engine, engine_names())}", path=("engine",))
    try:
        _run(rule, load_engine(rule.engine))
    except (Misfit, XCodeReviewerError):
        raise
    except ValueError as error:
        reason = " ".join(str(error).removeprefix(f"{rule.id}: ").split())
        raise Misfit(reason, path=("match",)) from error
    except (Exception, SystemExit) as error:  # xcr: ignore[broad-handler-outside-the-doors] another package's engine
        reason = " ".join(f"engine `{rule.engine}` fails: {type(error).__name__}: {error}".split())
        raise Misfit(reason, path=("engine",)) from error


def _run(rule: Rule, engine: Engine) -> None:
    if len(rule.languages) < len(Language):  # else it is for any language that the engine knows
        for language in rule.languages:
            if language not in engine.languages:
                known = ", ".join(sorted(engine.languages))
                reason = f"`languages` names {language}, but engine `{engine.name}` looks at {known} only"
                raise Misfit(reason, path=("languages",), word=language)
    if check := getattr(engine, "check", None):
        check(rule)
    scanner = engine.prepare([rule])
    for language in rule.languages:
        if language in engine.languages:
            for _ in scanner.scan([SourceText(id=0, language=language, text="")]):
                pass


def line_in(file: str, path: Path, *, word: str = "") -> int | None:
    """Return the line of a rule file that `path` leads to, or where the text `word` stands in there."""
    with contextlib.suppress(OSError, UnicodeDecodeError, InvalidYaml):  # it has been read a moment ago
        text = FilePath(file).read_text(encoding="utf-8-sig")
        return read_document(text).line(path, word=word)
    return None
