"""A day as the text prints it: a date, a month, a year or a weekday, as much of it as is said."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from fractions import Fraction

import msgspec

from claims.figure import Span
from claims.interval import Interval
from claims.rounding import Reading

MONTHS = 12
DAYS_A_MONTH = 31
"""Room for the days of the longest month: only order and whole years matter, and both stay exact."""

SECONDS_A_YEAR = 31557600
"""The Julian year of 365.25 days, the year of all units of time here."""


class Day(msgspec.Struct, frozen=True, gc=False, tag=True):
    """"Jan. 6, 2022", "April 2021", "1957", "Thursday": the parts that are printed, the others None.

    month is 1–12, weekday 0 (Monday) – 6 (Sunday). `fiscal` marks a financial year ("FY2023", "2023-24").
    """

    span: Span
    printed: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    fiscal: bool = False

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day (29 February without a year counts)."""
        if self.month is not None and not 1 <= self.month <= MONTHS:
            return False
        if self.year is not None and not MINYEAR <= self.year <= MAXYEAR:
            return False
        if self.day is None:
            return True
        year = self.year if self.year else 2000
        return self.month is None or 1 <= self.day <= monthrange(year, self.month)[1]

    @property
    def first(self) -> date:
        """The earliest day it can be. Raises ValueError when no year is printed, or the calendar has no such day."""
        if self.year is None:
            raise ValueError(f"no year in {self.printed!r}")
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can be. Raises ValueError as `first` does."""
        first = self.first
        month = self.month or MONTHS
        return first.replace(month=month, day=self.day or monthrange(first.year, month)[1])

    def days_until(self, other: Day) -> Interval:
        """How many days lie between this and the other, from first to last possible."""
        return Interval(Fraction((other.first - self.last).days), Fraction((other.last - self.first).days))

    def read(self, reading: Reading) -> Interval:
        """Where it lies on the calendar, in seconds since year 0 of years of one length: the same day a year on is exactly one year more.

        A weekday alone is its number. Raises ValueError when no year is printed.
        """
        if self.weekday is not None and self.year is None:
            return Interval.exactly(self.weekday)
        if self.year is None:
            raise ValueError(f"no year in {self.printed!r}")
        first = _place(self.year, self.month or 1, self.day or 1)
        last = _place(self.year, self.month or MONTHS, self.day or DAYS_A_MONTH)
        return Interval(first * SECONDS_A_YEAR, last * SECONDS_A_YEAR)


def _place(year: int, month: int, day: int) -> Fraction:
    return year + Fraction((month - 1) * DAYS_A_MONTH + day - 1, MONTHS * DAYS_A_MONTH)
