"""Growth of so much a year is compounded: each year's percentage is taken of the year before.

Wrong:  Ridership grew 7 percent a year for 10 years, from 200,000 to 340,000.
Right:  Ridership grew 7 percent a year for 10 years, from 200,000 to 393,000.
"""

from claims.claim import Change
from claims.day import SECONDS_A_YEAR
from factcheck.expression import Constant, known, one
from factcheck.requirement import Requirement, equal
from factcheck.rule import Slip, rule

MOST_YEARS = 200


def _years(claim: Change) -> int | None:
    if claim.years is None or claim.years.upper or claim.years.low.denominator != 1:
        return None
    years = claim.years.low * claim.years.unit.size / SECONDS_A_YEAR
    return int(years) if years.denominator == 1 and 1 < years <= MOST_YEARS else None


def _simple(claim: Change) -> Requirement | None:
    years = _years(claim)
    if claim.before is None or claim.after is None:
        return None
    assert claim.percent is not None
    assert years is not None
    grown = known(claim.percent) * Constant(years)
    return equal(known(claim.before) * (one + grown if claim.rising else one - grown), known(claim.after))


@rule(about=Change, slips=(Slip("the yearly percentage was multiplied by the years, not compounded", _simple),))
def compound_growth(claim: Change) -> Requirement | None:
    years = _years(claim)
    if claim.times is not None and claim.percent is not None and claim.before is None and claim.after is None and years is not None:
        percent = known(claim.percent)
        return equal((one + percent if claim.rising else one - percent) ** Constant(years), known(claim.times))
    if claim.before is None or claim.after is None or claim.percent is None or claim.rising is None or years is None:
        return None
    percent = known(claim.percent)
    return equal(known(claim.before) * (one + percent if claim.rising else one - percent) ** Constant(years), known(claim.after))
