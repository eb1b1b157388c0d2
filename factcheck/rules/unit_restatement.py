"""A measure given in two units must be the same measure.

Wrong:  The fire burned 12,000 hectares (1,200 square kilometers).
Right:  The fire burned 12,000 hectares (120 square kilometers).
"""

from claims.claim import Restatement
from factcheck.expression import known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Restatement)
def unit_restatement(claim: Restatement) -> Requirement | None:
    if claim.amount.unit.dimension != claim.again.unit.dimension:
        return None
    return equal(known(claim.amount), known(claim.again))
