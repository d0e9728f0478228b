"""Prints all that the engine finds in the example application and in the marked code of the rules.

A process of its own for each form: which one runs is decided when the engine is imported.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from xcodereviewer.domain.engine import FileFacts, SourceText
from xcodereviewer.engines.dataflow import values
from xcodereviewer.engines.dataflow.engine import DataflowEngine
from xcodereviewer.rules.pack import built_in_folder, load_pack
from xcodereviewer.sources.classify import language_of

TESTS = Path(__file__).parents[2]
EXAMPLE = TESTS.parent / "examples" / "bookshop"


def programs() -> Iterator[tuple[Path, list[Path]]]:
    """Yield the folder and the files of each program: the example, and the marked code of each language."""
    for folder in (EXAMPLE, *sorted((TESTS / "rules").iterdir())):
        yield folder, sorted(path for path in folder.rglob("*") if path.is_file())


def scanned(engine: DataflowEngine, files: Sequence[Path]) -> Iterator[SourceText]:
    for number, path in enumerate(files):
        content = path.read_bytes()
        language = language_of(path.name, content)
        if language in engine.languages:
            yield SourceText(id=number, language=language, text=content.decode())


def main(compiled_rules: str) -> None:
    """Print the form of the engine, then what each program leaves."""
    write = sys.stdout.write
    write("written\n" if values.__file__.endswith(".py") else "compiled\n")
    engine = DataflowEngine()
    pack = load_pack(built_in_folder(), compiled=Path(compiled_rules))
    scanner = engine.prepare([rule for rule in pack.rules if rule.engine == engine.name])
    for folder, files in programs():
        scans = list(scanner.scan(list(scanned(engine, files))))
        facts = [FileFacts(id=one.id, path=str(files[one.id].relative_to(folder)), facts=one.facts) for one in scans]
        found = scanner.relate(facts)  # type: ignore[attr-defined]  # a Relator
        write("".join(f"{one!r}\n" for one in (folder.name, *scans, *found)))


if __name__ == "__main__":
    main(sys.argv[1])
