"""Fractions told denominator first, as Chinese and Japanese tell them: "三分の二", "二と三分の一"."""

from __future__ import annotations

from claims.find.arithmetic import plus
from claims.find.number import Numeral, numeral_at
from claims.find.page import Page
from claims.rounding import Number


def inverted_fraction(page: Page, numeral: Numeral) -> Numeral | None:
    """The fraction of which a number is the denominator, or the whole before it."""
    return _denominator_first(page, numeral) or _whole_first(page, numeral)


def _denominator_first(page: Page, numeral: Numeral) -> Numeral | None:
    """The fraction of which a number is the denominator: "三分の二"."""
    number, end = numeral.number, numeral.end
    for join in page.language.words.get("denominator_joins", ()):
        if page.lower.startswith(join, end) and number.divisor == 1 and number.exponent >= 0 and number.mantissa > 0:
            above = numeral_at(page, end + len(join))
            if above and above.number.divisor == 1:
                return Numeral(numeral.start, above.end, Number(above.number.mantissa, above.number.exponent, int(number.value)), "fraction")
    return None


def _whole_first(page: Page, numeral: Numeral) -> Numeral | None:
    """A whole number with such a fraction: "二と三分の一"."""
    for join in page.language.words.get("whole_joins", ()):
        if page.lower.startswith(join, numeral.end) and not numeral.scaled and numeral.number.exponent == 0:
            below = numeral_at(page, numeral.end + len(join))
            part = _denominator_first(page, below) if below else None
            if part and 0 < part.number.value < 1:
                return Numeral(numeral.start, part.end, plus(numeral.number, part.number), "fraction")
    return None
