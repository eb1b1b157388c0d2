"""How far the numbers of named things reach: "Drucksache 18/8657", "Articles 3, 5 and 7". They are no figures."""

from __future__ import annotations

import re

from claims.find.count import noun_after
from claims.find.name import is_named
from claims.find.page import Page
from claims.find.unit import is_measured

NUMBER = re.compile(r"[0-9]+(?:[.,/–-][0-9]+)*|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
"""A number that is a name is passed over with its decimals ("Section 3.2")."""
ONE_OF_MORE = re.compile(r"[0-9]+(?:[./][0-9]+)*(?![0-9%]|[,-][0-9])")
SECOND_WORD = re.compile(r" ([^\W\d_]+)")
COMMA = ", "


def past_numbered(page: Page, place: int) -> int:
    """Where the number at `place` ends, which is no figure, with those that are listed after it under one name."""
    found = NUMBER.match(page.plain, place)
    if found is None:
        return place + 1
    if not page.language.spaced or not is_named(page, place, found.end()):
        return found.end()
    return _end_of_list(page, found.end())


def _end_of_list(page: Page, end: int) -> int:
    """Where a list of numbers ends that goes on at `end` and is closed by "and"; `end` itself where there is none."""
    reached = end
    joins = tuple(page.language.words.get("named_list_joins", ()))
    while join := next((join for join in (COMMA, *joins) if page.lower.startswith(join, reached)), None):
        further = ONE_OF_MORE.match(page.plain, reached + len(join))
        if further is None or _is_counting(page, further.end()):
            return end
        reached = further.end()
        if join != COMMA:
            return reached
    return end


def _is_counting(page: Page, end: int) -> bool:
    """Whether something that it could count or measure follows a number."""
    following = SECOND_WORD.match(page.lower, end)
    words = page.language.words
    told = following is not None and following.group(1) in {*words.get("not_of_one", ()), *words.get("goes_on_after_number", ())}
    told = told and not page.lower.startswith(tuple(words["named_list_joins"]), end)
    return told or page.plain[end : end + 1].isalpha() or is_measured(page, end) or bool(noun_after(page, end)[1])
