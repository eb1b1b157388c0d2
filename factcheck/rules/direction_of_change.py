"""What rises must be more after than before, and what falls must be less.

Wrong:  The jobless rate fell to 4.4 percent from 4.1 percent.
Right:  The jobless rate rose to 4.4 percent from 4.1 percent.
"""

from claims.claim import Change
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Change)
def direction_of_change(claim: Change) -> Requirement | None:
    if claim.before is None or claim.after is None or claim.rising is None:
        return None
    before, after = known(claim.before), known(claim.after)
    return at_most(before, after) if claim.rising else at_most(after, before)
