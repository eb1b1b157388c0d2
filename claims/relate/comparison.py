"""Comparisons: one amount is so much more, or so many times, another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.claim import Comparison
from claims.figure import Figure
from claims.pattern import Match, Window
from claims.relate.share import of_one_kind


def comparisons(window: Window, met: Sequence[Match]) -> Iterator[Comparison]:
    """Each comparison that the wording gives, where both amounts are in one unit."""
    for match in met:
        if match.kind != "comparison":
            continue
        greater, lesser = match.roles.get("greater"), match.roles.get("lesser")
        difference, percent, times = (_figure(match.roles.get(role)) for role in ("difference", "percent", "times"))
        if isinstance(greater, Figure) and isinstance(lesser, Figure) and of_one_kind(greater, lesser):
            yield Comparison(match.span, greater, lesser, difference, percent, times, match.holds.get("more") is True)


def _figure(thing: object) -> Figure | None:
    return thing if isinstance(thing, Figure) else None
