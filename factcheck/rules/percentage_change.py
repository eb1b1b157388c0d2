"""A percentage change must fit the two amounts it connects, and is always a part of the first.

Wrong:  Spending rose 5% from $1.25 billion to $1.29 billion.
Right:  Spending rose 3.2% from $1.25 billion to $1.29 billion.
"""

from claims.claim import Change, Rate
from claims.unit import PERCENT
from factcheck.expression import Constant, Unknown, known, one
from factcheck.requirement import Requirement, equal
from factcheck.rule import Slip, rule


def _growth(claim: Change) -> Requirement | None:
    if claim.before is None or claim.after is None or claim.percent is None or claim.rising is None or claim.years:
        return None
    percent = known(claim.percent)
    return equal(known(claim.before) * (one + percent if claim.rising else one - percent), known(claim.after))


def _measured_from_the_result(claim: Change) -> Requirement | None:
    assert claim.before is not None
    assert claim.after is not None
    assert claim.percent is not None
    percent = known(claim.percent)
    return equal(known(claim.before), known(claim.after) * (one - percent if claim.rising else one + percent))


def _multiple_for_increase(claim: Change) -> Requirement | None:
    assert claim.before is not None
    assert claim.after is not None
    assert claim.percent is not None
    return equal(known(claim.before) * known(claim.percent), known(claim.after))


def _other_direction(claim: Change) -> Requirement | None:
    assert claim.before is not None
    assert claim.after is not None
    assert claim.percent is not None
    percent = known(claim.percent)
    return equal(known(claim.before) * (one - percent if claim.rising else one + percent), known(claim.after))


def _points_for_percent(claim: Change) -> Requirement | None:
    assert claim.before is not None
    assert claim.after is not None
    assert claim.percent is not None
    before, after, percent = known(claim.before), known(claim.after), known(claim.percent)
    return equal(before + percent if claim.rising else before - percent, after)


SLIPS = (
    Slip("percentage points called percent", _points_for_percent),
    Slip("measured from the new amount instead of the old", _measured_from_the_result),
    Slip("the multiple given as the increase: 100 points too many", _multiple_for_increase),
    Slip("up for down, or down for up", _other_direction),
)


@rule(about=Change, slips=SLIPS)
def percentage_change(claim: Change) -> Requirement | None:
    if isinstance(claim.after, Rate) and claim.before is None and claim.percent is None and claim.by:
        # what follows: by ÷ (after − by), with each figure written once
        by = known(claim.by)
        times = known(claim.after) / by
        return equal(one / Unknown("a rise of" if claim.rising else "a fall of", PERCENT), times - one if claim.rising else times + Constant(1))
    return _growth(claim)
