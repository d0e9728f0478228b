"""The user's own library models, as they travel to the engine: with the rules, so that they decide what is cached."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from xcodereviewer.cli.question import ENGINE, question
from xcodereviewer.cli.source import Source
from xcodereviewer.core.settings import Settings
from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.rule import Rule

__all__ = ["altered_models", "own_models"]


def own_models(
    settings: Settings, rules: Sequence[Rule], altered: Mapping[str, Mapping[str, bytes]] = MappingProxyType({})
) -> list[Rule]:
    """Return what tells the data-flow engine of the models in the folders that the settings name; nothing without any.

    `altered` are the files that hold instead of those that stand in a folder now.

    Raises:
        InvalidModel: a folder holds no models, or one is not right.
    """
    if not settings.models:
        return []
    from xcodereviewer.library_models.own import checked_models, files_of_models, models_in  # with YAML

    found = []
    for folder in settings.models:
        files = altered.get(folder) or files_of_models(Path(folder))
        found += list(models_in(files, _seen_from_here(folder)))
    told = [[one.language, one.path, one.text] for one in checked_models(found)]
    if not any(rule.engine == ENGINE.name for rule in rules):
        return []
    return [replace(question("models", json.dumps({"models": told})), languages=())]


def altered_models(
    settings: Settings, source: Source, *, base: str | None
) -> tuple[Mapping[str, Mapping[str, bytes]], list[Notice]]:
    """Return the models of the base for each folder that the change alters, and what is to be said.

    One more model can call a value safe that was not: what a change adds does not hold either.
    """
    if base is None or source.folder is None or not settings.models:
        return {}, []
    from xcodereviewer.library_models.own import is_model_file, model_files_below
    from xcodereviewer.sources.revision_file import folder_at

    before: dict[str, Mapping[str, bytes]] = {}
    for folder in settings.models:
        files = folder_at(Path(folder), base, near=source.folder)
        then = {path: data for path, data in files.items() if is_model_file(path)}
        if then and then != model_files_below(Path(folder)):
            before[folder] = then
    told = "The change under review alters library models that it is held against; those of its base hold."
    return before, [Notice(code="self-models", message=told, path=_seen_from_here(one).as_posix()) for one in before]


def _seen_from_here(folder: str) -> Path:
    path, here = Path(folder), Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
