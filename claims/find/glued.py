"""A number word that the text goes on from without a space: "zwei|hundert"."""

from __future__ import annotations

from claims.find.page import Page

LONGEST_PART = 16


def prefix(page: Page, place: int, name: str) -> tuple[int, int] | None:
    """The longest word of a table that the text goes on with, though the word runs on: "zwei|hundert"."""
    rows: dict[str, int] = page.language.words[name]
    if not page.lower[place : place + 1].isalpha():
        return None
    for end in range(min(len(page.lower), place + LONGEST_PART), place, -1):
        if (found := rows.get(page.lower[place:end])) is not None:
            return found, end
    return None
