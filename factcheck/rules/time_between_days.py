"""A duration must fit the days it runs from and to; both ends may be counted or not.

Wrong:  He sat in parliament for 27 years, from 1987 to 2024.
Right:  He sat in parliament for 37 years, from 1987 to 2024.
"""

from fractions import Fraction

from claims.claim import Timing
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule

SECONDS_A_DAY = 86400
YEARS_OF_DAYS = Interval(Fraction(1461, 1464), Fraction(1461, 1460))
"""Units of time reckon with 365.25 days a year; a year of the calendar has 365 or 366."""


@rule(about=Timing)
def time_between_days(claim: Timing) -> Requirement | None:
    start, end = claim.start, claim.end
    if claim.duration is None or start is None or end is None or start.year is None or end.year is None or not (start.exists and end.exists):
        return None
    days = start.days_until(end)
    seconds = Interval(days.low, days.high + 1) * Interval.exactly(SECONDS_A_DAY) * YEARS_OF_DAYS
    return equal(Fact(seconds, f"from {start.printed} to {end.printed}", unit=claim.duration.unit), known(claim.duration))
