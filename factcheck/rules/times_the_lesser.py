"""Where one amount is so many times another, or such a fraction of it, the multiple must fit both.

Wrong:  The mine gave 3.2 million ounces, three times the 1.6 million ounces of its rival.
Right:  The mine gave 3.2 million ounces, twice the 1.6 million ounces of its rival.
"""

from fractions import Fraction

from claims.claim import Comparison
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import Slip, rule

ONE_MORE_OR_NOT = Fact(Interval(Fraction(0), Fraction(1)), "0 or 1", value=Fraction(0))
"""What "three times more" adds to three: nothing to most writers, one to others."""


def _inverted(claim: Comparison) -> Requirement | None:
    return equal(known(claim.greater) * known(claim.times), known(claim.lesser)) if claim.times else None


@rule(about=Comparison, slips=(Slip("the greater and the lesser changed places", _inverted),))
def times_the_lesser(claim: Comparison) -> Requirement | None:
    if claim.times is None:
        return None
    times = known(claim.times)
    if claim.times.high < 1 and not claim.more:  # "half as many": the lesser is that part of the greater
        return equal(known(claim.greater) * times, known(claim.lesser))
    return equal(known(claim.lesser) * (times + ONE_MORE_OR_NOT if claim.more else times), known(claim.greater))
