"""`xcr review`: parse, review, render."""

import sys
from collections.abc import Mapping

import click
import msgspec

from xcodereviewer.cli import completing
from xcodereviewer.cli.early_worker import early_worker
from xcodereviewer.cli.setting_options import command_line_layer, setting_options
from xcodereviewer.domain.language import Language
from xcodereviewer.reports.formats import FORMATS

__all__ = ["ReviewCall", "command"]


class ReviewCall(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the command line besides settings."""

    target: str
    parts: tuple[str, ...] = ()  # of the tree that `target` is in, when several were named
    diff: str | None
    staged: bool
    patch: str | None
    context: str
    revision: str | None
    language: Language | None
    name: str | None
    baseline_commit: str | None
    imports: tuple[str, ...]
    format: str | None
    outputs: tuple[str, ...]
    config: str | None
    no_config: bool
    allow_nothing: bool
    quiet: bool
    verbose: bool


@click.command(name="review")
@click.argument("targets", nargs=-1, metavar="[TARGET]...", shell_complete=completing.files)
@click.option(
    "--diff",
    metavar="REF",
    shell_complete=completing.revisions,
    help="Review what changed since HEAD and REF parted, in the working tree.",
)
@click.option("--staged", is_flag=True, help="Review what is staged for the next commit.")
@click.option("--patch", metavar="FILE", shell_complete=completing.files, help="Review a patch; `-` is standard input.")
@click.option(
    "--context",
    type=click.Choice(["changed", "all"]),
    default="changed",
    help="Of a change, report what is on its lines, or everything.",
)
@click.option(
    "--revision",
    metavar="REV",
    shell_complete=completing.revisions,
    help="Branch, tag or commit, of the repository that TARGET is in or of a Git URL.",
)
@click.option("--language", type=click.Choice([language.value for language in Language]), help="Of a snippet.")
@click.option("--name", metavar="PATH", shell_complete=completing.files, help="The file name that a snippet goes by.")
@click.option(
    "--baseline-commit",
    metavar="REF",
    shell_complete=completing.revisions,
    help="Only what was not there in this commit counts as new.",
)
@click.option(
    "--import",
    "imports",
    multiple=True,
    metavar="FILE",
    shell_complete=completing.files,
    help="Take in another tool's SARIF report.",
)
@click.option("--format", type=click.Choice(list(FORMATS)), help="What standard output shows; default: text.")
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    shell_complete=completing.reports,
    help="Write a report as well.",
)
@click.option(
    "--config",
    metavar="FILE",
    shell_complete=completing.files,
    help="The configuration file, instead of the one that is found.",
)
@click.option("--no-config", is_flag=True, help="Read no configuration file of the reviewed tree.")
@click.option("--allow-nothing", is_flag=True, help="Exit 0, not 3, when there is nothing to review (for hooks).")
@click.option("--quiet", "-q", is_flag=True, help="One line for each finding, and no progress.")
@click.option("--verbose", "-v", is_flag=True, help="Everything that is known of each finding, and all of them.")
@setting_options
@click.pass_context
def command(context: click.Context, /, **options: object) -> int:
    """Review TARGET and print what was found.

    TARGET is a folder, a file, a ZIP or tar archive, a Git URL (https, ssh, file), or `-` for code on standard input.
    Without it, the folder you are in. Several TARGETs are files and folders of one work tree.
    """
    call = _call(options)
    with early_worker(sys.argv[1:]) as started:
        from xcodereviewer.cli.review_run import run_review

        return run_review(call, command_line_layer(context), started=started)


def _call(options: Mapping[str, object]) -> ReviewCall:
    targets = msgspec.convert(options["targets"], tuple[str, ...]) or (".",)
    target, parts = targets[0], tuple[str, ...]()
    if len(targets) > 1:
        from xcodereviewer.cli.source import common_target

        target, parts = common_target(targets)
    given = {name: options[name] for name in ReviewCall.__struct_fields__ if name in options}
    return msgspec.convert({**given, "target": target, "parts": parts}, ReviewCall)
