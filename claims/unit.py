"""A unit: what a figure counts, measures or pays in, and its size in the base unit of its dimension."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

Kind = Literal["money", "measure", "time", "percent", "points", "count", "plain"]

ONE = Fraction(1)
ZERO = Fraction(0)


class Unit(msgspec.Struct, frozen=True, gc=False):
    """"USD per year", "kilometer", "percent", "household".

    kind       what sort of thing it is
    code       ISO 4217 ("JPY"), a pint name ("kilometer", "meter ** 2"), "percent", "percentage_point",
               "times" for a multiple, the counted noun ("household"), or "" for a bare number
    per        what one of it goes to: "year", "person", "share"; "" for a plain amount
    size       how many base units one of it makes, with `per` reckoned in: 1000 for the kilometre, 1/100 for percent
    dimension  what can be set equal to it: "[length]", "USD", "USD / [time]", "ratio"; "" for a bare number
    zero       what must be added after `size`: 273.15 for degrees Celsius (base: kelvin)
    """

    kind: Kind
    code: str = ""
    per: str = ""
    size: Fraction = ONE
    dimension: str = ""
    zero: Fraction = ZERO

    def __hash__(self) -> int:
        """That of its names: exact fractions are slow to hash, and units of one name hardly differ in size."""
        return hash((self.kind, self.code, self.per))


PLAIN = Unit("plain")
PERCENT = Unit("percent", "percent", size=Fraction(1, 100), dimension="ratio")
PERCENTAGE_POINT = Unit("points", "percentage_point", size=Fraction(1, 100), dimension="ratio")
WITHOUT_WEIGHT: tuple[Kind, ...] = ("plain", "percent", "points")
"""What multiplies anything and leaves it what it is."""
TIMES = Unit("plain", "times", dimension="ratio")


def product(first: Unit, second: Unit) -> Unit:
    """The unit of a product: dollars a year × years = dollars; a share of dollars is in dollars."""
    for one, other in ((first, second), (second, first)):
        if one.dimension.endswith(f" / {other.dimension}") and other.dimension:
            return Unit(one.kind, one.code, "", one.size * other.size, one.dimension.removesuffix(f" / {other.dimension}"))
    for one, other in ((first, second), (second, first)):
        if other.kind in WITHOUT_WEIGHT:
            return one if one.kind not in WITHOUT_WEIGHT else PLAIN
    for one, other in ((first, second), (second, first)):
        if other.kind == "count":
            return one
    return Unit("measure", f"{first.code} {second.code}", "", first.size * second.size, f"{first.dimension} * {second.dimension}")


def quotient(first: Unit, second: Unit) -> Unit:
    """The unit of a quotient: dollars ÷ years = dollars a year; dollars ÷ dollars is a bare number."""
    if first.dimension == second.dimension:
        return PLAIN
    if second.kind in WITHOUT_WEIGHT:
        return first
    return Unit(first.kind, first.code, second.code, first.size / second.size, f"{first.dimension} / {second.dimension}")
