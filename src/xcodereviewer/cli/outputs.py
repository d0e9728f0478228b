"""Reports on their way to files and to standard output."""
# xcr: ignore-file[write-outside-its-place] writes the reports that the user names

import io
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TextIO

from xcodereviewer.cli.standard_output import let_go
from xcodereviewer.cli.whole_file import whole_file
from xcodereviewer.core.errors import InputError, Unavailable
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.formats import FORMATS, Language, SourceTexts, write_report
from xcodereviewer.reports.terminal import TerminalStyle, style_for, write_terminal
from xcodereviewer.reports.terminal_style import language_for

__all__ = ["STANDARD_OUTPUT", "Output", "Outputs", "outputs_asked", "parse_output", "write_files", "write_outputs"]

STANDARD_OUTPUT = "-"


class InvalidOutput(InputError):
    """An `--output` that names no format or no file."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"--output {text!r} is not FORMAT=FILE. Formats: {', '.join(FORMATS)}; `-` is standard output."
        )


class OutputsCollide(InputError):
    """Two reports for one place."""

    def __init__(self, first: str, second: str, path: str) -> None:
        place = "standard output" if path == STANDARD_OUTPUT else path
        super().__init__(f"Two reports, {first} and {second}, are for {place}. Give one of them a file of its own.")


class OutputHasNoPlace(InputError):
    """A report for a place where no file can be written, told before the review."""

    def __init__(self, path: str, reason: str, *, remedy: str = "Make the folder, or name another place.") -> None:
        super().__init__(f"The report {path} cannot be written: {reason}. {remedy}")


class OutputFailed(Unavailable):
    """A report that could not be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The report {path} could not be written: {reason}. Make room or name another place.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One report and where it goes; `-` is standard output."""

    format: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """All reports of a review, and how the terminal's is to look."""

    outputs: Sequence[Output]
    is_quiet: bool = False
    is_verbose: bool = False
    locale: Literal["auto", "en", "zh"] = "auto"

    def style(self, out: TextIO) -> TerminalStyle:
        """Return the style for a stream."""
        style = style_for(out, verbose=self.is_verbose, quiet=self.is_quiet)
        return replace(style, language=self.language(out))

    def language(self, out: TextIO) -> Language:
        """Return the language of what is written to a stream."""
        return language_for(out) if self.locale == "auto" else self.locale


def outputs_asked(texts: Sequence[str], shown: str | None) -> Sequence[Output]:
    """Return the reports that are asked for, with the format that standard output is to show; each has a place.

    Raises:
        InputError: one is no `FORMAT=FILE`, has no place to go, or goes where another goes.
    """
    outputs = [parse_output(text) for text in texts]
    if shown is not None:
        outputs.append(Output(format=shown, path=STANDARD_OUTPUT))
    taken: dict[str, str] = {}
    for output in outputs:
        if output.path in taken:
            raise OutputsCollide(taken[output.path], output.format, output.path)
        taken[output.path] = output.format
        if output.path != STANDARD_OUTPUT:
            _check_place(Path(output.path))
    return outputs


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise OutputHasNoPlace(str(path), "it is a folder", remedy="Name a file in it.")
    if not path.parent.is_dir():
        raise OutputHasNoPlace(str(path), f"there is no folder {path.parent}")
    if not os.access(path if path.exists() and not path.is_file() else path.parent, os.W_OK):
        raise OutputHasNoPlace(str(path), f"{path.parent} may not be written to")


def parse_output(text: str) -> Output:
    """Read `FORMAT=FILE`.

    Raises:
        InvalidOutput: it is not.
    """
    name, _, path = text.partition("=")
    if name not in FORMATS or not path:
        raise InvalidOutput(text)
    return Output(format=name, path=path)


def write_outputs(wanted: Outputs, review: Review, *, sources: SourceTexts) -> str:
    """Write every report, the terminal's unless another goes to standard output; returns what the terminal was shown.

    A file is complete or not there: it is written beside its place and moved when it is whole.

    Raises:
        OutputFailed: at least one could not be written; the others are.
    """
    to_stdout = [output for output in wanted.outputs if output.path == STANDARD_OUTPUT]
    printed = _Printed(sys.stdout)
    if not to_stdout:
        write_terminal(review, printed, sources=sources, style=wanted.style(sys.stdout))
    try:
        write_files(wanted, review, sources=sources)
    finally:
        printed.flush()
    return printed.getvalue()


def write_files(wanted: Outputs, review: Review, *, sources: SourceTexts) -> None:
    """Write the reports that were asked for by name.

    Raises:
        OutputFailed: at least one could not be written; the others are.
    """
    failures = []
    for output in wanted.outputs:
        try:
            _write(output, wanted, review, sources)
        except OSError as error:
            failures.append(OutputFailed(output.path, error.strerror or str(error)))
    if failures:
        raise failures[0]


class _Printed(io.StringIO):
    """Remembers what it passes on; a reader that goes away early takes nothing from the review."""

    def __init__(self, out: TextIO) -> None:
        super().__init__(newline="")
        self._out = out

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a StringIO has none, what is behind it has
        """The encoding of what it passes on to."""
        return self._out.encoding or "utf-8"

    def write(self, text: str) -> int:
        """Pass the text on, and keep it."""
        try:
            self._out.write(text)
        except BrokenPipeError:
            let_go()
        return super().write(text)

    def flush(self) -> None:
        """Pass on what is still here."""
        try:
            self._out.flush()
        except BrokenPipeError:
            let_go()


def _write(output: Output, wanted: Outputs, review: Review, sources: SourceTexts) -> None:
    if output.path == STANDARD_OUTPUT:
        _write_to(_Printed(sys.stdout), output, wanted, review, sources)
        return
    path = Path(output.path)
    if path.exists() and not path.is_file():  # a pipe or a device takes what it is given
        with path.open("w", encoding="utf-8", newline="") as out:
            _write_to(out, output, wanted, review, sources)
        return
    with whole_file(path) as out:
        _write_to(out, output, wanted, review, sources)


def _write_to(out: TextIO, output: Output, wanted: Outputs, review: Review, sources: SourceTexts) -> None:
    if output.format == "text":
        write_terminal(review, out, sources=sources, style=wanted.style(out))
    else:
        write_report(output.format, review, out, sources=sources, language=wanted.language(out))
