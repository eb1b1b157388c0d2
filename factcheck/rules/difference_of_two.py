"""Where one amount is so much more or less than another, the difference must fit both, as an amount or as a percentage.

So much more is a percentage of the lesser amount, so much less one of the greater.

Wrong:  The tower is 324 metres tall, its neighbour 306 metres, or 28 metres shorter.
Right:  The tower is 324 metres tall, its neighbour 306 metres, or 18 metres shorter.
"""

from claims.claim import Comparison
from factcheck.expression import known, one
from factcheck.requirement import Requirement, equal
from factcheck.rule import Slip, rule


def _wrong_base(claim: Comparison) -> Requirement | None:
    if claim.percent is None:
        return None
    greater, lesser, percent = known(claim.greater), known(claim.lesser), known(claim.percent)
    return equal(lesser * (one + percent), greater) if claim.less else equal(greater * (one - percent), lesser)


def _multiple_for_difference(claim: Comparison) -> Requirement | None:
    return equal(known(claim.lesser) * known(claim.percent), known(claim.greater)) if claim.percent else None


SLIPS = (
    Slip("measured from the other amount", _wrong_base),
    Slip("the multiple given as the difference: 100 points too many", _multiple_for_difference),
)


@rule(about=Comparison, slips=SLIPS)
def difference_of_two(claim: Comparison) -> Requirement | None:
    greater, lesser = known(claim.greater), known(claim.lesser)
    if claim.difference is not None:
        return equal(lesser + known(claim.difference), greater)
    if claim.percent is None:
        return None
    percent = known(claim.percent)
    return equal(greater * (one - percent), lesser) if claim.less else equal(lesser * (one + percent), greater)
