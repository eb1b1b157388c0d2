"""So much a week, a month or a day comes to so much a year, and the reverse.

Wrong:  Subscribers pay £7.99 a month, or £79.88 a year.
Right:  Subscribers pay £7.99 a month, or £95.88 a year.

A year is taken as 12 months, as 52 weeks or 52 and a day or two, as 365 days or 366.
"""

from fractions import Fraction

from claims.claim import Rate
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule

YEARS_DIFFER = Interval(Fraction(52 * 7 * 100, 36525), Fraction(366 * 100, 36525))
"""52 weeks, and a leap year, as parts of the year of 365.25 days."""


@rule(about=Rate)
def period_in_period(claim: Rate) -> Requirement | None:
    if claim.each is None or claim.total is None or claim.count is not None or claim.each.unit.dimension != claim.total.unit.dimension:
        return None
    months = {claim.each.unit.per, claim.total.unit.per} <= {"month", "quarter", "year"}
    return equal(known(claim.each) if months else known(claim.each) * Fact(YEARS_DIFFER, "years of 52 weeks to 366 days"), known(claim.total))
