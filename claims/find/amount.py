"""An amount: a number with its sign, its currency and its unit, the middle of a figure."""

from __future__ import annotations

from typing import NamedTuple

from claims.find.arithmetic import times
from claims.find.fraction import article_before, fraction_at
from claims.find.fraction_sign import vulgar_at
from claims.find.measure import measure_at
from claims.find.money import money_before
from claims.find.number import Numeral, numeral_at
from claims.find.page import Page
from claims.find.percentage import percent_at
from claims.find.unit import fold_end, multiple_end, unit_after
from claims.find.unspaced import Told, with_glued_words
from claims.rounding import Number
from claims.unit import PLAIN, Unit

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
    start, end, number = numeral.start, numeral.end, numeral.number
    unit: Unit = PLAIN
    others: tuple[Unit, ...] = ()
    if before is not None and before[3] == 0:
        unit, others, start = before[0], before[1], before[2]
        if again := unit_after(page, numeral):  # noqa: SIM102
            if again[0].kind == "money" and not _next_amount(page, again[2]) and (again[0].code == unit.code or again[0] in others or unit in again[1]):
                unit, others, end = unit if unit in again[1] else again[0], (), again[2]
    elif found := unit_after(page, numeral):
        unit, others, end, power = found
        if (
            unit.kind == "money"
            and not numeral.scaled
            and page.lower[end : end + 1] == " "
            and (scale := page.language.multipliers.at(page.lower, end + 1))
            and scale[0] >= 1000
        ):
            number, end = times(number, scale[0]), scale[1]
        if power:
            number = Number(number.mantissa, number.exponent + power, number.divisor)
    if number.exponent == -3 and not numeral.scaled and unit.code in page.language.words.get("whole_currencies", ()):
        number = Number(number.mantissa)
    if numeral.how == "fraction" and unit is PLAIN:
        unit = RATIO if not numeral.scaled and abs(number.value) <= 1 else PLAIN
    if signed and before is not None:
        number = Number(-number.mantissa, number.exponent, number.divisor)
    elif not bare:
        start, number = _signed(page, start, end, number)
        for words in page.language.words.get("minus_after", ()):
            if page.lower.startswith(f" {words}", end) and number.mantissa > 0:
                number, end = Number(-number.mantissa, number.exponent, number.divisor), end + 1 + len(words)
                unit = page.language.units["degree"] if unit is PLAIN else unit
    if not page.language.spaced:
        start, end, number, unit, others = with_glued_words(page, Told(start, end, number, unit, others), numeral.end)
    return Amount(start, end, number, unit, others, numeral, before is not None)


def _next_amount(page: Page, end: int) -> bool:
    """Whether a currency's sign belongs to the digits after it, not to those before: "$ 20 $ 30"."""
    return page.plain[end + (page.plain[end : end + 1] == " ") :][:1].isdigit() if page.plain[end - 1 : end] in "$€£¥" else False


def _numeral(page: Page, place: int, *, priced: bool) -> Numeral | None:
    """The number at `place`: in digits, in words, with an article for one, or a fraction."""
    if vulgar := vulgar_at(page, place):
        return vulgar
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
    end = place
    while page.plain[end : end + 1] and page.plain[end] in "0123456789.,' " and end - place < 40:
        end += 1
    if scale := page.language.money_scale_signs.at(page.plain, end):
        end = scale[1] + (page.plain[scale[1] : scale[1] + 1] == " ")
    return page.language.currency_symbols.at(page.plain, end) is not None or page.language.currencies.at(page.lower, end) is not None


def _joins(page: Page, sign: str) -> bool:
    """Whether a hyphen after the sign joins: a letter's, where words are spaced."""
    return sign.isalnum() and (page.language.spaced or sign.isascii())


def _signed(page: Page, start: int, end: int, number: Number) -> tuple[int, Number]:
    """The number with the sign before it: a minus glued to it that joins nothing, or a word."""
    plain, lower = page.plain, page.lower
    before = plain[start - 1 : start]
    if before == "-" and not (start > 1 and (_joins(page, plain[start - 2]) or plain[start - 2] in "-.,%)$€£")):
        return start - 1, Number(-number.mantissa, number.exponent, number.divisor)
    if before == "+" and not (start > 1 and plain[start - 2].isalnum()):
        return start - 1, number
    if before == " " and plain[start - 2 : start - 1] == "-" and not (plain[: start - 2] + plain[end:]).strip():
        return start - 2, Number(-number.mantissa, number.exponent, number.divisor)  # a table's cell: "- 1,200"
    if plain[start - 3 : start] in ("(- ", "(+ ") and start > 2:
        return start - 2, Number(-number.mantissa if plain[start - 2] == "-" else number.mantissa, number.exponent, number.divisor)
    place = start - 1 if before == " " else start
    found = page.language.minus.before(lower, place)
    if found and lower.endswith(tuple(page.language.words.get("plus_minus", ("\n",))), 0, place):
        return start, number  # "plus or minus 3 points" says how far off, either way
    if found and found[0] and (place < start or not page.language.spaced) and lower[found[1] : place] != "-":
        return found[1], Number(-number.mantissa, number.exponent, number.divisor)
    return start, number
