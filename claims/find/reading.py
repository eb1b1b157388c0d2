"""One figure with all that belongs to it: the complete way of reading, by which the quick way is tested.

From a number it looks to the right for the unit and what that goes to, for the other end of a range and for a
smaller unit, then to the left for the currency, the sign and the hedge, then to the right again for what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from claims.figure import Figure
from claims.find.count import counted, noun_after
from claims.find.fraction import article_before, fraction_at, vulgar_at
from claims.find.hedge import hedge_around, hedge_within
from claims.find.measure import in_smaller_unit, measure_at, per_after
from claims.find.money import money_after, money_before
from claims.find.name import is_named, is_score
from claims.find.number import Numeral, numeral_at, plus, times
from claims.find.page import Page
from claims.find.percentage import percent_at
from claims.find.period import period_after
from claims.find.unspaced import Told, is_longer_name, is_no_amount, is_vague, one_in_so_many, with_glued_words
from claims.language import last_word
from claims.rounding import PLAIN as NO_HEDGE
from claims.rounding import Number
from claims.unit import PERCENTAGE_POINT, PLAIN, TIMES, Unit

WORD = re.compile(r"[^\W\d_]+")
ORDINAL = Unit("plain", "ordinal")
LARGEST_WEIGHT = 10000
"""Pounds and such above this are money rather than weight."""
MOST_POINTS = 100
"""More points than this are an index's or a game's, not those of a percentage."""
RATIO = Unit("plain", dimension="ratio")


ENDS = re.compile(r"\Z|[.;!?)](?:\s|\Z)")


class Amount(NamedTuple):
    """A number with its unit: the middle of a figure."""

    start: int
    end: int
    number: Number
    unit: Unit
    may_also_be: tuple[Unit, ...]
    numeral: Numeral
    money_first: bool = False


def figure_at(page: Page, place: int) -> Figure | None:
    """The figure whose number begins at `place` (or an article before it)."""
    amount = amount_at(page, place)
    if amount is None or _is_ordinal(page, amount.numeral):
        return None
    if not page.language.spaced and (is_vague(page, amount.start, amount.numeral.end) or is_longer_name(page, amount.numeral.end, amount.end)):
        return None
    amount = _with_half(page, _with_larger_unit(page, amount))
    if ratio := _ratio(page, amount):
        return ratio
    amount = _with_cents(page, amount) if amount.unit.kind == "money" else _with_smaller_unit(page, amount)
    opener = _range_opener(page, amount.start)
    upper, unit, others, end = _range(page, amount, opener)
    if upper is None and (spread := _plus_minus(page, amount)):
        return spread
    start = amount.start
    if upper is not None:
        amount = amount._replace(number=upper[0], unit=unit, may_also_be=others, end=end)
    unit, end = _goes_to(page, amount.unit, amount.end)
    if upper is None and unit is PLAIN and not (amount.numeral.scaled and page.language.spaced) and _is_no_figure(page, amount, end):
        return None
    counts, noun, after = noun_after(page, end) if unit.kind in ("plain", "measure", "time") else ("", "", end)
    if unit.kind == "plain" and unit.code == "" and noun and (amount.numeral.how != "fraction" or amount.numeral.scaled):
        unit = counted(noun)
        went, further = per_after(page, after, unit) or (unit, after)
        if went is not unit:
            unit, end, after = went, further, further
    if not page.language.spaced:  # a counter is as close to its number as a unit
        end = after
    outer = opener[1] if opener and (upper is not None) else start
    hedge = hedge_around(page, outer, after if counts else end)
    if hedge is NO_HEDGE and amount.numeral.how != "digits":
        hedge = hedge_within(page, amount.numeral.start, amount.numeral.end)
    return Figure(
        (start, end), page.text[start:end], amount.number, upper[1] if upper else None, unit, amount.may_also_be, hedge, counts, period_after(page, after)
    )  # fmt: skip


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
    unit, others = PLAIN, ()
    if before is not None and before[3] == 0:
        unit, others, start = before[0], before[1], before[2]
        if again := _unit_after(page, numeral):
            if again[0].kind == "money" and not _next_amount(page, again[2]) and (again[0].code == unit.code or again[0] in others):
                unit, others, end = again[0], (), again[2]
    elif found := _unit_after(page, numeral):
        unit, others, end, power = found
        if unit.kind == "money" and not numeral.scaled and page.lower[end : end + 1] == " " and (scale := page.language.multipliers.at(page.lower, end + 1)) and scale[0] >= 1000:
            number, end = times(number, scale[0]), scale[1]
        if power:
            number = Number(number.mantissa, number.exponent + power, number.divisor)
    if numeral.how == "fraction" and unit is PLAIN:
        unit = RATIO if not numeral.scaled and abs(number.value) <= 1 else PLAIN
    if signed and before is not None:
        number = Number(-number.mantissa, number.exponent, number.divisor)
    elif not bare:
        start, number = _signed(page, start, number)
        for words in page.language.words.get("minus_after", ()):
            if page.lower.startswith(f" {words}", end) and number.mantissa > 0:
                number, end = Number(-number.mantissa, number.exponent, number.divisor), end + 1 + len(words)
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
    return not (percent_at(page, end) or _multiple(page, end) or _fold(page, end) or measure_at(page, end, glued=True))


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


def _signed(page: Page, start: int, number: Number) -> tuple[int, Number]:
    """The number with the sign before it: a minus glued to it that joins nothing, or a word."""
    plain, lower = page.plain, page.lower
    before = plain[start - 1 : start]
    if before == "-" and not (start > 1 and (_joins(page, plain[start - 2]) or plain[start - 2] in "-.,%)$€£")):
        return start - 1, Number(-number.mantissa, number.exponent, number.divisor)
    if before == "+" and not (start > 1 and plain[start - 2].isalnum()):
        return start - 1, number
    if plain[start - 3 : start] in ("(- ", "(+ ") and start > 2:
        return start - 2, Number(-number.mantissa if plain[start - 2] == "-" else number.mantissa, number.exponent, number.divisor)
    place = start - 1 if before == " " else start
    found = page.language.minus.before(lower, place)
    if found and found[0] and (place < start or not page.language.spaced) and lower[found[1] : place] != "-":
        return found[1], Number(-number.mantissa, number.exponent, number.divisor)
    return start, number


def _unit_after(page: Page, numeral: Numeral) -> tuple[Unit, tuple[Unit, ...], int, int] | None:
    """The unit to the right: glued, after a space, or after a hyphen."""
    lower, end = page.lower, numeral.end
    sign = lower[end : end + 1]
    glued = sign not in (" ", "-")
    place = end if glued else end + 1
    if glued and numeral.how == "words" and sign.isalpha() and page.language.spaced and not page.language.words.get("compounds"):
        return None
    places = [place]
    if not glued:
        places += skipped(lower, place, page.language.words.get("skipped_after", ()))
        if numeral.how == "fraction":
            places += [place + len(words) + 1 for words in ("of a", "of an", "an", "a", "of one") if lower.startswith(f"{words} ", place)]
    for spot in places:
        if (found := percent_at(page, spot)) and (found[0] is not PERCENTAGE_POINT or numeral.number.value < MOST_POINTS):
            return found[0], (), found[1], 0
        if (found := _multiple(page, spot)) is not None:
            return TIMES, (), found, 0
        money = money_after(page, spot, glued=glued)
        measure = measure_at(page, spot, glued=glued)
        if money and measure and money[2] <= measure[1]:
            if not numeral.scaled and numeral.number.mantissa < LARGEST_WEIGHT:
                return measure[0], (money[0],), measure[1], 0
            return money[0], (*money[1][:7], measure[0]), money[2], money[3]
        if money and (sign != "-" or lower[spot].isalpha()) and not (page.plain[money[2] : money[2] + 1].isdigit() and not page.plain[money[2] - 1].isalpha()):
            return money
        if measure and measure[0].kind == "time" and spot != place and numeral.how != "fraction":
            continue
        if measure:
            return measure[0], (), measure[1], 0
    if sign == "-" and not glued and (fold := _fold(page, place)):
        return TIMES, (), fold, 0
    return (TIMES, (), fold, 0) if glued and (fold := _fold(page, end)) else None


def skipped(lower: str, place: int, words: Iterable[str]) -> list[int]:
    """Where the text goes on after each of the words that stands at `place`, as a word of its own or elided ("d'euros")."""
    written = [word if word.endswith("'") else f"{word} " for word in words]
    return [place + len(word) for word in written if lower.startswith(word, place)]


def _multiple(page: Page, place: int) -> int | None:
    """Where the word ends that makes a multiple of the number before it: "2.6 times", "2倍"."""
    for word in page.language.words.get("times", ()):
        end = place + len(word)
        if page.lower.startswith(word, place) and not (page.language.spaced and page.lower[end : end + 1].isalnum()):
            return end
    return None


def _fold(page: Page, place: int) -> int | None:
    for ending in page.language.words.get("fold", ()):
        if page.lower.startswith(ending, place) and not page.lower[place + len(ending) : place + len(ending) + 1].isalpha():
            return place + len(ending)
    return None


def _goes_to(page: Page, unit: Unit, end: int) -> tuple[Unit, int]:
    if unit.kind == "points":
        return unit, end
    if unit is TIMES:
        found = per_after(page, end, PLAIN)
        return found or (unit, end)
    found = per_after(page, end, unit) if unit.kind != "plain" or page.lower.startswith((" per ", "/"), end) else None
    return found or (unit, end)


def _ratio(page: Page, amount: Amount) -> Figure | None:
    """"one in five", "3 out of 10", "60 per 1,000"."""
    numeral, lower = amount.numeral, page.lower
    if not page.language.spaced and amount.unit is PLAIN and (found := one_in_so_many(page, numeral)):
        return Figure((numeral.start, found[1]), page.text[numeral.start : found[1]], found[0], None, RATIO, (), hedge_around(page, numeral.start, found[1]))
    if amount.unit is not PLAIN or numeral.scaled or numeral.number.exponent > 0 or numeral.number.divisor != 1 or lower[numeral.end : numeral.end + 1] not in (" ", "-"):
        return None
    limits = page.language.words.get("ratio_limits", {})
    start = numeral.end + 1
    for begin, join in ((begin, join) for join in page.language.words.get("ratio_joins", ()) for begin in (start, *_past_nouns(page, start, join))):
        place = begin + len(join) + 1
        if not lower.startswith(join, begin) or lower[place - 1 : place] not in (" ", "-") or page.language.percent.at(lower, begin):
            continue
        other = numeral_at(page, place)
        if other is None or other.number.divisor != 1 or other.number.value <= numeral.number.value or other.number.exponent < 0:
            continue
        if join == "in" and (other.number.value > 1000 or _unit_after(page, other) is not None or (numeral.number.value > 10 and other.number.mantissa % 10)):
            continue
        if join in limits and (_unit_after(page, other) is not None or (numeral.number.value > limits[join] and not _is_power_of_ten(other.number))):
            continue
        number = Number(numeral.number.mantissa, numeral.number.exponent, int(other.number.value))
        hedge = hedge_around(page, numeral.start, other.end)
        counts = noun_after(page, other.end)
        return Figure((numeral.start, other.end), page.text[numeral.start : other.end], number, None, RATIO, (), hedge, counts[0], period_after(page, counts[2]))
    return None


def _past_nouns(page: Page, place: int, join: str) -> Iterator[int]:
    """Where a ratio's join may stand behind what is counted, in languages that put it there: "une personne sur cinq"."""
    for _ in range(page.language.words.get("ratio_nouns", 0)):
        word = WORD.match(page.lower, place)
        if word is None or word.group() in page.language.no_noun or page.lower[word.end() : word.end() + 1] != " ":
            return
        place = word.end() + 1
        yield place


def _is_power_of_ten(number: Number) -> bool:
    """Whether rates go to so many: 100, 1,000, 100,000."""
    digits = str(number.mantissa * 10**number.exponent)
    return len(digits) > 2 and digits.rstrip("0") == "1"


def _with_smaller_unit(page: Page, amount: Amount) -> Amount:
    """"6ft 2in", "18st 4lb", "2 hours and 15 minutes", as one amount in the smaller unit."""
    if amount.unit.kind not in ("measure", "time") or amount.unit.per:
        return amount
    lower, end = page.lower, amount.end
    joins = ("", " ", ", ", " and ", *page.language.words.get("smaller_unit_joins", ()))
    for join in sorted((join for join in joins if lower.startswith(join, end)), key=len, reverse=True):
        further = numeral_at(page, end + len(join))
        if further is None or further.scaled or (join == " and " and further.how != amount.numeral.how and False):
            continue
        found = _unit_after(page, further) or _understood(page, amount, further)
        if found is None or found[0].kind != amount.unit.kind:
            return amount
        number = in_smaller_unit(amount.number, amount.unit, further.number, found[0])
        if number is None or further.number.value * found[0].size >= amount.unit.size:
            return amount
        return _with_smaller_unit(page, amount._replace(number=number, unit=found[0], end=found[2], may_also_be=()))
    return amount


def _understood(page: Page, amount: Amount, further: Numeral) -> tuple[Unit, tuple[Unit, ...], int, int] | None:
    """The smaller unit that two bare digits after the larger are in: "2 h 45"."""
    smaller = page.language.words.get("understood_units", {}).get(amount.unit.code)
    if smaller is None or further.how != "digits" or further.end - further.start != 2 or noun_after(page, further.end)[1]:
        return None
    return page.language.units[smaller], (), further.end, 0


def _with_half(page: Page, amount: Amount) -> Amount:
    """Half a unit more, said after it: "deux ans et demi"."""
    for words in page.language.words.get("half_after_unit", ()):
        end = amount.end + len(words)
        if amount.unit is not PLAIN and amount.number.divisor == 1 and page.lower.startswith(words, amount.end) and not page.lower[end : end + 1].isalpha():
            return amount._replace(number=plus(amount.number, Number(1, 0, 2)), end=end)
    return amount


def _is_ordinal(page: Page, numeral: Numeral) -> bool:
    """Whether an ordinal's last word follows: "twenty-first"."""
    end = numeral.end
    return numeral.how == "words" and page.lower[end : end + 1] in ("-", " ") and numeral.number.mantissa >= 20 and page.language.ordinals.at(page.lower, end + 1) is not None


def _with_larger_unit(page: Page, amount: Amount) -> Amount:
    """"an hour and 45 minutes", "an hour and a half": the article's unit before belongs to it."""
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


def _with_cents(page: Page, amount: Amount) -> Amount:
    """"3 dollars and 50 cents" as one amount."""
    if amount.money_first or amount.number.divisor != 1 or amount.number.exponent != 0:
        return amount
    for join in page.language.words.get("cent_joins", (" ", " and ", ", ")):
        further = numeral_at(page, amount.end + len(join)) if page.lower.startswith(join, amount.end) else None
        found = _unit_after(page, further) if further else None
        if further and found is None and further.number.exponent == 0 and 1 <= further.number.mantissa < 100 and join != ", " and ENDS.match(page.lower, further.end):
            return amount._replace(number=Number(amount.number.mantissa * 100 + further.number.mantissa, -2), end=further.end)
        if further and found and found[3] == -2 and (found[0] == amount.unit or amount.unit in found[1]) and further.number.exponent == 0:
            return amount._replace(number=Number(amount.number.mantissa * 100 + further.number.mantissa, -2), end=found[2])
    return amount


def _range_opener(page: Page, start: int) -> tuple[str, int] | None:
    place = start - 1 if page.lower[start - 1 : start] == " " else start
    return page.language.range_openers.before(page.lower, place)


Upper = tuple[Number, Number]


def _range(page: Page, amount: Amount, opener: tuple[str, int] | None) -> tuple[Upper | None, Unit, tuple[Unit, ...], int]:
    """Both ends, where the amount is the lower end of a range; they share the scale and the unit that only one of them prints."""
    nothing: tuple[None, Unit, tuple[Unit, ...], int] = (None, amount.unit, amount.may_also_be, amount.end)
    lower, end = page.lower, amount.end
    spot = end + 1 if lower[end : end + 1] == " " else end + 2 if lower.startswith("- ", end) else end
    join = page.language.range_joins.at(lower, spot)
    if join is None or (join[0] == "and" and (opener is None or opener[0] != "and")):
        return nothing
    word = lower[spot : join[1]].isalpha()
    if page.language.spaced and word and (spot == end or lower[join[1] : join[1] + 1] != " "):
        return nothing
    if not word and (spot > end) != (lower[join[1] : join[1] + 1] == " "):
        return nothing
    place = join[1] + (lower[join[1] : join[1] + 1] == " ")
    if opener is not None and (hedged := page.language.hedges_before.at(lower, place)):  # "between 20 and about 30"
        place = hedged[1] + (lower[hedged[1] : hedged[1] + 1] == " ")
    return _other_end(page, amount, opener, join[0] if not word or join[0] else "to", place) or nothing


def _other_end(page: Page, amount: Amount, opener: tuple[str, int] | None, join: str, place: int) -> tuple[Upper, Unit, tuple[Unit, ...], int] | None:
    sign = page.language.currency_symbols.at(page.plain, place)
    at = sign[1] + (page.plain[sign[1] : sign[1] + 1] == " ") if sign else place
    minus = page.plain[at : at + 1] == "-" and page.plain[at + 1 : at + 2].isdigit()
    other = amount_at(page, at + minus, bare=True) if sign is None else _priced(page, at, amount)
    if other is None or other.numeral.start < at:
        return None
    own = amount.unit is not PLAIN and not (amount.money_first and other.unit is PLAIN)
    both = (own and other.unit is not PLAIN) or (amount.money_first and sign is not None)
    if opener is not None and opener[0] == "to" and (both or ((amount.unit is PLAIN) == (other.unit is PLAIN) and amount.money_first == (sign is not None) and amount.unit is not PLAIN)):
        return None
    unit, others = (other.unit, other.may_also_be) if amount.unit is PLAIN else (amount.unit, amount.may_also_be)
    if other.unit is not PLAIN and unit != other.unit and not (other.unit.kind == "money" and unit.kind == "money" and other.unit in others):
        return None
    if other.unit is PLAIN and amount.unit is not PLAIN and not amount.money_first:
        return None
    low, high = amount.number, Number(-other.number.mantissa, other.number.exponent, other.number.divisor) if minus else other.number
    if other.numeral.scaled and not amount.numeral.scaled and not (both and low.value >= 1000) and low.value < 1000:
        low = _same_scale(page, low, other.numeral)
    elif other.numeral.scaled and not amount.numeral.scaled and amount.unit is PLAIN and low.exponent == 0 and other.number.exponent > 0 and other.number.mantissa >= 1000:
        low = Number(low.mantissa, other.number.exponent, low.divisor)  # "1.842 a 2.063 millones"
    if other.unit.kind == "money" and amount.unit is PLAIN and other.number.exponent != other.numeral.number.exponent:
        low = Number(low.mantissa, low.exponent - 2, low.divisor)
    if low.value >= high.value or (join == "or" and high.value > low.value * 2):
        return None
    bare = unit is PLAIN and not amount.numeral.scaled
    if bare and opener is None and (is_score(page, amount.start, other.end) or _blocked(page, amount.start, join)):
        return None
    return (low, high), unit, others, other.end


def _blocked(page: Page, start: int, join: str) -> bool:
    """"rose 8 to 48" gives a difference and a result, no range."""
    return join == "to" and last_word(page.lower, start - 1) in page.language.words.get("range_blockers", ())


def _priced(page: Page, place: int, amount: Amount) -> Amount | None:
    return amount_at(page, place)


def _same_scale(page: Page, number: Number, other: Numeral) -> Number:
    """The lower end in the scale of the upper: "$10 to $15 billion", "5〜10万"."""
    if not page.language.spaced:
        factor = page.language.multipliers.before(page.lower, other.end)
        return times(number, factor[0]) if factor else number
    power = len(str(abs(other.number.mantissa) * 10 ** max(0, other.number.exponent)))
    scale = (power - 1) // 3 * 3 if other.number.exponent >= 0 else 0
    digits = other.number.value / Fraction(10) ** scale
    while scale > 0 and digits < 1:
        scale -= 3
        digits *= 1000
    return Number(number.mantissa, number.exponent + scale, number.divisor)


def _plus_minus(page: Page, amount: Amount) -> Figure | None:
    """"2.5 ± 0.1 kg" is the range from 2.4 to 2.6."""
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
        return Figure((amount.start, other.end), page.text[amount.start : other.end], Number(middle - reach, exponent), Number(middle + reach, exponent), other.unit, other.may_also_be)
    return None


def _is_no_figure(page: Page, amount: Amount, end: int) -> bool:
    """Whether a bare number is a name's, or an article's or a pronoun's word ("one of them")."""
    if not page.language.spaced:
        return is_no_amount(page, amount.start, end)
    if amount.numeral.how == "digits":
        following = page.plain[end : end + 1]
        if following.isalpha() and page.language.spaced:
            return True
        section = page.language.decimal == "," and "." in page.plain[amount.numeral.start : amount.numeral.end]
        return is_named(page, amount.start, end) if amount.number.exponent == 0 or section else False
    return _is_pronoun(page, amount) or (is_named(page, amount.start, end) and page.plain[amount.start].isupper())


def _is_pronoun(page: Page, amount: Amount) -> bool:
    lower, language = page.lower, page.language
    word = lower[amount.numeral.start : amount.numeral.end]
    if word in language.words.get("articles", ()):
        return WORD.search(lower, amount.end) is not None or amount.start > 0
    if word not in language.words.get("pronoun_words", ()):
        return False
    if word in language.words.get("articles", ()):
        return True  # "un homme": where the article is the word for one, it counts units and scales only
    if last_word(lower, amount.start - 1) in language.words.get("not_before", ()) and amount.start:
        return True
    following = WORD.match(lower, amount.end + 1)
    if following is None:
        return amount.start > 0
    return following.group() in language.words.get("not_after", ()) or (lower[amount.end] != " " and lower[amount.end] != "-")
