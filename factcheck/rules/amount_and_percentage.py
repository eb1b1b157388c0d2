"""The amount of a change must be that percentage of what was there before, also where only one end is printed.

Wrong:  The fund lost $12 million, a fall of 20 percent, to $88 million.
Right:  The fund lost $12 million, a fall of 12 percent, to $88 million.
"""

from claims.claim import Change
from factcheck.expression import known, one
from factcheck.requirement import Requirement, equal
from factcheck.rule import Slip, rule


def _part_of_the_result(claim: Change) -> Requirement | None:
    return equal(known(claim.after) * known(claim.percent), known(claim.by)) if claim.after and claim.percent and claim.by else None


@rule(about=Change, slips=(Slip("measured from the new amount instead of the old", _part_of_the_result),))
def amount_and_percentage(claim: Change) -> Requirement | None:
    if claim.by is None or claim.percent is None or claim.years or claim.by.unit.kind == "points":
        return None
    by, percent = known(claim.by), known(claim.percent)
    if claim.before is not None:
        return equal(known(claim.before) * percent, by) if claim.after is None else None
    if claim.after is None or claim.rising is None:
        return None
    # before = after ∓ by, and by = percent × before, with each figure written once
    return equal(by * (one / percent + one if claim.rising else one / percent - one), known(claim.after))
