"""How far the truth may lie from the printed digits.

Three readings, each wider than the last: the number as PRINTED; as ROUNDED to
its last printed digit, or stretched as far as its hedge word reaches; and the
LOOSE one, in which trailing zeros carry no information as long as two digits
remain that do ("100 million" may be 96 million, "20 million" is no 23).
"""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction

import msgspec

from claims.interval import Interval

HALF = Fraction(1, 2)
DIGITS_ALWAYS_MEANT = 2
"""A writer who rounds away more than this changes what is said, not how it is said."""
WORD_FRACTION_REACH = Fraction(1, 20)
"""'A third' is said of anything within about a twentieth of it."""
OVERSTEPPED = Fraction(1, 12)
"""How far a multiple in whole numbers may be overstepped, whatever is said with it, and still be worth no more than a note: "nearly doubled" of 2.04."""
MULTIPLE_REACH = Fraction(1, 10)
"""'Doubled' and 'three times' are said of what comes within a tenth; "1.5 times" is not 'doubled', though it rounds there."""


class Reading(IntEnum):
    """How generously a printed number is read; each reading holds the one before."""

    PRINTED = 0
    ROUNDED = 1
    LOOSE = 2


class Hedge(msgspec.Struct, frozen=True, gc=False):
    """A hedge word and how far it reaches to each side, as a part of the number it stands before.

    None shuts that side altogether: "nearly 50" is not more than 50.
    """

    words: str = ""
    below: Fraction | None = Fraction(0)
    above: Fraction | None = Fraction(0)

    def __hash__(self) -> int:
        """That of its words: exact fractions are slow to hash."""
        return hash(self.words)


PLAIN = Hedge()
EXACTLY = Hedge("", None, None)


class Number(msgspec.Struct, frozen=True, gc=False):
    """A printed number, exact: mantissa × 10 ** exponent ÷ divisor.

    10 ** exponent is the place of the last printed digit, so "1.05 trillion"
    is 105 × 10 ** 10, and the divisor is that of a fraction: "half a million"
    is 1 × 10 ** 6 ÷ 2.
    """

    mantissa: int
    exponent: int = 0
    divisor: int = 1

    @property
    def value(self) -> Fraction:
        """The number as printed."""
        if self.exponent >= 0:
            return Fraction(self.mantissa * 10**self.exponent, self.divisor)
        return Fraction(self.mantissa, self.divisor * 10**-self.exponent)

    @property
    def step(self) -> Fraction:
        """One unit of the last printed digit."""
        return Fraction(10**self.exponent, self.divisor) if self.exponent >= 0 else Fraction(1, self.divisor * 10**-self.exponent)

    @property
    def half_step(self) -> Fraction:
        """How far rounding to the last printed digit, or to the fraction, moves a number at most."""
        if self.divisor != 1:
            return abs(self.value) * WORD_FRACTION_REACH
        return self.step * HALF

    @property
    def empty_zeros(self) -> int:
        """How many trailing zeros may carry no information."""
        digits = str(abs(self.mantissa))
        zeros = len(digits) - len(digits.rstrip("0"))
        return max(0, min(zeros, len(digits) - DIGITS_ALWAYS_MEANT)) if self.divisor == 1 and self.exponent >= 0 else 0


def readings(
    number: Number, upper: Number | None = None, hedge: Hedge = PLAIN, *, loose: bool = True, multiple: bool = False
) -> tuple[Interval, Interval, Interval]:
    """What a number, or a range from `number` to `upper`, can mean: one interval for each `Reading`."""
    low, high = number, upper or number
    printed = Interval(*sorted((low.value, high.value)))
    if high.value < low.value:
        low, high = high, low
    rounded = Interval(
        printed.low - _reach(low, hedge.below, multiple),
        printed.high + max(_reach(high, hedge.above, multiple), high.step if multiple and (_is_at_least(hedge) or high.exponent < 0) else Fraction(0)),
    )
    if multiple and low.exponent >= 0:
        overstepped = Interval(printed.low * (1 - OVERSTEPPED), printed.high * (1 + OVERSTEPPED))
        return printed, rounded, Interval(min(rounded.low, overstepped.low), max(rounded.high, overstepped.high))
    if not loose:
        return printed, rounded, rounded
    return (
        printed,
        rounded,
        Interval(
            min(rounded.low, printed.low - _loose_reach(low)),
            max(rounded.high, printed.high + _loose_reach(high)),
        ),
    )


def _is_at_least(hedge: Hedge) -> bool:
    """Whether it opens a multiple upwards alone: "more than twice" is said up to three times. (Decimals are often cut off: "2.6 times" is said of 2.67.)"""
    return hedge.below is None and bool(hedge.above)


def _loose_reach(number: Number) -> Fraction:
    """How far the zeros at a number's end may be taken loosely; not at all where it has none."""
    return number.half_step * 10**number.empty_zeros if number.empty_zeros else Fraction(0)


def _reach(number: Number, part: Fraction | None, multiple: bool) -> Fraction:
    if part is None:
        return Fraction(0)
    size = abs(number.value)
    rounding = min(number.half_step, size * MULTIPLE_REACH) if multiple else number.half_step
    return max(rounding, size * part)
