"""What a sentence says of cells: one figure, the words around it, the years it speaks of, and how it comes of the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from claims.figure import Figure, Span
from claims.tabulate.grid import years_in
from claims.tabulate.view import Tokens, tokens_of
from claims.tabulate.words import Words

Way = Literal["change", "percent", "share", "mean", "sum", "cell"]
EARLIEST = 4
"""A figure that a sentence begins with is its number."""
RANGE = re.compile(r"((?:19|20)\d\d)(?:\s?[-–—]\s?|\s(?:to|through|until|bis|à|a)\s)((?:19|20)\d\d)")


class Saying(msgspec.Struct, frozen=True):
    """One sentence with one figure.

    way      how the figure comes of the cells, by the words
    fallen   whether a fall may be told without its sign
    years    as said, in order; `through`: whether all years between the first and the last are meant
    backwards  whether the later year is named first, as where it starts ("from 2019 to 2018")
    compound   whether the words name more than one way ("the change in the average")
    """

    span: Span
    figure: Figure
    text: str
    tokens: Tokens
    way: Way
    fallen: bool
    years: tuple[int, ...]
    through: bool
    backwards: bool
    compound: bool


def saying_of(text: str, span: Span, figures: Sequence[Figure], words: Words) -> Saying | None:
    """The sentence as one that speaks of cells; None where it holds no figure, or several that are no names."""
    stated = figures[-1] if figures else None
    if stated is None or stated.upper or any(other.unit.kind != "time" for other in figures[:-1]) or stated.unit.kind in ("time", "measure"):
        return None
    start, end = span
    if not any(sign.isdigit() for sign in stated.printed) or stated.span[0] - start < EARLIEST or stated.unit.code == "times":
        return None
    rest = text[start : stated.span[0]] + " " + text[stated.span[1] : end]
    lowered = rest.lower()
    years = years_in(rest)
    return Saying(
        span,
        stated,
        rest,
        tokens_of(rest, words),
        way_of(lowered, stated, words),
        bool(words.fallen.search(lowered)),
        years,
        RANGE.search(rest) is not None,
        len(years) == 2 and years[0] > years[1],
        ways_told(lowered, words) > 1,
    )


def way_of(lowered: str, stated: Figure, words: Words) -> Way:
    """How the figure comes of the cells."""
    if words.shared.search(lowered):
        return "share"
    if words.changed.search(lowered):
        return "percent" if stated.unit.kind == "percent" else "change"
    if words.averaged.search(lowered):
        return "mean"
    return "sum" if stated.unit.kind != "percent" and words.summed.search(lowered) else "cell"


def ways_told(lowered: str, words: Words) -> int:
    """How many ways of reckoning the words name: the change of an average is two."""
    return sum(1 for told in (words.shared, words.changed, words.averaged, words.added_up) if told.search(lowered))
