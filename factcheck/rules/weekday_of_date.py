"""A date has one weekday.

Wrong:  The ministers met on Friday, January 6, 2022.
Right:  The ministers met on Thursday, January 6, 2022.
"""

from claims.claim import Timing
from claims.interval import Interval
from factcheck.amount import WEEKDAY
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Timing)
def weekday_of_date(claim: Timing) -> Requirement | None:
    if claim.weekday is None or claim.date is None or claim.date.year is None or claim.date.day is None or not claim.date.exists:
        return None
    date = claim.date.first
    return equal(Fact(Interval.exactly(date.weekday()), f"the weekday of {date.isoformat()}", unit=WEEKDAY), known(claim.weekday))
