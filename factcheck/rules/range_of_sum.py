"""A sum of a spreadsheet must add up the whole run of numbers that it stands at the end of: a row put in later is easily left out.

Wrong:  The sheet: [Item, Cost; Roads, 310; Schools, 428; Parks, 55; Total, 738 =SUM(B2:B3)]
Right:  The sheet: [Item, Cost; Roads, 310; Schools, 428; Parks, 55; Total, 793 =SUM(B2:B4)]
"""

from claims.claim import Entry
from claims.interval import Interval
from factcheck.expression import Fact
from factcheck.requirement import Requirement, equal
from factcheck.rule import rule


@rule(about=Entry, worst="warning", breach="leaves out a number next to its range")
def range_of_sum(claim: Entry) -> Requirement | None:
    if claim.kind != "sum" or claim.holds is None or claim.should is None:
        return None
    whole = f"{claim.formula.lstrip('=')} with {claim.beside}" if claim.beside else f"all that stands in line with {claim.cell}"
    return equal(Fact(Interval.exactly(claim.should), whole), Fact(Interval.exactly(claim.holds), claim.formula.lstrip("=")))
