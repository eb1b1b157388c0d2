"""A person's age is the number of whole years since the day of birth.

Wrong:  Born on September 21, 1954, he died on July 8, 2022, aged 68.
Right:  Born on September 21, 1954, he died on July 8, 2022, aged 67.
"""

from fractions import Fraction

from claims.claim import Timing
from claims.day import SECONDS_A_YEAR
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule

PART_OF_A_YEAR = Fact(Interval(Fraction(0), Fraction(SECONDS_A_YEAR)), "part of a year")


@rule(about=Timing)
def age_at_day(claim: Timing) -> Requirement | None:
    if claim.age is None or claim.start is None or claim.end is None or claim.start.year is None or claim.end.year is None:
        return None
    return equal(known(claim.end) - known(claim.start), known(claim.age) + PART_OF_A_YEAR)
