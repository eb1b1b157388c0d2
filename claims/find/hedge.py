"""Hedges: "about", "nearly", "more than", "or so", and how far each reaches."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from claims.find.page import Page
from claims.phrases import last_word
from claims.rounding import PLAIN, Hedge
from claims.unit import Unit


@cache
def _hedge(words: str, below: str, above: str) -> Hedge:
    return Hedge(words, None if below == "none" else Fraction(below), None if above == "none" else Fraction(above))


def hedge_around(page: Page, start: int, end: int) -> Hedge:
    """The hedge before a figure that stands from `start` to `end`, or the one after it."""
    before = hedge_before(page, start)
    if before is not None:
        return before
    lower = page.lower
    for place in (end, end + 1) if lower[end : end + 1] == " " else (end,):
        if found := page.language.hedges_after.at(lower, place):
            return _hedge(page.text[place : found[1]].strip(" -"), *found[0])
    return PLAIN


def hedge_before(page: Page, start: int) -> Hedge | None:
    """The hedge that ends just before `start`; an article may stand between ("about the 40")."""
    lower = page.lower
    place = start - 1 if lower[start - 1 : start] == " " else start
    found = page.language.hedges_before.before(lower, place)
    if found is None and last_word(lower, place) in page.language.words.get("determiners", ()):
        place -= len(last_word(lower, place)) + 1
        found = page.language.hedges_before.before(lower, place) if lower[place : place + 1] == " " else None
    if found is None or lower.startswith("%", found[1] - len("% ")):  # "3% más que los 1.600": a comparison is no hedge
        return None
    return _hedge(page.text[found[1] : place], *found[0])


def hedge_of_span(page: Page, hedge: Hedge, unit: Unit, end: int) -> Hedge:
    """None where a word says how long something goes on: "over five years" is no more than five; but "over 65 years old" is."""
    words = page.language.words
    if (
        unit.kind != "time"
        or hedge.words.lower() not in words.get("spans_before_time", ())
        or page.lower.endswith(tuple(words.get("age_endings", ("\n",))), 0, end)
    ):
        return hedge
    return PLAIN


def hedge_within(page: Page, start: int, end: int) -> Hedge:
    """The reach of a number that is round by its own word: "une vingtaine"."""
    for word, (below, above) in page.language.words.get("round_words", {}).items():
        if word in page.lower[start:end]:
            return _hedge(page.text[start:end], below, above)
    return PLAIN


def round_word(page: Page, end: int) -> int:
    """How long the word is that makes a number a round one within it, where words are not spaced: "300多万", "五十余人"."""
    if page.language.spaced:
        return 0
    return next((len(word) for word in page.language.words.get("round_words", ()) if page.lower.startswith(word, end)), 0)
