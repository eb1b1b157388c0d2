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
    told = last_word(lower, opened[1]) in language.words.get("period_words", {})
    cursor, end = opened[1], opened[1] if told else 0
    for _ in range(MOST_WORDS):
        cursor += lower[cursor : cursor + 1] == " "
        word = WORD.match(lower, cursor)
        if word is None:
            break
        cursor = word.end()
        if word.group() in language.words.get("period_words", {}) or (word.group().isdigit() and len(word.group()) == 4):
            end = cursor
        elif end:
            break
    following = page.language.words.get("period_endings", ())
    for ending in following:
        if end and lower.startswith(f" {ending}", end):
            return page.text[start : end + 1 + len(ending)]
    return page.text[start:end] if end else ""
