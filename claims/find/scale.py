"""The scale that is a sign after digits: "5m", "$1.2 bn", "40k", "3 Mrd."."""

from __future__ import annotations

from claims.find.count import noun_after
from claims.find.measure import is_kelvin
from claims.find.page import Page

LONGEST_SIGN = 3


def scale_at(page: Page, place: int, *, priced: bool = False, decimals: bool = False) -> tuple[int, int] | None:
    """The power of ten whose sign stands at `place`, glued or after a space, and where it ends.

    Some signs are a scale only beside a currency ("£5m" is money, "5m" a length): those count when `priced`, or
    where what is counted in millions follows ("5m people", "5m tonnes"). A few need decimals before them ("1.2b").
    """
    if is_kelvin(page, place + (page.plain[place : place + 1] == " ")):
        return None
    signs = page.language.money_scale_signs if priced else page.language.scale_signs
    found = signs.at(page.plain, place)
    if found and page.plain[found[1] : found[1] + 1] == "." and page.plain[found[1] + 1 : found[1] + 2].isalpha():
        return None  # "1 k.g."
    if found is None and (sign := page.language.money_scale_signs.at(page.plain, place)) and sign[1] < place + LONGEST_SIGN:
        plain = page.plain[place : sign[1]]
        if (decimals and plain in page.language.words.get("decimal_scale_signs", ())) or (
            plain in page.language.words.get("counted_scale_signs", ()) and _counts_many(page, sign[1])
        ):
            return sign
    if found or page.plain[place : place + 1] != " ":
        return found
    return signs.at(page.plain, place + 1)


def _counts_many(page: Page, place: int) -> bool:
    """Whether something is counted after `place` that there are millions of."""
    if page.plain[place : place + 1] != " ":
        return False
    nouns = page.language.words.get("counted_in_millions", ())
    unit = page.language.unit_names.at(page.lower, place + 1)
    return noun_after(page, place)[1] in nouns or (unit is not None and page.lower[unit[1] - 1] == "s")
