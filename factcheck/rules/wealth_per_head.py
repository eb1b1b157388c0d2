"""All the people of a place hardly owe or own a million each: a question, not an error.

Wrong:  The national debt of £350 trillion weighs on a nation of 67 million people.
Right:  The national debt of £3.5 trillion weighs on a nation of 67 million people.

In the richest of countries people own less than a million dollars each on average.
"""

from claims.claim import Rate
from claims.interval import Interval
from claims.unit import Unit
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, at_most
from factcheck.rule import rule

MOST = 1_000_000
WORTH_A_DOLLAR = ("USD", "EUR", "GBP", "CHF", "CAD", "AUD")
"""Currencies of which a million is a fortune."""


@rule(about=Rate, worst="note")
def wealth_per_head(claim: Rate) -> Requirement | None:
    if claim.each is not None or claim.count is None or claim.total is None or claim.count.unit.kind == "time":
        return None
    if claim.total.unit.code not in WORTH_A_DOLLAR:
        return None
    unit = Unit("money", claim.total.unit.code, "person")
    return at_most(known(claim.total) / known(claim.count), Fact(Interval.exactly(MOST), "a million a head", unit=unit))
