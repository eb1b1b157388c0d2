"""The picture of a sum: where on one scale its two sides can lie, and whether they meet."""

from __future__ import annotations

from fractions import Fraction
from math import log10
from typing import NamedTuple

from claims.interval import Interval
from factcheck.verdict import Outcome, Side, Verdict

WIDTH = 1000
MARGIN = 60
NARROWEST = 6
"""As wide as a single value is drawn."""
LINEAR_UP_TO = 30
"""Where the greatest is more times the least, both would be crowded at the ends: the scale is logarithmic."""


class Bar(NamedTuple):
    """One side, in thousandths of the picture's width: the loose band, the allowed one in it, and the value as stated."""

    loose: tuple[int, int]
    allowed: tuple[int, int]
    stated: int
    shown: str
    formula: str

class Picture(NamedTuple):
    """Two bars over one scale; what lies between them where they do not meet, or in both where they do."""

    left: Bar
    right: Bar
    between: tuple[int, int]
    meets: bool
    is_logarithmic: bool
    said: str


def picture(verdict: Verdict) -> Picture | None:
    """The picture, where the claim was judged."""
    if verdict.sides is None:
        return None
    left, right = verdict.sides
    ends = [end for side in (left, right) for band in (side.allowed, side.loose) for end in (band.low, band.high)]
    low, high = min(ends), max(ends)
    if low == high:
        return None  # two equal values: there is nothing to see
    is_logarithmic = low > 0 and high > low * LINEAR_UP_TO
    first, second = (_bar(side, low, high, is_logarithmic) for side in (left, right))
    meets = verdict.outcome is not Outcome.CONTRADICTED
    bands = (left.loose, right.loose) if verdict.outcome is Outcome.STRAINED else (left.allowed, right.allowed)
    start, end = max(bands[0].low, bands[1].low), min(bands[0].high, bands[1].high)
    is_below = meets and start > end  # of "at most": all of the one side is less than the other, as it should be
    between = (0, 0) if is_below else _stretch(Interval(min(start, end), max(start, end)), low, high, is_logarithmic)
    return Picture(first, second, between, meets, is_logarithmic, _said(left, right, verdict.outcome))


def _said(left: Side, right: Side, outcome: Outcome) -> str:
    how = {Outcome.CONTRADICTED: "They do not meet.", Outcome.STRAINED: "They meet only if read loosely."}.get(outcome, "They fit.")
    return f"{left.formula}: {left.shown}. {right.formula}: {right.shown}. {how}"


def _bar(side: Side, low: Fraction, high: Fraction, is_logarithmic: bool) -> Bar:
    def stretch(band: Interval) -> tuple[int, int]:
        return _stretch(band, low, high, is_logarithmic)

    return Bar(stretch(side.loose), stretch(side.allowed), _place(side.stated.low, low, high, is_logarithmic), side.shown, side.formula)


def _stretch(band: Interval, low: Fraction, high: Fraction, is_logarithmic: bool) -> tuple[int, int]:
    """Where a band begins, and how wide it is."""
    start, end = (_place(value, low, high, is_logarithmic) for value in (band.low, band.high))
    if end - start < NARROWEST:
        return (start + end - NARROWEST) // 2, NARROWEST
    return start, end - start


def _place(value: Fraction, low: Fraction, high: Fraction, is_logarithmic: bool) -> int:
    where = _magnitude if is_logarithmic else Fraction
    start, end = where(low), where(high)
    part = float((where(value) - start) / (end - start))
    return MARGIN + round(part * (WIDTH - 2 * MARGIN))


def _magnitude(value: Fraction) -> float:
    """The logarithm of a positive number, however great; it only places a mark in the picture."""
    return log10(value.numerator) - log10(value.denominator)
