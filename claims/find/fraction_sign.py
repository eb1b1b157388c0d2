"""Fractions in signs: "½", "3½", "3 1/2", "2/3"."""

from __future__ import annotations

import re
from fractions import Fraction
from unicodedata import numeric

from claims.find.arithmetic import plus, times
from claims.find.number import Numeral
from claims.find.page import Page
from claims.rounding import Number

VULGAR = {sign: Fraction(numeric(sign)).limit_denominator(10).as_integer_ratio() for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"}
SLASHED = re.compile(r"([0-9]{1,4}) ?[/⁄] ?([0-9]{1,4})(?![0-9/])")
MIXED = re.compile(r"[ -]([0-9]{1,2})[/⁄]([0-9]{1,3})(?![0-9/])")
LARGEST_DENOMINATOR = 1000


def in_signs(page: Page, numeral: Numeral) -> Numeral | None:
    """The number with the fraction after it, or the fraction that it begins: "3½", "3 1/2", "1/2"."""
    plain, start, end = page.plain, numeral.start, numeral.end
    whole = numeral.number if numeral.number.exponent == 0 and not numeral.scaled else None
    if whole is None:
        return None
    sign = end + (plain[end : end + 1] in (" ", "-") and plain[end + 1 : end + 2] in VULGAR)
    if plain[sign : sign + 1] in VULGAR:
        above, below = VULGAR[plain[sign]]
        return with_scale(page, Numeral(start, sign + 1, plus(whole, Number(above, 0, below)), "fraction"))
    if (mixed := MIXED.match(plain, end)) and 0 < int(mixed.group(1)) < int(mixed.group(2)):
        return with_scale(page, Numeral(start, mixed.end(), plus(whole, Number(int(mixed.group(1)), 0, int(mixed.group(2)))), "fraction"))
    if (
        (slashed := SLASHED.match(plain, start))
        and 0 < int(slashed.group(2)) <= LARGEST_DENOMINATOR
        and end <= slashed.end(1)
        and plain[start - 1 : start] != "/"
        and not (plain[start - 1 : start] == "-" and plain[start - 2 : start - 1].isalnum())
    ):
        if (int(slashed.group(1)), int(slashed.group(2))) in ((9, 11), (24, 7)):
            return None
        return with_scale(page, Numeral(start, slashed.end(), Number(int(slashed.group(1)), 0, int(slashed.group(2))), "fraction"))
    return None


def vulgar_at(page: Page, place: int) -> Numeral | None:
    """A fraction in one sign: "½"."""
    if page.plain[place : place + 1] not in VULGAR:
        return None
    above, below = VULGAR[page.plain[place]]
    return with_scale(page, Numeral(place, place + 1, Number(above, 0, below), "fraction"))


def with_scale(page: Page, numeral: Numeral) -> Numeral:
    """The fraction with the scale after it: "half a million", "two and a half million"."""
    lower, end = page.lower, numeral.end
    if lower[end : end + 1] not in (" ", "-"):
        return numeral
    places = [end + 1] + [end + 2 + len(words) for words in page.language.words.get("of_words", ()) if lower.startswith(f"{words} ", end + 1)]
    for place in places:
        found = page.language.multipliers.at(lower, place)
        if found and found[0] > 1:
            return Numeral(numeral.start, found[1], times(numeral.number, found[0]), "fraction", True)
    return numeral
