"""The other amount of a comparison or a change: which figures can be set against each other, and the nearest before that can."""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction

import msgspec

from claims.figure import Figure, Span
from claims.unit import ZERO
from claims.wording.pattern import Window

DIGITS = re.compile(r"[0-9]+(?:[.,'’ \u00a0\u202f][0-9]+)*")
MARK = re.compile(r"[^0-9]")
GROUPED = re.compile(r"[0-9]+(?:[.,' \u00a0\u202f’][0-9]{3})*")
LEAST_SCALE = 1000
DIGITS_OF_A_GROUP = 3
NEAR = 10
"""How many times the other an amount may be, for a bare number of thousands to share its scale word."""
SIDE_BY_SIDE = 12
"""How many code points may lie between two numbers that share a scale word."""
LEAST_MONEY = 1000000
FARTHEST = 160
"""How many code points before its comparison an amount may stand."""


def in_one_unit(one: Figure, other: Figure, *, of_any_size: bool = False) -> tuple[Figure, Figure] | None:
    """Both, where they can be set against each other; a bare number takes the unit of the other ("6.1 million square miles, against 4.7 million")
    and an amount of money what the other goes to ("$15 an hour, $2 more than the $13 minimum"),
    where they are near each other or, as a difference is, `of_any_size`.
    """
    if {"percent", "points"} & {one.unit.kind, other.unit.kind} and any(_is_bare(figure) and abs(figure.low) >= LEAST_SCALE for figure in (one, other)):
        return None  # "a rise of 19.6 percent, up from 35.8 billion"
    if one.unit.dimension == other.unit.dimension:
        return _in_one_scale(_whichever_it_is(one), _whichever_it_is(other))
    if _is_bare(other):
        return one, msgspec.structs.replace(_in_scale_of(one, other), unit=one.unit)
    if _is_bare(one):
        return msgspec.structs.replace(_in_scale_of(other, one), unit=other.unit), other
    if one.unit.code == other.unit.code and one.unit.kind == other.unit.kind and "" in (one.unit.per, other.unit.per):
        if not of_any_size and _apart(one, other) > NEAR:
            return None  # "$4.1 billion, or $1.32 a share, up from $3.6 billion"
        return (one, msgspec.structs.replace(other, unit=one.unit)) if one.unit.per else (msgspec.structs.replace(one, unit=other.unit), other)
    counted = one.unit.kind == other.unit.kind == "count" and one.unit.per == other.unit.per
    return (one, other) if counted else None


def _whichever_it_is(figure: Figure) -> Figure:
    """Without the other currencies it may be in: two amounts in dollars are in the same dollars. Other scales it may have stay."""
    others = tuple(unit for unit in figure.may_also_be if unit.dimension == figure.unit.dimension)
    return figure if others == figure.may_also_be else msgspec.structs.replace(figure, may_also_be=others)


def _in_one_scale(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """Two bare numbers side by side share the scale word of one of them: "from 600 to 300 million"."""
    first, second = sorted((one, other), key=lambda figure: figure.span)
    if not (_is_bare(one) and _is_bare(other) and 0 < second.span[0] - first.span[1] <= SIDE_BY_SIDE):
        return one, other
    return _in_scale_of(other, one), _in_scale_of(one, other)


def in_unit_of(whole: Figure, figure: Figure) -> Figure | None:
    """A bare number in the unit and scale of what it is set beside: "27.4 million euros: 12.1 for the roof"; None where it has a unit of its own."""
    if not _is_bare(figure):
        return None
    scaled = _in_scale_of(whole, figure)
    if _is_bare(whole) and scaled is figure:
        return None
    return msgspec.structs.replace(scaled, unit=whole.unit)


def _is_bare(figure: Figure) -> bool:
    return figure.unit.kind == "plain" and figure.unit.code == "" and figure.unit.dimension == ""


def _in_scale_of(scaled: Figure, bare: Figure) -> Figure:
    """A small bare number beside an amount with a scale word is in that scale: "from 50 to 40 million euros"."""
    digits = DIGITS.search(scaled.printed)
    if _has_no_scale(scaled):
        return bare
    if digits is not None and bare.upper is None and scaled.unit.kind == "money" and _is_in_hundredths(scaled, digits.group()):
        return _times(bare, -2)
    if digits is None or bare.upper is not None or abs(scaled.low) < LEAST_SCALE or bare.number.exponent > 0:
        return bare
    groups = MARK.split(digits.group())
    decimals = len(groups[-1]) if len(groups) > 1 else 0
    powers = [power for places in {decimals, decimals % DIGITS_OF_A_GROUP} if (power := _power(scaled, "".join(groups), places))]
    if not powers:
        return bare
    nearest = min((_times(bare, power) for power in powers), key=lambda figure: _apart(figure, scaled))
    if abs(bare.low) >= LEAST_SCALE and _apart(nearest, scaled) > NEAR:
        return bare
    return nearest


def _is_in_hundredths(figure: Figure, printed: str) -> bool:
    """Whether a sum is printed in the hundredths of its currency: a bare number beside "40 cents" is in cents too."""
    groups = MARK.split(printed)
    decimals = len(groups[-1]) if len(groups) > 1 else 0
    return figure.low != 0 and int(abs(figure.low) * 10**decimals * 100) == int("".join(groups))  # of "213-1/2 cents" the half is no digit


def _power(scaled: Figure, digits: str, decimals: int) -> int | None:
    """The power of ten of the scale word of an amount, if so many of its digits are decimals."""
    scale = abs(scaled.low) * 10**decimals / int(digits)
    power = len(str(scale)) - 1
    return power if scale == 10**power >= LEAST_SCALE else None


def _times(figure: Figure, power: int) -> Figure:
    return msgspec.structs.replace(figure, number=msgspec.structs.replace(figure.number, exponent=figure.number.exponent + power))


def _apart(one: Figure, other: Figure) -> Fraction:
    """How many times one amount is the other. "2.300" is two thousand in one language and hardly more than two in another: the nearer is meant."""
    low, high = sorted((abs(one.low), abs(other.low)))
    return high / low if low else Fraction(0)


def _has_no_scale(figure: Figure) -> bool:
    """Whether a figure is its digits alone: "11.000 Hektar" is no eleven thousand of a thousand."""
    printed = GROUPED.search(figure.printed)
    return printed is not None and abs(figure.low) == int("".join(character for character in printed.group() if character.isdigit()))


def as_difference(by: Figure, level: Figure) -> Figure | None:
    """A difference in the unit of the level: degrees count from no zero, a bare number takes the unit."""
    if level.unit.kind == "percent":
        return by if by.unit.kind == "points" else None
    if by.unit.kind == "points":  # of an index, not of a percentage
        return msgspec.structs.replace(by, unit=level.unit) if level.unit.kind == "plain" else None
    if by.unit.zero:
        by = msgspec.structs.replace(by, unit=msgspec.structs.replace(by.unit, zero=ZERO))
    if by.unit.code == "degree" and level.unit.zero:
        return msgspec.structs.replace(by, unit=msgspec.structs.replace(level.unit, zero=ZERO))
    together = in_one_unit(level, by, of_any_size=True)
    return together[1] if together else None


def measured_as(by: Figure, level: Figure | None) -> Figure | None:
    """A bare level in the measure of the difference: "fell 4 million barrels to 325 million"."""
    bare = level is not None and _is_bare(level)
    return msgspec.structs.replace(level, unit=by.unit) if level is not None and bare and by.unit.kind == "measure" else level


def leaves_out_currency(figure: Figure, money: Figure) -> bool:
    """Whether a number with a scale word beside an amount of money is one too: "1.2 billion euros: 700 million in grants"."""
    if money.unit.kind != "money" or figure.unit.kind not in ("plain", "count") or figure.unit.code in ("times", "ordinal") or figure.unit.dimension == "ratio":
        return False
    digits = sum(sign.isdigit() for sign in figure.printed)
    return not figure.unit.per and abs(figure.low) >= LEAST_MONEY and digits < len(str(int(abs(figure.low))))


def with_one_currency(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """Both amounts, the one that leaves its currency out with that of the other, and for the same time."""
    if leaves_out_currency(other, one):
        return one, msgspec.structs.replace(other, unit=one.unit)
    if leaves_out_currency(one, other):
        return msgspec.structs.replace(one, unit=other.unit), other
    return one, other


def nearest_before(window: Window, place: int, like: Figure, taken: Collection[Span], *, back: bool = False) -> Figure | None:
    """The nearest amount before `place` that counts what `like` counts; none where an amount of another thing stands between.

    It stands in the same sentence or, with `back`, in the one before it if it is the only one of its kind there.
    """
    here = window.sentence_at(place)
    found: list[Figure] = []
    otherwise_called: list[Figure] = []
    for thing in reversed(window.things):
        if not isinstance(thing, Figure) or thing.span[1] > place or thing.span in taken or not _is_amount(thing, like):
            continue
        sentence = window.sentence_of(thing)
        if sentence == here:
            if _is_bare(like) and thing.unit.kind != "plain" and _another_counts(window, thing, taken):
                return None
            return thing if _may_be_meant(thing, like) and place - thing.span[1] <= FARTHEST else None
        if not back or sentence < here - 1:
            break
        if _may_be_meant(thing, like):
            found.append(thing)
        elif thing.unit.kind == like.unit.kind == "count":
            otherwise_called.append(thing)
    found = found or otherwise_called  # "1.2 million birds. That is ten times as many as in Iowa, where 12,000 animals …"
    return found[0] if len(found) == 1 else None


def _another_counts(window: Window, thing: Figure, taken: Collection[Span]) -> bool:
    """Whether something else is counted before it in its sentence, so that a bare number may be of either: "20 goals in 31 games, three more than …"."""
    sentence = window.sentence_of(thing)
    others = (other for other in window.things if isinstance(other, Figure) and other.span[1] <= thing.span[0] and other.span not in taken)
    of_something_else = (other for other in others if other.unit.kind in ("count", "measure", "money") and other.unit.code != thing.unit.code)
    return any(window.sentence_of(other) == sentence for other in of_something_else)


def _may_be_meant(thing: Figure, like: Figure) -> bool:
    return is_alike(thing, like) and not (_is_bare(thing) and like.unit.kind == "count")


def _is_amount(thing: Figure, like: Figure) -> bool:
    """Whether it is an amount that may be meant; spans of time and percentages only where such is looked for."""
    if thing.upper is not None or thing.unit.code in ("times", "ordinal"):
        return False
    return thing.unit.kind == like.unit.kind if thing.unit.kind in ("time", "percent", "points") or thing.unit.dimension == "ratio" else True


def is_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of the same thing by their units alone: one dimension, or one of them bare."""
    both_counted = one.unit.kind == other.unit.kind == "count"
    return in_one_unit(one, other) is not None and (not both_counted or one.unit.code == other.unit.code)
