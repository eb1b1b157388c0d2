"""The scale that is a sign after digits: "5m", "$1.2 bn", "40k", "3 Mrd."."""

from __future__ import annotations

from claims.find.page import Page


def scale_at(page: Page, place: int, *, priced: bool = False) -> tuple[int, int] | None:
    """The power of ten whose sign stands at `place`, glued or after a space, and where it ends.

    Some signs are a scale only beside a currency ("£5m" is money, "5m" a length): those count when `priced`.
    """
    signs = page.language.money_scale_signs if priced else page.language.scale_signs
    found = signs.at(page.plain, place)
    if found or page.plain[place : place + 1] != " ":
        return found
    return signs.at(page.plain, place + 1)
