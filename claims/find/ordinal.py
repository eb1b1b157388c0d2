"""Ordinals in digits, which are no amounts: "25th". They are kept apart, for anniversaries."""

from __future__ import annotations

from claims.figure import Figure
from claims.find.digits import DIGITS, MOST_DIGITS
from claims.find.page import Page
from claims.phrases import last_word
from claims.rounding import Number
from claims.unit import Unit

ORDINAL = Unit("plain", "ordinal")


def _is_opened(page: Page, place: int, end: int) -> bool:
    """Whether a mark that is a full stop too makes an ordinal here: an article stands before the number, or the sentence goes on."""
    openers = page.language.words.get("ordinal_openers")
    if openers is None:
        return True
    following = page.plain[end + 1 : end + 2]
    goes_on = following.islower() or (following.isalpha() and last_word(page.lower, place - 1) in openers)
    return page.lower[end : end + 1] == " " and goes_on


def ordinal_at(page: Page, place: int) -> Figure | None:
    """The ordinal that begins at `place`."""
    run = DIGITS.match(page.plain, place)
    if run is None or run.end() - place > MOST_DIGITS:
        return None
    for mark in page.language.words.get("ordinal_marks", ()):
        if not page.lower.startswith(mark, run.end()):
            continue
        end = run.end() + len(mark)
        if run.group()[-1] not in page.language.words.get("ordinal_last_digits", {}).get(mark, run.group()[-1]):
            continue  # "18st" is a weight
        if run.group()[-2:-1] == "1" and mark in page.language.words.get("marks_not_of_teens", ()):
            continue  # and so is "11st"
        symbol = page.language.unit_symbols.at(page.plain, run.end())
        if symbol and symbol[1] > end:  # "37º C"
            continue
        if not (page.language.spaced and page.lower[end : end + 1].isalnum()) and _is_opened(page, place, end):
            return Figure((place, end), page.text[place:end], Number(int(run.group())), unit=ORDINAL)
    return None
