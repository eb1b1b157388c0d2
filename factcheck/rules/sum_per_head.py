"""So much for all the people of a place is so much a head, which tells a reader whether it can be.

Follows:  The country's 66 million people eat 378 million tons of chocolate a year.
"""

from claims.claim import Rate
from claims.unit import Unit
from factcheck.expression import Unknown, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Rate)
def sum_per_head(claim: Rate) -> Requirement | None:
    if claim.each is not None or claim.count is None or claim.total is None or claim.count.unit.kind == "time":
        return None
    total = claim.total.unit
    each = Unit(total.kind, total.code, "person", total.size, f"{total.dimension} / person")
    return equal(Unknown("a head", each) * known(claim.count), known(claim.total))
