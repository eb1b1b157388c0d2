"""What begins cannot end before it began.

Wrong:  He was a minister from 2011 to 1998.
Right:  He was a minister from 1998 to 2011.
"""

from claims.claim import Timing
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Timing)
def order_of_days(claim: Timing) -> Requirement | None:
    if claim.start is None or claim.end is None or claim.start.year is None or claim.end.year is None:
        return None
    return at_most(known(claim.start), known(claim.end))
