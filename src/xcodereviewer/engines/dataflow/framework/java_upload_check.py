"""Files that handlers of Java are sent and keep, whatever they are."""

import re
from collections.abc import Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.deeds import Place
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames
from xcodereviewer.engines.dataflow.framework.walking import calls, dotted, last_name, nodes
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["kept_upload"]

_TYPES = frozenset(("MultipartFile", "FilePart", "Part", "FormDataContentDisposition", "FileUpload"))
_KEEPING = re.compile(
    r"(?:^|\.)(?:transferTo|Files\.(?:copy|write)|copyInputStreamToFile|writeByteArrayToFile|putObject)$"
)
_CHECKS = re.compile(
    r"allowed|extension|suffix|endswith|content_?type|mime|magic|tika|filetype|max_?size|getsize|is_?valid|validate|imageio|"
    r"whitelist|permitted|is_?image|verify|matches|too_?large",
    re.IGNORECASE,
)


def kept_upload(names: JavaNames, function: FunctionInfo) -> tuple[Place, Place] | None:
    """Return where a handler keeps the file that it is sent and where that comes from; None when it looks at it."""
    sent = next((one for one in function.node.parameters if _is_file(one)), None)
    if sent is None:
        return None
    reached = names.reached(function)
    kept = next(_kept(reached), None)
    if kept is None or any(_is_checked(one) for one in reached):
        return None
    return kept, Place(function.unit.number, sent.at, "The file comes from here.")


def _is_file(one: ir.Parameter) -> bool:
    return any(isinstance(node, ir.Name) and node.name in _TYPES for node in nodes(one.annotation))


def _kept(reached: list[FunctionInfo]) -> Iterator[Place]:
    for one in reached:
        for call in calls(one.node.body):
            if _KEEPING.search(dotted(call.callee)):
                yield Place(one.unit.number, call.at, dotted(call.callee).removeprefix("this."))


def _is_checked(function: FunctionInfo) -> bool:
    for node in nodes(function.node.body):
        if isinstance(node, ir.Name | ir.Attribute) and _CHECKS.search(node.name):
            return True
        if isinstance(node, ir.Call) and _CHECKS.search(last_name(node.callee)):
            return True
    return any(_CHECKS.search(last_name(mark)) for one in function.node.parameters for mark in one.decorators)
