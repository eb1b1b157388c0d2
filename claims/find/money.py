"""Money: a currency's sign or code before or after the number, its name after it, and its hundredths."""

from __future__ import annotations

from functools import cache

from claims.find.page import Page
from claims.phrases import last_word
from claims.unit import Unit

MOST_CANDIDATES = 8


@cache
def currency(code: str) -> Unit:
    """The unit of an ISO 4217 code."""
    return Unit("money", code, dimension=code)


@cache
def candidates(codes: tuple[str, ...]) -> tuple[Unit, tuple[Unit, ...]]:
    """The likeliest currency of a shared name or sign, and the others."""
    return currency(codes[0]), tuple(currency(code) for code in codes[1 : MOST_CANDIDATES + 1])


Money = tuple[Unit, tuple[Unit, ...], int, int]
"""The unit, the others it may be, the place up to which its words reach, and the power of ten of one of it (-2: hundredths, 6: "mdp")."""


def money_before(page: Page, place: int) -> Money | None:
    """The currency whose sign or code ends at `place`, or a space before it; its start is the third part."""
    plain = page.plain
    symbols = page.language.currency_symbols
    found = symbols.before(plain, place) or (symbols.before(plain, place - 1) if plain[place - 1 : place] == " " else None)
    if found is None and (plain[place - 1 : place] in (" ", ".") or plain[place - 1 : place].isalpha()):  # "rs500", "usd 5"
        found = _in_small_letters(page, place)
    if found is None or not found[0]:
        return None
    if len(found[0]) > 1 and (which := _told_before(page, found[1], found[0])):
        found = which
    return (*candidates(tuple(found[0])), found[1], 0)


def _told_before(page: Page, place: int, codes: list[str]) -> tuple[list[str], int] | None:
    """Which of the candidates a code before a shared sign tells: "NZD $100", "mxn$15"."""
    code = last_word(page.plain, place - (page.plain[place - 1 : place] == " "))
    start = place - (page.plain[place - 1 : place] == " ") - len(code)
    if len(code) != 3 or not code.isascii():
        return None
    told = code.upper() in codes or (page.plain[place - 1] != " " and page.language.currency_symbols.at(code.upper(), 0) is not None)
    return ([code.upper()], start) if told else None  # "nzd$15"


def _in_small_letters(page: Page, place: int) -> tuple[list[str], int] | None:
    word = last_word(page.lower, place)
    names = page.language.words.get("names_before_amounts", ())
    if word not in names and not (page.lower[place - 1 : place] == " " and (word := last_word(page.lower, place - 1)) in names):
        return None
    found = page.language.currencies.before(page.lower, place if page.lower[place - 1] != " " else place - 1)
    if found and last_word(page.lower, found[1] - 1) in (*page.language.words.get("articles_of_one", ()), *page.language.words.get("determiners", ())):
        return None  # "against the dollar 3 times"
    return found


def money_after(page: Page, place: int, *, glued: bool) -> Money | None:
    """The currency whose name, sign or code begins at `place`."""
    language = page.language
    found = language.currencies.at(page.lower, place)
    if found and found[0]:
        return (*candidates(tuple(found[0])), found[1], 0)
    found = language.minor.at(page.lower, place)
    if found and found[0] and (found[1] - place > 1 or glued or not page.lower[place].isalpha()):
        return (*candidates(tuple(found[0])), found[1], -2)
    found = language.currency_symbols.at(page.plain, place)
    if found and found[0]:
        return (*candidates(tuple(found[0])), found[1], 0)
    if scaled := language.scaled_currencies.at(page.lower, place):
        return (*candidates(tuple(scaled[0][1:])), scaled[1], int(scaled[0][0]))
    return None
