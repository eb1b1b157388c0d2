"""What doubled is twice what it was: a multiple must fit the two amounts it connects.

Wrong:  Sales tripled from 12 million euros to 24 million euros.
Right:  Sales doubled from 12 million euros to 24 million euros.
"""

from claims.claim import Change
from factcheck.expression import known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Change)
def multiple_of_change(claim: Change) -> Requirement | None:
    if claim.before is None or claim.after is None or claim.times is None:
        return None
    return equal(known(claim.before) * known(claim.times), known(claim.after))
