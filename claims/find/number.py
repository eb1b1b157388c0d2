"""The number itself: digits and words, alone or together, with the scale that multiplies them.

A numeral is a row of parts: digits, words that are added ("twenty", "five"), words that multiply ("hundred",
"million", "万"). Each part is taken as long as it fits below the one before: "two hundred five" goes on,
"two five" does not. One rule reads "1.05 trillion", "three crore twelve lakh", "1兆500億" and "zweihundertdrei".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.find.page import Page
from claims.find.scale import scale_at
from claims.rounding import Number

DIGITS = re.compile(r"[0-9]+")
MOST_DIGITS = 36
"""More than this is no number that a text could mean (and int() of a long run takes its square in time)."""
GROUPED = re.compile(r"[0-9]{1,3}(?:([,.' ])[0-9]{3})(?:\1[0-9]{3})*(?![0-9])")
INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])")
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10)}  # fmt: skip
SLASHED = re.compile(r"([0-9]{1,4}) ?[/⁄] ?([0-9]{1,4})(?![0-9/])")
MIXED = re.compile(r"[ -]([0-9]{1,2})[/⁄]([0-9]{1,3})(?![0-9/])")


class Numeral(NamedTuple):
    """A number and where it stands; `how`: "digits", "words", "fraction"; `scaled` when a scale word or sign belongs to it."""

    start: int
    end: int
    number: Number
    how: str = "digits"
    scaled: bool = False


def plus(one: Number, other: Number) -> Number:
    """The sum, with the finer of the two last places."""
    if one.divisor != other.divisor:
        one, other = _over(one, other.divisor), _over(other, one.divisor)
    exponent = min(one.exponent, other.exponent)
    return Number(one.mantissa * 10 ** (one.exponent - exponent) + other.mantissa * 10 ** (other.exponent - exponent), exponent, one.divisor)


def _over(number: Number, divisor: int) -> Number:
    return Number(number.mantissa * divisor, number.exponent, number.divisor * divisor)


def times(number: Number, factor: int) -> Number:
    """The product: a power of ten of a thousand and up is a scale and moves the last printed place, all else keeps it."""
    power = len(str(factor)) - 1
    if power >= 3 and factor == 10**power:
        return Number(number.mantissa, number.exponent + power, number.divisor)
    return Number(number.mantissa * factor, number.exponent, number.divisor)


def digits_at(page: Page, place: int, *, priced: bool = False) -> tuple[Number, int] | None:
    """The number in digits that begins at `place`, in the language's marks; `priced` allows the other way round with two decimals."""
    plain, language = page.plain, page.language
    run = DIGITS.match(plain, place)
    if run is None:
        return (Number(int(plain[place + 1 : (m := DIGITS.match(plain, place + 1)).end()]), place + 1 - m.end()), m.end()) if _leading_mark(page, place) and (m := DIGITS.match(plain, place + 1)) and m.end() - place < MOST_DIGITS else None  # type: ignore[union-attr]
    end = run.end()
    if end - place > MOST_DIGITS:
        return None
    mark = language.decimal
    group = GROUPED.match(plain, place)
    whole = plain[place:end]
    if group and end - place <= 3 and _groups(page, group.group(1), priced, plain, group.end()):
        end = group.end()
        whole = "".join(DIGITS.findall(plain[place:end]))
        mark = "," if group.group(1) == "." else "." if group.group(1) == "," else mark
    elif mark != "," and end - place <= 2 and (indian := INDIAN.match(plain, place)):
        end = indian.end()
        whole = plain[place:end].replace(",", "")
    following = plain[end : end + 1]
    decimals = DIGITS.match(plain, end + 1) if following == mark or (following == "," and priced) or (following and following in ".," and mark != language.decimal) else None
    if decimals and len(whole) + len(decimals.group()) <= MOST_DIGITS and (following == mark or len(decimals.group()) == 2):
        return Number(int(whole + decimals.group()), -len(decimals.group())), decimals.end()
    return (Number(int(whole)), end) if len(whole) <= MOST_DIGITS else None


def _leading_mark(page: Page, place: int) -> bool:
    """".08": a decimal mark with nothing before it."""
    return page.plain[place : place + 1] == page.language.decimal and not page.plain[place - 1 : place].isalnum()


def _groups(page: Page, mark: str, priced: bool, plain: str, end: int) -> bool:
    """Whether `mark` parts groups of digits here: a mark of the language, or the other way round where decimals follow and show it."""
    if mark in page.language.groups:
        return True
    if mark == " ":
        return " " in page.language.groups or "\u00a0" in page.language.groups or "\u202f" in page.language.groups
    return priced and mark == "." and plain[end : end + 1] == ","


def numeral_at(page: Page, place: int, *, priced: bool = False) -> Numeral | None:
    """The number that begins at `place`, with all its parts and its scale."""
    language, lower, plain = page.language, page.lower, page.plain
    total, section, room, end = Number(0), None, 0, place
    how, scaled, cursor, last, inverted = "", False, place, "", False
    while True:
        part = _part_at(page, cursor, priced)
        if part is None:
            break
        kind, value, after = part
        if kind == "digits":
            if last and not (room and value.exponent >= 0 and value.mantissa < room and last != "digits" and (not language.spaced or _multiplied(page, after) or room == 100)):
                break
            how = how or "digits"
            section, room = (plus(section, value) if section else value), 1
            last = "digits"
        elif kind == "word":
            number = value.mantissa
            if last == "digits" or (last and not inverted and not 0 < number < room):
                break
            if inverted and not (number % 10 == 0 and 10 < number < 100):
                break
            how = how or "words"
            section = plus(section, value) if section is not None else value
            room = 1 if inverted else (10 if number >= 20 and number % 10 == 0 else 1)
            last = "word"
        else:
            factor = value.mantissa
            if not last and factor >= 1000 and language.spaced:
                break
            if section is None and last == "scale":
                total = times(total, factor)
            elif factor < 1000:
                section = times(section or Number(1), factor) if factor != 100 or last != "hundred" else section
            else:
                total = plus(total, times(section if section is not None else Number(1), factor)) if total.mantissa else times(section if section is not None else Number(1), factor)
                section = None
            scaled = scaled or factor >= 1000
            how, room = how or "words", factor
            last = "scale" if factor >= 1000 else "hundred"
        end, inverted = after, False
        step = _join(page, after, last)
        if step is None:
            break
        cursor, inverted = step
    if not last:
        return None
    number = total if section is None else plus(total, section) if total.mantissa else section
    if how == "words" and (point := _spoken_decimals(page, end)):
        number, end = plus(number, point[0]), point[1]
    if last == "digits" and (sign := scale_at(page, end, priced=priced)):
        number, end, scaled = Number(number.mantissa, number.exponent + sign[0], number.divisor), sign[1], True
    return Numeral(place, end, number, how, scaled)


def _part_at(page: Page, place: int, priced: bool) -> tuple[str, Number, int] | None:
    language, lower = page.language, page.lower
    sign = page.plain[place : place + 1]
    if sign.isdecimal() and sign.isascii() or sign == language.decimal:
        digits = digits_at(page, place, priced=priced)
        return ("digits", *digits) if digits else None
    if word := language.number_words.at(lower, place) or (_compound(page, place) if language.words.get("compounds") else None):
        return "word", Number(word[0]), word[1]
    if factor := language.multipliers.at(lower, place) or (_compound_factor(page, place) if language.words.get("compounds") else None):
        return "factor", Number(factor[0]), factor[1]
    return None


def _compound(page: Page, place: int) -> tuple[int, int] | None:
    return _prefix(page, place, "number_words")


def _compound_factor(page: Page, place: int) -> tuple[int, int] | None:
    return _prefix(page, place, "multipliers")


LONGEST_PART = 16


def _prefix(page: Page, place: int, name: str) -> tuple[int, int] | None:
    """The longest word of a table that the text goes on with, though the word runs on: "zwei|hundert"."""
    rows: dict[str, int] = page.language.words[name]
    for end in range(min(len(page.lower), place + LONGEST_PART), place, -1):
        if (found := rows.get(page.lower[place:end])) is not None:
            return found, end
    return None


def _multiplied(page: Page, place: int) -> bool:
    """Whether a scale follows: "2 million 300 thousand"."""
    return page.plain[place : place + 1] == " " and page.language.multipliers.at(page.lower, place + 1) is not None


def _join(page: Page, place: int, last: str) -> tuple[int, bool] | None:
    """Where the next part may begin, and whether ones and tens are turned round there."""
    language, lower = page.language, page.lower
    start = place
    if lower[place : place + 1] in " -" and lower[place : place + 1]:
        start = place + 1
    elif language.spaced and not language.words.get("compounds"):
        return None
    if last == "word" and (found := language.inverted_joins.at(lower, start) or (_prefix(page, start, "inverted_rows") if "inverted_rows" in language.words else None)):
        return found[1] + (lower[found[1] : found[1] + 1] == " "), True
    if last in ("hundred", "scale") and (joined := language.number_joins.at(lower, start)) and lower[joined[1] : joined[1] + 1] in " -":
        return joined[1] + 1, False
    return start, False


def _spoken_decimals(page: Page, place: int) -> tuple[Number, int] | None:
    """"point seven five": the digits after the decimal mark, spoken one by one, or as one number ("point seventy-five")."""
    lower, language = page.lower, page.language
    for mark in language.words.get("decimal_words", ()):
        if not lower.startswith(f" {mark} ", place):
            continue
        digits, cursor = "", place + len(mark) + 2
        end = place
        while len(digits) < MOST_DIGITS and (word := language.number_words.at(lower, cursor)):
            tens = digits[-1:] == "0" and len(digits) >= 2 and word[0] < 10 and digits[-2:-1] not in "01" and lower[cursor - 1] == "-"
            digits = digits[:-1] + str(word[0]) if tens else digits + str(word[0])
            end = word[1]
            cursor = end + (lower[end : end + 1] in (" ", "-"))
            if cursor == end:
                break
        if digits:
            return Number(int(digits), -len(digits)), end
    return None
