"""A percentage of a small number of people must be the share of some whole number of them.

Wrong:  About 53 percent of the 12 jurors had read of the case.
Right:  About 58 percent of the 12 jurors had read of the case.
"""

from math import ceil

from claims.claim import Share
from claims.interval import Interval
from claims.rounding import Reading
from factcheck.expression import Fact, known, values
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule

FEWEST = 5
"""Of two or three things, a percentage is more often of what they hold together."""


@rule(about=Share)
def share_of_whole_number(claim: Share) -> Requirement | None:
    if claim.part is not None or claim.whole is None or claim.share is None or claim.whole.unit.kind != "count":
        return None
    if claim.share.unit.kind != "percent" or claim.whole.number.exponent < 0 or claim.whole.hedge.words:
        return None
    if claim.whole.low < FEWEST:
        return None
    some = known(claim.whole) * known(claim.share)
    can_be = values(some, Reading.ROUNDED)
    nearest = round(values(some, Reading.PRINTED).low)
    if not can_be.low <= nearest <= can_be.high and ceil(can_be.low) <= can_be.high:
        nearest = ceil(can_be.low)
    return equal(some, Fact(Interval.exactly(nearest), f"a whole number, {nearest}"))
