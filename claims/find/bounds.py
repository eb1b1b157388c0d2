"""Ranges: "10 to 15 percent", "between 3 and 5 million euros", "2.5 ± 0.1 kg"; both ends share the scale and the unit that one of them prints."""

from __future__ import annotations

from fractions import Fraction

from claims.figure import Figure
from claims.find.amount import Amount, amount_at
from claims.find.arithmetic import times
from claims.find.number import Numeral
from claims.find.page import Page
from claims.find.score import is_score
from claims.phrases import last_word
from claims.rounding import Number
from claims.unit import PLAIN, Unit

NEAR = 10
"""How many times the lower end the upper may be, for a lower end of thousands to share its scale."""


def range_opener(page: Page, start: int) -> tuple[str, int] | None:
    place = start - 1 if page.lower[start - 1 : start] == " " else start
    return page.language.range_openers.before(page.lower, place)


MAY_CHANGE = "change"
"""What the tables say of a word that opens ranges and changes: "from"."""
IN_WORDS = "in words"
"""A join that is a word and says no more: "to"; none of the signs."""
CHANGE_REACH, CHANGE_WORDS = 60, 5
Upper = tuple[Number, Number]


def range_at(
    page: Page, amount: Amount, opener: tuple[str, int] | None, other: Amount | None = None
) -> tuple[Upper | None, Unit, tuple[Unit, ...], int]:
    """Both ends, where the amount is the lower end of a range; they share the scale and the unit that only one of them prints.

    `other`: the amount behind the word that joins, where it has been read already.
    """
    nothing: tuple[None, Unit, tuple[Unit, ...], int] = (None, amount.unit, amount.may_also_be, amount.end)
    lower, end = page.lower, amount.end
    spot = end + 1 if lower[end : end + 1] == " " else end + 2 if lower.startswith("- ", end) else end
    join = page.language.range_joins.at(lower, spot)
    if join is None or (join[0] == "and" and (opener is None or opener[0] != "and")):
        return nothing
    word = lower[spot : join[1]].isalpha()
    if page.language.spaced and word and (spot == end or lower[join[1] : join[1] + 1] != " "):
        return nothing
    lopsided = not word and (spot > end) != (lower[join[1] : join[1] + 1] == " ")
    if lopsided and (amount.unit is not PLAIN or spot == end or not page.plain[join[1] : join[1] + 1].isdigit()):
        return nothing
    place = join[1] + (lower[join[1] : join[1] + 1] == " ")
    if (hedged := page.language.hedges_before.at(lower, place)) and (opener is not None or not word):  # "between 20 and about 30"
        place = hedged[1] + (lower[hedged[1] : hedged[1] + 1] == " ")
    both = _other_end(page, amount, opener, join[0] if not word or join[0] else IN_WORDS, place, other)
    return nothing if both is None or (lopsided and both[1] is PLAIN) else both  # "75 -300mm"


def _other_end(
    page: Page, amount: Amount, opener: tuple[str, int] | None, join: str, place: int, other: Amount | None
) -> tuple[Upper, Unit, tuple[Unit, ...], int] | None:
    """The range whose upper end begins at `place`; None where that is no other end of it."""
    sign = page.language.currency_symbols.at(page.plain, place)
    at = sign[1] + (page.plain[sign[1] : sign[1] + 1] == " ") if sign else place
    minus = page.plain[at : at + 1] == "-" and page.plain[at + 1 : at + 2].isdigit()
    other = other or amount_at(page, at + minus, bare=sign is None)
    if other is None or other.numeral.start < at:
        return None
    own = amount.unit is not PLAIN and not (amount.money_first and other.unit is PLAIN)
    both = (own and other.unit is not PLAIN) or (amount.money_first and sign is not None)
    if opener is not None and opener[0] == MAY_CHANGE and not _ranges(page, opener[1]) and _is_change(page, amount, other, opener[1], both, sign is not None):
        return None
    unit, others = (other.unit, other.may_also_be) if amount.unit is PLAIN else (amount.unit, amount.may_also_be)
    if other.unit is not PLAIN and unit != other.unit and not (other.unit.kind == "money" and unit.kind == "money" and other.unit in others):
        return None
    if other.unit is PLAIN and amount.unit is not PLAIN and not amount.money_first:
        return None
    low, high = _lower_end(page, amount, other), Number(-other.number.mantissa, other.number.exponent, other.number.divisor) if minus else other.number
    if low.value > high.value and opener is not None and _ranges(page, opener[1]):
        low, high = high, low
    if low.value >= high.value or (join == "or" and high.value > low.value * 2):
        return None
    if opener is None and _changes_by(page, amount.start, join, own and both, low, high):
        return None
    bare = unit is PLAIN and not amount.numeral.scaled
    if bare and opener is None and (is_score(page, amount.start, other.end) or _blocked(page, amount.start, join)):
        return None
    return (low, high), unit, others, other.end


def _is_change(page: Page, amount: Amount, other: Amount, start: int, both: bool, signed: bool) -> bool:
    """Whether "from … to …" at `start` tells a change: a word of change stands before it, or both ends are told in full."""
    if both or _changes(page, start) or (amount.numeral.scaled and other.numeral.scaled):
        return True
    return (amount.unit is PLAIN) == (other.unit is PLAIN) and amount.money_first == signed and amount.unit is not PLAIN


def _lower_end(page: Page, amount: Amount, other: Amount) -> Number:
    """The lower end, in the scale or the hundredths that only the upper prints."""
    low = amount.number
    if other.numeral.scaled and not amount.numeral.scaled and low.value < 1000:
        low = in_scale_of(page, low, other.numeral)
    elif other.numeral.scaled and not amount.numeral.scaled and amount.unit is PLAIN and low.exponent == 0:
        shared = in_scale_of(page, low, other.numeral)  # "1.842 a 2.063 millones"
        low = shared if of_one_size(shared, other.number) else low
    if other.unit.kind == "money" and amount.unit is PLAIN and other.number.exponent != other.numeral.number.exponent:
        low = Number(low.mantissa, low.exponent - 2, low.divisor)
    return low


def of_one_size(one: Number, other: Number) -> bool:
    """Whether two numbers are near enough to be ends of one range."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return high <= low * NEAR


def _ranges(page: Page, start: int) -> bool:
    """Whether "from … to …" is a range and no change: a verb of ranging stands before it, or nothing at all."""
    before = page.lower[:start].rstrip(" ") if start < 3 else page.lower[start - 2 : start].rstrip(" ")
    return not before or before[-1:] in "(:;" or last_word(page.lower, start - 1) in page.language.words.get("range_verbs", ())


def _changes(page: Page, start: int) -> bool:
    """Whether a word of change stands shortly before "from … to …"."""
    words = page.lower[max(0, start - CHANGE_REACH) : start].split()
    return not set(words[-CHANGE_WORDS:]).isdisjoint(page.language.words.get("range_blockers", ()))


def _blocked(page: Page, start: int, join: str) -> bool:
    """ "rose 8 to 48" gives a difference and a result, no range."""
    return join == IN_WORDS and last_word(page.lower, start - 1) in page.language.words.get("range_blockers", ())


def _changes_by(page: Page, start: int, join: str, both_measured: bool, low: Number, high: Number) -> bool:
    """Whether "fell by 11,000 to 597,000", "added 97 cents to $68" tell by how much and to what, by the two units or sizes."""
    words = page.language.words
    before = last_word(page.lower, start - 1)
    by = before in words.get("change_joins", ())
    blocked = _changes(page, start) if by else before in words.get("range_blockers", ())
    return join == IN_WORDS and blocked and (both_measured or not of_one_size(low, high))


def in_scale_of(page: Page, number: Number, other: Numeral) -> Number:
    """The lower end in the scale of the upper: "$10 to $15 billion", "5〜10万"."""
    factor = page.language.multipliers.before(page.lower, other.end)
    if factor or not page.language.spaced:
        return times(number, factor[0]) if factor else number
    power = len(str(abs(other.number.mantissa) * 10 ** max(0, other.number.exponent)))
    scale = (power - 1) // 3 * 3 if other.number.exponent >= 0 else 0
    digits = other.number.value / Fraction(10) ** scale
    while scale > 0 and digits < 1:
        scale -= 3
        digits *= 1000
    return Number(number.mantissa, number.exponent + scale, number.divisor)


def plus_minus_at(page: Page, amount: Amount) -> Figure | None:
    """ "2.5 ± 0.1 kg" is the range from 2.4 to 2.6."""
    lower = page.lower
    for sign in page.language.words.get("plus_minus", ()):
        spot = amount.end + (lower[amount.end : amount.end + 1] == " ")
        if not lower.startswith(sign, spot):
            continue
        place = spot + len(sign)
        place += lower[place : place + 1] == " "
        other = amount_at(page, place, bare=True)
        if other is None or other.number.divisor != 1 or amount.number.divisor != 1 or not (amount.unit is PLAIN or amount.unit == other.unit):
            return None
        exponent = min(amount.number.exponent, other.number.exponent)
        middle = amount.number.mantissa * 10 ** (amount.number.exponent - exponent)
        reach = other.number.mantissa * 10 ** (other.number.exponent - exponent)
        return Figure(
            (amount.start, other.end),
            page.text[amount.start : other.end],
            Number(middle - reach, exponent),
            Number(middle + reach, exponent),
            other.unit,
            other.may_also_be,
        )
    return None
