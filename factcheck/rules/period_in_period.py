"""So much a week, a month or a day comes to so much a year, and the reverse.

Wrong:  Subscribers pay £7.99 a month, or £79.88 a year.
Right:  Subscribers pay £7.99 a month, or £95.88 a year.

A year is taken as 12 months, as 52 weeks or 52 and a day or two, as 365 days or 366.
Money by the day may be for the working days alone; money by the hour depends on the hours worked, and is not judged.
"""

from fractions import Fraction

from claims.claim import Rate
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule

YEARS_DIFFER = Interval(Fraction(52 * 7 * 100, 36525), Fraction(366 * 100, 36525))
"""52 weeks, and a leap year, as parts of the year of 365.25 days."""
WORKING_DAYS = Interval(Fraction(220, 366), YEARS_DIFFER.high)
"""From 220 working days a year, holidays taken, to every day."""
CLOCK = ("hour", "minute", "second")


@rule(about=Rate)
def period_in_period(claim: Rate) -> Requirement | None:
    if claim.each is None or claim.total is None or claim.count is not None or claim.each.unit.dimension != claim.total.unit.dimension:
        return None
    periods, money = {claim.each.unit.per, claim.total.unit.per}, claim.each.unit.kind == "money"
    if money and not periods.isdisjoint(CLOCK):
        return None
    if periods <= {"month", "quarter", "year"}:
        return equal(known(claim.each), known(claim.total))
    part = Fact(WORKING_DAYS, "years of working days") if money and "day" in periods else Fact(YEARS_DIFFER, "years of 52 weeks to 366 days")
    return equal(known(claim.each) * part, known(claim.total))
