"""Proportions: "one in five", "3 out of 10", "60 per 1,000"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.figure import Figure
from claims.find.amount import RATIO, Amount
from claims.find.count import noun_after
from claims.find.hedge import hedge_around
from claims.find.measure import WORD
from claims.find.number import numeral_at
from claims.find.page import Page
from claims.find.period import period_after
from claims.find.unit import unit_after
from claims.find.unspaced import one_in_so_many
from claims.rounding import Number
from claims.unit import PLAIN


def ratio_at(page: Page, amount: Amount) -> Figure | None:
    """ "one in five", "3 out of 10", "60 per 1,000"."""
    numeral, lower = amount.numeral, page.lower
    if not page.language.spaced and amount.unit is PLAIN and (found := one_in_so_many(page, numeral)):
        return Figure((numeral.start, found[1]), page.text[numeral.start : found[1]], found[0], None, RATIO, (), hedge_around(page, numeral.start, found[1]))
    if (
        amount.unit is not PLAIN
        or numeral.scaled
        or numeral.number.exponent > 0
        or numeral.number.divisor != 1
        or lower[numeral.end : numeral.end + 1] not in (" ", "-")
    ):
        return None
    limits = page.language.words.get("ratio_limits", {})
    start = numeral.end + 1
    begins = (start, *_past_nouns(page, start))
    for begin, join in ((begin, join) for join in page.language.words.get("ratio_joins", ()) for begin in begins):
        place = begin + len(join) + 1
        if not lower.startswith(join, begin) or lower[place - 1 : place] not in (" ", "-") or page.language.percent.at(lower, begin):
            continue
        other = numeral_at(page, place)
        if other is None or other.number.divisor != 1 or other.number.value <= numeral.number.value or other.number.exponent < 0:
            continue
        if join == "in" and (other.number.value > 1000 or unit_after(page, other) is not None or (numeral.number.value > 10 and other.number.mantissa % 10)):
            continue
        if join in page.language.words.get("ratio_ends", ()) and (numeral.number.mantissa != 1 or not _ends(page, other.end)):
            continue  # "one over twenty", but not "one over 20 people"
        if join in limits and (unit_after(page, other) is not None or (numeral.number.value > limits[join] and not _is_power_of_ten(other.number))):
            continue
        number = Number(numeral.number.mantissa, numeral.number.exponent, int(other.number.value))
        hedge = hedge_around(page, numeral.start, other.end)
        counts = noun_after(page, other.end)
        return Figure(
            (numeral.start, other.end), page.text[numeral.start : other.end], number, None, RATIO, (), hedge, counts[0], period_after(page, counts[2])
        )
    return None


def _past_nouns(page: Page, place: int) -> Iterator[int]:
    """Where a ratio's join may stand behind what is counted, in languages that put it there: "une personne sur cinq"."""
    for _ in range(page.language.words.get("ratio_nouns", 0)):
        word = WORD.match(page.lower, place)
        if word is None or word.group() in page.language.no_noun or page.lower[word.end() : word.end() + 1] != " ":
            return
        place = word.end() + 1
        yield place


def _ends(page: Page, place: int) -> bool:
    """Whether the phrase ends at `place`."""
    return not page.lower[place : place + 2].strip(" .,;:!?)\"'")


def _is_power_of_ten(number: Number) -> bool:
    """Whether rates go to so many: 10, 100, 1,000, 100,000."""
    digits = str(number.mantissa * 10**number.exponent)
    return len(digits) > 1 and digits.rstrip("0") == "1"
