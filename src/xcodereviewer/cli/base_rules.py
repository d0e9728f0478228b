"""Of a team's own rules, those of the base commit hold: a change cannot weaken what it is held against."""

from collections.abc import Mapping
from pathlib import Path

from xcodereviewer.cli.session import seen_from_here
from xcodereviewer.cli.source import Source
from xcodereviewer.core.settings import Settings
from xcodereviewer.domain.review import Notice
from xcodereviewer.rules.pack import Pack, is_rule_file, parse_pack

__all__ = ["altered_rules"]


def altered_rules(settings: Settings, source: Source, *, base: str | None) -> tuple[Mapping[str, Pack], list[Notice]]:
    """Return the rules of the base for each folder in which the change alters or deletes one, and what is to be said.

    A folder to which rules are only added is read as it is: they are run beside those that were there.

    Raises:
        InputError: a rule of the base is not right.
    """
    packs: dict[str, Pack] = {}
    if base is None or source.folder is None or not settings.rules:
        return packs, []
    from xcodereviewer.sources.revision_file import folder_at

    for folder in settings.rules:
        then = {
            path: data for path, data in folder_at(Path(folder), base, near=source.folder).items() if is_rule_file(path)
        }
        if then and any(_now(Path(folder) / path) != data for path, data in then.items()):
            shown = seen_from_here(folder)
            packs[folder] = parse_pack((f"{shown}/{path}", data) for path, data in sorted(then.items()))
    told = "The change under review alters rules that it is held against; those of its base hold."
    return packs, [Notice(code="self-rules", message=told, path=seen_from_here(folder).as_posix()) for folder in packs]


def _now(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None
