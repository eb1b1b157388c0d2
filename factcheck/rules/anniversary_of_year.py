"""The nth anniversary falls n years after the event.

Wrong:  In 2024 the town marked the 20th anniversary of the 1999 earthquake.
Right:  In 2024 the town marked the 25th anniversary of the 1999 earthquake.
"""

from claims.claim import Timing
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Timing)
def anniversary_of_year(claim: Timing) -> Requirement | None:
    if claim.anniversary is None or claim.start is None or claim.end is None or claim.start.year is None or claim.end.year is None:
        return None
    years = Fact(Interval.exactly(claim.end.year - claim.start.year), f"{claim.end.year} − {claim.start.year}")
    return equal(years, known(claim.anniversary))
