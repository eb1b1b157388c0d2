"""Parts that do not overlap cannot add up to more than the whole they belong to.

Wrong:  The outbreak sickened 412 people, of whom 260 were children and 185 were adults.
Right:  The outbreak sickened 412 people, of whom 260 were children and 135 were adults.
"""

from functools import reduce
from operator import add

from claims.claim import Total
from claims.interval import Interval
from claims.unit import PERCENT
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Total)
def parts_within_total(claim: Total) -> Requirement | None:
    if not claim.at_least:
        return None
    parts = reduce(add, map(known, claim.parts))
    if claim.whole is None:
        return at_most(parts, Fact(Interval.exactly(1), "100%", unit=PERCENT))
    return at_most(parts, known(claim.whole))
