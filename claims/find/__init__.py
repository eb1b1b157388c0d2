"""Finds the figures of a text, and its days: `read(text, language)`.

First where a figure may begin: at digits (one linear scan), or at a word that numbers begin with. Then the finders are
asked in turn, and the first that owns the place keeps it:

    day         dates, months, years, weekdays: no figures
    name        numbers in names, versions, scores, clock times, addresses: nothing
    number      digits, words, scale; fraction beside it
    money measure percentage count     the unit, from dictionaries, left and right of the number
    hedge period                       what stands around it

`reading` puts a figure together from these, completely; `quick` does the same for the few shapes that most
figures have, and gives way to it at the least doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from claims.day import Day
from claims.figure import Figure
from claims.find.again import Seen, Told, is_dense, read_again
from claims.find.day import day_at
from claims.find.doubt_unspaced import glued
from claims.find.doubting import doubts, pays
from claims.find.idle import is_idle
from claims.find.measure import WORD
from claims.find.money import money_before
from claims.find.multiple import multiple_at
from claims.find.name import name_at, numbered_at
from claims.find.numbered import past_numbered
from claims.find.ordinal import ordinal_at
from claims.find.page import Page, page
from claims.find.quick import quick_at
from claims.find.quick_unspaced import glued_at
from claims.find.quick_word import quick_word_at
from claims.find.reading import figure_at
from claims.find.spacing import day_as_given, figure_as_given, narrowed
from claims.language import Language
from claims.phrases import last_word

FRACTION_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
DIGITS = re.compile(b"00*")
ONLY_DIGITS = bytes(ord("0") if chr(code) in "0123456789" else ord(" ") for code in range(256))
"""Every digit is a nought and all else a blank: one sign is looked for several times as fast as any of ten."""
DIGITS_AND_FRACTIONS = re.compile(f"[0-9{FRACTION_SIGNS}]+")
WORDS_FOLLOW = "(-\"'[/–—¿¡«„"


Quick = Callable[[int], Figure | Day | int | None]
"""The quick way for one text: what begins at a place, as far as that is sure."""


class Found(msgspec.Struct, frozen=True):
    """What was found in a text, in order, none overlapping another."""

    figures: tuple[Figure, ...] = ()
    days: tuple[Day, ...] = ()
    ordinals: tuple[Figure, ...] = ()


def read(text: str, language: Language, *, completely: bool = False) -> Found:
    """The figures, days and ordinals of a text; `completely` leaves out the quick way, for the test that compares the two."""
    narrow = narrowed(text)
    if narrow is None:
        return _read(text, language, completely)
    found = _read(narrow.text, language, completely)
    return Found(
        tuple(figure_as_given(figure, text, narrow) for figure in found.figures),
        tuple(day_as_given(day, text, narrow) for day in found.days),
        tuple(figure_as_given(figure, text, narrow) for figure in found.ordinals),
    )


def _read(text: str, language: Language, completely: bool) -> Found:
    sheet = page(text, language)
    quick = None if completely else quick_way(sheet, len(text))
    told: Told = ([], [], [])
    places = anchors(sheet)
    seen: Seen | None = {} if is_dense(places, text) and not completely else None
    reached = 0

    def read_one(place: int, reached: int) -> int:
        return _read_one(sheet, place, reached, quick, told)

    for place in places:
        if place >= reached:
            reached = _read_one(sheet, place, reached, quick, told) if seen is None else read_again(text, place, reached, told, seen, read_one)
    return Found(tuple(told[0]), tuple(told[1]), tuple(told[2]))


def quick_way(sheet: Page, letters: int) -> Quick | None:
    """The quick way of a text's language; None while so little has been read in it that it does not pay."""
    if not sheet.language.spaced:
        tied = glued(sheet.language) if pays(sheet.language, letters) else None
        return None if tied is None else lambda place: glued_at(sheet, place, tied) if sheet.plain[place].isdigit() else None
    doubt = doubts(sheet.language, letters)
    return None if doubt is None else lambda place: quick_at(sheet, place, doubt) if sheet.plain[place].isdigit() else quick_word_at(sheet, place, doubt)


def _read_one(sheet: Page, place: int, reached: int, quick: Quick | None, told: Told) -> int:
    """Reads what begins at `place`, by the quick way where that is sure, and gives back how far the text is read then."""
    found = quick(place) if quick else None
    if isinstance(found, int):
        return max(reached, found) if sheet.plain[place].isdigit() else reached
    if found is not None and found.span[0] >= reached:
        (told[1] if isinstance(found, Day) else told[0]).append(found)  # type: ignore[arg-type]
        return found.span[1]
    end = _read_at(sheet, place, reached, *told)
    return max(reached, end) if end > place else reached


def anchors(sheet: Page) -> list[int]:
    """The places where a figure or a day may begin, in order."""
    fractions = not sheet.plain.isascii() and any(sign in sheet.plain for sign in FRACTION_SIGNS)
    if fractions:
        places = [found.start() for found in DIGITS_AND_FRACTIONS.finditer(sheet.plain)]
    else:
        places = [found.start() for found in DIGITS.finditer(sheet.plain.encode("latin-1", "replace").translate(ONLY_DIGITS))]
    scanned = sheet.lower
    if sheet.language.spaced:  # a word begins after a space: one before the text, and one for each sign that words may follow
        for sign in WORDS_FOLLOW:
            if sign in scanned:
                scanned = scanned.replace(sign, " ")
        scanned = " " + scanned
    words = [found.start() for found in sheet.language.anchors.finditer(scanned)]
    return sorted(places + words) if places and words else places or words


def _read_at(sheet: Page, place: int, reached: int, figures: list[Figure], days: list[Day], ordinals: list[Figure]) -> int:
    """Reads what begins at `place`, and gives back where that ends: `place` itself where it is nothing."""
    digit = sheet.plain[place].isdigit()
    if idiom := _idiom_end(sheet, place, digit):
        return idiom
    if digit and not sheet.language.spaced and sheet.language.minus.at(sheet.lower, place):  # "零下"
        return reached
    if not digit and sheet.language.spaced and is_idle(sheet, place):
        return place
    place -= digit and _follows_mark(sheet, place, reached)
    if digit and (end := numbered_at(sheet, place)):
        return end
    if (digit or _names_a_day(sheet, place)) and (day := day_at(sheet, place)):
        days.append(day)
        return day.span[1]
    if digit and (end := name_at(sheet, place)) and not _has_currency(sheet, place):
        return end
    if ordinal := ordinal_at(sheet, place):
        ordinals.append(ordinal)
        return ordinal.span[1]
    figure = multiple_at(sheet, place) or figure_at(sheet, place)
    if figure is None:
        return past_numbered(sheet, place) if digit else place
    if figure.span[0] < reached:  # "10 $ 30 $": the sign before it is another's
        figure = figure_at(sheet, place, bare=True)
        if figure is None or figure.span[0] < reached:
            return place
    figures.append(figure)
    return figure.span[1]


def _idiom_end(sheet: Page, place: int, digit: bool) -> int | None:
    """Where the idiom ends that begins at `place`, or at the word before it: "net zero"."""
    idioms, spaced = sheet.language.idioms, sheet.language.spaced
    idiom = idioms.at(sheet.lower if spaced else sheet.text, place)
    if idiom is None and not digit and spaced:
        idiom = idioms.at(sheet.lower, place - 1 - len(last_word(sheet.lower, place - 1)))
    return idiom[1] if idiom and idiom[1] > place else None


def _follows_mark(sheet: Page, place: int, reached: int) -> bool:
    """Whether the decimal mark before digits belongs to them: ".08"."""
    marked = place > 0 and place - 1 >= reached and sheet.plain[place - 1] == sheet.language.decimal
    return marked and (place < 2 or not (sheet.plain[place - 2].isalnum() or sheet.plain[place - 2] == sheet.language.decimal))


def _names_a_day(sheet: Page, place: int) -> bool:
    if not sheet.language.spaced:  # a run of letters may be as long as the text
        return True
    word = WORD.match(sheet.lower, place)
    return word is not None and (word.group() in sheet.language.months or word.group() in sheet.language.weekdays)


def _has_currency(sheet: Page, place: int) -> bool:
    """Whether a currency's sign or code stands before the digits: "USD5", "Rp 1.550.000"."""
    return money_before(sheet, place) is not None
