"""So many rows of a table as are said must meet what is said of them; some row must, where no number is said.

Wrong:  Three of the trains went to Bern. [Train, To; 11, Bern; 12, Bern; 13, Basel]
Right:  Two of the trains went to Bern. [Train, To; 11, Bern; 12, Bern; 13, Basel]
"""

from claims.claim import Tally
from claims.interval import Interval
from factcheck.expression import Constant, Fact, known
from factcheck.requirement import Requirement, at_most, equal
from factcheck.rule import rule


@rule(about=Tally)
def rows_counted(claim: Tally) -> Requirement:
    rows = "row" if claim.found == 1 else "rows"
    found = Fact(Interval.exactly(claim.found), f"{claim.found} {rows} with {claim.condition}")
    if claim.said is None:
        return at_most(Constant(1), found)
    if claim.at_least:
        return at_most(known(claim.said), found)
    return at_most(found, known(claim.said)) if claim.at_most else equal(known(claim.said), found)
