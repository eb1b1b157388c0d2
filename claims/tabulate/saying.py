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


JOINED = re.compile(r"((?:19|20)\d\d)(?:\s?[-–—/]\s?|\s(?:to|and|bis|und|et|y|à|a)\s)((?:19|20)\d\d)")


class Saying(msgspec.Struct, frozen=True):
    """One sentence with one figure.

    fallen   whether a fall may be told without its sign
    years    as said, in order; `through`: whether all years between the first and the last are meant
    backwards  whether the later year is named first, as where it starts ("from 2019 to 2018")
    level      whether the figure is what a change leads to ("rose to $5 million")
    """

    span: Span
    figure: Figure
    text: str
    tokens: Tokens
    fallen: bool
    years: tuple[int, ...]
    through: bool
    backwards: bool
    level: bool


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
        lowered,
        tokens_of(rest, words),
        bool(words.fallen.search(lowered)),
        years,
        RANGE.search(rest) is not None,
        any(int(found[1]) > int(found[2]) for found in JOINED.finditer(rest)),
        bool(words.levels.intersection(text[start : stated.span[0]].lower().split()[-1:])),
    )


def way_of(saying: Saying, name: str, words: Words) -> Way:
    """How the figure comes of the cells, by the words that are not the subject's own `name`."""
    percentage = saying.figure.unit.kind == "percent"
    if saying.level:
        return "cell"
    if _tells(words.shared, saying, name):
        return "share"
    if _tells(words.changed, saying, name):
        return "percent" if percentage else "change"
    if _tells(words.averaged, saying, name):
        return "mean"
    return "sum" if not percentage and _tells(words.summed, saying, name) else "cell"


def is_compound(saying: Saying, name: str, words: Words) -> bool:
    """Whether the words name more than one way of reckoning: the change of an average is two."""
    return sum(1 for told in (words.shared, words.changed, words.averaged, words.added_up) if _tells(told, saying, name)) > 1


def _tells(told: re.Pattern[str], saying: Saying, name: str) -> bool:
    return any(found.group() not in name for found in told.finditer(saying.text))
