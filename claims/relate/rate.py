"""Rates: so much each, so many times, makes the total; so much over so many years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claims.claim import Rate
from claims.figure import Figure
from claims.pattern import Match, Window
from claims.rounding import EXACTLY


def rates(window: Window, met: Sequence[Match]) -> Iterator[Rate]:
    """Each rate that the wording gives, where the units multiply out."""
    yield from spread_over_years(met)
    for match in met:
        if match.kind == "rate":
            each, count, total = (_figure(match, role) for role in ("each", "count", "total"))
            claim = Rate(match.span, each, count, total)
            if units_multiply_out(claim):
                yield claim


def spread_over_years(met: Sequence[Match]) -> Iterator[Rate]:
    """Totals over a span of time, and the same totals as they are given again in another currency."""
    again = {match.roles["again"].span: match.roles["amount"] for match in met if match.kind == "restatement"}
    for match in met:
        if match.kind == "spread":
            total, count = _figure(match, "total"), _figure(match, "count")
            if total is None or count is None or total.unit.per:
                continue
            count = msgspec.structs.replace(count, hedge=EXACTLY)  # "over five years": not more than five
            original = again.get(total.span)
            if isinstance(original, Figure) and original.unit.kind == "money":
                yield Rate((original.span[0], match.span[1]), None, count, original)
            yield Rate(match.span, None, count, total)


def units_multiply_out(claim: Rate) -> bool:
    """Whether each × count can be the total, by their units."""
    each, count, total = claim.each, claim.count, claim.total
    if each is None or total is None or (each.unit.kind != total.unit.kind and each.unit.kind != "percent"):
        return False
    if each.unit.kind == "percent":
        return count is not None and count.unit.dimension == total.unit.dimension and total.unit.kind != "percent"
    if each.unit.code != total.unit.code and each.unit.kind == "money":
        return False
    if count is None:
        return each.unit.dimension == total.unit.dimension and each.unit.per != total.unit.per
    if count.unit.kind == "time":
        return each.unit.dimension == f"{total.unit.dimension} / [time]"
    return count.unit.kind in ("count", "plain", "measure")


def _figure(match: Match, role: str) -> Figure | None:
    thing = match.roles.get(role)
    return thing if isinstance(thing, Figure) else None
