"""What a sum is for: "$2 million a year" with that time, and without it where all that goes with it is of the same."""

from __future__ import annotations

import msgspec

from claims import lexicon
from claims.figure import Figure
from claims.unit import Unit

PER_TIME = " / [time]"
"""How the dimension of a rate by time ends."""


def of_time(figure: Figure | None, name: object) -> Figure | None:
    """A figure that the wording tells to be of a month, or a year, where it has no such unit of its own."""
    if figure is None or not isinstance(name, str) or figure.unit.per:
        return figure
    unit = figure.unit
    return msgspec.structs.replace(figure, unit=Unit(unit.kind, unit.code, name, unit.size / lexicon.units()[name].size, f"{unit.dimension}{PER_TIME}"))


def of_no_period(total: Figure) -> Figure:
    """The figure without its "a year", where all that goes with it is of a year as well."""
    unit = total.unit
    if not unit.dimension.endswith(PER_TIME):
        return total
    size = unit.size * lexicon.units()[unit.per].size if unit.per in lexicon.units() else unit.size
    return msgspec.structs.replace(total, unit=Unit(unit.kind, unit.code, size=size, dimension=unit.dimension.removesuffix(PER_TIME)))


def of_no_each(count: Figure) -> Figure:
    """A number of things without the "each" behind it: "14,200 households each paying £48"."""
    unit = count.unit
    return msgspec.structs.replace(count, unit=Unit(unit.kind, unit.code, dimension=unit.code)) if unit.kind == "count" and unit.per == "unit" else count


def in_unit_by_time(figure: Figure, like: Figure) -> Figure:
    """A bare number a year as so many a year of what another figure counts, or so much of what it pays."""
    unit = figure.unit
    return msgspec.structs.replace(figure, unit=Unit(like.unit.kind, like.unit.code, unit.per, unit.size, f"{like.unit.code} {unit.dimension.strip()}"))
