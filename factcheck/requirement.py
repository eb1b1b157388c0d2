"""A requirement: what must hold if a claim is true, and whether it can."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from typing import Literal

import msgspec

from claims.interval import Interval
from claims.rounding import Reading
from factcheck.expression import Expression, Known, Unknown, leaves, solve, values

Sign = Literal["=", "≤"]


class Requirement(msgspec.Struct, frozen=True, dict=True):
    """`left` equals `right`, or is at most `right`."""

    left: Expression
    sign: Sign
    right: Expression

    @cached_property
    def _reckoned(self) -> dict[tuple[str, Reading], Interval]:
        return {}

    def side(self, which: Literal["left", "right"], reading: Reading) -> Interval:
        """Every value that a side can take, reckoned once. Raises ZeroDivisionError where a divisor may be zero."""
        key = which, reading
        found = self._reckoned.get(key)
        if found is None:
            found = self._reckoned[key] = values(self.left if which == "left" else self.right, reading)
        return found

    @cached_property
    def unknowns(self) -> tuple[Unknown, ...]:
        """What the text leaves open."""
        return tuple(leaf for side in (self.left, self.right) for leaf in leaves(side) if isinstance(leaf, Unknown))

    def narrowest_reading(self) -> Reading | None:
        """The least generous reading under which it can hold; None when none does. Raises ZeroDivisionError."""
        for reading in Reading:
            left, right = self.side("left", reading), self.side("right", reading)
            if left.meets(right) or (self.sign == "≤" and left.high <= right.low):
                return reading
        return None

    def solutions(self, reading: Reading = Reading.ROUNDED) -> Iterator[tuple[Known | Unknown, Interval]]:
        """For each figure or unknown, the values that would make both sides equal, the others as they are."""
        for side, other in ((self.left, self.right), (self.right, self.left)):
            if not any(isinstance(leaf, Unknown) for leaf in leaves(other)):
                yield from solve(side, values(other, reading), reading)

    def off_by(self) -> Fraction | None:
        """The factor (above 1) between the nearest ends of the two sides; None where a ratio says nothing."""
        left, right = self.side("left", Reading.ROUNDED), self.side("right", Reading.ROUNDED)
        if left.high < right.low:
            near, far = left.high, right.low
        else:
            near, far = right.high, left.low
        if near <= 0 or far <= near:
            return None
        return far / near


def equal(left: Expression, right: Expression) -> Requirement:
    """Both sides must be able to be the same."""
    return Requirement(left, "=", right)


def at_most(left: Expression, right: Expression) -> Requirement:
    """The left side must be able to be no more than the right."""
    return Requirement(left, "≤", right)
