"""The amount of a change, or its percentage points, is the difference between after and before.

Wrong:  The fare went up £260 from £5,642 to £5,982.
Right:  The fare went up £260 from £5,642 to £5,902.
"""

from claims.claim import Change, Rate
from factcheck.expression import Unknown, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Change)
def amount_of_change(claim: Change) -> Requirement | None:
    if claim.by is None or claim.after is None or claim.rising is None:
        return None
    by, after = known(claim.by), known(claim.after)
    if claim.before is not None:
        return equal(known(claim.before) + by if claim.rising else known(claim.before) - by, after)
    if isinstance(claim.after, Rate):
        before = Unknown("before", claim.by.unit)
        return equal(before, after - by if claim.rising else after + by)
    return None
