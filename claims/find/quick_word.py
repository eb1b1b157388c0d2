"""The quick way for words: "two people", "three million euros", "on Tuesday"; and the articles that are number words, passed over.

It gives way to the complete reading as the quick way for digits does.
"""

from __future__ import annotations

from claims.day import Day
from claims.figure import Figure
from claims.find.compound import is_no_number
from claims.find.day import day_at
from claims.find.doubt import Doubts
from claims.find.idle import is_idle
from claims.find.measure import WORD
from claims.find.page import Page
from claims.find.quick import left_of, ranges_on, what_follows
from claims.find.quick_tail import Told, ratio_follows
from claims.phrases import last_word
from claims.rounding import Number

DATED = ("", ".", ",", ";", ")")


def quick_word_at(page: Page, place: int, doubt: Doubts) -> Figure | Day | int | None:
    """What begins at the word at `place`; where that ends if it is nothing; None leaves it to the complete reading."""
    lower = page.lower
    word = WORD.match(lower, place)
    if word is None:
        return None
    name, end = word.group(), word.end()
    if name in doubt.numbers:
        return _figure(page, doubt, place, end, name)
    if name in doubt.articles:
        return end if _stands_for_nothing(page, doubt, place, end, name) else None
    if name in doubt.pronouns:
        return end if lower[end : end + 1] == " " and is_idle(page, place) and not _is_idiom(page, place, name, last_word(lower, place - 1)) else None
    if name in page.language.months:
        return None if _is_idiom(page, place, name, last_word(lower, place - 1)) else day_at(page, place)
    if (weekday := page.language.weekdays.get(name)) is not None:
        return _weekday(page, doubt, place, end, weekday, name)
    if (
        doubt.has_compounds
        and name not in doubt.known
        and lower[end : end + 1] != "-"
        and lower[place - 1 : place] == " "
        and is_no_number(name, page.language.code)
    ):
        return end if last_word(lower, place - 1) not in doubt.articles else None  # "eine Viertelstunde"
    return None


def _is_idiom(page: Page, place: int, name: str, left: str) -> bool:
    """Whether the word at `place` belongs to an idiom that begins at it or at the word before it."""
    idioms = page.language.idioms
    if left in idioms.by_first and (idiom := idioms.at(page.lower, place - 1 - len(left))) and idiom[1] > place:
        return True
    return name in idioms.by_first and idioms.at(page.lower, place) is not None


def _following(page: Page, end: int) -> tuple[str, int] | None:
    """The next word, in small letters, and where it ends; empty where the phrase ends; None where it is no word."""
    lower = page.lower
    sign = lower[end : end + 1]
    if sign == " ":
        word = WORD.match(lower, end + 1)
        return (word.group(), word.end()) if word else None
    return ("", end) if sign in DATED and not lower[end + 1 : end + 2].isalnum() else None


def _figure(page: Page, doubt: Doubts, place: int, end: int, name: str) -> Figure | None:
    left = left_of(page, doubt, place)
    if left is None or left in doubt.number_ends or page.plain[place].isupper():
        return None
    if _is_idiom(page, place, name, left):
        return None
    after = _following(page, end)
    if after is None or after[0] in doubt.after_words or page.lower[after[1] : after[1] + 1] in "-'":
        return None
    found = what_follows(page, doubt, Told(place, end, Number(doubt.numbers[name]), after[0], after[1], left))
    return found if found is None or left not in doubt.openers or not ranges_on(page, doubt, found.span[1]) else None


def _stands_for_nothing(page: Page, doubt: Doubts, place: int, end: int, name: str) -> bool:
    """Whether an article is just that: nothing follows that it may count, and nothing that makes a part or a ratio of it."""
    lower = page.lower
    if lower[place - 1 : place] not in (" ", "'") or (place > 1 and lower[place - 2] == "-"):
        return False
    left = last_word(lower, place - 1)
    if (left != "." and left in doubt.left) or left in doubt.number_ends or left in doubt.minus or _is_idiom(page, place, name, left):
        return False
    if (left == "." and page.language.currency_symbols.before(page.plain, place - 1)) or page.language.multiple_words.at(lower, place):
        return False
    if lower[end : end + 1] == " " and lower[end + 1 : end + 2].isdigit():
        return True  # "un 16,9 %"
    after = _following(page, end)
    if after is None or not after[0]:
        return False
    cursor = after[1]
    if (
        after[0] in doubt.right
        or after[0] in doubt.large
        or after[0] in doubt.units
        or after[0] in doubt.currencies
        or after[0] in doubt.after_words
        or after[0] in doubt.joined
    ):
        return False
    if doubt.has_compounds and not (after[0] in doubt.plain_words or _holds_no_part(after[0], doubt)):
        return False
    return not ratio_follows(page, doubt, cursor)


def _holds_no_part(name: str, doubt: Doubts) -> bool:
    """Whether no word of a number or a part begins or ends a compound: "Viertelstunde", "Drittel"."""
    return not name.startswith(doubt.parts)


def _weekday(page: Page, doubt: Doubts, place: int, end: int, weekday: int, name: str) -> Day | None:
    """A weekday by itself, with no date after it."""
    words = page.language.words
    if not page.plain[place].isupper() and words.get("days_written_large"):
        return None
    if name in words.get("month_words_in_prose", ()) or page.lower[place - 1 : place].isalnum():
        return None
    left = last_word(page.lower, place - 1)
    if _is_idiom(page, place, name, left):
        return None
    sign = page.lower[end : end + 1]
    if sign not in (" ", *DATED):
        return None
    after = WORD.match(page.lower, end + 1 + (page.lower[end + 1 : end + 2] == " ")) if sign else None
    if sign and (
        after is None or after.group() in page.language.months or after.group() in doubt.told_days or page.lower[after.end() : after.end() + 1].isdigit()
    ):
        return day_at(page, place)
    return Day((place, end), page.text[place:end], weekday=weekday)
