"""A day as the text prints it: a date, a month, a year or a weekday, as much of it as is said."""

from __future__ import annotations

from calendar import monthrange
from fractions import Fraction

import msgspec

from claims.figure import Span
from claims.interval import Interval
from claims.rounding import Reading

MONTHS = 12
DAYS_A_MONTH = 31
"""Room for the days of the longest month: only order and whole years matter, and both stay exact."""


class Day(msgspec.Struct, frozen=True, gc=False):
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
        if self.day is None:
            return True
        year = self.year if self.year else 2000
        return self.month is None or 1 <= self.day <= monthrange(year, self.month)[1]

    def read(self, reading: Reading) -> Interval:
        """Where it lies on the calendar, in years since year 0: the same day a year on is exactly one more.

        Raises ValueError when no year is printed.
        """
        if self.year is None:
            raise ValueError(f"no year in {self.printed!r}")
        first = _place(self.year, self.month or 1, self.day or 1)
        last = _place(self.year, self.month or MONTHS, self.day or DAYS_A_MONTH)
        return Interval(first, last)


def _place(year: int, month: int, day: int) -> Fraction:
    return year + Fraction((month - 1) * DAYS_A_MONTH + day - 1, MONTHS * DAYS_A_MONTH)
