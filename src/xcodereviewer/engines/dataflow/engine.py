"""The data-flow engine: what an attacker can reach, with the path.

`scan` lowers each file on its own, in parallel, and leaves the module as its facts; `relate` joins the modules to a
program, analyses it, and says what its rules make of the hits. The `match` of a rule is either `{from: [source kinds],
to: [sink kinds]}`, `{property: kind, values: [bad values]}` or `{check: kind}`, which the framework checks answer from
the application's routes; docs/dataflow.md describes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.domain.engine import Engine, FileFacts, Found, Scan, Scanner, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.versions import installed_version
from xcodereviewer.library_models.files import files_digest, models_digest

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.verdicts import Verdicts

__all__ = ["DataflowEngine", "engine"]


_GRAMMARS = (
    ("tree-sitter-python", "tree_sitter_python"),
    ("tree-sitter-javascript", "tree_sitter_javascript"),
    ("tree-sitter-typescript", "tree_sitter_typescript"),
    ("tree-sitter-java", "tree_sitter_java"),
    ("tree-sitter-go", "tree_sitter_go"),
)


class DataflowEngine:
    """Follows values from where they enter a program to where they do something."""

    name = "dataflow"
    languages = frozenset(
        {
            Language.PYTHON,
            Language.JAVASCRIPT,
            Language.TYPESCRIPT,
            Language.TSX,
            Language.HTML,
            Language.JAVA,
            Language.GO,
        }
    )
    # Texts: a program in Java reads its settings from files of properties, `go.mod` says which path a module has.
    beside: Mapping[Language, frozenset[Language]] = MappingProxyType(
        {Language.JAVA: frozenset({Language.TEXT}), Language.GO: frozenset({Language.TEXT})}
    )
    relates_long = True

    @property
    def version(self) -> str:
        """What the interpreter's code, the grammars and the library models are: each of them decides what is found."""
        grammars = "+".join(installed_version(package, module) for package, module in _GRAMMARS)
        own = files_digest(Path(__file__).parent, ".py")
        return f"{own[:16]}+{grammars}+{models_digest()[:16]}"

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Read the rules."""
        from xcodereviewer.engines.dataflow.verdicts import Verdicts

        return _DataflowScanner(Verdicts(rules))


def engine() -> Engine:
    """Return the engine; the registry calls this."""
    return DataflowEngine()


class _DataflowScanner:
    def __init__(self, verdicts: "Verdicts") -> None:
        self._verdicts = verdicts

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        """Lower each file."""
        from xcodereviewer.engines.dataflow.lowering import lower

        for file in files:
            module, gap = lower(file)
            yield Scan(id=file.id, facts=module, gap=gap)

    def relate(self, files: Sequence[FileFacts]) -> Iterator[tuple[int, Found]]:
        """Analyse the program that the files make."""
        from xcodereviewer.engines.dataflow.solve import solve

        yield from solve(files, self._verdicts)
