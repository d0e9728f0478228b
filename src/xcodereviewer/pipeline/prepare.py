"""What the settings of a review come to: its rules, engines, limits, files and gate."""

from collections.abc import Sequence

from xcodereviewer.core.settings import Settings
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.pool import Limits
from xcodereviewer.engines.registry import UnknownEngine, engine_names
from xcodereviewer.rules.choose import choose_rules
from xcodereviewer.rules.pack import Pack
from xcodereviewer.sources.selection import Selection
from xcodereviewer.triage.gate import Policy

__all__ = ["chosen_rules", "engines_of", "limits_of", "policy_of", "selection_of"]


def chosen_rules(pack: Pack, settings: Settings) -> list[Rule]:
    """Return the rules of the pack that are to be used, with the severities that are to hold.

    Raises:
        InputError: a rule is named that there is not.
    """
    return choose_rules(
        pack.rules,
        rule_set=settings.rule_set,
        only=settings.only,
        disable=settings.disable,
        severities=settings.severities,
    )


def engines_of(settings: Settings) -> Sequence[str]:
    """Return the engines to run: those that are named, or all.

    Raises:
        UnknownEngine: one is named that there is not.
    """
    installed = engine_names()
    for name in settings.engines:
        if name not in installed:
            raise UnknownEngine(name)
    return settings.engines or installed


def limits_of(settings: Settings) -> Limits:
    """Return what one file may cost."""
    return Limits(cpu_s=settings.file_seconds, wall_s=settings.file_seconds * 3, memory=settings.file_megabytes << 20)


def selection_of(settings: Settings) -> Selection:
    """Return which files of a tree are to be reviewed."""
    return Selection(
        include=settings.include,
        exclude=settings.exclude,
        max_file_bytes=settings.max_file_bytes,
        use_ignore_files=settings.use_ignore_files,
    )


def policy_of(settings: Settings) -> Policy:
    """Return what makes the review fail.

    Raises:
        InvalidPolicy: no review could be judged by it.
    """
    return Policy(
        fail_on=settings.fail_on,
        new_only=settings.new_only,
        min_coverage=settings.min_coverage,
        min_score=settings.min_score,
        max_findings=settings.max_findings,
    )
