"""One call of `xcr review`, from what was asked to the exit code."""

import os
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import platformdirs

from xcodereviewer.cli.base import base_of, repository_layer
from xcodereviewer.cli.comparing import Known, TwoBaselines, known_by_commit, known_by_file
from xcodereviewer.cli.configure import ConfigurationFile, configure
from xcodereviewer.cli.exit import exit_code
from xcodereviewer.cli.outputs import STANDARD_OUTPUT, Output, Outputs, parse_output, write_outputs
from xcodereviewer.cli.progress import Progress
from xcodereviewer.cli.review import ReviewCall
from xcodereviewer.cli.source import Source, open_source
from xcodereviewer.core.configuration import Layer
from xcodereviewer.core.settings import Settings
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.pool import Limits
from xcodereviewer.engines.registry import engine_names
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review
from xcodereviewer.pipeline.stat_index import StatIndex
from xcodereviewer.pipeline.texts import TreeTexts
from xcodereviewer.rules.choose import choose_rules
from xcodereviewer.rules.pack import built_in_folder, load_pack
from xcodereviewer.sources.selection import Selection
from xcodereviewer.triage.gate import Policy

__all__ = ["cache_folder", "open_cache", "rules_of", "run_review"]


def run_review(call: ReviewCall, command_line: Layer) -> int:
    """Review what is asked for, write the reports and return the exit code.

    Raises:
        XCodeReviewerError: it cannot be done as asked.
    """
    outputs = [parse_output(text) for text in call.outputs]
    if call.format is not None:
        outputs.append(Output(format=call.format, path=STANDARD_OUTPUT))
    source = Source(
        target=call.target,
        diff=call.diff,
        staged=call.staged,
        patch=call.patch,
        whole_tree=call.context == "all",
        revision=call.revision,
        language=call.language,
        name=call.name,
    )
    file = ConfigurationFile(path=Path(call.config) if call.config else None, is_wanted=not call.no_config)
    base = base_of(source)
    layer, notices = repository_layer(source, file, base=base)
    settings = configure(layer, command_line).settings
    if settings.baseline and call.baseline_commit is not None:
        raise TwoBaselines
    rules = rules_of(settings)
    selection = _selection(settings)
    with ExitStack() as stack:
        tree = stack.enter_context(open_source(source, selection=selection))
        cache = stack.enter_context(open_cache(settings)) if settings.cache else None
        progress = stack.enter_context(Progress(wanted=not call.quiet))
        request = ReviewRequest(
            tree=tree,
            rules=rules,
            engines=settings.engines or engine_names(),
            today=date.today(),  # noqa: DTZ011 - a suppression ends on the user's own calendar
            jobs=settings.jobs or os.cpu_count() or 1,
            policy=_policy(settings),
            changed_only=call.context == "changed",
            honoured_markers=frozenset(settings.honour),
            strict_suppressions=settings.strict_suppressions,
            as_of=settings.as_of or None,
            cache=cache,
            stat_index=_stat_index(source) if cache is not None else None,
            limits=Limits(
                cpu_s=settings.file_seconds, wall_s=settings.file_seconds * 3, memory=settings.file_megabytes << 20
            ),
            progress=progress,
            notices=notices,
        )
        known = _known(call, settings, request=request, base=base, selection=selection)
        if known is not None:
            request = replace(request, baseline=known.baseline, renames=known.renames, added_baseline=known.added)
        result = review(request)
        progress.close()
        wanted = Outputs(outputs=outputs, is_quiet=call.quiet, is_verbose=call.verbose, locale=settings.locale)
        write_outputs(wanted, result, sources=TreeTexts(tree, result))
    return exit_code(result)


def cache_folder() -> Path:
    """Return the folder of this user's cache: `XCR_CACHE_DIR`, or the platform's."""
    return Path(os.environ.get("XCR_CACHE_DIR") or platformdirs.user_cache_dir("xcodereviewer"))


def open_cache(settings: Settings) -> ResultCache:
    """Open the cache of results."""
    return ResultCache(cache_folder(), limit=settings.cache_megabytes << 20)


def rules_of(settings: Settings) -> list[Rule]:
    """Return the rules that the settings ask for: built-in and the user's own.

    Raises:
        InputError: a folder, a rule file or a name is not right.
    """
    compiled = cache_folder() if settings.cache else None
    pack = load_pack(built_in_folder(), compiled=compiled)
    for folder in settings.rules:
        pack += load_pack(Path(folder), compiled=compiled)
    return choose_rules(
        pack.rules,
        rule_set=settings.rule_set,
        only=settings.only,
        disable=settings.disable,
        severities=settings.severities,
    )


def _known(
    call: ReviewCall, settings: Settings, *, request: ReviewRequest, base: str | None, selection: Selection
) -> Known | None:
    if call.baseline_commit is not None:
        return known_by_commit(Path(call.target), call.baseline_commit, request=request, selection=selection)
    return known_by_file(Path(settings.baseline), base=base) if settings.baseline else None


def _stat_index(source: Source) -> StatIndex | None:
    """Return what is known of the files of a whole folder; parts of one would push out what is known of the rest."""
    folder = source.folder
    return StatIndex(cache_folder(), folder) if folder == Path(source.target) and not source.is_change else None


def _selection(settings: Settings) -> Selection:
    return Selection(
        include=settings.include,
        exclude=settings.exclude,
        max_file_bytes=settings.max_file_bytes,
        use_ignore_files=settings.use_ignore_files,
    )


def _policy(settings: Settings) -> Policy:
    return Policy(
        fail_on=settings.fail_on,
        new_only=settings.new_only,
        min_coverage=settings.min_coverage,
        min_score=settings.min_score,
        max_findings=settings.max_findings,
    )
