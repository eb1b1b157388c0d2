"""Where one amount is so many times another, the multiple must fit both.

Wrong:  The mine gave 3.2 million ounces, three times the 1.6 million ounces of its rival.
Right:  The mine gave 3.2 million ounces, twice the 1.6 million ounces of its rival.
"""

from claims.claim import Comparison
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most, equal
from factcheck.rule import rule


@rule(about=Comparison)
def times_the_lesser(claim: Comparison) -> Requirement | None:
    if claim.times is None:
        return None
    product = known(claim.lesser) * known(claim.times)
    if claim.more:  # "three times more" is three times as much to some and four times to others
        return at_most(product, known(claim.greater))
    return equal(product, known(claim.greater))
