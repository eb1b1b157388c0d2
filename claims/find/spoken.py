"""Spoken decimals: "two point seven five", "uno coma 5"."""

from __future__ import annotations

import re

from claims.find.digits import DIGITS, MOST_DIGITS
from claims.find.page import Page
from claims.rounding import Number

ENDS = re.compile(r"\s*(?:\Z|[.,;!?)])")
"""What stands behind digits after a word that is a decimal mark only there: "siete con cincuenta"."""


def spoken_decimals(page: Page, place: int) -> tuple[Number, int] | None:
    """ "point seven five": the digits after the decimal mark, spoken one by one, or as one number ("point seventy-five")."""
    lower, language = page.lower, page.language
    weak = language.words.get("weak_decimal_words", ())
    for mark in (*language.words.get("decimal_words", ()), *weak):
        if not lower.startswith(f" {mark} ", place):
            continue
        digits, cursor, before = "", place + len(mark) + 2, 0
        end = place
        if run := DIGITS.match(page.plain, cursor):  # "uno coma 5"
            digits, end = run.group()[:MOST_DIGITS], run.end()
        while end != cursor and len(digits) < MOST_DIGITS and (word := language.number_words.at(lower, cursor)):
            tens = before >= 20 and before % 10 == 0 and 0 < word[0] < 10
            digits = digits[:-1] + str(word[0]) if tens else digits + str(word[0])
            before = word[0]
            end = word[1]
            cursor = end + (lower[end : end + 1] in (" ", "-"))
            if cursor == end:
                break
            cursor += next((len(joint) + 1 for joint in language.words.get("tens_joins", ()) if before % 10 == 0 and lower.startswith(f"{joint} ", cursor)), 0)
        if digits and not (mark in weak and ENDS.match(lower, end) is None):
            return Number(int(digits), -len(digits)), end
    return None
