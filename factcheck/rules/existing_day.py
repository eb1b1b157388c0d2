"""A date must be in the calendar.

Wrong:  The treaty was signed on February 30, 2021.
Right:  The treaty was signed on February 28, 2021.
"""

from claims.claim import Timing
from claims.interval import Interval
from factcheck.expression import Fact
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Timing)
def existing_day(claim: Timing) -> Requirement | None:
    if claim.date is None or claim.date.exists:
        return None
    return equal(Fact(Interval.exactly(0), f"days called {claim.date.printed}"), Fact(Interval.exactly(1), "1"))
