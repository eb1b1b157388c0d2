"""Quotes: a rate that dealers give with what they buy at and sell at ("240.34/44 yen", "6-9/16, 7/16 percent"). Neither number is related to another.

Nor is the number that a name begins with ("3B2").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.figure import Figure
from claims.wording.pattern import Thing

STROKE = "/"
COMMA = ", "


def without_quotes(text: str, things: Sequence[Thing]) -> list[Thing]:
    """The figures and days of a text but for the two numbers of each quote."""
    quoted = {thing.span for pair in pairwise(things) if _are_a_quote(text, *pair) for thing in pair}
    return [thing for thing in things if thing.span not in quoted and not (_opens_a_quote(text, thing) or _is_cut_out_of_a_name(text, thing.span[1]))]


def _is_cut_out_of_a_name(text: str, end: int) -> bool:
    return text[end - 1 : end].isascii() and text[end - 1 : end].isalpha() and text[end : end + 1].isdigit()


def _opens_a_quote(text: str, thing: Thing) -> bool:
    """Whether a stroke and digits follow its decimals."""
    end = thing.span[1]
    has_decimals = isinstance(thing, Figure) and thing.number.exponent < 0 and text[end - 1].isdigit()
    return has_decimals and text[end : end + 1] == STROKE and text[end + 1 : end + 2].isdigit()


def _are_a_quote(text: str, one: Thing, other: Thing) -> bool:
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return False
    between = text[one.span[1] : other.span[0]]
    if between == STROKE:
        return _opens_a_quote(text, one)
    in_eighths = one.number.divisor != 1 and other.number.divisor != 1 and one.printed[:1].isdigit() and other.printed[:1].isdigit()
    return between == COMMA and in_eighths and one.low > 1 > other.low
