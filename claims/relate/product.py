"""A product: whether so much each and so many of them can be a total, by their units."""

from __future__ import annotations

import msgspec

from claims import lexicon
from claims.claim import Rate
from claims.figure import Figure
from claims.relate.period import PER_TIME
from claims.unit import Unit
from claims.wording.pattern import Window

LENGTH, AREA = "[length]", "[length] ** 2"


def units_multiply_out(claim: Rate) -> bool:
    """Whether each × count can be the total, by their units."""
    each, count, total = claim.each, claim.count, claim.total
    if each is None or total is None or (_kind(each) != _kind(total) and each.unit.kind != "percent"):
        return False
    if each.unit.kind == "percent":
        return count is not None and count.unit.kind == "money" and count.unit.dimension == total.unit.dimension and not total.unit.per
    if each.unit.kind == "money" and each.unit.code != total.unit.code:
        return False
    if count is None:
        return each.unit.dimension == total.unit.dimension != "" and each.unit.dimension.endswith(PER_TIME) and each.unit.per != total.unit.per
    if each.unit.dimension == count.unit.dimension == LENGTH:
        return total.unit.dimension == AREA
    if count.unit.kind in ("time", "measure"):
        return each.unit.dimension == f"{total.unit.dimension} / {count.unit.dimension}"
    if count.unit.kind == "money":  # so many pesos for each of so many dollars
        return count.unit.code != total.unit.code and not count.unit.per and not total.unit.per
    both_by_time = each.unit.dimension.endswith(PER_TIME)
    if both_by_time != total.unit.dimension.endswith(PER_TIME):
        return False
    return count.unit.kind in ("count", "plain") and (both_by_time or total.unit.per in ("", each.unit.per)) and not count.unit.per


def _kind(figure: Figure) -> str:
    """The kind of a figure's unit; bare numbers count too."""
    return "count" if figure.unit.kind == "plain" else figure.unit.kind


def for_a_measure(each: Figure) -> Figure:
    """The rate, where it goes to a measure, in the base unit of that: "$6 a gram" is so much for the mass of a gram."""
    unit = each.unit
    divisor = lexicon.units().get(unit.per) or lexicon.units().get(unit.per.replace("**", " ** "))
    if divisor is None or divisor.kind not in ("measure", "time") or unit.dimension.endswith(PER_TIME):
        return each
    dimension = f"{unit.dimension.partition(' / ')[0]} / {divisor.dimension}"
    return msgspec.structs.replace(each, unit=Unit(unit.kind, unit.code, unit.per, unit.size / divisor.size, dimension))


def stands_alone(claim: Rate, window: Window) -> bool:
    """Whether the sentence of the total has no further amount of its unit: "$3 million each and 4 coaches $1 million" may be two parts of it."""
    if claim.count is None or claim.total is None or claim.total.unit.kind in ("count", "plain"):
        return True
    own = {figure.span for figure in (claim.each, claim.count, claim.total) if figure}
    sentence, unit = window.sentence_of(claim.total), claim.total.unit
    others = [thing for thing in window.things if isinstance(thing, Figure) and thing.span not in own and window.sentence_of(thing) == sentence]
    return not any((other.unit.kind, other.unit.code) == (unit.kind, unit.code) and other.unit.per in ("", "unit") for other in others)
