"""Where one amount is so much more than another, the difference must fit both, as an amount or as a percentage of the lesser.

Wrong:  The tower is 324 metres tall, its neighbour 306 metres, or 28 metres shorter.
Right:  The tower is 324 metres tall, its neighbour 306 metres, or 18 metres shorter.
"""

from claims.claim import Comparison
from factcheck.expression import known, one
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Comparison)
def difference_of_two(claim: Comparison) -> Requirement | None:
    if claim.difference is not None:
        return equal(known(claim.lesser) + known(claim.difference), known(claim.greater))
    if claim.percent is not None:
        return equal(known(claim.lesser) * (one + known(claim.percent)), known(claim.greater))
    return None
