"""`xcr explain`: all that is known of one finding, or of a rule."""

import sys
from collections.abc import Sequence
from dataclasses import replace

import click

from xcodereviewer.cli import completing
from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.outputs import Outputs
from xcodereviewer.cli.result import result_at
from xcodereviewer.cli.rule_page import show_rule_page
from xcodereviewer.cli.session import open_session, pack_of
from xcodereviewer.cli.source import Source
from xcodereviewer.cli.why_not import explain_line
from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.review import Review
from xcodereviewer.pipeline.review import review_with_texts
from xcodereviewer.reports.formats import SourceTexts
from xcodereviewer.reports.terminal import write_terminal
from xcodereviewer.rules.choose import UnknownRule, find_rule

__all__ = ["command", "find_finding"]


class UnknownFinding(NotFound):
    """An id that no finding has."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no finding or rule `{name}` here. `xcr review --verbose` shows the ids.")


class AmbiguousFinding(InputError):
    """The beginning of several ids."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__(f"{count} findings have an id that begins with `{name}`. Give more of it.")


class _NoTexts:
    def text(self, path: str) -> str | None:  # noqa: ARG002 - a report names files, it does not hold them
        return None


@click.command(name="explain")
@click.argument("name", metavar="ID", default="", shell_complete=completing.rule_ids)
@click.argument("target", default=".", shell_complete=completing.files)
@click.option(
    "--report",
    metavar="FILE",
    shell_complete=completing.files,
    help="A JSON result to look in, instead of reviewing TARGET.",
)
@click.option("--why-not", metavar="FILE:LINE", help="Say why no data flow is found on this line of TARGET.")
def command(name: str, target: str, *, report: str | None, why_not: str | None) -> None:
    """Explain the finding with this ID (or the beginning of it), or the rule of this name."""
    if why_not is not None:
        explain_line(why_not, name or target)
        return
    if not name:
        raise click.UsageError("Give the ID of a finding, the name of a rule, or --why-not FILE:LINE.")
    settings = configuration_at(target).settings
    try:
        rule = find_rule(pack_of(settings).rules, name)
    except UnknownRule:
        pass
    else:
        show_rule_page(rule, settings.locale)
        return
    if report is not None:
        _show(result_at(report), name, _NoTexts())
        return
    with open_session(Source(target=target), settings) as session:
        result, texts = review_with_texts(session.request)
        _show(result, name, texts)


def _show(result: Review, name: str, sources: SourceTexts) -> None:
    finding = find_finding(result.findings, name.removeprefix("xcr/v1:"))
    style = replace(Outputs(outputs=(), is_verbose=True).style(sys.stdout), verbose=True)
    write_terminal(replace(result, findings=(finding,), notices=()), sys.stdout, sources=sources, style=style)


def find_finding(findings: Sequence[Finding], name: str) -> Finding:
    """Return the finding whose id begins so.

    Raises:
        UnknownFinding: there is none.
        AmbiguousFinding: there are several.
    """
    found = [finding for finding in findings if name and finding.fingerprint.startswith(name)]
    if not found:
        raise UnknownFinding(name)
    if len(found) > 1:
        raise AmbiguousFinding(name, len(found))
    return found[0]
