"""The period a figure is of: "in fiscal 2024", "over five years", "a year earlier"."""

from __future__ import annotations

import re

from claims.find.page import Page
from claims.phrases import last_word

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 6


def period_after(page: Page, place: int) -> str:
    """The words of the period that begin at `place`, up to the word that tells that they are one; empty where there are none."""
    lower, language = page.lower, page.language
    start = place + 1 if lower[place : place + 1] == " " else place
    opened = language.period_openers.at(lower, start)
    if opened is None:
        return ""
    period_words = language.words.get("period_words", {})
    told = last_word(lower, opened[1]) in period_words
    cursor, end = opened[1], opened[1] if told else 0
    for _ in range(MOST_WORDS):
        word = WORD.match(lower, cursor + lower.startswith(" ", cursor))
        if word is None:
            break
        cursor, name = word.end(), word.group()
        if name in period_words or (len(name) == 4 and name.isdigit()):
            end = cursor
        elif end:
            break
    if not end:
        return ""
    for ending in language.words.get("period_endings", ()):
        if lower.startswith(f" {ending}", end):
            return page.text[start : end + 1 + len(ending)]
    return page.text[start:end]
