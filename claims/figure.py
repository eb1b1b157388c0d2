"""A figure: one number as the text prints it, and what it can mean."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import msgspec

from claims import rounding, unit
from claims.interval import Interval
from claims.rounding import Hedge, Number, Reading
from claims.unit import Unit

Span = tuple[int, int]
"""Start and end in the text, in code points."""


def around(*spans: Span) -> Span:
    """The span from the first beginning to the last end."""
    return min(span[0] for span in spans), max(span[1] for span in spans)


class Figure(msgspec.Struct, frozen=True, gc=False, tag=True):
    """One number, or one range, with its unit.

    span         where it stands: the number with its currency, scale and unit, without hedge and counted noun
    printed      the text there
    number       the number after its scale, exact, in `unit`
    upper        the upper end where a range is printed ("10 to 15 percent")
    unit         the most likely unit
    may_also_be  other units it may be in ("$" in a Canadian text); a scale in doubt is a unit of another size
    hedge        "about", "nearly", "more than", and how far it reaches
    counts       the words after it that say what is counted or measured ("more households")
    period       the words that say of which time it is ("in fiscal 2024", "a year earlier")
    """

    span: Span
    printed: str
    number: Number
    upper: Number | None = None
    unit: Unit = unit.PLAIN
    may_also_be: tuple[Unit, ...] = ()
    hedge: Hedge = rounding.PLAIN
    counts: str = ""
    period: str = ""

    def __hash__(self) -> int:
        """That of its place and text: claims are told apart by their figures many times over, and exact fractions are slow to hash."""
        return hash((self.span, self.printed))

    @property
    def low(self) -> Fraction:
        """The number after its scale, in `unit`; the lower end of a range."""
        return self.number.value

    @property
    def high(self) -> Fraction:
        """The same as `low`, unless a range is printed."""
        return self.upper.value if self.upper else self.number.value

    @property
    def readings(self) -> tuple[Interval, Interval, Interval]:
        """The three nested readings, in base units of the dimension."""
        multiple = self.unit.code == "times"
        loose = self.unit.kind not in ("percent", "points") and not multiple
        hedge = rounding.EXACTLY if self.is_counted_out else self.hedge
        return _readings(self.number, self.upper, hedge, loose, multiple, self.unit)

    @property
    def is_counted_out(self) -> bool:
        """Whether it is a whole number of things, printed to the last one: "48 buses" are neither 47 nor 49."""
        whole = self.number.exponent == 0 and self.number.divisor == 1 and self.upper is None
        return whole and self.unit.kind == "count" and self.hedge == rounding.PLAIN

    def read(self, reading: Reading) -> Interval:
        """Every value in base units that the figure can mean under `reading`."""
        return self.readings[reading]


@lru_cache(maxsize=4096)  # a verdict asks for the same readings many times
def _readings(
    number: Number, upper: Number | None, hedge: Hedge, loose: bool, multiple: bool, unit: Unit
) -> tuple[Interval, Interval, Interval]:
    printed, rounded, loosely = (
        Interval(values.low * unit.size + unit.zero, values.high * unit.size + unit.zero)
        for values in rounding.readings(number, upper, hedge, loose=loose, multiple=multiple)
    )
    return printed, rounded, loosely
