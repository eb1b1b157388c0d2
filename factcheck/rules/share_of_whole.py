"""A share must be the part divided by the whole.

Wrong:  The department lost £4.6m to fraud, 2 per cent of the £2.3bn it paid out.
Right:  The department lost £4.6m to fraud, 0.2 per cent of the £2.3bn it paid out.
"""

from fractions import Fraction

from claims.claim import Share
from factcheck.expression import Constant, known, one
from factcheck.requirement import Requirement, at_most, equal
from factcheck.rule import Slip, rule

BOUND = Fraction(3, 20)
"""A hedge that reaches this far to one side names a bound ("less than half"), not a value that is nearly met ("almost half")."""


def _rest_for_share(claim: Share) -> Requirement | None:
    assert claim.part is not None
    assert claim.whole is not None
    assert claim.share is not None
    return equal(known(claim.whole) * (one - known(claim.share)), known(claim.part))


def _percent_for_fraction(claim: Share) -> Requirement | None:
    assert claim.part is not None
    assert claim.whole is not None
    assert claim.share is not None
    return equal(known(claim.whole) * known(claim.share) * Constant(100), known(claim.part))


@rule(about=Share, slips=(Slip("a fraction given as a percentage", _percent_for_fraction), Slip("the share of the rest", _rest_for_share)))
def share_of_whole(claim: Share) -> Requirement | None:
    if claim.part is None or claim.whole is None or claim.share is None:
        return None
    hedge = claim.share.hedge
    if hedge.above is None and hedge.below is not None and hedge.below >= BOUND:
        return at_most(known(claim.part), known(claim.whole) * known(claim.share))
    if hedge.below is None and hedge.above is not None and hedge.above >= BOUND:
        return at_most(known(claim.whole) * known(claim.share), known(claim.part))
    return equal(known(claim.whole) * known(claim.share), known(claim.part))
