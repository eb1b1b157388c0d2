"""A measure can be given again only in a unit of the same kind: a speed is no fuel consumption, a length no area.

Wrong:  Each car was driven at 40 miles per hour (17 kilometers per liter).
Right:  Each car was driven at 40 miles per hour (64 kilometers per hour).
"""

from fractions import Fraction

from claims.claim import Restatement
from claims.interval import Interval
from factcheck.expression import Fact
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Restatement)
def same_dimension(claim: Restatement) -> Requirement | None:
    amount, again = claim.amount.unit, claim.again.unit
    if amount.kind != "measure" or again.kind != "measure":
        return None
    apart = Fraction(0 if amount.dimension == again.dimension else 1)
    return equal(Fact(Interval.exactly(apart), f"the kind of {claim.amount.printed}"), Fact(Interval.exactly(0), f"the kind of {claim.again.printed}"))
