"""What is to run: which engines, with which rules, on which languages."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from xcodereviewer import __version__
from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.engine import Engine
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.registry import load_engine

__all__ = ["EnginePlan", "plan_engines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnginePlan:
    """One engine with its rules; `digest` (hex) changes whenever its answer for a text may.

    An engine that `relates_long` takes as long to relate the facts of all files as others take to look at them.
    """

    name: str
    rules: tuple[Rule, ...]
    languages: frozenset[Language]
    digest: str
    relates_long: bool = False


def plan_engines(names: Sequence[str], rules: Iterable[Rule]) -> tuple[list[EnginePlan], list[Skipped]]:
    """Return a plan for each engine that has rules, and the engines that cannot run, with the reason.

    An engine that is named by a rule but not installed is one that cannot run.
    """
    by_engine: dict[str, list[Rule]] = {name: [] for name in names}
    for rule in rules:
        if rule.engine in by_engine:
            by_engine[rule.engine].append(rule)
    plans, missing = [], []
    for name, own in by_engine.items():
        if not own:
            continue
        try:
            plans.append(_plan(name, own))
        # xcr: ignore[broad-handler-outside-the-doors] another package's code, which may even exit: others run
        except (Exception, SystemExit) as error:
            reason = f"it exits ({error})" if isinstance(error, SystemExit) else str(error) or type(error).__name__
            missing.append(Skipped(path=name, reason=reason, is_failure=True))
    return plans, missing


def _languages(engine: Engine, rules: Sequence[Rule]) -> frozenset[Language]:
    """Return the languages that the engine has rules for, and those that it reads beside them."""
    own = engine.languages & {language for rule in rules for language in rule.languages}
    beside: Mapping[Language, frozenset[Language]] = getattr(engine, "beside", {})
    return own.union(*(others for language, others in beside.items() if language in own))


def _plan(name: str, rules: Sequence[Rule]) -> EnginePlan:
    engine = load_engine(name)
    digest = hashlib.sha256(f"{__version__}\0{name}\0{engine.version}\0".encode())
    for rule in rules:
        digest.update(msgspec.msgpack.encode(rule))
    return EnginePlan(
        name=name,
        rules=tuple(rules),
        languages=_languages(engine, rules),
        digest=digest.hexdigest(),
        relates_long=getattr(engine, "relates_long", False),
    )
