"""A rise cannot be more than the level it led to, if nothing was below zero before.

Wrong:  It pays $9 billion over five years, $130 billion more per year than in the previous five years.
Right:  It pays $9 billion over five years, $130 million more per year than in the previous five years.
"""

from claims.claim import Change
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Change)
def rise_within_level(claim: Change) -> Requirement | None:
    if not claim.rising or claim.by is None or claim.after is None or claim.before is not None:
        return None
    return at_most(known(claim.by), known(claim.after))
