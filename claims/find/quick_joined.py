"""Two amounts with a joining word between them, as the quick way reads them: two figures, or a range.

"rose 5% to $20 million", "6 metres and 20 houses", "from 605 to 40,785" are two figures, "between $3 and $5 million" is one; what
may be a list or an amount in two units is left to the complete reading.
"""

from __future__ import annotations

import msgspec

from claims.figure import Figure
from claims.find.amount import Amount
from claims.find.beside import unit_of_list
from claims.find.bounds import range_at, range_opener
from claims.find.doubt import Doubts
from claims.find.doubt_words import ENDS, Openings
from claims.find.measure import WORD, differences
from claims.find.number import Numeral
from claims.find.page import Page
from claims.find.percentage import percent_at
from claims.find.reading import with_all_around
from claims.phrases import FIRST_WORD
from claims.rounding import Number
from claims.unit import PERCENTAGE_POINT, PLAIN, TIMES, Unit

Others = tuple[Unit, ...]


class Told(msgspec.Struct, frozen=True, gc=False):
    """A number so far: where it stands, the word after it and where that ends, and the word before it."""

    start: int
    end: int
    number: Number
    following: str
    reached: int
    left: str
    scaled: bool = False


def may_open(lower: str, end: int, seconds: frozenset[str] | None) -> bool:
    """Whether the word that ends at `end` may begin one of the phrases whose second words these are; None: it is one by itself."""
    if seconds is None:
        return True
    following = FIRST_WORD.match(lower, end + 1)
    return following is None or following.group() in seconds


def names_more(page: Page, seconds: Openings, following: str, end: int) -> bool:
    """Whether the word after a unit's name may be part of a longer name: "years" + "of age"."""
    return following in seconds and may_open(page.lower, end + 1 + len(following), seconds[following])


def joined(page: Page, doubt: Doubts, told: Told, unit: Unit, others: Others, number: Number, end: int) -> Figure | bool | None:
    """What an amount makes with the number behind the joining word, or the comma, at `end`: their range; True where both stay alone; None in doubt."""
    lower = page.lower
    digits = page.plain[told.start].isdigit()
    priced = not digits and page.plain[told.start] in doubt.signs
    join = page.language.range_joins.at(lower, end + 1) if lower[end] == " " else None
    word = WORD.match(lower, end + 1) if lower[end] == " " else None
    if lower.startswith(doubt.halves, end) or (lower[end] == " " and (word is None or word.group() in doubt.weak_marks)):
        return None
    if not (digits or priced) and (word is None or word.group() in doubt.tens_joins):
        return None
    other = amount_behind(page, doubt, (join[1] if join else word.end() if word else end + 1) + 1)
    if other is None or (told.scaled and told.end == end and not other.money_first and (word is None or word.group() in doubt.adders)):
        return None
    numeral = Numeral(told.start + priced, told.end, told.number, "digits" if digits or priced else "words", told.scaled)
    amount = Amount(told.start, end, number, unit, others, numeral, priced)
    if number.divisor != 1 or _goes_smaller(page, amount, other):
        return None
    opener = range_opener(page, told.start) if told.left in doubt.openers else None
    upper, unit, others, reached = range_at(page, amount, opener, other)
    if upper is not None:
        return with_all_around(page, amount._replace(number=upper[0], unit=unit, may_also_be=others, end=reached), upper[1], opener)
    return True if unit_of_list(page, amount, opener, other) is None else None


def _goes_smaller(page: Page, amount: Amount, other: Amount) -> bool:
    """Whether an amount may go on in a smaller unit: hours and minutes, dollars and cents."""
    if amount.unit.kind in ("measure", "time"):
        return other.unit.kind == amount.unit.kind or (other.unit is PLAIN and amount.unit.code in page.language.words.get("understood_units", ()))
    if amount.unit.kind != "money":
        return False
    minor = other.unit.kind == "money" and other.number.exponent != other.numeral.number.exponent
    return minor or (other.unit is PLAIN and not amount.money_first)


def amount_behind(page: Page, doubt: Doubts, place: int) -> Amount | None:
    """The amount whose number, or its currency's sign, begins at `place`; None where it has none of the sure shapes."""
    plain = page.plain
    money = doubt.signs.get(plain[place : place + 1])
    start = place + 1 if money else place
    if not plain[start : start + 1].isdigit():
        return None if money else _in_words(page, doubt, place)
    shape = doubt.shape.match(plain, start)
    if shape is None:
        return None
    whole, decimals, glued, word = shape.groups()
    following = word.lower() if word else ""
    if (whole[0] == "0" and len(whole) > 1) or len(following) != len(word or ""):
        return None
    number = number_of(whole, decimals)
    end = shape.end(3 if glued else 2 if decimals else 1)
    if money:
        return _priced(page, doubt, Told(place, end, number, following, shape.end(), ""), money, glued)
    if glued:
        share = percent_at(page, shape.start(3))
        return None if share is None or share[0] is PERCENTAGE_POINT else Amount(start, share[1], number, share[0], (), Numeral(start, shape.start(3), number))
    return _with_word(page, doubt, Told(start, end, number, following, shape.end(), ""), "digits")


def number_of(whole: str, decimals: str | None) -> Number:
    """The number in digits, without the marks between its groups."""
    if len(whole) > 4 and not whole.isdigit():
        whole = whole.replace(whole[-4], "")
    return Number(int(whole + decimals), -len(decimals)) if decimals else Number(int(whole))


def scaled_by_sign(page: Page, number: Number, glued: str) -> Number | None:
    """A price with the sign of a scale after it: "$5m"."""
    scale = page.language.money_scale_signs.at(glued, 0)
    return None if scale is None or scale[1] != len(glued) else Number(number.mantissa, number.exponent + scale[0], number.divisor)


def price(page: Page, doubt: Doubts, told: Told, glued: str | None) -> tuple[Number, int, str] | None:
    """The number after a currency's sign with its scale, where it ends, and the word after it; None where the complete way must tell."""
    number, following = told.number, told.following
    if glued:
        by_sign = scaled_by_sign(page, number, glued)
        return None if by_sign is None or following in doubt.scales else (by_sign, told.end, following)
    if following in doubt.scales:
        return Number(number.mantissa, number.exponent + doubt.scales[following]), told.reached, ""
    return None if following in doubt.others else (number, told.end, following)


def _priced(page: Page, doubt: Doubts, told: Told, money: tuple[Unit, Others], glued: str | None) -> Amount | None:
    found = price(page, doubt, told, glued)
    if found is None:
        return None
    number, end, following = found
    if not following and page.lower[end : end + 1] == " ":
        word = WORD.match(page.lower, end + 1)
        following = word.group() if word else "\n"
    if following == "\n" or following in doubt.beyond or following in doubt.skipped or following in doubt.large or following in doubt.adders:
        return None
    return Amount(told.start, end, number, money[0], money[1], Numeral(told.start + 1, end, number, "digits", end != told.end or bool(glued)), True)


def _in_words(page: Page, doubt: Doubts, place: int) -> Amount | None:
    word = WORD.match(page.lower, place)
    value = doubt.numbers.get(word.group()) if word else None
    after = following_word(page, word.end()) if word and value is not None else None
    if word is None or value is None or after is None or after[0] in doubt.after_words or page.lower[after[1] : after[1] + 1] in "-'":
        return None
    return _with_word(page, doubt, Told(place, word.end(), Number(value), after[0], after[1], ""), "words")


def following_word(page: Page, end: int) -> tuple[str, int] | None:
    """The next word, in small letters, and where it ends; empty where the phrase ends; None where it is no word."""
    lower = page.lower
    sign = lower[end : end + 1]
    if sign == " ":
        word = WORD.match(lower, end + 1)
        return (word.group(), word.end()) if word else None
    return ("", end) if (not sign or sign in ENDS) and not lower[end + 1 : end + 2].isalnum() else None


def _with_word(page: Page, doubt: Doubts, told: Told, how: str) -> Amount | None:
    """The amount by the word after its number."""
    following, number = told.following, told.number
    numeral = Numeral(told.start, told.end, number, how, told.scaled)
    if following in doubt.percents:
        share = percent_at(page, told.reached - len(following))
        return None if share is None or share[0] is PERCENTAGE_POINT else Amount(told.start, share[1], number, share[0], (), numeral)
    if following in doubt.times:
        return Amount(told.start, told.reached, number, TIMES, (), numeral)
    if following in doubt.scales and not told.scaled and how == "digits":
        return _with_scale(page, doubt, told)
    money = doubt.currencies.get(following)
    unit = money[0] if money else doubt.units.get(following)
    if unit is None:
        doubted = following in doubt.right or following in doubt.large or following in doubt.scales or following in doubt.further
        return None if doubted or (following in doubt.joined and how == "words") else Amount(told.start, told.end, number, PLAIN, (), numeral)
    next_word = following_word(page, told.reached)
    if next_word is None or any(names_more(page, longer, next_word[0], told.reached) for longer in (doubt.after_amounts, doubt.second[following])):
        return None
    if money and money[2]:
        number = Number(number.mantissa, number.exponent + money[2], number.divisor)
    return Amount(told.start, told.reached, number, unit, money[1] if money else differences(unit), numeral)


def _with_scale(page: Page, doubt: Doubts, told: Told) -> Amount | None:
    end, number = told.reached, Number(told.number.mantissa, told.number.exponent + doubt.scales[told.following])
    link = next((len(link) for link in doubt.links if page.lower.startswith(link, end)), 1)
    word = WORD.match(page.lower, end + link) if page.lower[end : end + 1] == " " else None
    if (word is None and page.lower[end : end + 1] not in ("", *ENDS)) or (word and word.group() in doubt.adders):
        return None
    whole = Told(told.start, end, number, word.group() if word else "", word.end() if word else end, "", True)
    if link > 1 and whole.following not in doubt.currencies and whole.following in doubt.right:
        return None
    return _with_word(page, doubt, whole, "digits")
