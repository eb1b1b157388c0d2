"""The rates fixed on the days around a day: which of them counts, and how far they moved.

The one that counts is the last on or before the day, at most seven days old (holidays are shorter than that). The band is
from the lowest to the highest of seven days before to seven days after: an article may use yesterday's rate, or run late.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from claims.interval import Interval

WINDOW = timedelta(days=7)


class Fixing(NamedTuple):
    """What one unit of the base cost in the quote on a business day."""

    day: date
    rate: Fraction


class Around(NamedTuple):
    """The fixing that counts for a day, and the band of the days around it."""

    day: date
    rate: Fraction
    band: Interval


def first_day(day: date) -> date:
    """Where the window around a day begins (the calendar itself begins in year 1)."""
    return day - WINDOW if day - date.min >= WINDOW else date.min


def last_day(day: date) -> date:
    """Where the window around a day ends."""
    return day + WINDOW if date.max - day >= WINDOW else date.max


def around(day: date, fixings: Iterable[Fixing]) -> Around | None:
    """The fixing that counts for a day and its band; None when the seven days before it have none."""
    near = [fixing for fixing in fixings if first_day(day) <= fixing.day <= last_day(day)]
    before = [fixing for fixing in near if fixing.day <= day]
    if not before:
        return None
    rates = [fixing.rate for fixing in near]
    last = max(before)
    return Around(last.day, last.rate, Interval(min(rates), max(rates)))


def why_none(what: str, day: date, days: Iterable[date]) -> str:
    """In words why no fixing counts for a day, from all the days that have one."""
    every = sorted(days)
    earlier = [fixed for fixed in every if fixed <= day]
    if earlier:
        return f"no {what} within seven days before {day}: the last is of {earlier[-1]}"
    if every:
        return f"no {what} before {every[0]}, asked for {day}"
    return f"no {what}"
