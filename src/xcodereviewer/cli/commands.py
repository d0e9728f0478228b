"""The commands and how an error of theirs is told."""

import errno
import os
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from xcodereviewer import __version__
from xcodereviewer.cli.exit import ExitCode
from xcodereviewer.cli.standard_output import let_go
from xcodereviewer.core.errors import XCodeReviewerError

__all__ = ["ASKED_BY_A_SHELL", "COMMANDS", "run"]

ASKED_BY_A_SHELL = "_XCR_COMPLETE"  # the variable by which completion scripts call us
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
COMMANDS = {
    "review": ("xcodereviewer.cli.review", "Review a folder, a Git URL, an archive, a change or a snippet."),
    "explain": ("xcodereviewer.cli.explain", "Explain one finding, or a rule."),
    "prove": ("xcodereviewer.cli.prove", "Derive the path of a finding again, from the source alone."),
    "diff": ("xcodereviewer.cli.diff", "Compare two results: what appeared, disappeared, moved."),
    "routes": ("xcodereviewer.cli.routes", "Print the routes of a web application and what they ask of a request."),
    "eval": ("xcodereviewer.cli.eval", "Score a review against labelled code."),
    "baseline": ("xcodereviewer.cli.baseline", "Keep a list of known findings."),
    "rules": ("xcodereviewer.cli.rules", "List, show, test and begin rules."),
    "config": ("xcodereviewer.cli.config", "Show the settings that hold, their schema, or begin a file."),
    "engines": ("xcodereviewer.cli.engines", "List the engines."),
    "cache": ("xcodereviewer.cli.cache", "Say what the cache holds, or empty it."),
    "doctor": ("xcodereviewer.cli.doctor", "Say what works here and what is missing."),
    "serve": ("xcodereviewer.cli.serve", "Run the service: API, projects, durable reviews."),
    "worker": ("xcodereviewer.cli.worker", "Do the jobs of the service, in a process of its own."),
    "admin": ("xcodereviewer.cli.admin", "Make an administrator of the service."),
    "keys": ("xcodereviewer.cli.keys", "Show or change what stored secrets are encrypted with."),
    "completion": ("xcodereviewer.cli.completion", "Print the completion script of a shell."),
}


class _LazyGroup(click.Group):
    """Imports a command only when it is called or its own help is asked for."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click itself would end with 1, "the answer is no", when nobody reads what it says."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            let_go()
            return ExitCode.UNREAD
        return code

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(COMMANDS[cmd_name][0]).command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(
    name="xcr", cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="xcr", message="%(prog)s %(version)s")
def cli() -> None:
    """Reviews and audits source code: what is wrong, why it matters and how to fix it."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; an error is one line on stderr."""
    began_ns = time.time_ns()
    if ASKED_BY_A_SHELL in os.environ:
        from xcodereviewer.cli.completion import register

        register()
    try:
        code = cli.main(args=list(arguments), prog_name="xcr", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.ERROR
    except XCodeReviewerError as error:
        sys.stderr.write(f"xcr: {error}\n")
        return ExitCode.ERROR
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write("xcr: interrupted\n")
        if arguments[:1] == ["review"]:
            from xcodereviewer.cli.interrupted import leave_partial_reports

            leave_partial_reports(arguments[1:], began_ns=began_ns)
        return ExitCode.INTERRUPTED
    except OSError as error:
        let_go()
        where = f" ({_place_of(error)})" if _place_of(error) else ""
        sys.stderr.write(f"xcr: {error.strerror or error}{where}. Make room or allow access, and try again.\n")
        return ExitCode.ERROR
    return int(code or 0)


def _place_of(error: OSError) -> str:
    """Return what could not be read or written; files are named where they are written, standard output is not."""
    return str(error.filename or ("standard output" if error.errno in _FULL else ""))
