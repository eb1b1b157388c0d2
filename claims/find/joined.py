"""Amounts in two units that are one figure: "6ft 2in", "an hour and a half", "3 dollars and 50 cents"."""

from __future__ import annotations

import re

from claims.find.amount import RATIO, Amount
from claims.find.arithmetic import plus
from claims.find.count import noun_after
from claims.find.fraction import article_before, fraction_at
from claims.find.measure import in_smaller_unit
from claims.find.number import Numeral, numeral_at
from claims.find.page import Page
from claims.find.unit import unit_after
from claims.rounding import Number
from claims.unit import PLAIN, Unit

MOST_SMALLER = 10
MOST_IN_SMALLER = 100
"""Lengths and weights are also told with more of the smaller unit than make one of the larger: "2 yards and 7 feet"."""
ENDS = re.compile(r"\Z|[.;!?)](?:\s|\Z)")


def with_smaller_unit(page: Page, amount: Amount) -> Amount:
    """ "6ft 2in", "18st 4lb", "2 hours and 15 minutes", as one amount in the smaller unit."""
    if amount.unit.kind not in ("measure", "time") or amount.unit.per:
        return amount
    lower, end = page.lower, amount.end
    joins = ("", " ", ", ", " and ", ", and ", *page.language.words.get("smaller_unit_joins", ()))
    for join in sorted((join for join in joins if lower.startswith(join, end)), key=len, reverse=True):
        further = numeral_at(page, end + len(join))
        further = fraction_at(page, end + len(join), further) if further and further.how == "digits" and amount.unit.kind == "measure" else further
        further = further or numeral_at(page, end + len(join))
        if further is None or further.scaled:
            continue
        found = unit_after(page, further) or _short_symbol(page, amount, further) or _understood(page, amount, further)
        if found is None or found[0].kind != amount.unit.kind:
            return amount
        number = in_smaller_unit(amount.number, amount.unit, further.number, found[0])
        larger = MOST_SMALLER if amount.unit.kind == "measure" and further.number.value < MOST_IN_SMALLER else 1
        if number is None or further.number.value * found[0].size >= amount.unit.size * larger:
            return amount
        return with_smaller_unit(page, amount._replace(number=number, unit=found[0], end=found[2], may_also_be=()))
    return amount


def _short_symbol(page: Page, amount: Amount, further: Numeral) -> tuple[Unit, tuple[Unit, ...], int, int] | None:
    """A symbol that is a unit only when glued to its number, or right after a larger one: "12 ft 2 in"."""
    place = further.end + (page.plain[further.end : further.end + 1] == " ")
    found = page.language.glued_symbols.at(page.plain, place)
    unit = page.language.units.get(found[0]) if found else None
    return (unit, (), found[1], 0) if found and unit and unit.dimension == amount.unit.dimension and unit.size < amount.unit.size else None


def _understood(page: Page, amount: Amount, further: Numeral) -> tuple[Unit, tuple[Unit, ...], int, int] | None:
    """The smaller unit that two bare digits after the larger are in: "2 h 45"."""
    smaller = page.language.words.get("understood_units", {}).get(amount.unit.code)
    if smaller is not None and further.how == "words" and 1 < further.number.mantissa < 60 and ENDS.match(page.lower, further.end):
        return page.language.units[smaller], (), further.end, 0  # "one hour thirty"
    tight = page.plain[further.start - 1] == "-" and further.end - further.start == 1  # "6-foot-4"
    if smaller is None or further.how != "digits" or not (tight or further.end - further.start == 2) or noun_after(page, further.end)[1]:
        return None
    return page.language.units[smaller], (), further.end, 0


def with_half(page: Page, amount: Amount) -> Amount:
    """Half a unit more, said after it: "deux ans et demi"."""
    if amount.unit is PLAIN or amount.number.divisor != 1:
        return amount
    for words in page.language.words.get("half_after_unit", ()):
        end = amount.end + len(words)
        rest = page.lower[end : end + 12].lstrip(" ")
        if rest.startswith(tuple(f"{word} " for word in page.language.words.get("half_followers_of_all", ()))):
            continue  # "two trucks and half the load"
        if page.lower.startswith(words, amount.end) and not page.lower[end : end + 1].isalpha():
            return amount._replace(number=plus(amount.number, Number(1, 0, 2)), end=end)
    return amount


def with_larger_unit(page: Page, amount: Amount) -> Amount:
    """ "an hour and 45 minutes", "an hour and a half": the article's unit before belongs to it."""
    lower, start = page.lower, amount.start
    for join in page.language.words.get("number_joins", ()):
        place = start - len(join) - 2
        if place < 0 or not lower.startswith(f" {join} ", place):
            continue
        found = page.language.unit_names.before(lower, place)
        article = article_before(page, found[1]) if found and found[0] in page.language.units else None
        if found is None or article is None:
            continue
        larger = page.language.units[found[0]]
        if amount.numeral.how == "fraction" and amount.unit in (PLAIN, RATIO) and larger.kind == "time":
            return amount._replace(start=article, number=plus(Number(1), amount.number), unit=larger)
        if amount.unit.kind == "time" and (number := in_smaller_unit(Number(1), larger, amount.number, amount.unit)):
            return amount._replace(start=article, number=number)
    return amount


def with_cents(page: Page, amount: Amount) -> Amount:
    """ "3 dollars and 50 cents" as one amount."""
    if amount.number.divisor != 1 or amount.number.exponent != 0:
        return amount
    for join in page.language.words.get("cent_joins", (" ", " and ", ", ")):
        further = numeral_at(page, amount.end + len(join)) if page.lower.startswith(join, amount.end) else None
        found = unit_after(page, further) if further else None
        if (
            further
            and found is None
            and not amount.money_first
            and further.number.exponent == 0
            and 1 <= further.number.mantissa < 100
            and join != ", "
            and page.lower[further.start : further.end] not in page.language.words.get("articles", ())  # "nahm 300 Euro ein"
            and ENDS.match(page.lower, further.end)
        ):
            return amount._replace(number=Number(amount.number.mantissa * 100 + further.number.mantissa, -2), end=further.end)
        own = found is not None and (
            found[0] == amount.unit
            or amount.unit in found[1]
            or (further is not None and page.lower[further.end : found[2]].strip(" -") in page.language.words.get("cents_of_all", ()))
        )
        if further and found and found[3] == -2 and own and further.number.exponent == 0 and further.number.mantissa < 100:
            return amount._replace(number=Number(amount.number.mantissa * 100 + further.number.mantissa, -2), end=found[2])
    return amount
