"""Parts must add up to the total they are said to make; shares of one whole make 100 percent.

Wrong:  The $10.0 million budget is made up of $4.0 million for roads and $5.0 million for schools.
Right:  The $10 million budget is made up of $4 million for roads and $6 million for schools.
"""

from functools import reduce
from operator import add

from claims.claim import Total
from claims.interval import Interval
from claims.unit import PERCENT
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import Undecided, rule


@rule(about=Total)
def parts_make_total(claim: Total) -> Requirement | Undecided | None:
    if claim.at_least:
        return None
    if not claim.parts:
        return Undecided("no run of the other rows or columns makes this total")
    parts = reduce(add, map(known, claim.parts))
    if claim.whole is None:
        return equal(parts, Fact(Interval.exactly(1), "100%", unit=PERCENT))
    return equal(parts, known(claim.whole))
