"""A multiple and a percentage of one rise must agree: what tripled rose by 200 percent, what doubled by 100.

Wrong:  Complaints tripled, a rise of 300 percent.
Right:  Complaints tripled, a rise of 200 percent.
"""

from claims.claim import Change
from factcheck.expression import known, one
from factcheck.requirement import Requirement, equal
from factcheck.rule import Slip, rule


def _multiple_for_increase(claim: Change) -> Requirement | None:
    return equal(known(claim.percent), known(claim.times)) if claim.percent and claim.times else None


@rule(about=Change, slips=(Slip("the multiple given as the increase: 100 points too many", _multiple_for_increase),))
def multiple_and_percentage(claim: Change) -> Requirement | None:
    if claim.percent is None or claim.times is None or claim.rising is None or claim.years:
        return None
    percent = known(claim.percent)
    return equal(one + percent if claim.rising else one - percent, known(claim.times))
