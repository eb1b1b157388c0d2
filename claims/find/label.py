"""Numbers that the words around them make part of a name, by their capitals: "Junction 16", "the Chicago Seven", "60 Minutes"."""

from __future__ import annotations

import re

from claims.find.amount import Amount
from claims.find.count import looks_plural, noun_after
from claims.find.page import Page
from claims.find.unit import is_measured
from claims.phrases import last_word
from claims.unit import PLAIN

SMALL_WORD = re.compile(r"(?<![^\W_])[^\W\d_A-ZÀ-Þ]{4,}")
REACH = 80
ZIP_CODE = LONGEST_NUMBER = 5
"""Longer numbers, and those in groups, are not told as the number of something named."""
FEWEST_OF_SERIAL = 6
"""So many digits are set in groups, where they are an amount."""
BEGINNINGS = ".!?:;\"'([-*|>•…"
SECOND_WORD = re.compile(r"[ -]([^\W\d_]+)")


def is_label(page: Page, start: int, end: int) -> bool:
    """Whether bare digits are the number of what the word before them names: "Junction 16", "Maroon 5", "IL 62704"."""
    plain, language = page.plain, page.language
    if not language.words.get("capitals_name") or plain[start - 1 : start] != " " or start < 2:
        return False
    number = plain[start:end]
    word = last_word(plain, start - 1)
    if not (number.isdigit() and len(number) <= LONGEST_NUMBER) and not number.endswith(".0") and (word.islower() or not word[:1].islower()):
        return False
    if len(number) == ZIP_CODE and len(word) == 2 and word.isupper():
        return True  # "NY 12201"
    if word == "." and plain[start - 4 : start - 3] == "." and plain[start - 3].isupper():
        return not noun_after(page, end)[1]  # "H.R. 1319"
    if word[:1].islower() and not word.islower():  # "iOS 17.4"
        return number.replace(".", "").isdigit() and not noun_after(page, end)[1] and not _goes_on(page, end)
    if len(word) < 2 or word.islower() or _means_something(page, word, start - 1) or not _is_prose(page, start):
        return False
    if begins_sentence(page, start - 1 - len(word)) and word.lower() not in language.words.get("labelling", ()):
        return False
    return not noun_after(page, end)[1] and (not _goes_on(page, end) or (len(number) == ZIP_CODE and number.isdigit()))


def is_numbered_thing(page: Page, start: int, end: int) -> bool:
    """Whether bare digits number one thing that an article stands before ("the asteroid 99942", "la chambre 214"), or are a long serial number."""
    plain, words, number = page.plain, page.language.words, page.plain[start:end]
    if plain[start - 1 : start] != " " or not (number.isascii() and number.isdigit()):
        return False
    word = last_word(page.lower, start - 1)
    if len(word) < 2 or not word.isalpha() or word in page.language.no_noun or page.language.hedges_before.before(page.lower, start - 1):
        return False
    place = start - 1 - len(word)
    if len(number) < FEWEST_OF_SERIAL:
        article = last_word(page.lower, place - 1) if plain[place - 1 : place] == " " else ""
        if article not in words.get("articles_of_one", ()) or looks_plural(page, word) or word in words["never_numbered"]:
            return False
        if word.endswith(tuple(words.get("adjective_ends", ("\n",)))) or (words.get("numbered_are_large") and not plain[place].isupper()):
            return False
    return not noun_after(page, end)[1] and not _goes_on(page, end) and not is_measured(page, end) and plain[end : end + 1] != "-"


def _goes_on(page: Page, end: int) -> bool:
    """Whether a word follows by which the number is one of a few, or of a row of results: "of", "to", another capital and number."""
    word = SECOND_WORD.match(page.lower, end)
    return word is not None and word.group(1) in page.language.words.get("goes_on_after_number", ())


def _means_something(page: Page, word: str, end: int) -> bool:
    """Whether the word before a number belongs to amounts and dates."""
    language = page.language
    name = word.lower()
    known = name in language.months or name in language.weekdays or (name in language.no_noun and not word.isupper())
    return (
        known
        or language.hedges_before.before(page.lower, end) is not None
        or language.currencies.at(name, 0) is not None
        or language.range_openers.before(page.lower, end) is not None
    )


def is_part_of_title(page: Page, amount: Amount) -> bool:
    """Whether a number in words has a capital where prose gives it none, and nothing that it counts: "the Magnificent Seven"."""
    plain, start = page.plain, amount.start
    if not page.language.words.get("capitals_name") or not plain[start].isupper() or not _is_prose(page, start):
        return False
    following = SECOND_WORD.match(plain, amount.numeral.end)
    if following and following.group(1)[0].isupper() and (amount.unit is not PLAIN or not begins_sentence(page, start)):
        return True  # "Nine Inch Nails"
    return amount.unit is PLAIN and not begins_sentence(page, start) and not amount.numeral.scaled and not noun_after(page, amount.end)[1]


def is_titled_span(page: Page, amount: Amount) -> bool:
    """Whether digits and a span of time with a capital are a title: "on 60 Minutes"."""
    after = amount.numeral.end + 1
    large = (
        amount.unit.kind == "time" and amount.unit.code != "year" and page.plain[after : after + 1].isupper() and page.plain[after + 1 : after + 2].islower()
    )
    return bool(large and page.language.words.get("capitals_name") and not begins_sentence(page, amount.start) and _is_prose(page, amount.start))


def begins_sentence(page: Page, place: int) -> bool:
    """Whether a word with a capital at `place` has it because a sentence begins there."""
    before = page.plain[max(0, place - 3) : place].rstrip(" ")
    if not before or "\n" in page.text[max(0, place - 2) : place]:
        return True
    return before[-1] in BEGINNINGS and not (before[-1] == "-" and before[-2:-1].isalpha())


def _is_prose(page: Page, place: int) -> bool:
    """Whether the words around are set as in prose, and not as in a headline, where all have capitals."""
    small = page.language.words.get("small_in_headlines", ())
    return any(word.group() not in small for word in SMALL_WORD.finditer(page.plain, max(0, place - REACH), place + REACH))


def is_quoted(page: Page, start: int, end: int) -> bool:
    """Whether bare digits are all that stands in quotation marks, as a title does: "4321"."""
    plain = page.plain
    closing = end + (plain[end : end + 1] in (".", ",") and plain[end : end + 1] != "")
    return plain[start - 1 : start] == '"' == plain[closing : closing + 1] and start > 1 and plain[start:end].isdigit()


def names_by_word(page: Page, start: int, end: int) -> bool:
    """Whether the word before a number in words does little but name by numbers: "phase two", but "in class two of"."""
    word = last_word(page.lower, start - 1)
    return word not in page.language.words.get("name_words_strict", ()) and not noun_after(page, end)[1]
