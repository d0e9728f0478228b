"""The models of templates: each place that a lowering names is described, and filters do what engines do."""

import pytest

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow.languages.templates_html import Place
from xcodereviewer.library_models.loader import load_models

_MODELS = load_models("html")
_SAFE_WHEN_ESCAPED = {Place.TEXT, Place.STYLE, Place.SCRIPT_TEXT}  # they are lowered to other members


@pytest.mark.parametrize("place", ["unescaped", *sorted(set(Place) - _SAFE_WHEN_ESCAPED)])
def test_every_place_is_a_sink_of_html(place: str) -> None:
    member = _MODELS.get(_MODELS.canonical(f"<page>.{place}"))
    assert member is not None
    assert [sink.kind for sink in member.sinks] == [SinkKind.LINK if place == "link" else SinkKind.HTML]


@pytest.mark.parametrize("name", ["e", "escape", "force_escape", "tojson", "escapejs", "urlencode"])
def test_filter_makes_a_value_safe(name: str) -> None:
    member = _MODELS.get(_MODELS.canonical(f"<page>.filter.{name}"))
    assert member is not None
    assert [one.clears & SinkKind.HTML.bit for one in member.sanitizers] == [SinkKind.HTML.bit]


@pytest.mark.parametrize(("name", "passes"), [("safe", ("*",)), ("upper", ("*",)), ("length", ()), ("date", ())])
def test_filter_passes_text_on_and_numbers_not(name: str, passes: tuple[str, ...]) -> None:
    member = _MODELS.get(_MODELS.canonical(f"<page>.filter.{name}"))
    assert member is not None
    assert member.passes == passes
