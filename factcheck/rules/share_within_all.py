"""A share of so many people or things is hardly more than all of them: a question, not an error.

Wrong:  About 120 percent of the 500 pupils can swim.
Right:  About 20 percent of the 500 pupils can swim.
"""

from claims.claim import Share
from factcheck.expression import known, one
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Share, worst="note")
def share_within_all(claim: Share) -> Requirement | None:
    if claim.share is None or claim.part is not None or claim.whole is None or claim.whole.unit.kind != "count":
        return None
    return at_most(known(claim.share), one)
