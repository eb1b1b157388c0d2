"""The unit to the right of a number: glued, after a space or after a hyphen; a currency, a percentage, a measure, a multiple."""

from __future__ import annotations

from collections.abc import Iterable

from claims.find.measure import differences, measure_at
from claims.find.money import money_after
from claims.find.number import Numeral
from claims.find.page import Page
from claims.find.percentage import percent_at
from claims.unit import PERCENTAGE_POINT, TIMES, Unit

BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
LARGEST_WEIGHT = 10000
"""Pounds and such above this are money rather than weight."""
MOST_POINTS = 100
"""More points than this are an index's or a game's, not those of a percentage."""


def unit_after(page: Page, numeral: Numeral) -> tuple[Unit, tuple[Unit, ...], int, int] | None:
    """The unit to the right: glued, after a space, or after a hyphen."""
    lower, end = page.lower, numeral.end
    sign = lower[end : end + 1]
    glued = sign not in (" ", "-")
    place = end if glued else end + 1
    if glued and numeral.how == "words" and sign.isalpha() and page.language.spaced and not page.language.words.get("compounds"):
        return None
    if sign == " " and lower[place : place + 1] in BRACKETS and (bracketed := _in_brackets(page, place)):
        return bracketed
    places = [place]
    if not glued:
        places += skipped(lower, place, page.language.words.get("skipped_after", ()))
        if numeral.how == "fraction":
            places += [place + len(words) + 1 for words in ("of a", "of an", "an", "a", "of one") if lower.startswith(f"{words} ", place)]
    spans = tuple(f"{word} " for word in page.language.words.get("skipped_before_time", ())) or (" ",)
    places += skipped(lower, place, page.language.words.get("skipped_before_time", ())) if not glued else []
    if numeral.how == "fraction" and not numeral.scaled and (points := _points(page, places)):
        return PERCENTAGE_POINT, (), points, 0
    for spot in places:
        if (found := percent_at(page, spot)) and (found[0] is not PERCENTAGE_POINT or numeral.number.value < MOST_POINTS):
            return found[0], (), found[1], 0
        if (multiple := multiple_end(page, spot)) is not None:
            return TIMES, (), multiple, 0
        money = money_after(page, spot, glued=glued)
        measure = measure_at(page, spot, glued=glued)
        if money and measure and money[2] <= measure[1]:
            if not numeral.scaled and numeral.number.value < LARGEST_WEIGHT:
                return measure[0], (money[0],), measure[1], 0
            return money[0], (*money[1][:7], measure[0]), money[2], money[3]
        if money and (sign != "-" or lower[spot].isalpha()) and not (page.plain[money[2] : money[2] + 1].isdigit() and not page.plain[money[2] - 1].isalpha()):
            return money
        if measure and measure[0].kind == "time" and spot != place and numeral.how != "fraction" and not lower.startswith(spans, place):
            continue
        if measure:
            return measure[0], differences(measure[0]), measure[1], 0
    if sign == "-" and not glued and (fold := fold_end(page, place)):
        return TIMES, (), fold, 0
    return (TIMES, (), fold, 0) if glued and (fold := fold_end(page, end)) else None


def is_measured(page: Page, end: int) -> bool:
    """Whether the name or the sign of a unit or a currency stands one place after a number."""
    language = page.language
    return bool(
        language.unit_names.at(page.lower, end + 1)
        or language.percent.at(page.lower, end + 1)
        or language.currencies.at(page.lower, end + 1)
        or language.unit_symbols.at(page.plain, end + 1)
    )


def _points(page: Page, places: list[int]) -> int | None:
    """Where the word ends by which a fraction is one of a percentage point: "half a point", "a quarter-point"."""
    ends = (place + len(word) for place in places for word in page.language.words.get("points_of_fractions", ()) if page.lower.startswith(word, place))
    return next((end for end in ends if not page.lower[end : end + 1].isalnum()), None)


def _in_brackets(page: Page, place: int) -> tuple[Unit, tuple[Unit, ...], int, int] | None:
    """A unit by itself in brackets, as the heads of tables have it: "20 (kg)"."""
    found = measure_at(page, place + 1, glued=False)
    closed = found is not None and page.lower[found[1] : found[1] + 1] == BRACKETS[page.lower[place]]
    return (found[0], differences(found[0]), found[1] + 1, 0) if found and closed else None


def skipped(lower: str, place: int, words: Iterable[str]) -> list[int]:
    """Where the text goes on after each of the words that stands at `place`, as a word of its own or elided ("d'euros")."""
    written = [word if word.endswith("'") else f"{word} " for word in words]
    return [place + len(word) for word in written if lower.startswith(word, place)]


def multiple_end(page: Page, place: int) -> int | None:
    """Where the word ends that makes a multiple of the number before it: "2.6 times", "2倍"."""
    for word in page.language.words.get("times", ()):
        end = place + len(word)
        if page.lower.startswith(word, place) and not (page.language.spaced and (page.lower[end : end + 1].isalnum() or page.plain[place] == "X")):
            return end
    return None


def fold_end(page: Page, place: int) -> int | None:
    for ending in page.language.words.get("fold", ()):
        if page.lower.startswith(ending, place) and not page.lower[place + len(ending) : place + len(ending) + 1].isalpha():
            return place + len(ending)
    return None
