"""Small programs, analysed: what arrives where, in a form that tests can compare whole."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePosixPath
from textwrap import dedent

from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.ir import Module, unpack
from xcodereviewer.engines.dataflow.languages.go import lower_go
from xcodereviewer.engines.dataflow.languages.java import lower_java
from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript
from xcodereviewer.engines.dataflow.languages.python import lower_python
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.values import SourceLabel
from xcodereviewer.library_models.loader import load_models

MODELS = {language: load_models(language) for language in ("python", "javascript", "java", "go")}
_LOWER: dict[str, Callable[[str], Module]] = {
    ".py": lower_python,
    ".java": lower_java,
    ".go": lower_go,
    ".js": partial(lower_javascript, language="javascript"),
    ".ts": partial(lower_javascript, language="typescript"),
    ".tsx": partial(lower_javascript, language="tsx"),
}


def analyse(files: Mapping[str, str]) -> Analysis:
    """Analyse a program of modules by path."""
    units = [
        Unit(number=number, path=path, module=_LOWER[PurePosixPath(path).suffix](dedent(text)))
        for number, (path, text) in enumerate(sorted(files.items()))
    ]
    analysis = Analysis(units, MODELS)
    analysis.run()
    return analysis


def flows_of(files: Mapping[str, str]) -> list[str]:
    """Return each meeting of a request and a sink as `path:line kind`, those that are not certain with `?`."""
    analysis = analyse(files)
    return sorted(
        f"{analysis.units[hit.unit].path}:{unpack(hit.at).start_line} {hit.kind}{'' if hit.taint.certain else ' ?'}"
        for hit in analysis.hits.values()
        if isinstance(hit.label, SourceLabel) and hit.label.kind == "request"
    )


def reaches(body: str, head: str = "") -> bool:
    """Whether `q` of a request reaches `os.system` in a handler with this body; `head` stands before the handler."""
    text = (
        "import os\nfrom flask import Flask, request\napp = Flask(__name__)\n"
        + dedent(head)
        + "\n@app.route('/')\ndef handler():\n    q = request.args.get('q')\n"
        + "".join(f"    {line}\n" for line in dedent(body).strip().splitlines())
    )
    return any(flow.partition(" ")[2].startswith("command") for flow in flows_of({"app.py": text}))
