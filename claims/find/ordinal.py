"""Ordinals in digits, which are no amounts: "25th". They are kept apart, for anniversaries."""

from __future__ import annotations

from claims.figure import Figure
from claims.find.number import DIGITS, MOST_DIGITS
from claims.find.page import Page
from claims.rounding import Number
from claims.unit import Unit

ORDINAL = Unit("plain", "ordinal")


def ordinal_at(page: Page, place: int) -> Figure | None:
    """The ordinal that begins at `place`."""
    run = DIGITS.match(page.plain, place)
    if run is None or run.end() - place > MOST_DIGITS:
        return None
    for mark in page.language.words.get("ordinal_marks", ()):
        end = run.end() + len(mark)
        if page.lower.startswith(mark, run.end()) and not (page.language.spaced and page.lower[end : end + 1].isalpha()):
            return Figure((place, end), page.text[place:end], Number(int(run.group())), unit=ORDINAL)
    return None
