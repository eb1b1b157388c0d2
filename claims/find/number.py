"""The number itself: digits and words, alone or together, with the scale that multiplies them.

A numeral is a row of parts: digits, words that are added ("twenty", "five"), words that multiply ("hundred",
"million", "万"). Each part is taken as long as it fits below the one before: "two hundred five" goes on,
"two five" does not. One rule reads "1.05 trillion", "three crore twelve lakh", "1兆500億" and "zweihundertdrei".
"""

from __future__ import annotations

from typing import NamedTuple

from claims.find.arithmetic import plus, times
from claims.find.digits import digits_at
from claims.find.glued import prefix
from claims.find.hedge import round_word
from claims.find.next_part import next_part
from claims.find.page import Page
from claims.find.power import powered
from claims.find.scale import scale_at
from claims.find.spoken import spoken_decimals
from claims.rounding import Number


class Numeral(NamedTuple):
    """A number and where it stands; `how`: "digits", "words", "fraction"; `scaled` when a scale word or sign belongs to it."""

    start: int
    end: int
    number: Number
    how: str = "digits"
    scaled: bool = False


def numeral_at(page: Page, place: int, *, priced: bool = False) -> Numeral | None:
    """The number that begins at `place`, with all its parts and its scale."""
    row = _Row(place == 0 and "hundreds_left_out" in page.language.words and len(page.lower.split()) <= MOST_WORDS_ALONE)
    cursor = begun = end = place
    while part := _part_at(page, cursor, priced):
        if (part[0] == "factor" and (row.are_coins(page, cursor) or row.are_units(page, cursor, part[2]))) or not row.takes(page, *part):
            break
        begun, end = cursor, part[2]
        if rounded := round_word(page, end):
            row.how, end = "words", end + rounded
        step = next_part(page, end, row.last)
        if step and step[1] and page.lower[end : end + 1] == " " and page.language.range_openers.before(page.lower, place - 1):
            break  # "zwischen drei und zwanzig" are two numbers
        if step is None:
            break
        cursor, row.turned = step
    if not row.last:
        return None
    number = row.total(short=begun + 1 == end and page.language.words.get("short_last_digit") is True)
    if (row.last in ("word", "digits") or not row.scaled) and (point := spoken_decimals(page, end)):
        number, end = plus(number, point[0]), point[1]
        if lower_scale := (page.language.multipliers.at(page.lower, end + 1) if page.lower[end : end + 1] == " " else None):
            return Numeral(place, lower_scale[1], times(number, lower_scale[0]), "words", True)
    if row.last == "digits":
        if power := powered(page, number, end):
            return Numeral(place, power[1], power[0], "digits", power[0].exponent >= SMALLEST_SCALE)
        if sign := scale_at(page, end, priced=priced, decimals=number.exponent < 0):
            return Numeral(place, sign[1], Number(number.mantissa, number.exponent + sign[0], number.divisor), "digits", True)
    return Numeral(place, end, number, row.how, row.scaled)


LEAST_SCALE = 1000
SMALLEST_SCALE = 3
"""A number that ends in so many noughts by its power is scaled as "thousand" scales it."""
LEAST_LEFT_OUT, MOST_WORDS_ALONE = 20, 3
"""A text of so few words that is nothing but a number may leave its "hundred" out: "one twenty two"."""
FEWEST_COINS = 20
"""From here on hundreds are said as thousands: "vingt cents" are coins."""


class _Row:
    """The parts taken so far: a factor multiplies what stands before it and is smaller; the rest adds up."""

    __slots__ = ("alone", "how", "last", "parts", "room", "scaled", "turned", "under")

    def __init__(self, alone: bool) -> None:
        self.alone = alone
        self.parts: list[Number] = []
        self.how, self.last, self.scaled, self.turned = "", "", False, False
        self.room = self.under = 0

    def takes(self, page: Page, kind: str, value: Number, after: int) -> bool:
        """Takes one part more, or says that it does not fit."""
        if self.last == "factor" and kind != "factor" and self.room >= LEAST_SCALE and _scale_after(page, after) == self.room:
            return False  # "two million and three million" are two figures
        if kind == "digits":
            return self._takes_digits(page, value, after)
        if kind == "word":
            beside = self.how == "digits" and page.language.spaced and not _multiplied(page, after)
            if not beside and self.alone and self.last == "word" and len(self.parts) == 1 and self.parts[0].value < 10 and value.mantissa >= LEAST_LEFT_OUT:
                self.parts, self.room = [times(self.parts[0], 100)], 100  # "one twenty two"
            return not beside and self._takes_word(value)  # "6,2 milliards trois mois plus tôt" is two figures
        return self._takes_factor(page, value.mantissa)

    def are_coins(self, page: Page, place: int) -> bool:
        """Whether a factor that is also a coin's name is that here: "50 cents", "quarante-cinq cents", but "deux cents"."""
        said = self.parts if self.last == "word" and all(part.value < 100 for part in self.parts) else self.parts[-1:]
        counted = self.last == "digits" or (self.last == "word" and sum(part.mantissa for part in said) >= FEWEST_COINS)
        return counted and page.language.minor.at(page.lower, place) is not None

    def are_units(self, page: Page, place: int, end: int) -> bool:
        """Whether a factor that is also a unit's name is that here: "120 milles", "deux milles nautiques"."""
        unit = page.language.unit_names.at(page.lower, place)
        return unit is not None and (unit[1] > end or (unit[1] == end and self.last == "digits"))

    def _takes_digits(self, page: Page, value: Number, after: int) -> bool:
        """Digits go on only below a factor, and where words are spaced only before another ("2 million 300 thousand") or after "hundred"."""
        ones = self.last == "word" and self.room == 10 and 0 < value.mantissa < 10 and value.exponent == 0 and after == len(page.plain)
        if self.last and not ones and not (  # "treinta y 3", and no more
            self.last == "factor"
            and _below(value, self.room)
            and (not page.language.spaced or self.room == 100 or _multiplied(page, after) or _goes_on(page, value, self.room))
        ):
            return False
        self.parts.append(value)
        self.how, self.last, self.room, self.under = self.how or "digits", "digits", 0, self.room
        return True

    def _takes_word(self, value: Number) -> bool:
        number = value.mantissa
        if self.turned:
            if number % 10 or not 10 < number < 100:
                return False
        elif self.last and not (0 < number < self.room):
            return False
        self.parts.append(value)
        self.room = 10 if number == 0 else 1 if self.turned or number < 20 or number % 10 else 100 if number % 100 == 0 else 10
        self.how, self.last = self.how or "words", "word"
        return True

    def _takes_factor(self, page: Page, factor: int) -> bool:
        if (
            not self.last
            and page.language.spaced
            and factor >= 1000
            and not any(page.language.words["multipliers"].get(word) == factor for word in page.language.bare_multipliers)
        ):
            return False
        smaller: Number | None = None
        if len(str(factor).rstrip("0")) > 1 and self.parts:  # thirty dozen, two hundred dozen
            self.parts = [times(self.total(), factor)]
            self.room = 1
            return True
        while self.parts and _below(self.parts[-1], factor):
            part = self.parts.pop()
            if not part.mantissa and self.parts and not page.language.spaced:
                part = Number(1)  # "一万零十二"
            smaller = part if smaller is None else plus(part, smaller)
        if smaller is None and self.parts and not factor < self.room:
            self.parts[-1] = times(self.parts[-1], factor) if self.last == "digits" or factor >= 1000 else self.parts[-1]
        else:
            self.parts.append(times(smaller if smaller is not None else Number(1), factor))
        self.scaled = self.scaled or factor >= 1000
        self.how, self.last, self.room = self.how or "words", "factor", factor
        return True

    def total(self, *, short: bool = False) -> Number:
        """All parts together; `short`: a last digit by itself counts the places below the one before it ("三百五" is 350)."""
        if short and self.last == "digits" and self.under >= 100:
            self.parts[-1] = times(self.parts[-1], self.under // 10)
        number = self.parts[0]
        for part in self.parts[1:]:
            number = plus(number, part)
        return number


def _goes_on(page: Page, value: Number, room: int) -> bool:
    """Whether three digits go on after a thousand, where the press writes so: "2 mil 436"."""
    return room == 1000 and value.exponent == 0 and value.mantissa >= 100 and page.language.words.get("digits_after_scale") is True


def _below(number: Number, factor: int) -> bool:
    return bool(number.mantissa < factor * 10**-number.exponent if number.exponent < 0 else number.mantissa * 10**number.exponent < factor)


def _part_at(page: Page, place: int, priced: bool) -> tuple[str, Number, int] | None:
    language, lower = page.language, page.lower
    sign = page.plain[place : place + 1]
    if (sign.isdecimal() and sign.isascii()) or sign == language.decimal:
        digits = digits_at(page, place, priced=priced)
        return ("digits", *digits) if digits else None
    if word := language.number_words.at(lower, place) or (prefix(page, place, "number_words") if language.words.get("compounds") else None):
        return "word", Number(word[0]), word[1]
    if factor := language.multipliers.at(lower, place) or (prefix(page, place, "multipliers") if language.words.get("compounds") else None):
        return "factor", Number(factor[0]), factor[1]
    return None


def _multiplied(page: Page, place: int) -> bool:
    """Whether a scale follows: "2 million 300 thousand"."""
    return _scale_after(page, place) is not None


def _scale_after(page: Page, place: int) -> int | None:
    found = page.language.multipliers.at(page.lower, place + 1) if page.plain[place : place + 1] == " " else None
    return found[0] if found else None
