"""The amount in a cell: "(1,204)", "$ 5.3", "(13)%", "—"; not a year, not words."""

from __future__ import annotations

import re
from collections.abc import Container

import msgspec

from claims.rounding import Number

DASHES = frozenset("-–—−‐‑") | {"--", "---", "––", "——", "- -", "$—", "$-", "$ —", "$ -", "nil", "€—", "£—"}
CELL = re.compile(
    r"(?P<open>\()?\s?(?P<sign>[-−–+▲△▼▽])?\s?(?P<mark>(?:[A-Za-z]{0,3}[^\w\s(),.%+−–/▲△▼▽-]|[A-Z]{3}|Rs\.?|kr\.?)?)\s?(?P<inner>\()?\s?(?P<later>[-−–▲△▼▽])?\s?"
    r"(?P<digits>\.?\d[\d,.'’\u00a0\u202f]*(?: \d{3}(?=\D|$)[,.]?\d*)*)\s?(?P<close>\))?\s?(?P<percent>%|％)?\s?(?P<last>\))?"
    r"(?P<note>(?:\s?\(\w{1,2}\)|\s?\[(?:note |nb |n )?\w{1,3}\]|[*†‡§]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,3})"
)
YEAR = re.compile(r"(?:19|20)\d\d")
DOWN, RISES = "▼▽", "+▲△"
"""Arrows for signs; some languages write a minus as one that points up."""
LONGEST = 40
"""A longer cell is prose."""
GROUPS = re.compile(r"\d{1,3}(?:(?P<mark>[,.'’\u00a0\u202f ])\d{3})(?:(?P=mark)\d{3})*")
INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")


class Amount(msgspec.Struct, frozen=True):
    """A cell's number as shown, before the scale that its table's notes give.

    mark     the sign before it ("$", "US$"), or ""
    percent  whether a percent sign stands in the cell
    bracket  whether brackets make it negative
    year     whether the bare digits may be a year
    dash     whether it is only a dash: nothing
    """

    number: Number
    mark: str = ""
    percent: bool = False
    bracket: bool = False
    year: bool = False
    dash: bool = False


def amount_in(text: str, decimal: str = ".", minus: Container[str] = DOWN) -> Amount | None:
    """The amount in a cell, or None where it holds none, or more than an amount; `minus`: arrows that make it negative."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    whole, point, places = text.partition(decimal)
    if text.isascii() and whole.isdigit() and (places.isdigit() if point else not places):  # most cells of the largest tables are bare
        return Amount(Number(int(whole + places), -len(places)), year=not point and YEAR.fullmatch(text) is not None)
    if text.lower() in DASHES:
        return Amount(Number(0), dash=True)
    found = CELL.fullmatch(text)
    if found is None:
        return None
    read = number_of(found["digits"].rstrip(",.'’"), decimal)
    if read is None:
        return None
    bracket = bool((found["open"] or found["inner"]) and (found["close"] or found["last"]))
    sign = found["sign"] or found["later"] or "+"
    negative = bracket or sign in minus or sign not in RISES
    year = bool(YEAR.fullmatch(text))
    number = Number(-read.mantissa, read.exponent) if negative else read
    return Amount(number, found["mark"], bool(found["percent"]), bracket, year)


def number_of(digits: str, decimal: str) -> Number | None:
    """The number that digits with their marks are; the other mark, or a blank, parts groups of three."""
    whole, point, places = digits.partition(decimal)
    if decimal in places:
        if not GROUPS.fullmatch(digits):
            return None
        whole, point, places = digits, "", ""
    plain = re.sub(r"\D", "", whole)
    if plain != whole and not (GROUPS.fullmatch(whole) or INDIAN.fullmatch(whole)):
        return None
    if point and not places.isdigit():
        return None
    return Number(int(plain + places or "0"), -len(places))
