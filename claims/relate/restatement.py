"""Restatements: an amount given again in another unit, currency or scale ("26 miles (42 km)")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claims.claim import Restatement
from claims.figure import Figure
from claims.pattern import Match, Window


def restatements(window: Window, met: Sequence[Match]) -> Iterator[Restatement]:
    """Each amount that the wording says is given again, where the two units can be of one thing."""
    for match in met:
        if match.kind == "restatement":
            amount, again = match.roles["amount"], match.roles["again"]
            assert isinstance(amount, Figure)
            assert isinstance(again, Figure)
            if can_be_the_same(amount, again):
                yield Restatement(match.span, amount, again)


def can_be_the_same(amount: Figure, again: Figure) -> bool:
    """Whether the second figure can be the first in another unit: money in money, a measure in a measure."""
    first, second = amount.unit, again.unit
    if first.kind != second.kind or first.kind not in ("money", "measure", "time"):
        return False
    return (first.code, first.per) != (second.code, second.per) or amount.low == again.low


def as_difference(figure: Figure) -> Figure:
    """A temperature difference: the figure in the unit for differences that its degree may also be in."""
    for unit in figure.may_also_be:
        if unit.dimension == "[temperature difference]":
            return msgspec.structs.replace(figure, unit=unit, may_also_be=())
    return figure
