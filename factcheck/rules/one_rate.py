"""Within one article, all sums given in the same two currencies must imply one rate of exchange.

Wrong:  The first loan was 200 million yen ($1.72 million), the second 300 million yen ($5.16 million).
Right:  The first loan was 200 million yen ($1.72 million), the second 300 million yen ($2.58 million).
"""

from fractions import Fraction

from claims.claim import Repetition, Restatement
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule

RATES_DRIFT = Interval(Fraction(4, 5), Fraction(5, 4))
"""Sums of different years stand in one article, and major currencies rarely move more than a quarter between them."""


@rule(about=Repetition, worst="warning")
def one_rate(claim: Repetition) -> Requirement | None:
    first, second = claim.figure, claim.again
    if not isinstance(first, Restatement) or not isinstance(second, Restatement):
        return None
    drift = Fact(RATES_DRIFT, "as much as rates drift")
    return equal(known(first.amount) / known(first.again) * drift, known(second.amount) / known(second.again))
