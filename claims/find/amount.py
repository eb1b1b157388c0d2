"""An amount: a number with its sign, its currency and its unit, the middle of a figure."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.find.arithmetic import times
from claims.find.fraction import article_before, fraction_at
from claims.find.fraction_sign import vulgar_at
from claims.find.measure import measure_at
from claims.find.money import Money, money_before
from claims.find.number import Numeral, numeral_at
from claims.find.page import Page
from claims.find.percentage import percent_at
from claims.find.spoken import opened_by_mark
from claims.find.unit import fold_end, multiple_end, unit_after
from claims.find.unspaced import Told, with_glued_words
from claims.rounding import Number
from claims.unit import PLAIN, Unit

PRINTED = re.compile(r"[0-9.,' ]{1,40}")
"""A number in any country's marks."""
RATIO = Unit("plain", dimension="ratio")


class Amount(NamedTuple):
    """A number with its unit: the middle of a figure."""

    start: int
    end: int
    number: Number
    unit: Unit
    may_also_be: tuple[Unit, ...]
    numeral: Numeral
    money_first: bool = False


def amount_at(page: Page, place: int, *, bare: bool = False) -> Amount | None:
    """The number at `place`, with its sign, its currency and its unit; `bare` looks only to the right (the second end of a range)."""
    before = None if bare else money_before(page, place)
    signed = before is None and not bare and page.plain[place - 1 : place] == "-" and place > 1
    if signed and (before := money_before(page, place - 1)) and before[2] == place - 1:
        before = None
    numeral = _numeral(page, place, priced=before is not None or _priced_after(page, place))
    if numeral is None:
        return None
    told = Amount(numeral.start, numeral.end, numeral.number, PLAIN, (), numeral, before is not None)
    told = _with_currency(page, told, before) if before is not None and before[3] == 0 else _with_unit(page, told)
    unit, number = told.unit, told.number
    if number.exponent == -3 and not numeral.scaled and unit.code in page.language.words.get("whole_currencies", ()):
        told = told._replace(number=Number(number.mantissa))
    if numeral.how == "fraction" and unit is PLAIN and not numeral.scaled and abs(number.value) <= 1:
        told = told._replace(unit=RATIO)
    if signed and before is not None:
        told = told._replace(number=_negative(told.number))
    elif not bare:
        told = _below_nothing(page, _signed(page, told))
    if not page.language.spaced:
        glued = with_glued_words(page, Told(told.start, told.end, told.number, told.unit, told.may_also_be), numeral.end)
        told = told._replace(start=glued.start, end=glued.end, number=glued.number, unit=glued.unit, may_also_be=glued.may_also_be)
    return told


def _with_currency(page: Page, told: Amount, before: Money) -> Amount:
    """The amount in the currency before it, which may be told again after it: "$5 USD"."""
    unit, others, start, _ = before
    again = unit_after(page, told.numeral)
    if again and again[0].kind == "money" and not _next_amount(page, again[2]) and (again[0].code == unit.code or again[0] in others or unit in again[1]):
        return told._replace(start=start, end=again[2], unit=unit if unit in again[1] else again[0])
    return told._replace(start=start, unit=unit, may_also_be=others)


def _with_unit(page: Page, told: Amount) -> Amount:
    """The amount in the unit after it; a scale may follow a currency: "75 USD million"."""
    found = unit_after(page, told.numeral)
    if found is None:
        return told
    unit, others, end, power = found
    number = told.number
    if unit.kind == "money" and not told.numeral.scaled and page.lower[end : end + 1] == " ":
        scale = page.language.multipliers.at(page.lower, end + 1)
        if scale and scale[0] >= 1000:
            number, end = times(number, scale[0]), scale[1]
    if power:
        number = Number(number.mantissa, number.exponent + power, number.divisor)
    return told._replace(end=end, number=number, unit=unit, may_also_be=others)


def _negative(number: Number) -> Number:
    return Number(-number.mantissa, number.exponent, number.divisor)


def _below_nothing(page: Page, told: Amount) -> Amount:
    """The amount with the words after it that make it less than nothing: "12 degrees below zero"."""
    for words in page.language.words.get("minus_after", ()):
        if page.lower.startswith(f" {words}", told.end) and told.number.mantissa > 0:
            unit = page.language.units["degree"] if told.unit is PLAIN else told.unit
            told = told._replace(number=_negative(told.number), end=told.end + 1 + len(words), unit=unit)
    return told


def _next_amount(page: Page, end: int) -> bool:
    """Whether a currency's sign belongs to the digits after it, not to those before: "$ 20 $ 30"."""
    return page.plain[end + (page.plain[end : end + 1] == " ") :][:1].isdigit() if page.plain[end - 1 : end] in "$€£¥" else False


def _numeral(page: Page, place: int, *, priced: bool) -> Numeral | None:
    """The number at `place`: in digits, in words, with an article for one, or a fraction."""
    if vulgar := vulgar_at(page, place):
        return vulgar
    if opened := opened_by_mark(page, place):
        return Numeral(0, opened[1], opened[0])
    numeral = numeral_at(page, place, priced=priced)
    if numeral is None and (factor := page.language.multipliers.at(page.lower, place)) and (article := article_before(page, place)) is not None:
        numeral = Numeral(article, factor[1], times(Number(1), factor[0]), "words", factor[0] >= 1000)
    elif numeral is not None and numeral.how == "words" and page.language.spaced and (found := page.language.multipliers.at(page.lower, place)):
        article = article_before(page, place)
        if article is None and page.lower[place : found[1]] not in page.language.bare_multipliers:
            return None
        numeral = numeral if article is None else numeral._replace(start=article)
    fraction = fraction_at(page, place, numeral)
    if numeral is not None and numeral.how == "words" and page.language.spaced and _runs_on(page, (fraction or numeral).end):
        return fraction_at(page, place, None)
    return fraction or numeral


def _runs_on(page: Page, end: int) -> bool:
    """Whether the word goes on after a number in it, and not with its unit: "achten", but not "fünfjährig" or "zweimal"."""
    if not page.lower[end : end + 1].isalpha():
        return False
    return not (percent_at(page, end) or multiple_end(page, end) or fold_end(page, end) or measure_at(page, end, glued=True))


def _priced_after(page: Page, place: int) -> bool:
    """Whether a currency's sign follows the digits, so that they may be set in another country's way ("16,00 €")."""
    digits = PRINTED.match(page.plain, place)
    end = digits.end() if digits else place
    if scale := page.language.money_scale_signs.at(page.plain, end):
        end = scale[1] + (page.plain[scale[1] : scale[1] + 1] == " ")
    return page.language.currency_symbols.at(page.plain, end) is not None or page.language.currencies.at(page.lower, end) is not None


def _joins(page: Page, sign: str) -> bool:
    """Whether a hyphen after the sign joins: a letter's, where words are spaced."""
    return sign.isalnum() and (page.language.spaced or sign.isascii())


def _signed(page: Page, told: Amount) -> Amount:
    """The amount with the sign before it: a minus glued to it that joins nothing, or a word."""
    plain, lower, start = page.plain, page.lower, told.start
    before = plain[start - 1 : start]
    if before == "-" and not (start > 1 and (_joins(page, plain[start - 2]) or plain[start - 2] in "-.,%)$€£")):
        return told._replace(start=start - 1, number=_negative(told.number))
    if before == "+" and not (start > 1 and plain[start - 2].isalnum()):
        return told._replace(start=start - 1)
    if before == " " and plain[start - 2 : start - 1] == "-" and _is_apart(page, told):
        return told._replace(start=start - 2, number=_negative(told.number))
    if plain[start - 3 : start] in ("(- ", "(+ ") and start > 2:
        return told._replace(start=start - 2, number=_negative(told.number) if plain[start - 2] == "-" else told.number)
    place = start - 1 if before == " " else start
    found = page.language.minus.before(lower, place)
    if found and lower.endswith(tuple(page.language.words.get("plus_minus", ("\n",))), 0, place):
        return told  # "plus or minus 3 points" says how far off, either way
    if found and found[0] and (place < start or not page.language.spaced) and lower[found[1] : place] != "-":
        return told._replace(start=found[1], number=_negative(told.number))
    return told


def _is_apart(page: Page, told: Amount) -> bool:
    """Whether a hyphen and a space before a number are its sign: in a table's cell ("- 1,200"), and before a temperature ("- 20 °C")."""
    plain, sign = page.plain, told.start - 2
    if told.unit.dimension == "[temperature]" and not plain[:sign].rstrip(" ")[-1:].isdigit():
        return plain[sign - 1 : sign] in (" ", "(", "") or not sign
    return not (plain[:sign] + plain[told.end :]).strip()
