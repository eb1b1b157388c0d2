"""Words that are a multiple by themselves: "twice", "doubled", "halved", "threefold"."""

from __future__ import annotations

from claims.figure import Figure
from claims.find.hedge import hedge_around
from claims.find.page import Page
from claims.rounding import Number
from claims.unit import TIMES


def multiple_at(page: Page, place: int) -> Figure | None:
    """The multiple whose word begins at `place`."""
    found = page.language.multiple_words.at(page.lower, place)
    if found is None:
        return None
    above, _, below = found[0].partition("/")
    end = found[1]
    if page.lower[place - 1 : place] == "-" or page.lower[end : end + 1] == "-":
        return None
    return Figure((place, end), page.text[place:end], Number(int(above), 0, int(below or 1)), unit=TIMES, hedge=hedge_around(page, place, end))
