"""Code whose language no rule reads: it is told as not looked at, whatever engines for any text said of it."""

from dataclasses import replace

from xcodereviewer.domain.coverage import Coverage, FileCoverage, Outcome, Pass, Skipped
from xcodereviewer.domain.language import NOT_CODE, Language
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.sources.classify import foreign_language

__all__ = ["with_unread"]

_GENERIC = "generic"  # what rules for any text are named for
_READER = "patterns"  # the engine that would read it
_NO_CODE = NOT_CODE | {Language.HTML, Language.CSS}
_NAMED_FOR = {Language.TYPESCRIPT: Language.JAVASCRIPT, Language.TSX: Language.JAVASCRIPT, Language.CPP: Language.C}


def with_unread(coverage: Coverage, request: ReviewRequest) -> Coverage:
    """Return the coverage in which each file of code that no rule reads, chosen or not, has a pass that says so.

    Secrets and complexity are looked for in any code. A review that was asked for nothing else claims no more.
    """
    named = {rule.id.partition(".")[0] for rule in request.rules if rule.engine in request.engines}
    if named <= {_GENERIC}:
        return coverage
    known = named | {rule.partition(".")[0] for rule in request.known_rules or ()}
    files = [_told(file, known) for file in coverage.files]
    unread = [skip for skip in coverage.skipped if _is_unread(skip, known)]
    return replace(
        coverage,
        files=tuple(sorted([*files, *(_unread_file(skip) for skip in unread)], key=lambda file: file.path)),
        skipped=tuple(skip for skip in coverage.skipped if skip not in unread),
    )


def _told(file: FileCoverage, known: set[str]) -> FileCoverage:
    name = foreign_language(file.path) if file.language is Language.TEXT else _unread_name(file.language, known)
    if not name or any(done.engine == _READER for done in file.passes):
        return file
    return replace(file, passes=tuple(sorted((*file.passes, _pass(name)), key=lambda done: done.engine)))


def _unread_name(language: Language, known: set[str]) -> str:
    return "" if language in _NO_CODE or _NAMED_FOR.get(language, language) in known else language.value


def _is_unread(skip: Skipped, known: set[str]) -> bool:
    """Return whether a file was left out since none of the engines that were chosen looks at its language."""
    language = skip.reason.removeprefix("no rule for ")
    return language != skip.reason and bool(_unread_name(Language(language), known) or foreign_language(skip.path))


def _unread_file(skip: Skipped) -> FileCoverage:
    language = Language(skip.reason.removeprefix("no rule for "))
    name = foreign_language(skip.path) or language.value
    return FileCoverage(path=skip.path, language=language, size=0, lines=0, passes=(_pass(name),))


def _pass(name: str) -> Pass:
    return Pass(engine=_READER, outcome=Outcome.UNSUPPORTED, reason=f"no rule reads {name}")
