"""The reviewed files' text for reports, with every found secret masked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from xcodereviewer.domain.location import Span
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.pipeline.assemble import SECRET_TAG
from xcodereviewer.pipeline.hidden import HiddenValues
from xcodereviewer.pipeline.reading import read_text
from xcodereviewer.triage.places import mask_text

__all__ = ["TreeTexts"]


class TreeTexts:
    """Reads a file when a report asks for it, and keeps the last one."""

    def __init__(self, tree: SourceTree, review: Review, *, secrets: Mapping[str, Sequence[Span]]) -> None:
        self._tree = tree
        self._secrets = secrets
        self._flagged = _flagged(review)
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
        masks = [*self._secrets.get(path, ())]
        if path in self._flagged:
            values = HiddenValues(text)
            masks += [hidden for span in self._flagged[path] for hidden in values.within(span)]
        return mask_text(text, masks) if masks else text


def _flagged(review: Review) -> Mapping[str, Sequence[Span]]:
    """Return by path the stretches with a secret that other tools flag; what our own found is known beforehand."""
    secret = {rule.id for rule in review.rules if SECRET_TAG in rule.tags and rule.engine.startswith("sarif:")}
    flagged: dict[str, list[Span]] = defaultdict(list)
    for finding in review.findings:
        if finding.rule in secret or any(witness.rule in secret for witness in finding.witnesses):
            flagged[finding.location.path].append(finding.location.span)
    return flagged
