"""Whether one figure of a table can be the product of two others, each rounded as it is printed; in whole numbers, for it is asked often."""

from __future__ import annotations

import msgspec

from claims.claim import Sure
from claims.figure import Figure
from claims.rounding import Number

CERTAIN_DIGITS = 10
"""A figure below this in units of its last place may be half as much again: that it fits says little."""
NUDGED = 3
"""Halves of its last place by which a figure may be moved so that all of them add up to 100: no slip for sure."""
POWERS = range(-12, 13)


def can_be_product(each: Number, count: Number, total: Number, power: int = 0, *, room: int = 1) -> bool:
    """Whether each × count can be total × 10^power, `each` within `room` halves of its last place. The signs must agree, and a count is positive."""
    if count.mantissa <= 0 or (each.mantissa < 0) != (total.mantissa < 0):
        return False
    low = max(0, 2 * abs(each.mantissa) - room) * (2 * count.mantissa - 1)
    high = (2 * abs(each.mantissa) + room) * (2 * count.mantissa + 1)
    least, most = 2 * (2 * abs(total.mantissa) - 1), 2 * (2 * abs(total.mantissa) + 1)
    apart = each.exponent + count.exponent - total.exponent - power
    if apart >= 0:
        low, high = low * 10**apart, high * 10**apart
    else:
        least, most = least * 10**-apart, most * 10**-apart
    return low <= most and least <= high


def power_between(each: Number, count: Number, total: Number) -> int | None:
    """The power of ten by which each × count is another scale than total; None where no power makes them alike."""
    if each.mantissa <= 0 or count.mantissa <= 0 or total.mantissa <= 0:
        return None
    digits = len(str(each.mantissa * count.mantissa)) + each.exponent + count.exponent - len(str(total.mantissa)) - total.exponent
    return next((power for power in (digits, digits - 1, digits + 1) if power in POWERS and can_be_product(each, count, total, power)), None)


def sureness(each: Number, count: Number, total: Number, power: int = 0) -> Sure:
    """How sure it is that the product is claimed as it is printed: less where it is one off in its last place."""
    nudged = can_be_product(each, count, total, power, room=NUDGED)
    return Sure.FAINT if nudged and not can_be_product(each, count, total, power) else Sure.LIKELY


def as_part(percentage: Figure) -> Number:
    """The part of one that a percentage is."""
    return Number(percentage.number.mantissa, percentage.number.exponent - 2)


def is_telling(*figures: Figure) -> bool:
    """Whether all have two digits or more."""
    return all(abs(figure.number.mantissa) >= CERTAIN_DIGITS for figure in figures)


def moved(figure: Figure, power: int) -> Figure:
    """The figure in a scale of another power of ten, and printed so."""
    if not power:
        return figure
    sign, factor = ("×", 10**power) if power > 0 else ("÷", 10**-power)
    number = Number(figure.number.mantissa, figure.number.exponent + power)
    return msgspec.structs.replace(figure, number=number, printed=f"{figure.printed} {sign} {factor:,}")
