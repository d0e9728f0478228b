"""Every path on which the review of a folder depends."""

import os
from collections.abc import Iterator
from importlib.util import find_spec

from xcodereviewer.cli.configure import ConfigurationFile, organisation_place
from xcodereviewer.core.configuration import OWN_FILE, PYPROJECT
from xcodereviewer.core.settings import Settings
from xcodereviewer.engines.registry import BUILT_IN, GROUP, engine_names
from xcodereviewer.sources.attributes import ATTRIBUTES
from xcodereviewer.sources.directory import DirectoryTree
from xcodereviewer.sources.ignore import IGNORE_FILES
from xcodereviewer.sources.worktree import find_work_tree

__all__ = ["dependencies"]


def dependencies(tree: DirectoryTree, *, settings: Settings, file: ConfigurationFile) -> Iterator[str]:
    """Yield every path whose change, coming or going may change the review of a folder, there or not."""
    top = os.fspath(tree.root)
    for name in tree.names_on_disk():
        yield f"{top}/{name}"
        if name.endswith(".git/"):
            yield f"{top}/{name}info/exclude"
    work_tree = find_work_tree(tree.folder)
    for folder in (tree.folder, *tree.folder.parents):
        yield os.fspath(folder / ".git")  # with which paths would count from another root
        if folder.is_relative_to(tree.root):
            yield from (os.fspath(folder / name) for name in (OWN_FILE, PYPROJECT, *IGNORE_FILES, ATTRIBUTES))
        elif work_tree is not None:
            break
    if work_tree is not None:
        yield from (os.fspath(work_tree.git_dir / name) for name in ("", "index", "HEAD"))
        yield os.fspath(work_tree.common_dir / "info" / "exclude")
    yield os.fspath(organisation_place())
    if file.path is not None:
        yield os.fspath(file.path)
    if settings.baseline:
        yield settings.baseline
    for rules in (*settings.rules, *settings.models):
        yield from _all_below(rules)
    yield from _engines_of_others()


def _engines_of_others() -> Iterator[str]:
    """Yield the files and folders of the packages whose engines are not ours: a package may be edited where it is."""
    if BUILT_IN.keys() >= set(engine_names()):
        return
    from importlib.metadata import entry_points  # takes as long to import as a small review takes

    for package in sorted({point.module.partition(".")[0] for point in entry_points(group=GROUP)} - {"xcodereviewer"}):
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            yield spec.origin
        for folder in (spec and spec.submodule_search_locations) or ():
            yield from _all_below(folder)


def _all_below(top: str) -> Iterator[str]:
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield folder
        yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118 - a thousand of them
