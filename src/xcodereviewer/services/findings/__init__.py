"""Findings of a project: listed, counted, decided on, talked about."""

from xcodereviewer.services.findings.assign import assign
from xcodereviewer.services.findings.decide import Decision, decide, decide_all, get, history
from xcodereviewer.services.findings.facets import Facets, facets
from xcodereviewer.services.findings.listing import Place, Sort, page, place_of
from xcodereviewer.services.findings.wanted import Wanted

__all__ = [
    "Decision",
    "Facets",
    "Place",
    "Sort",
    "Wanted",
    "assign",
    "decide",
    "decide_all",
    "facets",
    "get",
    "history",
    "page",
    "place_of",
]
