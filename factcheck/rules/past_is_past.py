"""What a text tells as past cannot lie after the day the text appeared.

Wrong:  This year, 2021, the board met on March 3 and dismissed the director on March 12, 2021.
Right:  This year, 2021, the board met on March 3 and dismissed the director on March 1, 2021.
"""

from claims.claim import Timing
from factcheck.expression import known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule


@rule(about=Timing)
def past_is_past(claim: Timing) -> Requirement | None:
    if claim.date is None or claim.end is None or claim.date.year is None or claim.weekday is not None or not claim.date.exists:
        return None
    return at_most(known(claim.date), known(claim.end))
