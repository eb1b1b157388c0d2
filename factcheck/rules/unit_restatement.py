"""A measure given in two units must be the same measure.

Wrong:  The fire burned 12,000 hectares (1,200 square kilometers).
Right:  The fire burned 12,000 hectares (120 square kilometers).

Areas go by the square of what lengths go by, and differences of temperature
without the 32 degrees that lie between the zeros of the two thermometers.
"""

from fractions import Fraction
from math import isqrt

from claims.claim import Restatement
from factcheck.expression import Constant, known
from factcheck.requirement import Requirement, equal
from factcheck.rule import Slip, rule

BETWEEN_THE_ZEROS = Constant(Fraction(160, 9))
"""32 degrees Fahrenheit, in kelvins."""
MILE, NAUTICAL_MILE = Fraction("1609.344"), Fraction(1852)
TEMPERATURES = ("[temperature]", "[temperature difference]")


def _inverted(claim: Restatement) -> Requirement | None:
    if claim.amount.unit.dimension in TEMPERATURES or claim.amount.unit.code == claim.again.unit.code:
        return None
    return equal(known(claim.amount) * Constant((claim.again.unit.size / claim.amount.unit.size) ** 2), known(claim.again))


def _factor_of_a_length(claim: Restatement) -> Requirement | None:
    factor = claim.again.unit.size / claim.amount.unit.size
    above, below = isqrt(factor.numerator), isqrt(factor.denominator)
    if claim.amount.unit.dimension != "[length] ** 2" or (above**2, below**2) != (factor.numerator, factor.denominator):
        return None
    if 1 in (above, below):
        return None  # between metric units it is a factor of ten, and so it is called
    return equal(known(claim.amount) * Constant(Fraction(above, below)), known(claim.again))


def _nautical(claim: Restatement) -> Requirement | None:
    if claim.again.unit.code == "mile":
        return equal(known(claim.amount), known(claim.again) * Constant(NAUTICAL_MILE / MILE))
    if claim.amount.unit.code == "mile":
        return equal(known(claim.amount) * Constant(NAUTICAL_MILE / MILE), known(claim.again))
    return None


def _reading_for_difference(claim: Restatement) -> Requirement | None:
    if claim.amount.unit.dimension != "[temperature difference]":
        return None
    if claim.amount.unit.size < claim.again.unit.size:
        return equal(known(claim.amount), known(claim.again) + BETWEEN_THE_ZEROS)
    return equal(known(claim.amount) + BETWEEN_THE_ZEROS, known(claim.again))


def _difference_for_reading(claim: Restatement) -> Requirement | None:
    if claim.amount.unit.dimension != "[temperature]":
        return None
    if claim.amount.unit.size < claim.again.unit.size:
        return equal(known(claim.amount), known(claim.again) - BETWEEN_THE_ZEROS)
    return equal(known(claim.amount) - BETWEEN_THE_ZEROS, known(claim.again))


SLIPS = (
    Slip("a difference of temperatures turned into the other unit like a reading", _reading_for_difference),
    Slip("a reading turned into the other unit like a difference of temperatures", _difference_for_reading),
    Slip("the factor of a length used for an area", _factor_of_a_length),
    Slip("divided where it should be multiplied", _inverted),
    Slip("nautical miles called miles", _nautical),
)


@rule(about=Restatement, slips=SLIPS)
def unit_restatement(claim: Restatement) -> Requirement | None:
    if claim.amount.unit.dimension != claim.again.unit.dimension:
        return None
    return equal(known(claim.amount), known(claim.again))
