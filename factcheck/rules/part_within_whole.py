"""A part cannot be more than the whole it belongs to.

Wrong:  Of the 7 million people in the city, 10 million were born elsewhere.
Right:  Of the 7 million people in the city, 1 million were born elsewhere.
"""

from claims.claim import Share
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Share)
def part_within_whole(claim: Share) -> Requirement | None:
    if claim.part is None or claim.whole is None or claim.share is not None:
        return None
    return at_most(known(claim.part), known(claim.whole))
