"""An average is not above the highest value.

Wrong:  Waits ranged from 11 to 43 minutes; the average was 52 minutes.
Right:  Waits ranged from 11 to 43 minutes; the average was 25 minutes.
"""

from claims.claim import Average
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Average)
def mean_below_highest(claim: Average) -> Requirement | None:
    return at_most(known(claim.mean), known(claim.high)) if claim.high else None
