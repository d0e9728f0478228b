"""One call of `xcr review`, from what was asked to the exit code."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xcodereviewer.cli.base import base_of, organisation_layer, repository_layer
from xcodereviewer.cli.base_rules import altered_rules
from xcodereviewer.cli.configure import ConfigurationFile, configure, told_origin
from xcodereviewer.cli.dependencies import dependencies
from xcodereviewer.cli.exit import ExitCode, exit_code
from xcodereviewer.cli.globs import from_root
from xcodereviewer.cli.outputs import Outputs, outputs_asked, write_outputs
from xcodereviewer.cli.own_models import altered_models
from xcodereviewer.cli.progress import Progress
from xcodereviewer.cli.replay import Recorder
from xcodereviewer.cli.review import ReviewCall
from xcodereviewer.cli.session import Session, open_session
from xcodereviewer.cli.source import Source, forced
from xcodereviewer.core.configuration import Layer
from xcodereviewer.core.settings import Settings
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review_with_texts
from xcodereviewer.sources.directory import DirectoryTree
from xcodereviewer.sources.named_parts import NamedParts

if TYPE_CHECKING:
    from xcodereviewer.cli.comparing import Known
    from xcodereviewer.engines.sarif_import import SarifImport
    from xcodereviewer.engines.worker_process import StartedProcess

__all__ = ["run_review"]


def run_review(call: ReviewCall, command_line: Layer, *, started: "StartedProcess | None" = None) -> int:
    """Review what is asked for, write the reports and return the exit code; `started` is a worker that waits.

    Raises:
        XCodeReviewerError: it cannot be done as asked.
    """
    outputs = outputs_asked(call.outputs, call.format)
    source = _source(call)
    file = ConfigurationFile(path=Path(call.config) if call.config else None, is_wanted=not call.no_config)
    base = base_of(source, baseline_commit=call.baseline_commit)
    source = replace(source, since=base if call.baseline_commit is not None else None)
    layer, notices = repository_layer(source, file, base=base)
    organisation, more = organisation_layer(source, base=base)
    notices += more
    command_line = from_root(command_line, Path.cwd(), source=source)
    configuration = configure(layer, command_line, organisation=organisation)
    settings = configuration.settings
    if settings.force_exclude:
        source = forced(source)
    altered, more = altered_rules(settings, source, base=base)
    notices += more
    models, more = altered_models(settings, source, base=base)
    notices += more
    wanted = Outputs(outputs=outputs, is_quiet=call.quiet, is_verbose=call.verbose, locale=settings.locale)
    recorder = Recorder(sys.argv[1:])
    with (
        told_origin(configuration),
        Progress(wanted=not call.quiet, language=wanted.language(sys.stderr)) as progress,
        open_session(source, settings, notices=notices, altered=altered, models=models, progress=progress) as session,
    ):
        request = replace(_request(call, settings, session, base=base), started=started)
        result, texts = review_with_texts(request)
        progress.close()
        printed = write_outputs(wanted, result, sources=texts)
        code = exit_code(result)
        if code is ExitCode.NOTHING and call.allow_nothing:
            code = ExitCode.PASSED
        is_whole = not (
            outputs or call.imports or call.baseline_commit or result.is_partial or result.coverage.failures
        )
        if settings.cache and is_whole and isinstance(session.tree, DirectoryTree):
            paths = dependencies(session.tree, settings=settings, file=file)
            if not recorder.is_racy(_latest_ns(session.tree)):  # told before the status of thousands is asked for again
                recorder.keep(printed, code=code, duration=f"{result.duration_s:.1f}", depends_on=paths)
    return code


def _latest_ns(tree: DirectoryTree) -> int:
    """Return when the latest of the files changed (ns since the epoch)."""
    stamps = (file.stamp for file in tree.files if file.stamp is not None)
    return max((max(stamp.mtime_ns, stamp.ctime_ns) for stamp in stamps), default=0)


def _source(call: ReviewCall) -> Source:
    return Source(
        target=call.target,
        parts=call.parts,
        diff=call.diff,
        staged=call.staged,
        patch=call.patch,
        whole_tree=call.context == "all",
        revision=call.revision,
        language=call.language,
        name=call.name,
    )


def _request(call: ReviewCall, settings: Settings, session: Session, *, base: str | None) -> ReviewRequest:
    request = replace(session.request, imports=_imports(call))
    known = _known(call, settings, session, base=base)
    if known is None:
        return request
    return replace(
        request,
        baseline=known.baseline,
        renames=known.renames,
        added_baseline=known.added,
        changes_since_baseline=known.changes,
    )


def _imports(call: ReviewCall) -> "list[SarifImport]":
    if not call.imports:
        return []
    from xcodereviewer.cli.imports import read_import

    return [read_import(path) for path in call.imports]


def _known(call: ReviewCall, settings: Settings, session: Session, *, base: str | None) -> "Known | None":
    if not settings.baseline and call.baseline_commit is None:
        return None
    from xcodereviewer.cli.comparing import TwoBaselines, known_by_commit, known_by_file

    if settings.baseline and call.baseline_commit is not None:
        raise TwoBaselines
    if call.baseline_commit is not None:
        path = Path(call.target)
        return known_by_commit(path, call.baseline_commit, request=session.request, selection=session.selection)
    target = Path(call.target) if isinstance(session.tree, DirectoryTree | NamedParts) else None
    return known_by_file(Path(settings.baseline), base=base, target=target)
