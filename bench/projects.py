"""What a review of real projects says, and whether it is whole: `python -m bench.projects FOLDER...`.

Each folder is a clone. It is reviewed by the command, cold, and held against three demands: no crash, every file that
Git tracks is accounted for in the coverage, and the SARIF report is valid. A row of the table of docs/benchmarks.md
follows. Whether a finding is true no script can say: those counts are a reader's.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from jsonschema import Draft4Validator

from bench.measure import timed

XCR = str(Path(sys.executable).parent / "xcr")
SCHEMA = Path(__file__).parent.parent / "tests" / "data" / "sarif-schema-2.1.0.json"
NOT_CODE = frozenset({"text", "markdown", "json", "yaml", "toml", "html", "css"})
WEIGHTY = ("critical", "high", "medium")
HEAD = (
    "| project | commit | kLOC | files | left out | critical / high / medium / low / info | medium+ per kLOC | s |\n"
    "| --- | --- | ---: | ---: | ---: | --- | ---: | ---: |"
)


class _Located(TypedDict):
    path: str


class _File(_Located):
    language: str


class _Coverage(TypedDict):
    files: list[_File]
    skipped: list[_Located]


class _Finding(TypedDict):
    severity: str
    is_open: bool


class _Report(TypedDict):
    findings: list[_Finding]
    coverage: _Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One reviewed project."""

    name: str
    commit: str
    kloc: float
    files: int
    left_out: int
    by_severity: Counter[str]
    seconds: float
    faults: tuple[str, ...]

    @property
    def row(self) -> str:
        """The row of the table."""
        counts = " / ".join(str(self.by_severity[name]) for name in (*WEIGHTY, "low", "info"))
        density = sum(self.by_severity[name] for name in WEIGHTY) / self.kloc if self.kloc else 0.0
        return (
            f"| {self.name} | {self.commit} | {self.kloc:.1f} | {self.files} | {self.left_out} | {counts} "
            f"| {density:.2f} | {self.seconds:.1f} |"
        )


def main(folders: list[str]) -> int:
    """Review each folder and print its row; ends with 1 when a review crashed or is not whole."""
    projects = [reviewed(Path(folder)) for folder in folders]
    print(HEAD, *(project.row for project in projects), sep="\n")
    faults = [f"{project.name}: {fault}" for project in projects for fault in project.faults]
    print(*faults, sep="\n", file=sys.stderr)
    return int(bool(faults))


def reviewed(folder: Path) -> Project:
    """Return what the review of a clone gave and every demand that it missed."""
    with tempfile.TemporaryDirectory() as scratch:
        outputs = [f"{name}={Path(scratch) / name}" for name in ("json", "sarif")]
        command = [XCR, "review", str(folder), "--quiet", "--no-cache", "-o", outputs[0], "-o", outputs[1]]
        run = timed(command, env={**os.environ, "XCR_CACHE_DIR": scratch})
        report: _Report = json.loads((Path(scratch) / "json").read_bytes())
        sarif = json.loads((Path(scratch) / "sarif").read_bytes())
    tracked = _git(folder, "ls-files", "-z").rstrip("\0").split("\0")
    ended = () if run.code == 0 else (f"the review ended with {run.code}",)
    faults = (*ended, *_unaccounted(tracked, report["coverage"]), *_invalid(sarif))
    return Project(
        name=folder.name,
        commit=_git(folder, "rev-parse", "--short=10", "HEAD").strip(),
        kloc=_code_lines(folder, report["coverage"]["files"]) / 1000,
        files=len(report["coverage"]["files"]),
        left_out=len(tracked) - len({file["path"] for file in report["coverage"]["files"]} & set(tracked)),
        by_severity=Counter(finding["severity"] for finding in report["findings"] if finding["is_open"]),
        seconds=run.seconds,
        faults=faults,
    )


def _unaccounted(tracked: Iterable[str], coverage: _Coverage) -> Iterator[str]:
    files = [entry["path"] for entry in coverage["files"]]
    skipped = [entry["path"] for entry in coverage["skipped"]]
    known = {*files, *skipped}
    folders = tuple(path for path in skipped if path.endswith("/"))
    missing = (path for path in tracked if path not in known and not path.startswith(folders))
    yield from (f"{path} is not in the coverage" for path in missing)
    yield from (f"{path} is in the coverage {count} times" for path, count in Counter(files).items() if count > 1)
    yield from (f"{path} is reviewed and left out" for path in {*files} & {*skipped})


def _invalid(sarif: object) -> Iterator[str]:
    validator = Draft4Validator(json.loads(SCHEMA.read_bytes()))
    yield from (f"SARIF {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(sarif))


def _code_lines(folder: Path, files: Iterable[_File]) -> int:
    """Return the lines that are not blank of all reviewed files in a programming language."""
    code = (folder / file["path"] for file in files if file["language"] not in NOT_CODE)
    return sum(bool(line.strip()) for path in code for line in path.read_bytes().splitlines())


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
