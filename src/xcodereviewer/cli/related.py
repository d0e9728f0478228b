"""What the data-flow engine says of a whole tree to a few rules: a question, and no review."""

from collections.abc import Sequence

from xcodereviewer.domain.engine import FileFacts, Match, Scan, SourceText
from xcodereviewer.domain.rule import Rule
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.pool import WorkerPool
from xcodereviewer.pipeline.reading import read_text
from xcodereviewer.sources.classify import language_of, tags_of

__all__ = ["related"]

_ENGINE = "dataflow"
_TOGETHER = 64  # files in one piece of work


def related(tree: SourceTree, rules: Sequence[Rule], *, jobs: int) -> tuple[list[tuple[str, Match]], str]:
    """Return what the engine finds in the files of the rules' languages, each with its path, or why it could not.

    It runs in worker processes: source text is never read in this one.
    """
    with WorkerPool({_ENGINE: rules}, workers=jobs) as pool:
        scans = _scanned(tree, rules, pool)
        facts = [FileFacts(id=scan.id, path=tree.files[scan.id].path, facts=scan.facts) for scan in scans if scan.facts]
        found, failure = pool.relate(_ENGINE, facts).get() if facts else ([], "")
    return [(tree.files[number].path, one) for number, one in found if isinstance(one, Match)], failure


def _scanned(tree: SourceTree, rules: Sequence[Rule], pool: WorkerPool) -> list[Scan]:
    """Return the scans of the files that the rules speak of."""
    numbers = {file.path: number for number, file in enumerate(tree.files)}
    languages = {language for rule in rules for language in rule.languages}
    waiting: list[SourceText] = []
    works = 0
    for file, content in tree.texts():
        language = language_of(file.path, content[:1000])
        if language not in languages:
            continue
        text = read_text(content).text
        waiting.append(SourceText(id=numbers[file.path], language=language, text=text, tags=tags_of(file.path)))
        if len(waiting) == _TOGETHER:
            pool.submit(waiting, {_ENGINE: [one.id for one in waiting]})
            waiting, works = [], works + 1
    if waiting:
        pool.submit(waiting, {_ENGINE: [one.id for one in waiting]})
        works += 1
    scans = []
    while works:
        answer = pool.next_answer()
        works -= answer is None
        scans += [answer[1]] if answer is not None else []
    return sorted(scans, key=lambda scan: scan.id)
