"""The reviewed files' text for reports, with every found secret masked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from xcodereviewer.domain.location import Span
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.pipeline.assemble import SECRET_TAG
from xcodereviewer.pipeline.reading import read_text
from xcodereviewer.triage.places import mask_text

__all__ = ["TreeTexts"]


class TreeTexts:
    """Reads a file when a report asks for it, and keeps the last one."""

    def __init__(self, tree: SourceTree, review: Review, *, secrets: Mapping[str, Sequence[Span]]) -> None:
        self._tree = tree
        self._masks = _masks(review, secrets)
        self._last: tuple[str, str | None] = ("", None)

    def text(self, path: str) -> str | None:
        """Return a file's text with every found secret masked; None when it can no longer be read."""
        if self._last[0] != path:
            self._last = (path, self._read(path))
        return self._last[1]

    def _read(self, path: str) -> str | None:
        try:
            text = read_text(self._tree.read(path)).text
        except OSError:
            return None
        masks = self._masks.get(path)
        return mask_text(text, masks) if masks else text


def _masks(review: Review, secrets: Mapping[str, Sequence[Span]]) -> Mapping[str, Sequence[Span]]:
    """Return every secret by path: those that were found, and those of findings that come from elsewhere."""
    secret = {rule.id for rule in review.rules if SECRET_TAG in rule.tags}
    masks: dict[str, list[Span]] = defaultdict(list, {path: list(spans) for path, spans in secrets.items()})
    for finding in review.findings:
        if finding.rule in secret or any(witness.rule in secret for witness in finding.witnesses):
            masks[finding.location.path].append(finding.location.span)
    return masks
