"""What came of a file: everything that the engines said of it as findings and coverage."""

from collections.abc import Mapping, Sequence

import msgspec

from xcodereviewer.domain.location import Span
from xcodereviewer.pipeline.assemble import SECRET_TAG, assemble, secret_spans
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.entries import Entry, at_path
from xcodereviewer.pipeline.hidden import shows_any
from xcodereviewer.pipeline.memory import FileResult
from xcodereviewer.pipeline.open_file import OpenFile
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.triage.places import TextPlaces

__all__ = ["Outcomes"]


class Outcomes:
    """Turns the answers of engines into what a file came to; `masking` are the engines that find secrets."""

    def __init__(self, plans: Sequence[EnginePlan], *, cache: ResultCache | None) -> None:
        self._names = [plan.name for plan in plans]
        self._rules = {rule.id: rule for plan in plans for rule in plan.rules}
        self._cache = cache
        self.masking = {plan.name for plan in plans if any(SECRET_TAG in rule.tags for rule in plan.rules)}

    def of(self, file: OpenFile) -> tuple[FileResult, Mapping[str, bytes]]:
        """Return what came of a file that every engine has answered for, and by engine the facts that it left."""
        path = file.file.path
        entries, secrets = self._entries(file)
        facts = {name: entry.facts for name, entry in entries.items() if entry.facts}
        result = FileResult(
            content=file.content,
            coverage=file.coverage(entries),
            findings=tuple(at_path(finding, path) for entry in entries.values() for finding in entry.findings),
            markers=file.sketch.markers,
            secrets=tuple(secrets),
            with_facts=tuple(facts),
        )
        return result, facts

    def _entries(self, file: OpenFile) -> tuple[dict[str, Entry], list[Span]]:
        """Return what every engine has to say of the file, and the secrets in it."""
        secrets = list(file.secrets)
        fresh: dict[str, Entry] = {}
        if file.scans:
            text = file.text
            own = {name: secret_spans(scan.matches, text, rules=self._rules) for name, scan in file.scans.items()}
            secrets += [span for spans in own.values() for span in spans]
            encoding = file.reading.encoding if file.reading else "utf-8"
            places = TextPlaces(text, file.sketch.language, encoding=encoding)
            for name, scan in file.scans.items():
                findings = assemble(scan.matches, places, rules=self._rules, masks=secrets, tags=file.tags)
                fresh[name] = Entry(
                    findings=findings, gap=scan.gap, is_blind=scan.is_blind, facts=scan.facts, secrets=own[name]
                )
            self._keep(file, fresh, secrets)
        entries = file.known | fresh
        return {name: entries[name] for name in self._names if name in entries}, secrets

    def _keep(self, file: OpenFile, fresh: Mapping[str, Entry], secrets: Sequence[Span]) -> None:
        """Keep what engines found, unless a secret is in it or it is unknown what is one."""
        failed = {name for name, scan in file.scans.items() if scan.failure}
        if self._cache and not failed & self.masking:
            failed |= {name for name, entry in fresh.items() if shows_any(entry.facts, file.text, secrets)}
            whole = {file.keys[name]: entry for name, entry in fresh.items() if name not in failed}
            self._cache.put({key: msgspec.msgpack.encode(entry) for key, entry in whole.items()})
