"""A number among formulas of a spreadsheet should be worked out as its neighbours are: typed in, it stays when they change.

Wrong:  The sheet: [Item, Cost, Sold, Taken; Tea, 2, 310, 620 =B2*C2; Cake, 3, 120, 306; Coffee, 2, 428, 856 =B4*C4]
Right:  The sheet: [Item, Cost, Sold, Taken; Tea, 2, 310, 620 =B2*C2; Cake, 3, 120, 360 =B3*C3; Coffee, 2, 428, 856 =B4*C4]

Where the number is not what the formula would give, it is held against that; where it is, it is only worth a note.
"""

from claims.claim import Entry
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Entry, worst="warning", breach="typed in where the cells beside it have formulas")
def typed_in_number(claim: Entry) -> Requirement | None:
    if claim.kind != "typed in" or claim.figure is None:
        return None
    if claim.should is not None and claim.should != claim.holds:
        return equal(Fact(Interval.exactly(claim.should), f"{claim.formula} (as in {claim.beside})"), known(claim.figure))
    expected = Fact(Interval.exactly(1), f"formulas in {claim.cell}, as in {claim.beside} ({claim.formula})")
    return equal(expected, Fact(Interval.exactly(0), f"formulas found there, beside {claim.figure.printed}"))
