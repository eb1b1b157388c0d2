"""Nothing that cannot go below zero falls by more than 100 percent.

Wrong:  Waiting times have fallen by 500%, from 10 weeks.
Right:  Waiting times have fallen by 50%, from 10 weeks.
"""

from claims.claim import Change
from factcheck.expression import known, one
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Change)
def fall_within_whole(claim: Change) -> Requirement | None:
    if claim.rising is not False or claim.percent is None:
        return None
    return at_most(known(claim.percent), one)
