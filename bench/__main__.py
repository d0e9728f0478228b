"""`make bench`: measures and writes the table of docs/benchmarks.md."""

import os
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.corpora import CORPORA, Corpus, corpus_folder
from bench.measure import peak_memory, timed, timed_best
from bench.peer import SEMGREP, semgrep_command, write_rules
from bench.table import Row, publish
from xcodereviewer import __version__
from xcodereviewer.rules.pack import built_in_folder, load_pack

JOBS = 2
XCR = [sys.executable, "-m", "xcodereviewer"]
ENTRY = str(Path(sys.executable).parent / "xcr")


def main() -> int:
    """Measure everything; ends with 1 when a limit is missed."""
    rows = []
    for row in _rows():
        rows.append(row)
        print(row.told, flush=True)
    publish(rows, machine=f"{os.cpu_count()} processors, Python {platform.python_version()}, xcr {__version__}")
    return int(any(not row.is_met for row in rows))


def _rows() -> Iterator[Row]:
    start = timed_best([ENTRY, "--version"], times=15)
    yield Row(what="`xcr --version`", ours=start, unit="s", limit=0.150, limit_is="150 ms")
    for corpus in CORPORA:
        yield from _of(corpus, start=start)


def _of(corpus: Corpus, *, start: float) -> Iterator[Row]:
    folder = corpus_folder(corpus)
    rules = Counter(rule.engine for rule in load_pack(built_in_folder()).rules if corpus.language in rule.languages)
    count = rules["patterns"]
    peer = timed_best(semgrep_command(write_rules(corpus.language, count), folder, jobs=JOBS), times=1)
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, "XCR_CACHE_DIR": cache}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled
        review = [ENTRY, "review", str(folder), f"-j{JOBS}", "--quiet"]
        cold = timed_best([*review, "--no-cache"], times=2, env=env)
        yield Row(
            what=f"{corpus.name} {corpus.version}: cold, {sum(rules.values())} rules of {len(rules)} engines",
            ours=cold,
            unit="s",
            limit=peer,
            limit_is=f"Semgrep {SEMGREP} with {count} structural rules",
        )
        timed(review, env=env)
        timed(review, env=env)
        status = timed_best(["git", "-C", str(folder), "status", "--porcelain"], times=9)
        warm = timed_best(review, times=9, env=env)
        yield Row(
            what=f"{corpus.name}: warm, nothing changed",
            ours=warm,
            unit="s",
            limit=3 * (status + start),
            limit_is="3 × (`git status` + `xcr --version`)",
        )
        yield Row(
            what=f"{corpus.name}: one file changed",
            ours=_one_changed(corpus, folder, review, env),
            unit="s",
            limit=1.0,
            limit_is="1 s",
        )
        memory = peak_memory([*review, "--no-cache"], env=env)
        yield Row(what=f"{corpus.name}: peak memory", ours=memory, unit="MB", limit=600, limit_is="600 MB (sum of PSS)")


def _one_changed(corpus: Corpus, folder: Path, review: list[str], env: dict[str, str]) -> float:
    """Return the time of a review after one file changed; the file is as it was afterwards.

    The change is a comment on a new first line: it moves all that an engine knows of the file.
    """
    ending, comment = {"python": (".py", b"# "), "javascript": (".js", b"// ")}[corpus.language]
    path = min(path for path in folder.rglob(f"*{ending}") if 5_000 < path.stat().st_size < 20_000)
    before = path.read_bytes()
    seconds = []
    try:
        for number in range(3):
            path.write_bytes(comment + b"%d %d\n" % (number, time.time_ns()) + before)
            seconds.append(timed(review, env=env).seconds)
    finally:
        path.write_bytes(before)
    return sorted(seconds)[1]


if __name__ == "__main__":
    sys.exit(main())
