"""Addresses: "10 Downing Street", "12, rue de Rivoli", "Goethestraße 7". Their numbers are no figures."""

from __future__ import annotations

import re

from claims.find.page import Page

MOST_NAMES = 4
"""A street's name has so many words at most."""
ALPHANUMERIC = re.compile(r"[^\W_]+")


def is_house(page: Page, end: int) -> bool:
    """Whether a street's name follows: "10 Downing Street"."""
    words, place = page.language.words.get("street_words", ()), end + 1
    for _ in range(MOST_NAMES if words and page.plain[end : end + 1] == " " else 0):
        word = ALPHANUMERIC.match(page.plain, place)
        if word is None or not word.group()[0].isupper():
            return False
        if place > end + 1 and word.group().lower() in words:
            return True
        place = word.end() + 1
    return False
