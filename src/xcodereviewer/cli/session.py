"""A tree and the request to review it, made from settings: what every command that reviews has in common."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from xcodereviewer.cli.own_models import own_models
from xcodereviewer.cli.places import cache_folder
from xcodereviewer.cli.source import Source, open_source
from xcodereviewer.core.settings import Settings
from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.memory import TreeMemory
from xcodereviewer.pipeline.prepare import chosen_rules, engines_of, limits_of, policy_of, selection_of
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.rules.pack import Pack, built_in_folder, load_pack
from xcodereviewer.sources.directory import DirectoryTree
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.selection import Selection

__all__ = ["Session", "open_cache", "open_session", "pack_of", "seen_from_here"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """An open tree with the request that reviews it."""

    tree: SourceTree
    request: ReviewRequest
    selection: Selection = field(repr=False)


@contextmanager
def open_session(
    source: Source,
    settings: Settings,
    *,
    notices: Sequence[Notice] = (),
    altered: Mapping[str, Pack] = MappingProxyType({}),
    models: Mapping[str, Mapping[str, bytes]] = MappingProxyType({}),
    progress: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005 - nobody is told
) -> Iterator[Session]:
    """Open what is to be reviewed; the cache is written when it is closed. `altered` is as in `pack_of`, `models` as in
    `own_models`.

    Raises:
        XCodeReviewerError: it cannot be opened, or the settings name what is not there.
    """
    pack = pack_of(settings, altered=altered)
    rules = chosen_rules(pack, settings)
    rules += own_models(settings, rules, models)
    selection = selection_of(settings)
    with ExitStack() as stack:
        tree = stack.enter_context(open_source(source, selection=selection))
        cache = stack.enter_context(open_cache(settings)) if settings.cache else None
        request = ReviewRequest(
            tree=tree,
            parts=tuple(map(tree_path, source.parts)),
            rules=rules,
            engines=engines_of(settings),
            today=date.today(),  # noqa: DTZ011 - a suppression ends on the user's own calendar
            jobs=settings.jobs or os.cpu_count() or 1,
            policy=policy_of(settings),
            changed_only=not source.whole_tree,
            honoured_markers=frozenset(settings.honour),
            strict_suppressions=settings.strict_suppressions,
            known_rules=frozenset(rule.id for rule in pack.rules),
            as_of=settings.as_of or None,
            cache=cache,
            memory=_memory(tree) if cache is not None else None,
            limits=limits_of(settings),
            notices=notices,
            progress=progress,
        )
        yield Session(tree=tree, request=request, selection=selection)


def open_cache(settings: Settings) -> ResultCache:
    """Open the cache of results."""
    return ResultCache(cache_folder(), limit=settings.cache_megabytes << 20)


def pack_of(settings: Settings, *, altered: Mapping[str, Pack] = MappingProxyType({})) -> Pack:
    """Return all rules there are: built-in and the user's own.

    `altered` are the rules that hold instead of those that stand in a folder now, by what the settings call it.

    Raises:
        InputError: a folder or a rule file is not right.
    """
    compiled = cache_folder() if settings.cache else None
    pack = load_pack(built_in_folder(), compiled=compiled)
    for folder in {Path(folder).resolve(): folder for folder in settings.rules}.values():  # each once
        from xcodereviewer.pipeline.rule_check import check_pack  # only where rules are new

        own = altered.get(folder) or load_pack(seen_from_here(folder), compiled=compiled)
        check_pack(own)
        pack += own
    return pack


def seen_from_here(folder: str) -> Path:
    """Return the path as a person would write it: a configuration file anchors it at its own folder."""
    path, here = Path(folder), Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _memory(tree: SourceTree) -> TreeMemory | None:
    """Return what is known of the files of a whole folder; parts of one would push out what is known of the rest."""
    if isinstance(tree, DirectoryTree) and tree.part[-1:] in ("", "/"):
        return TreeMemory(cache_folder(), tree.folder)
    return None
