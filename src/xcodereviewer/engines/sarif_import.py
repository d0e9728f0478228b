"""Any tool's SARIF 2.1.0 report, read into values that the rest of a review understands.

A log names files and places in its own way; what a place is in the text is worked out when the text is at hand
(`pipeline.imported`), so a result keeps its regions as they were given.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.finding import Suppression
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.sarif_log import Component, Descriptor, Location, Log, Message, Region, Result, Run
from xcodereviewer.engines.sarif_rules import confidence_of, imported_rule, severity_of, slug, text_of, weaknesses_of
from xcodereviewer.engines.sarif_uris import ImportedFile, Uris

__all__ = ["ImportedPlace", "ImportedResult", "InvalidSarif", "SarifImport", "read_sarif"]

_LARGEST = 512 * 1024 * 1024  # bytes
_MOST_RESULTS = 25_000  # of a run: what GitHub takes
_MOST_STEPS = 1_000
_MOST_RELATED = 100
_MOST_NOTIFICATIONS = 20
_LONGEST_MESSAGE = 4_000
_NO_PROBLEM = frozenset({"pass", "notApplicable"})  # kinds of results that say that all is well
_NOT_ACCEPTED = frozenset({"underReview", "rejected"})
_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.){1,500})\]\((?:[^()\s]{1,2000})\)")
_ESCAPED = re.compile(r"\\([\\\[\]])")
_PLACEHOLDER = re.compile(r"\{(\d{1,3})\}|\{\{|\}\}")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class InvalidSarif(InputError):
    """A file that is no SARIF 2.1.0 log."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} cannot be imported: {reason}. Give a SARIF 2.1.0 file as the tool wrote it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPlace:
    """A place as the log gives it; without a region it is the file as a whole."""

    file: ImportedFile
    region: Region | None = None
    message: str = ""
    is_utf16: bool = True  # whether columns and offsets count UTF-16 code units, as they do unless the run says other


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedResult:
    """One result; the first of the steps is the source."""

    rule: str
    message: str
    place: ImportedPlace
    severity: Severity
    confidence: Confidence
    cwe: tuple[int, ...] = ()
    steps: tuple[ImportedPlace, ...] = ()
    related: tuple[ImportedPlace, ...] = ()
    suppression: Suppression | None = None
    fingerprint: str = ""  # ours, `xcr/v1`, in a report that we wrote


@dataclass(frozen=True, slots=True, kw_only=True)
class SarifImport:
    """What one file brings: results by the file that they are in, the rules that they name, and what to tell."""

    name: str
    results: Mapping[ImportedFile, tuple[ImportedResult, ...]]
    rules: tuple[Rule, ...]
    notices: tuple[Notice, ...] = ()


def read_sarif(data: bytes, *, name: str) -> SarifImport:
    """Read a log; `name` is what the user calls it.

    Raises:
        InvalidSarif: it is not one that can be read; the message says where it is wrong.
    """
    log = _decode(data, name)
    results: defaultdict[ImportedFile, list[ImportedResult]] = defaultdict(list)
    rules: dict[str, Rule] = {}
    notices: list[Notice] = []
    for run in log.runs or ():
        reader = _RunReader(run, name)
        for result in reader.results():
            results[result.place.file].append(result)
        for rule in reader.rules():
            rules.setdefault(rule.id, rule)
        notices += reader.notices()
    return SarifImport(
        name=name,
        results={file: tuple(of_file) for file, of_file in results.items()},
        rules=tuple(rules[rule_id] for rule_id in sorted(rules)),
        notices=tuple(notices),
    )


def _decode(data: bytes, name: str) -> Log:
    if len(data) > _LARGEST:
        raise InvalidSarif(name, f"it has {len(data):,} bytes and the limit is {_LARGEST:,}")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            data = data[len(bom) :].decode(encoding, "replace").encode()
    if not data.strip():
        raise InvalidSarif(name, "it is empty")
    try:
        log = msgspec.json.decode(data, type=Log)
    except msgspec.ValidationError as error:
        raise InvalidSarif(name, f"it does not have the form of SARIF ({error})") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidSarif(name, f"it is not valid JSON ({error})") from error
    except RecursionError as error:
        raise InvalidSarif(name, "it is nested too deeply") from error
    if log.version is None or log.runs is None:
        raise InvalidSarif(name, f"it has no `{'version' if log.version is None else 'runs'}`")
    if not log.version.startswith("2.1"):
        raise InvalidSarif(name, f"it is of version {log.version[:40]}")
    return log


class _RunReader:
    """Reads the results of one run and notes what they name."""

    def __init__(self, run: Run, name: str) -> None:
        self._run = run
        self._name = name
        driver = run.tool.driver
        self._tool_name = (driver.name if driver else None) or "unnamed tool"
        self._tool = slug(self._tool_name).lower() or "tool"
        self._uris = Uris(run.original_uri_base_ids, run.artifacts)
        self._is_utf16 = run.column_kind != "unicodeCodePoints"
        self._components: list[Component] = [*([driver] if driver else []), *(run.tool.extensions or ())]
        self._by_id = _descriptors_by_id(self._components)
        self._rules: dict[str, Rule] = {}
        self._without_file = 0
        self._over_limit = 0

    def results(self) -> Iterator[ImportedResult]:
        """Yield every result that names a file and is a problem still."""
        results = self._run.results or ()
        self._over_limit = max(0, len(results) - _MOST_RESULTS)
        for result in results[:_MOST_RESULTS]:
            if result.kind in _NO_PROBLEM or result.baseline_state == "absent":
                continue
            places = [self._place(location) for location in (result.locations or ())[: _MOST_RELATED + 1]]
            if not places or not places[0].file.given:
                self._without_file += 1
                continue
            yield self._result(result, places)

    def rules(self) -> Iterable[Rule]:
        """Return the rules that the results named."""
        return self._rules.values()

    def notices(self) -> Iterator[Notice]:
        """Yield what the user should know of the run."""
        failed = [one for one in self._run.invocations or () if one.execution_successful is False]
        if failed:
            yield self._notice("import-incomplete", f"{self._tool_name} did not end successfully")
        errors = [
            text_of(notification.message)
            for invocation in self._run.invocations or ()
            for notification in invocation.tool_execution_notifications or ()
            if notification.level == "error"
        ]
        for error in errors[:_MOST_NOTIFICATIONS]:
            yield self._notice(
                "import-error", f"{self._tool_name} reported: {error[:500].rstrip('.') or 'an error without words'}"
            )
        if self._without_file:
            yield self._notice(
                "import-without-file", f"results of {self._tool_name} that name no file: {self._without_file:,}"
            )
        if self._over_limit:
            more = f"results of {self._tool_name} beyond the limit of {_MOST_RESULTS:,} for a run: {self._over_limit:,}"
            yield self._notice("import-clipped", more)
        if "results" in (self._run.external_property_file_references or {}):
            yield self._notice("import-incomplete", f"results of {self._tool_name} are kept in other files")

    def _notice(self, code: str, said: str) -> Notice:
        return Notice(code=code, message=f"{self._name}: {said}.")

    def _result(self, result: Result, places: Sequence[ImportedPlace]) -> ImportedResult:
        rule_name, descriptor = self._rule_of(result)
        rule_id = f"{self._tool}.{slug(rule_name, spare='/') or 'unnamed'}"
        if rule_id not in self._rules:
            taxonomies = self._run.taxonomies or ()
            self._rules[rule_id] = imported_rule(self._tool, rule_id, descriptor, taxonomies=taxonomies)
        rule = self._rules[rule_id]
        own = weaknesses_of(result, taxonomies=self._run.taxonomies or ())
        related = [*places[1:], *map(self._place, result.related_locations or ())]
        return ImportedResult(
            rule=rule_id,
            message=_said(result.message, descriptor) or rule.title.en,
            place=places[0],
            severity=severity_of(result, descriptor),
            confidence=confidence_of(result, descriptor),
            cwe=tuple(dict.fromkeys((*own, *rule.cwe))),
            steps=tuple(self._steps(result))[:_MOST_STEPS],
            related=tuple(place for place in related if place.file.given)[:_MOST_RELATED],
            suppression=_suppression(result),
            fingerprint=(result.fingerprints or {}).get("xcr/v1", ""),
        )

    def _rule_of(self, result: Result) -> tuple[str, Descriptor]:
        """Return the rule's name and what is known of it: by number, by id, by the id above it (`CA1000/1`)."""
        reference = result.rule
        named = result.rule_id or (reference.id if reference else None) or ""
        index = result.rule_index if reference is None or reference.index is None else reference.index
        component = self._component(result)
        rules = (component.rules or ()) if component else ()
        if index is not None and 0 <= index < len(rules):
            described = rules[index]
            if not named or not described.id or _is_below(named, described.id):
                return named or described.id or "", described
        above = named
        while above:
            if above in self._by_id:
                return named, self._by_id[above]
            above = above.rpartition("/")[0]
        return named, Descriptor(id=named or None)

    def _component(self, result: Result) -> Component | None:
        """Return the part of the tool that the result's rule is of: the driver, unless it says another."""
        reference = result.rule.tool_component if result.rule else None
        extensions = self._run.tool.extensions or ()
        if reference is None or reference.index == -1:
            return self._run.tool.driver
        if reference.index is not None:
            return extensions[reference.index] if reference.index < len(extensions) else None
        for component in self._components:
            if (reference.guid and reference.guid == component.guid) or (
                reference.name and reference.name == component.name
            ):
                return component
        return self._run.tool.driver

    def _place(self, location: Location) -> ImportedPlace:
        physical = location.physical_location
        return ImportedPlace(
            file=self._uris.file(physical.artifact_location if physical else None),
            region=physical.region if physical else None,
            message=_said(location.message, None),
            is_utf16=self._is_utf16,
        )

    def _steps(self, result: Result) -> Iterator[ImportedPlace]:
        """Yield the stops of the first path."""
        flows = next((flow.thread_flows for flow in result.code_flows or () if flow.thread_flows), None)
        known = self._run.thread_flow_locations or ()
        for stop in (flows[0].locations or ())[:_MOST_STEPS] if flows else ():
            location = stop.location
            if location is None and stop.index is not None and 0 <= stop.index < len(known):
                location = known[stop.index].location
            if location is not None:
                place = self._place(location)
                if place.file.given:
                    yield place


def _descriptors_by_id(components: Iterable[Component]) -> dict[str, Descriptor]:
    by_id: dict[str, Descriptor] = {}
    for component in components:
        for descriptor in component.rules or ():
            if descriptor.id:
                by_id.setdefault(descriptor.id, descriptor)
    return by_id


def _is_below(rule_id: str, described: str) -> bool:
    return rule_id == described or rule_id.startswith(described + "/")


def _said(message: Message | None, descriptor: Descriptor | None) -> str:
    """Return a message in plain words: its arguments filled in, its links without their targets."""
    if message is None:
        return ""
    strings = (descriptor.message_strings if descriptor else None) or {}
    text = text_of(message) or (text_of(strings.get(message.id)) if message.id else "")
    arguments = message.arguments or []
    if arguments:
        text = _PLACEHOLDER.sub(lambda found: _filled(found, arguments), text)
    return _ESCAPED.sub(r"\1", _LINK.sub(r"\1", text))[:_LONGEST_MESSAGE]


def _filled(found: re.Match[str], arguments: Sequence[str]) -> str:
    if found[1] is None:
        return found[0][0]
    number = int(found[1])
    return arguments[number] if number < len(arguments) else found[0]


def _suppression(result: Result) -> Suppression | None:
    """Return the tool's suppression; one that waits or was rejected, alone or beside others, is none (§3.27.23)."""
    given = result.suppressions or ()
    if not given or any((one.status or one.state) in _NOT_ACCEPTED for one in given):
        return None
    first = given[0]
    kind = first.kind if first.kind in ("inSource", "external") else "external"
    reason = next((one.justification for one in given if one.justification), "")
    return Suppression(kind=kind, marker="sarif", reason=reason[:_LONGEST_MESSAGE])
