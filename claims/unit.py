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


PLAIN = Unit("plain")
PERCENT = Unit("percent", "percent", size=Fraction(1, 100), dimension="ratio")
PERCENTAGE_POINT = Unit("points", "percentage_point", size=Fraction(1, 100), dimension="ratio")
TIMES = Unit("plain", "times", dimension="ratio")
