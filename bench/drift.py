"""Whether findings keep their ids over real history: `python -m bench.drift REPOSITORY [COMMITS]`.

The first-parent history is replayed oldest first: each commit is reviewed and compared with the findings of the commit
before it, which carry their ids, exactly as with a baseline. The oracle knows nothing of our matcher: `git blame -M -C`
says which line of the commit before a flagged line is. Where it is one that was flagged with the same weakness, the
finding has survived and must have the old one's id. A finding that has the id of an old one whose line is elsewhere,
with the same weakness flagged on it, has been merged wrongly.
"""

import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from xcodereviewer.domain.finding import Finding
from xcodereviewer.engines.registry import engine_names
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review
from xcodereviewer.rules.pack import built_in_folder, load_pack
from xcodereviewer.sources.commit_tree import open_commit
from xcodereviewer.sources.repository import renames
from xcodereviewer.sources.selection import Selection
from xcodereviewer.triage.baseline import Baseline, baseline_of
from xcodereviewer.triage.weakness import family_of

_BLAMED = re.compile(rb"^\^?([0-9a-f]{40}) (\d+) (\d+)(?: \d+)?$")
Place = tuple[str, int]  # path and line


@dataclass(slots=True, kw_only=True)
class Drift:
    """What was counted."""

    commits: int = 0
    findings: int = 0
    survived: int = 0
    kept: int = 0
    merged: int = 0
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main(repository: str, commits: int = 200) -> int:
    """Replay the history and print what became of the ids; ends with 1 below 99 % or with any wrong merge."""
    repo = Path(repository)
    history = _git(repo, "rev-list", "--first-parent", f"--max-count={commits + 1}", "HEAD").split()[::-1]
    drift = Drift()
    rules = load_pack(built_in_folder()).rules
    with tempfile.TemporaryDirectory() as folder, ResultCache(Path(folder)) as cache:
        known, before = Baseline(), ""
        for commit in history:
            with open_commit(repo, commit, selection=Selection()) as tree:
                request = ReviewRequest(
                    tree=tree,
                    rules=rules,
                    engines=engine_names(),
                    today=date(2026, 1, 1),
                    baseline=known,
                    renames=renames(repo, before, commit) if before else {},
                    cache=cache,
                )
                findings = [f for f in review(request).findings if f.baseline != "absent"]
            if before:
                _count(drift, repo, (before, commit), known=known, findings=findings)
            known, before = baseline_of(findings), commit
            drift.findings = len(findings)
    _tell(drift)
    return int(drift.kept < 0.99 * drift.survived or drift.merged > 0)


def _count(drift: Drift, repo: Path, span: tuple[str, str], *, known: Baseline, findings: Sequence[Finding]) -> None:
    drift.commits += 1
    old_ids: dict[tuple[str, Place], list[str]] = defaultdict(list)
    place_of_id: dict[str, tuple[str, Place]] = {}
    for entry in known.entries:
        old_ids[entry.family, (entry.path, entry.line)].append(entry.id)
        place_of_id[entry.id] = (entry.family, (entry.path, entry.line))
    changed = _changed_files(repo, span)
    origins = {path: _blame(repo, span, path) for path in {f.location.path for f in findings} & changed}
    now: dict[tuple[str, Place], list[Finding]] = defaultdict(list)
    for finding in findings:
        place = _origin(finding, origins)
        if place is not None:
            now[family_of(finding), place].append(finding)
    for (family, place), survivors in now.items():
        ids = old_ids.get((family, place), [])
        if len(ids) != len(survivors):
            continue
        drift.survived += len(ids)
        same = set(ids) & {finding.fingerprint for finding in survivors}
        drift.kept += len(same)
        drift.lost += [
            f"{span[1][:10]} {f.location} {f.rule} was {place}" for f in survivors if f.fingerprint not in ids
        ]
    _count_merges(drift, span, place_of_id=place_of_id, now=now)


def _count_merges(
    drift: Drift,
    span: tuple[str, str],
    *,
    place_of_id: dict[str, tuple[str, Place]],
    now: dict[tuple[str, Place], list[Finding]],
) -> None:
    for (family, place), survivors in now.items():
        for finding in survivors:
            owner = place_of_id.get(finding.fingerprint)
            if owner is not None and owner != (family, place) and owner in now:
                drift.merged += 1
                drift.wrong.append(f"{span[1][:10]} {finding.location} {finding.rule} has the id of {owner[1]}")


def _origin(finding: Finding, origins: dict[str, dict[int, Place]]) -> Place | None:
    """Return where the flagged line stood before; an unchanged file's lines stand where they stood."""
    path, line = finding.location.path, finding.location.span.start_line
    return origins[path].get(line) if path in origins else (path, line)


def _changed_files(repo: Path, span: tuple[str, str]) -> set[str]:
    return set(_git(repo, "diff", "--name-only", "--no-renames", *span).splitlines())


def _blame(repo: Path, span: tuple[str, str], path: str) -> dict[int, Place]:
    """Return for each line of a file that is older than the span where it stood at its beginning."""
    command = ["git", "-C", str(repo), "blame", "-M", "-C", "-C", "--porcelain", f"{span[0]}..{span[1]}", "--", path]
    output = subprocess.run(command, check=True, capture_output=True).stdout
    places: dict[int, Place] = {}
    commit, old, new = b"", 0, 0
    name_of: dict[bytes, str] = {}
    for line in output.split(b"\n"):
        if match := _BLAMED.match(line):
            commit, old, new = match[1], int(match[2]), int(match[3])
        elif line.startswith(b"filename "):
            name_of[commit] = line[9:].decode(errors="replace")
        elif line.startswith(b"\t") and commit.decode() == span[0]:
            places[new] = (name_of.get(commit, path), old)
    return places


def _git(repo: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(repo), *arguments], check=True, capture_output=True, text=True).stdout


def _tell(drift: Drift) -> None:
    share = drift.kept / drift.survived if drift.survived else 1.0
    print(f"{drift.commits} commits, {drift.findings} findings in the last one")
    print(f"{drift.survived:,} survivals, {drift.kept:,} kept their id ({share:.2%}), {drift.merged} merged wrongly")
    for told in (*drift.lost[:20], *drift.wrong[:20]):
        print(f"  {told}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *(int(count) for count in sys.argv[2:3])))
