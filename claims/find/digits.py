"""Digits: a number in digits, in the marks of the language or, beside a price, in another country's."""

from __future__ import annotations

import re

from claims.find.page import Page
from claims.rounding import Number

DIGITS = re.compile(r"[0-9]+")
MOST_DIGITS = 36
ONE_GROUP = 7
"""What has more signs than "999.000" has two groups of digits or more, and its points are no decimal marks."""
"""More than this is no number that a text could mean (and int() of a long run takes its square in time)."""
GROUPED = re.compile(r"[0-9]{1,3}(?:([,.' ])[0-9]{3})(?:\1[0-9]{3})*(?![0-9])")
INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])")


def digits_at(page: Page, place: int, *, priced: bool = False) -> tuple[Number, int] | None:
    """The number in digits that begins at `place`, in the language's marks; `priced` allows the other way round with two decimals."""
    plain, language = page.plain, page.language
    run = DIGITS.match(plain, place)
    if run is None:
        return _behind_a_mark(page, place) if _leading_mark(page, place) else None
    end = run.end()
    if end - place > MOST_DIGITS:
        return None
    mark = language.decimal
    group = GROUPED.match(plain, place)
    whole = plain[place:end]
    if group and end - place <= 3 and _groups(page, group.group(1), priced, place, group.end()):
        end = group.end()
        whole = "".join(DIGITS.findall(plain[place:end]))
        mark = "," if group.group(1) == "." else "." if group.group(1) == "," else mark
        priced = priced or group.group(1) == " "
        if group.group(1) == "'" and plain[end : end + 1] == "." and plain[end + 1 : end + 2].isdigit():
            mark = "."  # as Switzerland writes: "44'582.76"
    elif mark != "," and end - place <= 2 and (indian := INDIAN.match(plain, place)):
        end = indian.end()
        whole = plain[place:end].replace(",", "")
    following = plain[end : end + 1]
    if following == "," and mark == "." and not group and end - place <= 3:
        priced = priced or (whole == "0" and plain[end + 1 : end + 2].isdigit())  # no group begins with a nought
        row = "," in (plain[end + 3 : end + 4], plain[place - 1 : place])  # "1,2,4,16"
        priced = priced or (plain[end + 1 : end + 3].isdigit() and not plain[end + 3 : end + 4].isalnum() and not row)
    decimals = (
        DIGITS.match(plain, end + 1)
        if following == mark or (following == "," and priced) or (following and following in ".," and mark != language.decimal)
        else None
    )
    if decimals is None and not group and following and following in ".," and language.words.get("marks_differ"):
        decimals = DIGITS.match(plain, end + 1)
        following = mark if decimals and len(decimals.group()) != 3 else following
    if decimals is None and not group and following == "." and "." in language.groups and (abroad := DIGITS.match(plain, end + 1)) and abroad.end() - end <= 3:
        decimals, following = abroad, mark  # "3.5 Mio. Franken": two digits are no group
    if decimals and len(whole) + len(decimals.group()) <= MOST_DIGITS and (following == mark or len(decimals.group()) <= 2):
        return Number(int(whole + decimals.group()), -len(decimals.group())), decimals.end()
    return (Number(int(whole)), end) if len(whole) <= MOST_DIGITS else None


def _behind_a_mark(page: Page, place: int) -> tuple[Number, int] | None:
    """ ".25": the digits after a decimal mark that nothing stands before."""
    found = DIGITS.match(page.plain, place + 1)
    if found is None or found.end() - place >= MOST_DIGITS:
        return None
    return Number(int(found.group()), place + 1 - found.end()), found.end()


def _leading_mark(page: Page, place: int) -> bool:
    """ ".08": a decimal mark with nothing before it."""
    before = page.plain[place - 1 : place]
    return page.plain[place : place + 1] == page.language.decimal and not (before.isalnum() and (page.language.spaced or before.isascii()))  # "二十点五"


def _groups(page: Page, mark: str, priced: bool, place: int, end: int) -> bool:
    """Whether `mark` parts groups of digits here: a mark of the language, or the other way round where decimals follow and show it."""
    plain = page.plain
    if mark in page.language.groups:
        return True
    if mark == " ":
        return " " in page.language.groups or "\u00a0" in page.language.groups or "\u202f" in page.language.groups
    if mark != ".":
        return False
    comma = plain[end : end + 1] == ","
    return (priced and (comma or end - place > ONE_GROUP)) or (comma and plain[end + 1 : end + 3].isdigit() and not plain[end + 3 : end + 4].isdigit())
