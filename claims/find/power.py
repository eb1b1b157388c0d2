"""Powers printed after a number: "4e14", "5.5×10-3", "10^6", "8x2^10", "10の23乗"."""

from __future__ import annotations

import re

from claims.find.page import Page
from claims.rounding import Number

POWER = re.compile(r"[eE]([-+]?[0-9]{1,2})(?![^\W_])| ?[x×] ?10\^?([-+]?[0-9]{1,2})(?![^\W_])")
"""A power of ten, as science prints it: "4e14", "5.5×10-3"."""
RAISED = re.compile(r"(?: ?[x×] ?([0-9]{1,2}))?\^([-+]?[0-9]{1,2})(?![^\W_])")
"""Any other power: "10^6", "8x2^10"."""
SAID = re.compile(r"(?: ?[x×] ?([0-9]{1,2}))?の(-?[0-9]{1,2})乗")
"""A power as Japanese says it: "10の23乗"."""
MOST_DIGITS_RAISED = 60


def powered(page: Page, number: Number, end: int) -> tuple[Number, int] | None:
    """The number with the power that stands at `end`, and where that ends."""
    if power := POWER.match(page.plain, end):
        return Number(number.mantissa, number.exponent + int(power.group(1) or power.group(2))), power.end()
    return _raised(page, number, end)


def _raised(page: Page, number: Number, end: int) -> tuple[Number, int] | None:
    """The number with the power printed after it, and where that ends."""
    found = RAISED.match(page.plain, end) or (None if page.language.spaced else SAID.match(page.plain, end))
    if found is None:
        return None
    base, power = (Number(int(found[1])) if found[1] else number), int(found[2])
    if len(str(base.mantissa)) * abs(power) > MOST_DIGITS_RAISED or (power < 0 and base.mantissa == 0):
        return None
    high = base.mantissa ** abs(power)
    factor = Number(high, base.exponent * power) if power >= 0 else Number(1, base.exponent * power, high)
    if not found[1]:
        return factor, found.end()
    return Number(number.mantissa * factor.mantissa, number.exponent + factor.exponent, factor.divisor), found.end()
