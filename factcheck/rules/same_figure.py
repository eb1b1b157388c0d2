"""A figure that is said again must be the same, as exactly as both are said.

Wrong:  A charity lost £1.62 million to fraud. The £1.26 million fraud went on for nine years.
Right:  A charity lost £1.62 million to fraud. The £1.6 million fraud went on for nine years.
"""

from claims.claim import Repetition
from claims.figure import Figure
from factcheck.expression import known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Repetition)
def same_figure(claim: Repetition) -> Requirement | None:
    if isinstance(claim.figure, Figure) and isinstance(claim.again, Figure) and claim.figure.unit.dimension == claim.again.unit.dimension:
        return equal(known(claim.figure), known(claim.again))
    return None
