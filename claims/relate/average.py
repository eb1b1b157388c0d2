"""Averages: the mean of some values, or of values that lie between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.claim import Average
from claims.figure import Figure
from claims.pattern import Match, Window
from claims.relate.share import of_one_kind


def averages(window: Window, met: Sequence[Match]) -> Iterator[Average]:
    """Each average that the wording gives, where all values are in its unit."""
    for match in met:
        if match.kind != "average":
            continue
        figures = {role: thing for role, thing in match.roles.items() if isinstance(thing, Figure)}
        mean = figures.get("mean")
        values = tuple(thing for role, thing in figures.items() if role.startswith("value"))
        low, high = figures.get("low"), figures.get("high")
        others = [thing for thing in (*values, low, high) if thing]
        if mean and others and all(of_one_kind(thing, mean) for thing in others):
            yield Average(match.span, mean, values, low, high, figures.get("count"))
