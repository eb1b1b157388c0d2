"""A figure that is said again must be the same, as exactly as both are said.

Wrong:  A charity lost £1.62 million to fraud. The £1.26 million fraud went on for nine years.
Right:  A charity lost £1.62 million to fraud. The £1.6 million fraud went on for nine years.
"""

from claims.claim import Repetition
from claims.figure import Figure
from factcheck.expression import known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule

COUNTS = {"count", "plain"}
"""Things counted may be called by another name, or by none, when they are counted again."""


@rule(about=Repetition)
def same_figure(claim: Repetition) -> Requirement | None:
    if not isinstance(claim.figure, Figure) or not isinstance(claim.again, Figure):
        return None
    if claim.figure.unit.dimension != claim.again.unit.dimension and not {claim.figure.unit.kind, claim.again.unit.kind} <= COUNTS:
        return None
    return equal(known(claim.figure), known(claim.again))
