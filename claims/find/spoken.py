"""Spoken decimals: "two point seven five", "uno coma 5", "dreikommafünf"."""

from __future__ import annotations

import re

from claims.find.digits import DIGITS, MOST_DIGITS
from claims.find.page import Page
from claims.rounding import Number

LONGEST_MARK = 8
WORD = re.compile(r"[^\W\d_]+")
ENDS = re.compile(r"\s*(?:\Z|[.,;!?)])")
"""What stands behind digits after a word that is a decimal mark only there: "siete con cincuenta"."""


def spoken_decimals(page: Page, place: int) -> tuple[Number, int] | None:
    """ "point seventy-five", "point seven five", "komma|fünf": the digits after the decimal mark that is spoken at `place`."""
    lower, language = page.lower, page.language
    weak = language.words.get("weak_decimal_words", ())
    for mark in (*language.words.get("decimal_words", ()), *weak):
        if language.words.get("compounds") and lower.startswith(mark, place) and (glued := _glued_digits(page, place + len(mark))):
            return glued
        found = _spoken_digits(page, place + len(mark) + 2) if lower.startswith(f" {mark} ", place) else None
        if found and not (mark in weak and ENDS.match(lower, found[1]) is None):
            return found
    return None


def opened_by_mark(page: Page, place: int) -> tuple[Number, int] | None:
    """The digits at `place` where nothing but the spoken mark stands before them: "point 77"."""
    opened = page.lower[:place] if 0 < place <= LONGEST_MARK else ""
    return _spoken_digits(page, place) if opened.rstrip(" ") in page.language.words.get("decimal_words", ()) and opened.endswith(" ") else None


def _spoken_digits(page: Page, start: int) -> tuple[Number, int] | None:
    """The digits that begin at `start`, in digits or spoken one by one or as tens and ones."""
    lower, language = page.lower, page.language
    digits, cursor, before, end = "", start, 0, -1
    if run := DIGITS.match(page.plain, cursor):  # "uno coma 5"
        return Number(int(run.group()[:MOST_DIGITS]), -len(run.group()[:MOST_DIGITS])), run.end()
    while len(digits) < MOST_DIGITS and (word := language.number_words.at(lower, cursor)):
        tens = before >= 20 and before % 10 == 0 and 0 < word[0] < 10
        digits = digits[:-1] + str(word[0]) if tens else digits + str(word[0])
        before = word[0]
        end = word[1]
        cursor = end + (lower[end : end + 1] in (" ", "-"))
        if cursor == end:
            break
        cursor += next((len(joint) + 1 for joint in language.words.get("tens_joins", ()) if before % 10 == 0 and lower.startswith(f"{joint} ", cursor)), 0)
    return (Number(int(digits), -len(digits)), end) if digits else None


def _glued_digits(page: Page, start: int) -> tuple[Number, int] | None:
    """Digits in words that are written as one with the mark: "drei|komma|fünf"."""
    words: dict[str, int] = page.language.words["number_words"]
    word = WORD.match(page.lower, start)
    value = words.get(word.group()) if word else None
    return (Number(value, -len(str(value))), word.end()) if word and value is not None else None
