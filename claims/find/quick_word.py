"""The quick way for words: "two people", "three million euros", "on Tuesday"; and the articles that are number words, passed over.

It gives way to the complete reading as the quick way for digits does.
"""

from __future__ import annotations

from claims.day import Day
from claims.figure import Figure
from claims.find.compound import is_no_number
from claims.find.count import looks_plural
from claims.find.day import day_at
from claims.find.doubt import Doubts
from claims.find.idle import is_idle
from claims.find.measure import WORD
from claims.find.page import Page
from claims.find.quick import left_of, what_follows
from claims.find.quick_joined import Told, following_word
from claims.find.quick_part import article_and_many, half_of_many, so_many_parts
from claims.find.quick_tail import ratio_follows
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
    left = last_word(lower, place - 1)
    if _is_idiom(page, place, name, left):
        return None
    if name in doubt.numbers:
        return _figure(page, doubt, place, end, doubt.numbers[name], left_of(page, doubt, place))
    if name in doubt.articles:
        return _article(page, doubt, place, end, name, left)
    if name in doubt.idle:
        return end if left not in doubt.articles_of_parts or is_idle(page, place) else None
    if name in doubt.pronouns:
        return _pronoun(page, doubt, place, end, name, left)
    if name in page.language.months:
        return day_at(page, place)
    if (weekday := page.language.weekdays.get(name)) is not None:
        return _weekday(page, doubt, place, end, weekday, name, left)
    if name in doubt.many:
        return end if is_idle(page, place) else article_and_many(page, doubt, place, end)
    if name in doubt.parts_of_one:
        return _part(page, doubt, place, end, name, left)
    if (
        doubt.has_compounds
        and name not in doubt.known
        and lower[end : end + 1] != "-"
        and lower[place - 1 : place] == " "
        and is_no_number(name, page.language.code)
    ):
        return end if left not in doubt.articles else None  # "eine Viertelstunde"
    return None


def _is_idiom(page: Page, place: int, name: str, left: str) -> bool:
    """Whether the word at `place` belongs to an idiom that begins at it or at the word before it."""
    idioms = page.language.idioms
    if left in idioms.by_first and (idiom := idioms.at(page.lower, place - 1 - len(left))) and idiom[1] > place:
        return True
    return name in idioms.by_first and idioms.at(page.lower, place) is not None


def _figure(page: Page, doubt: Doubts, place: int, end: int, value: int, left: str | None) -> Figure | None:
    if left is None or left in doubt.number_ends or left in doubt.articles_of_parts:
        return None
    if page.lower[end : end + 1] == "-" and doubt.parts_of_one and not page.plain[place].isupper():
        return so_many_parts(page, doubt, place, end, value, left)
    after = following_word(page, end)
    if after is None or after[0] in doubt.after_words or after[0] in doubt.further or page.lower[after[1] : after[1] + 1] in "-'":
        return None
    if page.plain[place].isupper() and (left or doubt.nouns_large or not page.plain[end + 1 : end + 2].islower()):
        return None  # part of a title: "the Ten Commandments"
    if doubt.has_compounds and after[0].startswith(doubt.parts):
        return None  # "drei Viertelstunden"
    return what_follows(page, doubt, Told(place, end, Number(value), after[0], after[1], left))


def _article(page: Page, doubt: Doubts, place: int, end: int, name: str, left: str) -> Figure | int | None:
    """One of a unit after an article, "un an"; nothing after one that is just that."""
    if _stands_for_nothing(page, doubt, place, end, name, left):
        return end
    after = following_word(page, end)
    if after is None or after[0] not in doubt.units or name not in doubt.ones or is_idle(page, place):
        return None
    left_word = "" if left.isdigit() and left.isascii() and page.lower[place - 1 : place] == " " else left_of(page, doubt, place)  # "contre 582 un an plus tôt"
    return _figure(page, doubt, place, end, doubt.ones[name], left_word)


def _pronoun(page: Page, doubt: Doubts, place: int, end: int, name: str, left: str) -> Figure | int | None:
    """One of what follows; nothing where the word stands for a noun: "the one we know", "no one"."""
    if page.lower[end : end + 1] != " ":
        return None
    if is_idle(page, place):
        return end
    after = following_word(page, end)
    if after is None or not after[0] or name not in doubt.ones:
        return None
    words = page.language.words
    if left in words.get("not_before", ()):
        return end if after[0] not in doubt.after and page.lower[place - 1 : place] == " " and not doubt.has_compounds else None
    told_by_noun = after[0] in words.get("not_after", ()) or looks_plural(page, after[0])  # "one hopes"
    return None if told_by_noun else _figure(page, doubt, place, end, doubt.ones[name], left_of(page, doubt, place))


def _part(page: Page, doubt: Doubts, place: int, end: int, name: str, left: str) -> Figure | int | None:
    """Half of a scale; nothing where a smaller part has neither an article nor what it is a part of: "the third man"."""
    sign = page.lower[end : end + 1]
    if doubt.parts_of_one[name] == 2:
        return half_of_many(page, doubt, place, end)
    after = following_word(page, end)
    if sign == "-" or left in doubt.articles_of_parts or after is None or after[0] in doubt.of_words or after[0] in doubt.factors:
        return None
    return end if page.lower[place - 1 : place] == " " and left not in doubt.number_ends else None


def _stands_for_nothing(page: Page, doubt: Doubts, place: int, end: int, name: str, left: str) -> bool:
    """Whether an article is just that: nothing follows that it may count, and nothing that makes a part or a ratio of it."""
    lower = page.lower
    if lower[place - 1 : place] not in (" ", "'") or (place > 1 and lower[place - 2] == "-"):
        return False
    if (left != "." and left in doubt.left) or left in doubt.number_ends or left in doubt.minus:
        return False
    if left != "." and left in doubt.capitals and last_word(page.plain, place - 1) in doubt.left:
        return False
    if (left == "." and page.language.currency_symbols.before(page.plain, place - 1)) or (
        name in page.language.multiple_words.by_first and page.language.multiple_words.at(lower, place)
    ):
        return False
    if lower[end : end + 1] == " " and lower[end + 1 : end + 2].isdigit():
        return True  # "un 16,9 %"
    after = following_word(page, end)
    if after is None or not after[0]:
        return False
    if (after[0] in doubt.after or after[0] in doubt.after_words) and (
        after[0] in doubt.beside
        or after[0] in doubt.large
        or after[0] in doubt.units
        or after[0] in doubt.currencies
        or after[0] in doubt.after_words
        or after[0] in doubt.joined
    ):
        return False
    if doubt.has_compounds and not (after[0] in doubt.plain_words or not after[0].startswith(doubt.parts)):
        return False
    return not ratio_follows(page, doubt, after[1])


def _weekday(page: Page, doubt: Doubts, place: int, end: int, weekday: int, name: str, left: str) -> Day | int | None:
    """A weekday by itself, with no date after it; nothing where a small letter makes a common word of it."""
    words = page.language.words
    if not page.plain[place].isupper() and words.get("days_written_large"):
        beside = following_word(page, end)
        common = beside is not None and beside[0] and beside[0] not in page.language.months and beside[0] not in doubt.told_days
        return end if common and left.isalpha() and left not in doubt.articles_of_parts and is_no_number(name, page.language.code) else None  # "so viel"
    if name in words.get("month_words_in_prose", ()) or page.lower[place - 1 : place].isalnum():
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
