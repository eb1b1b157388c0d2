"""Addresses: "10 Downing Street", "12, rue de Rivoli", "Goethestraße 7", "calle Alcalá, 45". Their numbers are no figures."""

from __future__ import annotations

import re

from claims.find.count import noun_after
from claims.find.page import Page
from claims.phrases import last_word

MOST_NAMES = 4
"""A street's name has so many words at most."""
REACH = 48
ALPHANUMERIC = re.compile(r"[^\W_]+")
STREET_AHEAD = re.compile(r"(?: ?(?:bis|ter|quater))?,? ([^\W\d_]+) ")


def is_house(page: Page, start: int, end: int) -> bool:
    """Whether a bare number is that of a house: a street's name stands after or before it."""
    words = page.language.words
    if words.get("street_words") and _in_street(page, end, words["street_words"]):
        return True
    ahead = STREET_AHEAD.match(page.lower, end) if "streets_ahead" in words else None
    if ahead and ahead.group(1) in words["streets_ahead"]:
        return True
    return ("streets_behind" in words or "street_endings" in words) and _behind_street(page, start) and not noun_after(page, end)[1]


def _in_street(page: Page, end: int, words: list[str]) -> bool:
    """Whether a street's name follows: names with capitals, and a word for a street among them."""
    place = end + 1
    for _ in range(MOST_NAMES if page.plain[end : end + 1] == " " else 0):
        word = ALPHANUMERIC.match(page.plain, place)
        if word is None or not word.group()[0].isupper():
            return False
        if place > end + 1 and word.group().lower() in words:
            return True
        place = word.end() + 1
    return False


def _behind_street(page: Page, start: int) -> bool:
    """Whether a street's name ends before a number: "Goethestraße ", "calle Alcalá, "."""
    words = page.language.words
    if page.plain[start - 1 : start] != " ":
        return False
    street = last_word(page.plain, start - 1)
    if street[:1].isupper() and street.lower().endswith(tuple(words.get("street_endings", ("\n",)))):
        return True
    if street != "," or "streets_behind" not in words:
        return False
    names = page.lower[max(0, start - REACH) : start - 2].split()[-MOST_NAMES:-1]
    return not set(names).isdisjoint(words["streets_behind"])
