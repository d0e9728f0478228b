"""What a file's text says without any engine."""

import msgspec

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.page_scripts import page_scripts
from xcodereviewer.domain.source import SourceFile
from xcodereviewer.pipeline.reading import Reading, read_text
from xcodereviewer.sources.classify import language_of, reject_as_data, reject_by_content
from xcodereviewer.triage.comments import Marker, find_markers

__all__ = ["SKETCH_VERSION", "Sketch", "make_sketch"]

SKETCH_VERSION = 6  # to be raised whenever an equal file may be sketched differently
_HEAD = 4096  # bytes that tell a file's language


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """A file's language, its size in lines and its suppression comments; `rejected` says why it is left out."""

    language: Language = Language.TEXT
    lines: int = 0
    markers: tuple[Marker, ...] = ()
    rejected: str = ""


def make_sketch(file: SourceFile, data: bytes) -> tuple[Sketch, Reading | None]:
    """Return the sketch of a file's content and what it reads as; None when the file is left out."""
    path = file.path
    rejected = reject_as_data(path, data) if file.self_exclusion else reject_by_content(path, data)
    if rejected is not None:
        return Sketch(rejected=rejected), None
    language = language_of(path, data[:_HEAD])
    if language is None:
        return Sketch(rejected="no language that is reviewed"), None
    reading = read_text(data)
    text = reading.text
    lines = text.count("\n") + (not text.endswith("\n") and text != "")
    return Sketch(language=language, lines=lines, markers=_markers(text, language)), reading


def _markers(text: str, language: Language) -> tuple[Marker, ...]:
    """Return the suppression comments of a text, and those of the scripts of a page."""
    markers = find_markers(text, language)
    if language is Language.HTML and "<script" in text.lower():
        own = (find_markers(script, inner) for inner, script in page_scripts(text).items())
        markers = tuple(sorted({*markers, *(marker for found in own for marker in found)}, key=lambda one: one.line))
    return markers
