"""Uploaded files that are kept whatever they are and however large."""

import re
from collections.abc import Iterator

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Place
from xcodereviewer.engines.dataflow.framework.java_upload_check import kept_upload
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.route import JAVA, Route
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import dotted, nodes
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["unchecked_uploads"]

_FILES = re.compile(r"(?:^|\.)(?:request\.(?:files|FILES)|req\.files|files|FILES)(?:$|\.)")
_CHECKS = re.compile(
    r"allowed|extension|extname|splitext|suffix|endswith|content_type|mime|imghdr|magic|filetype|content_length|max_size|\.size$"
    r"|is_valid|validate|PIL|Image\.open|verify|rsplit|clean|sanitize_file|too_large|max_content",
    re.IGNORECASE,
)
_KEEPING = frozenset(("save", "write", "upload_fileobj", "put_object", "copyfileobj", "upload", "mv"))


def unchecked_uploads(application: Application) -> Iterator[Observation]:
    """Yield routes that keep a file of the request and look at neither its type nor its size."""
    seen: set[Place] = set()
    for route in application.answering():
        function = route.function
        if function is None or route.place in seen:
            continue
        seen.add(route.place)
        if route.framework in JAVA:
            yield from _in_java(application, route, function)
            continue
        body = function.node.body
        files = [node for node in nodes(body) if isinstance(node, ir.Attribute) and _FILES.search(dotted(node))]
        kept = next(
            (
                node
                for node in nodes(body)
                if isinstance(node, ir.Call) and dotted(node.callee).rpartition(".")[2] in _KEEPING
            ),
            None,
        )
        if not files or kept is None or _is_checked(body):
            continue
        unit = function.unit.number
        source = Place(unit, files[0].at, "The file comes from here.")
        yield _told(route, Place(unit, kept.at, dotted(kept.callee)), source)


def _in_java(application: Application, route: Route, function: FunctionInfo) -> Iterator[Observation]:
    found = kept_upload(application.meanings.java, function)
    if found is not None:
        yield _told(route, *found)


def _told(route: Route, kept: Place, source: Place) -> Observation:
    return Observation(
        kind=CheckKind.UNCHECKED_UPLOAD,
        unit=kept.unit,
        at=kept.at,
        message=f"`{route.name}` ({route.shown}) keeps an uploaded file by `{kept.text}`, whatever its type.",
        related=(source,),
        confidence=Confidence.MEDIUM,
    )


def _is_checked(body: object) -> bool:
    for node in nodes(body):
        name = dotted(node) if isinstance(node, ir.Attribute | ir.Name | ir.Call) else ""
        if name and _CHECKS.search(name):
            return True
        if isinstance(node, ir.Const) and isinstance(node.value, str) and re.fullmatch(r"\.\w{2,5}", node.value):
            return True
    return False
