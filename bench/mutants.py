"""Whether the score moves when labelled code is written differently.

`python -m bench.mutants CORPUS LABELS.csv [OPTION...]`

Every mutation is made on each Python file of the corpus that is a test of the labels, and the corpus is reviewed again
by the command, with the options. The tests that a mutation changed are scored before and after. `flip` turns the label
as well: where a constant takes the place of the input, a real injection is none any more. The other way round nothing
is certain, as a trap may be harmless for two reasons.
"""

import ast
import csv
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.mutations import MOVED, MUTATIONS, flip
from xcodereviewer.domain.review import Review
from xcodereviewer.evaluation.comparison import compare_runs, ended
from xcodereviewer.evaluation.labels import Labels
from xcodereviewer.evaluation.matching import Case, judge
from xcodereviewer.evaluation.owasp import read_expected_results
from xcodereviewer.evaluation.scores import Estimate, Measure, score
from xcodereviewer.reports.json_report import read_review

XCR = str(Path(sys.executable).parent / "xcr")
INJECTIONS = frozenset({"22", "78", "79", "89", "90", "94", "502", "601", "611", "643"})
HEAD = (
    "| mutation | cases | right before | after | Youden before | after | right only after / only before | p |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Labelled code on the disk."""

    folder: Path
    labels: str  # the text of the expected results

    def tests(self) -> dict[str, Path]:
        """Return the Python file of each test, below the folder."""
        names = {row[0] for row in csv.reader(self.labels.splitlines()) if row and not row[0].startswith("#")}
        paths = (path.relative_to(self.folder) for path in sorted(self.folder.rglob("*.py")))
        return {path.stem: path for path in paths if path.stem in names}


def main(arguments: Sequence[str]) -> int:
    """Print a row for each mutation."""
    corpus = Corpus(folder=Path(arguments[0]), labels=Path(arguments[1]).read_text(encoding="utf-8"))
    options = arguments[2:]
    before = reviewed(corpus.folder, options)
    print(HEAD)
    for name in (*MUTATIONS, "flip"):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / corpus.folder.name
            shutil.copytree(corpus.folder, folder, ignore=shutil.ignore_patterns(".git"))
            mutant = Corpus(folder=folder, labels=corpus.labels)
            changed, labels = flipped(mutant) if name == "flip" else mutated(mutant, name)
            after = reviewed(folder, options)
        print(row(name, judged(corpus.labels, before, changed), judged(labels, after, changed)), flush=True)
    return 0


def mutated(corpus: Corpus, name: str) -> tuple[set[str], str]:
    """Change the tests of a copied corpus; returns which were, and the labels, which are as before."""
    changed = set()
    for test, path in corpus.tests().items():
        place = corpus.folder / path
        text = place.read_text(encoding="utf-8")
        mutant = MUTATIONS[name](text, test) if parses(text) else None
        if mutant is None:
            continue
        changed.add(test)
        place.write_text(mutant.text, encoding="utf-8")
        if mutant.moved is not None:
            (place.parent / MOVED).mkdir(exist_ok=True)
            (place.parent / MOVED / place.name).write_text(mutant.moved, encoding="utf-8")
    return changed, corpus.labels


def flipped(corpus: Corpus) -> tuple[set[str], str]:
    """Turn a deciding constant of each real injection that has one; returns which, and the turned labels."""
    tests, changed, rows = corpus.tests(), set(), []
    for test, category, real, cwe in (row[:4] for row in csv.reader(corpus.labels.splitlines()) if len(row) > 3):
        if test not in tests or real.strip() != "true" or cwe.strip() not in INJECTIONS:
            continue
        place = corpus.folder / tests[test]
        before = place.read_text(encoding="utf-8")
        text = flip(before) if parses(before) else None
        if text is None:
            continue
        changed.add(test)
        place.write_text(text, encoding="utf-8")
        rows.append(f"{test},{category},false,{cwe}")
    return changed, "\n".join(rows)


def parses(text: str) -> bool:
    """Whether this interpreter can read a file; a corpus may be newer."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def reviewed(folder: Path, options: Sequence[str]) -> Review:
    """Review a folder by the command."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        command = [XCR, "review", str(folder), "--quiet", "--no-cache", "--no-config", "-o", f"json={report}", *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return read_review(report.read_bytes())


def judged(labels: str, review: Review, tests: Iterable[str]) -> list[Case]:
    """Return how some tests ended."""
    paths = [file.path for file in review.coverage.files]
    wanted = frozenset(tests)
    read: Labels = read_expected_results(labels, name="labels", paths=paths).chosen(lambda case: case in wanted)
    return judge(read, [finding for finding in review.findings if finding.is_open])


def row(name: str, before: Sequence[Case], after: Sequence[Case]) -> str:
    """Return the row of one mutation."""
    compared = compare_runs(ended(after), ended(before))
    right = [f"{sum(case.outcome.is_right for case in cases):,}" for cases in (before, after)]
    youden = [_told(score(cases).micro.measures[Measure.YOUDEN]) for cases in (before, after)]
    numbers = " | ".join((f"{len(after):,}", *right, *youden))
    return f"| {name} | {numbers} | {compared.better} / {compared.worse} | {compared.p:.2g} |"


def _told(estimate: Estimate | None) -> str:
    return "-" if estimate is None else f"{estimate.value:.3f} ({estimate.low:.3f} to {estimate.high:.3f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
