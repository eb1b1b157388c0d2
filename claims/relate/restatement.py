"""Restatements: an amount given again in another unit, currency or scale ("26 miles (42 km)").

What a unit's name leaves open is held open: a ton or a gallon is that of any country that has one, and a temperature may
be a reading or a difference, unless the words around tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

import msgspec

from claims import lexicon, rounding
from claims.claim import Restatement, Sure
from claims.day import Day
from claims.figure import Figure, Span
from claims.relate.counterpart import leaves_out_currency
from claims.rounding import Number
from claims.unit import Unit
from claims.wording.met import Met
from claims.wording.pattern import Window

SAME_NAME = {
    "ton": ("long_ton", "metric_ton"),
    "long_ton": ("ton", "metric_ton"),
    "gallon": ("imperial_gallon",),
    "quart": ("imperial_quart",),
    "pint": ("imperial_pint",),
    "fluid_ounce": ("imperial_fluid_ounce",),
    "ounce": ("fluid_ounce", "imperial_fluid_ounce", "troy_ounce"),
    "bushel": ("imperial_bushel",),
    "oil_barrel": ("barrel",),
    "cup": ("metric_cup",),
    "horsepower": ("metric_horsepower",),
    "metric_pound": ("pound",),
}
"""Units that several countries or trades call by one name."""
DEGREES = {"celsius": "delta_degree_Celsius", "fahrenheit": "delta_degree_Fahrenheit", "kelvin": "delta_kelvin"}
DIGITS_OF_A_CALCULATOR = 3
"""What is given again in so many digits more was reckoned from the very number that is printed."""
POWER, ENERGY = "[length] ** 2 * [mass] / [time] ** 3", "[length] ** 2 * [mass] / [time] ** 2"
SIZES = re.compile(r"\[length\]( \*\* [23])?|\[length\] / \[time\]|\[length\] / (liter|gallon)|1 / \[length\] \*\* 2|\[length\] \*\* 2")
"""Lengths, areas, volumes, speeds and fuel consumption: what is mixed up in one conversion. Power beside energy, or a
volume beside a mass, may be two facts of one thing."""
LEAST_SHARES = 10000
"""So many times a sum a share at least is what a company earns."""
PARTS_APART = 6
"""Code points, at most, between the two parts of one measure."""
PART_BEFORE = re.compile(r"[0-9][^\W\d_]{1,3}[ -]\Z")
"""A number glued to the sign of its unit, just before another: "11st 6lb"."""
SCALE_WORD = re.compile(r"[^\W\d_]+")


def restatements(window: Window, met: Met) -> Iterator[Restatement]:
    """Each amount that the wording says is given again, where the two units can be of one thing."""
    told = met.of("restatement")
    if not told:
        return
    surely, differences = (_degrees_told(met, "temperature_difference", surely) for surely in (True, None))
    readings = _degrees_told(met, "temperature_reading", None)
    seen: set[object] = set()
    for match in told:
        amount, again = match.roles["amount"], match.roles["again"]
        assert isinstance(amount, Figure)
        assert isinstance(again, Figure)
        if leaves_out_currency(again, amount):  # "750 000 millions d'euros, soit 750 billions"
            again = msgspec.structs.replace(again, unit=amount.unit)
        amount, again = _in_units_that_fit(_without_period(amount, again), again)
        as_told = (amount.span, again.unit.code)  # "1 dollar is 150 yen, or 1.8 billion yen": only the first is of that amount
        if match.holds.get("of_two_systems") is True and _is_metric(amount.unit) == _is_metric(again.unit):
            continue
        if again.span in seen or as_told in seen or not can_be_the_same(amount, again) or _ends_a_measure(amount, window):
            continue
        seen |= {again.span, as_told}
        if amount.unit.code in DEGREES and again.unit.code in DEGREES:
            either = {amount.span, again.span}
            reading = bool(either & readings) and not either & surely
            amount, again = _degrees(amount, again, difference=bool(either & (surely | differences)), reading=reading)
        sure = Sure.LIKELY if match.holds.get("likely") is True else Sure.SPELLED_OUT
        when = _earliest_year(window, match.span) if amount.unit.kind == "money" else None
        for one, other in _end_by_end(amount, again):
            yield Restatement(match.span, _of_any_country(_as_reckoned_from(one, other)), _of_any_country(_as_round_as(one, other)), when, sure)


def _end_by_end(amount: Figure, again: Figure) -> Iterator[tuple[Figure, Figure]]:
    """The two figures; of two ranges each end with its own ("20 to 30 inches (50 to 75 cm)")."""
    if amount.upper is None or again.upper is None:
        yield amount, again
        return
    for end in ("number", "upper"):
        yield msgspec.structs.replace(amount, number=getattr(amount, end), upper=None), msgspec.structs.replace(again, number=getattr(again, end), upper=None)


def _degrees_told(met: Met, kind: str, surely: bool | None) -> set[Span]:
    """Where the temperatures stand that wordings of a kind tell to be readings, or differences."""
    return {match.roles["amount"].span for match in met.of(kind) if match.holds.get("surely") is surely}


def _earliest_year(window: Window, span: Span) -> Day | None:
    """The earliest year that stands in the same sentence: sums of the past are given at the rates of the past, or at today's."""
    sentence = window.sentence_at(span[0])
    days = [thing for thing in window.things if isinstance(thing, Day) and thing.year is not None and window.sentence_of(thing) == sentence]
    return min(days, key=lambda day: day.year or 0, default=None)


def _without_period(amount: Figure, again: Figure) -> Figure:
    """So much a day is given again without "a day": "600,000 barrels a day, the equivalent of 95 million litres"."""
    if amount.unit.per and not again.unit.per and again.unit.kind == "measure" and (whole := lexicon.units().get(amount.unit.code)):
        return msgspec.structs.replace(amount, unit=whole)
    return amount


def _in_units_that_fit(amount: Figure, again: Figure) -> tuple[Figure, Figure]:
    """Both figures in the likeliest of their units in which they can be the same: of "230ポンド（104キロ）" the pound and the kilogram."""
    if amount.unit.kind == "count" and again.unit.kind == "plain" and not again.unit.code:
        return amount, msgspec.structs.replace(again, unit=amount.unit)  # "45 crore voters (450 million)"
    if amount.unit.dimension == again.unit.dimension or not (amount.may_also_be or again.may_also_be):
        return amount, again
    for one, other in product((amount.unit, *amount.may_also_be), (again.unit, *again.may_also_be)):
        if one.dimension == other.dimension != "" and one.kind == other.kind == "measure":
            return msgspec.structs.replace(amount, unit=one, may_also_be=()), msgspec.structs.replace(again, unit=other, may_also_be=())
    return amount, again


def _is_metric(unit: Unit) -> bool:
    """Whether a unit is a power of ten of the base unit, as those of the metric system are."""
    return not (str(unit.size.numerator).strip("0") not in ("", "1") or str(unit.size.denominator).strip("0") not in ("", "1"))


def can_be_the_same(amount: Figure, again: Figure) -> bool:
    """Whether the second figure can be the first in another unit: money in money, a measure in a measure, lakhs in millions."""
    first, second = amount.unit, again.unit
    if first.dimension == second.dimension == "ratio":  # "one in four, or 25 percent"
        return first.kind == "plain" and second.kind == "percent" and first.code != "times" and not second.per
    if first.kind != second.kind:
        return False
    if first.code == second.code:
        return first.per == second.per and not _is_of_one_share(amount, again) and _in_other_words(amount, again)
    if first.kind == "money":
        return first.per == second.per
    if first.kind == "time":
        return first.dimension == second.dimension
    alike = first.dimension == second.dimension or _are_mixed_up(first, second) or _is_power_as_energy(amount, again)
    return first.kind == "measure" and alike


def _are_mixed_up(first: Unit, second: Unit) -> bool:
    return bool(SIZES.fullmatch(first.dimension) and SIZES.fullmatch(second.dimension))


def _is_power_as_energy(amount: Figure, again: Figure) -> bool:
    """Whether what one hour of a power comes to is given for the power: "3 megawatts, or 3,000 kilowatt-hours"."""
    hour = _unit("hour").size
    by_dimension = {figure.unit.dimension: figure.low * figure.unit.size for figure in (amount, again)}
    power, energy = by_dimension.get(POWER), by_dimension.get(ENERGY)
    return power is not None and energy is not None and power * hour == energy


def _is_of_one_share(amount: Figure, again: Figure) -> bool:
    """Whether a sum is followed by what it is for one share: "$26 million, or 26 cents"."""
    return amount.unit.kind == "money" and again.low * LEAST_SHARES < amount.low


def _in_other_words(amount: Figure, again: Figure) -> bool:
    """Whether two figures in one unit are one number on two scales ("25 lakh", "2.5 million"): they have the same digits."""
    one, other = (set(SCALE_WORD.findall(figure.printed.lower())) for figure in (amount, again))
    if not one or not other or one == other or amount.upper or again.upper:
        return False
    return amount.number.divisor == again.number.divisor == 1 and _digits(amount) == _digits(again)


def _digits(figure: Figure) -> str:
    return str(figure.number.mantissa).rstrip("0")


def _ends_a_measure(amount: Figure, window: Window) -> bool:
    """Whether it is the smaller part of a measure in two units ("11st 6lb", "29 feet 2 inches") that was read apart."""
    if PART_BEFORE.search(window.text_between(max(0, amount.span[0] - PARTS_APART), amount.span[0])):
        return True
    before = [thing for thing in window.things if 0 <= amount.span[0] - thing.span[1] <= PARTS_APART]
    return any(isinstance(thing, Figure) and thing.unit.dimension == amount.unit.dimension and thing.unit.size > amount.unit.size for thing in before)


def _as_reckoned_from(amount: Figure, again: Figure) -> Figure:
    """The figure as it was turned into the other unit: without a hedge that shuts one side, for the printed number is given again."""
    if amount.unit.dimension == "ratio":
        return amount  # "more than a third (36%)": the percentage is the surer of the two
    if len(_digits(again)) - len(_digits(amount)) >= DIGITS_OF_A_CALCULATOR and amount.upper is None:
        return msgspec.structs.replace(amount, number=_to_the_last_digit(amount.number, again.number), hedge=rounding.PLAIN)
    if amount.hedge.below is None or amount.hedge.below != amount.hedge.above:
        return msgspec.structs.replace(amount, hedge=rounding.PLAIN)
    return amount


def _as_round_as(amount: Figure, again: Figure) -> Figure:
    """What is given again of one digit and zeros, in one digit and zeros, was rounded to that digit: "500 kilometers (300 miles)"."""
    if amount.unit.kind != "measure" or again.upper or again.number.divisor != 1 or not len(_digits(amount)) == len(_digits(again)) == 1:
        return again
    zeros = len(str(again.number.mantissa)) - 1
    number = Number(again.number.mantissa // 10**zeros, again.number.exponent + zeros)
    return msgspec.structs.replace(again, number=number) if zeros else again


def _to_the_last_digit(number: Number, other: Number) -> Number:
    """The number with as many digits as the other, zeros after its own."""
    more = len(str(other.mantissa)) - len(str(number.mantissa))
    return Number(number.mantissa * 10**more, number.exponent - more) if more > 0 and number.divisor == 1 else number


def _of_any_country(figure: Figure) -> Figure:
    codes = SAME_NAME.get(figure.unit.code, ())
    return msgspec.structs.replace(figure, may_also_be=(*figure.may_also_be, *(_unit(code) for code in codes))) if codes else figure


@cache
def _unit(code: str) -> Unit:
    return lexicon.units()[code]


def _degrees(amount: Figure, again: Figure, *, difference: bool, reading: bool) -> tuple[Figure, Figure]:
    """Both as readings, or as differences; the other way too where the words do not tell."""
    both = []
    for figure in (amount, again):
        delta = _unit(DEGREES[figure.unit.code])
        if difference and not reading:
            both.append(msgspec.structs.replace(figure, unit=delta, may_also_be=()))
        else:
            both.append(msgspec.structs.replace(figure, may_also_be=() if reading else (delta,)))
    return both[0], both[1]
