"""What a shell offers for an argument or an option: files, rules, reports, revisions, engines."""

import os
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

__all__ = ["engines", "files", "folders", "reports", "revisions", "rule_ids", "rule_severities"]

_MOST_REFS = 2_000  # a repository may have more than anybody chooses from


def files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001 - click's signature
    """Offer files and folders, which the shell itself knows best."""
    return [CompletionItem(incomplete, type="file")]


def folders(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001 - click's signature
    """Offer folders."""
    return [CompletionItem(incomplete, type="dir")]


def reports(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer `FORMAT=`, and after it files."""
    from xcodereviewer.reports.formats import FORMATS

    if "=" in incomplete:
        return files(context, parameter, incomplete)
    return [CompletionItem(f"{name}=") for name in FORMATS if name.startswith(incomplete)]


def rule_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001 - click's signature
    """Offer the ids of all rules; their last parts when no id begins so."""
    ids = sorted(_rule_ids())
    return [CompletionItem(rule) for rule in _beginning(ids, incomplete)]


def rule_severities(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer `RULE=`, and after it severities."""
    from xcodereviewer.domain.levels import Severity

    rule, separator, begun = incomplete.partition("=")
    if not separator:
        return [CompletionItem(f"{item.value}=") for item in rule_ids(context, parameter, incomplete)]
    return [CompletionItem(f"{rule}={severity}") for severity in Severity if severity.startswith(begun)]


def engines(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001 - click's signature
    """Offer the names of the engines."""
    from xcodereviewer.engines.registry import engine_names

    return [CompletionItem(name) for name in engine_names() if name.startswith(incomplete)]


def revisions(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001 - click's signature
    """Offer the branches and tags of the repository that the shell is in; click does not know TARGET yet."""
    from xcodereviewer.sources.worktree import find_work_tree

    tree = find_work_tree(Path.cwd())
    if tree is None:
        return []
    names = sorted({"HEAD", *_refs(tree.common_dir)})
    return [CompletionItem(name) for name in names if name.startswith(incomplete)][:_MOST_REFS]


def _rule_ids() -> Iterator[str]:
    """Yield the ids of all rules, as their files are called: no rule is read for that."""
    from xcodereviewer.cli.config import configuration_at
    from xcodereviewer.core.errors import XCodeReviewerError
    from xcodereviewer.rules.pack import built_in_folder

    try:
        own = configuration_at(".").settings.rules
    except XCodeReviewerError:  # it is told when the command runs
        own = ()
    for folder in (built_in_folder(), *map(Path, own)):
        for path in folder.glob("*/*/*.yaml"):
            yield ".".join(path.relative_to(folder).with_suffix("").parts)


def _beginning(ids: list[str], incomplete: str) -> list[str]:
    whole = [rule for rule in ids if rule.startswith(incomplete)]
    return whole or sorted({bare for rule in ids if (bare := rule.rpartition(".")[2]).startswith(incomplete)})


def _refs(git_dir: Path) -> Iterator[str]:
    """Yield the short names of branches, remote branches and tags, from Git's files without starting Git."""
    kinds = [Path("refs", kind) for kind in ("heads", "tags", "remotes")]
    for kind in kinds:
        for folder, _, names in os.walk(git_dir / kind):
            yield from (Path(folder, name).relative_to(git_dir / kind).as_posix() for name in names)
    try:
        packed = (git_dir / "packed-refs").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for line in packed.splitlines():
        _, _, ref = line.partition(" ")
        yield from (ref[len(f"{kind}/") :] for kind in kinds if ref.startswith(f"{kind}/"))
