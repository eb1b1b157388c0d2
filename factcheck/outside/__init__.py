"""Facts from outside the text, each with its band, its source and its date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import msgspec

from claims.day import Day
from claims.interval import Interval


class ExchangeRate(msgspec.Struct, frozen=True):
    """What one unit of `base` cost in `quote`.

    rate    the rate of the day itself
    band    the lowest and highest rate of the days around, the day itself included
    day     the business day that it was fixed on
    source  who fixed it, for the report
    """

    base: str
    quote: str
    rate: Fraction
    band: Interval
    day: date
    source: str


RateOfDay = Callable[[str, str, date], ExchangeRate | str]
"""(base, quote, day) → the rate, or in words why there is none."""


class Outside(msgspec.Struct, frozen=True):
    """What a rule may ask of the world beyond the text; either may be unknown."""

    published: date | None = None
    rate_of_day: RateOfDay | None = None

    def is_of_another_time(self, when: Day | None) -> bool:
        """Whether what the text says happened so long before it appeared that the rates of its day say nothing of it."""
        return self.published is not None and when is not None and when.year is not None and when.year < self.published.year - 1
