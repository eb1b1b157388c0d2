"""Where the next part of a number may begin: after a space, a hyphen, "and", or at once ("hundred and five", "two million, three hundred thousand")."""

from __future__ import annotations

from claims.find.glued import prefix
from claims.find.page import Page


def next_part(page: Page, place: int, last: str) -> tuple[int, bool] | None:
    """Where the next part may begin, and whether ones and tens are turned round there."""
    language, lower = page.language, page.lower
    start = place
    if lower[place : place + 1] in (" -" if language.spaced else " ") and lower[place : place + 1]:
        start = place + 1
    elif language.spaced and not language.words.get("compounds") and not lower.startswith(", ", place):
        return None
    if last == "word" and (
        found := language.inverted_joins.at(lower, start) or (prefix(page, start, "inverted_rows") if "inverted_rows" in language.words else None)
    ):
        return found[1] + (lower[found[1] : found[1] + 1] == " "), True
    if last == "factor" and start == place and "inverted_rows" in language.words and (glued := prefix(page, start, "inverted_rows")):
        return glued[1], False
    if last == "word":  # "treinta y dos"
        for joint in language.words.get("tens_joins", ()):
            if lower.startswith(f"{joint} ", start):
                return start + len(joint) + 1, False
    if last == "factor":  # "une dizaine de milliers"
        for joint in language.words.get("factor_joins", ()):
            further = language.multipliers.at(lower, start + len(joint) + 1) if lower.startswith(f"{joint} ", start) else None
            if further and further[0] >= 1000:
                return start + len(joint) + 1, False
    if last == "factor" and (joined := language.number_joins.at(lower, start)) and lower[joined[1] : joined[1] + 1] in " -":
        return None if _begins_fraction(page, joined[1] + 1) else (joined[1] + 1, False)
    if last == "factor" and lower.startswith(", ", place) and _goes_on_in_hundreds(page, place + 2):
        return place + 2, False
    if last == "word" and lower.startswith("- ", start) and start > place and language.number_words.at(lower, start + 2):  # "fifty - two"
        return start + 2, False
    return start, False


def _goes_on_in_hundreds(page: Page, place: int) -> bool:
    """Whether smaller parts of a number in words follow a comma: "three million, two hundred thousand"."""
    word = page.language.number_words.at(page.lower, place)
    factor = page.language.multipliers.at(page.lower, word[1] + 1) if word else None
    return factor is not None and factor[0] in (100, 1000) and page.language.spaced


def _begins_fraction(page: Page, place: int) -> bool:
    """Whether a part in words follows, that is no part of the number before: "two million and three quarters"."""
    word = page.language.number_words.at(page.lower, place)
    below = page.language.fraction_words.at(page.lower, word[1] + 1) if word and page.lower[word[1] : word[1] + 1] in ("-", " ") else None
    return word is not None and below is not None and word[0] < below[0]
