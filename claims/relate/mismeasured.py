"""A change whose percentage tells which two amounts it is of: it is what they come to by one of the slips that are often made.

"Attendance, 40,000 in 2019, was 130,000 last year, an increase of 325 percent" joins its figures by no words. But 130,000
is 325 percent of 40,000, and that is no chance where a sentence has two amounts of one kind and no third.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.claim import Sure
from claims.figure import Figure, around
from claims.relate.counterpart import is_alike
from claims.relate.piece import LEVELS, Piece
from claims.wording.pattern import Window

REACH = Fraction(1, 100)
"""How far, as a part of it, a fraction in words, or a percentage over a hundred, may lie from what a slip makes of the amounts."""
FEWEST_DIGITS = 2
LEAST_UNHELPED = 10
"""A bare number below this ("two of its shops") counts something else more often than not."""


def with_its_amounts(piece: Piece, window: Window) -> Piece | None:
    """The piece with the only two amounts of one kind in its sentence, or in that and the one before it, where a known slip makes the percentage of them."""
    percent = piece.roles.get("percent")
    if percent is None or piece.rising is None or percent.upper or percent.unit.per or not _is_telling(percent):
        return None
    if piece.has_both_levels or any(role not in ("percent", *LEVELS) for role in piece.roles):
        return None
    here = window.sentence_of(percent)
    for first in (here, here - 1):
        amounts = [thing for thing in window.things if isinstance(thing, Figure) and first <= window.sentence_of(thing) <= here and _is_amount(thing)]
        two = _only_two_alike(amounts if percent.low * percent.unit.size < 1 else _last_two(amounts, percent))
        if two:
            before, after = two if piece.rising else two[::-1]
            if piece.roles.get("before", before) != before or piece.roles.get("after", after) != after:
                return None
            if _is_made_by_a_slip(before.low, after.low, percent, rising=piece.rising):
                span = around(piece.span, before.span, after.span)
                return Piece({**piece.roles, "before": before, "after": after}, piece.rising, span, Sure.LIKELY)
        if len(amounts) > 1:
            return None
    return None


def _is_telling(percent: Figure) -> bool:
    """Whether so few others are like it that it can be known again."""
    return percent.number.divisor != 1 or len(str(percent.number.mantissa)) >= FEWEST_DIGITS


def _is_amount(figure: Figure) -> bool:
    if figure.upper or figure.unit.dimension == "ratio" or figure.unit.kind == "time" or figure.unit.code == "ordinal":
        return False
    return figure.unit.kind != "plain" or figure.low >= LEAST_UNHELPED


def _last_two(amounts: Sequence[Figure], percent: Figure) -> Sequence[Figure]:
    """Of rises that more than double, which are seldom told, the last two amounts before the percentage will do."""
    before = [amount for amount in amounts if amount.span[1] <= percent.span[0]]
    return before[-2:] if len(amounts) > 2 else amounts


def _only_two_alike(amounts: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The lesser and the greater of two amounts that are all there are of their kind."""
    if len(amounts) != 2 or not is_alike(*amounts) or amounts[0].unit.per != amounts[1].unit.per:
        return None
    lesser, greater = sorted(amounts, key=lambda figure: figure.low)
    return (lesser, greater) if 0 < lesser.low < greater.low else None


def _is_made_by_a_slip(before: Fraction, after: Fraction, percent: Figure, *, rising: bool) -> bool:
    """Whether it is the multiple given as the increase, or the change measured from the new amount, to its last digit."""
    share = percent.low * percent.unit.size
    reach = percent.number.half_step * percent.unit.size if percent.number.divisor == 1 and share < 1 else share * REACH
    slips = [abs(after - before) / after, *([after / before] if rising else [])]
    right = abs(after - before) / before
    return any(abs(slip - share) <= reach for slip in slips) and abs(right - share) > reach
