"""An average is not below the lowest value.

Wrong:  Waits ranged from 11 to 43 minutes; the average was 5 minutes.
Right:  Waits ranged from 11 to 43 minutes; the average was 25 minutes.
"""

from claims.claim import Average
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Average)
def mean_above_lowest(claim: Average) -> Requirement | None:
    return at_most(known(claim.low), known(claim.mean)) if claim.low else None
