"""A number of a spreadsheet must be stored as a number: as a text it looks the same, and no sum counts it.

Wrong:  The sheet: [Item, Cost; Roads, 310; Schools, 428; Parks, '55; Streets, 71; Police, 36; Total, 845 =SUM(B2:B6)]
Right:  The sheet: [Item, Cost; Roads, 310; Schools, 428; Parks, 55; Streets, 71; Police, 36; Total, 900 =SUM(B2:B6)]
"""

from claims.claim import Entry
from claims.interval import Interval
from factcheck.expression import Fact, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Entry, worst="warning", breach="a number stored as text")
def number_as_text(claim: Entry) -> Requirement | None:
    if claim.kind != "text" or claim.figure is None:
        return None
    return equal(known(claim.figure), Fact(Interval.exactly(0), f"what a sum counts of the text in {claim.cell}"))
