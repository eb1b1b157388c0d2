"""An interval: every value that a printed number can honestly mean.

Bounds are exact fractions and always included. Closed bounds give the author
the benefit of the doubt at the edge, and halve the code.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec


class Interval(msgspec.Struct, frozen=True, gc=False):
    """Every value from `low` to `high`, both included.

    The operators are interval arithmetic: the result holds every value that
    the operation can give for any choice of operands.
    """

    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if self.low is not self.high and self.low > self.high:
            raise ValueError(f"empty interval: {self.low} > {self.high}")

    @classmethod
    def exactly(cls, value: Fraction | int) -> Interval:
        """The one value, with no room around it."""
        exact = Fraction(value)
        return cls(exact, exact)

    @property
    def is_exact(self) -> bool:
        """Whether it was made of one value."""
        return self.low is self.high

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        low = self.low + other.low
        return Interval(low, low if self.is_exact and other.is_exact else self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        low = self.low - other.high
        return Interval(low, low if self.is_exact and other.is_exact else self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        if self.low.numerator >= 0 and other.low.numerator >= 0:  # as nearly all amounts are: no need to look at all corners
            low = self.low * other.low
            return Interval(low, low if self.is_exact and other.is_exact else self.high * other.high)
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low.numerator <= 0 <= other.high.numerator:
            raise ZeroDivisionError("the divisor may be zero")
        if self.low.numerator >= 0 and other.low.numerator > 0:
            low = self.low / other.high
            return Interval(low, low if self.is_exact and other.is_exact else self.high / other.low)
        return self * Interval(1 / other.high, 1 / other.low)
