"""How the command ends: the one table from what happened to the exit code."""

from enum import IntEnum

from xcodereviewer.domain.review import GateResult, Review

__all__ = ["ExitCode", "exit_code"]


class ExitCode(IntEnum):
    """The exit codes of `xcr review`; other commands use 0 (done), 1 (the answer is no) and 2 (could not)."""

    PASSED = 0
    FAILED = 1
    ERROR = 2
    NOTHING = 3
    INTERRUPTED = 130
    UNREAD = 141  # 128 + SIGPIPE: whoever read the output of another command went away; a review ends with its own code


_BY_GATE = {
    GateResult.PASSED: ExitCode.PASSED,
    GateResult.UNSET: ExitCode.PASSED,
    GateResult.FAILED: ExitCode.FAILED,
    GateResult.INSUFFICIENT: ExitCode.ERROR,
    GateResult.NOTHING: ExitCode.NOTHING,
}


def exit_code(review: Review) -> ExitCode:
    """Return the code that `xcr review` ends with."""
    return ExitCode.INTERRUPTED if review.is_partial else _BY_GATE[review.gate.result]
