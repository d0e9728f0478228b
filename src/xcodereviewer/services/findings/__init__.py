"""Findings of a project: listed, counted, decided on, talked about."""

from xcodereviewer.services.findings.decide import Decision, decide, get, history
from xcodereviewer.services.findings.facets import Facets, facets
from xcodereviewer.services.findings.listing import Place, Sort, page, place_of
from xcodereviewer.services.findings.wanted import Wanted

__all__ = [
    "Decision",
    "Facets",
    "Place",
    "Sort",
    "Wanted",
    "decide",
    "facets",
    "get",
    "history",
    "page",
    "place_of",
]
