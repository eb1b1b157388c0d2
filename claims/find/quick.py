"""The quick way: the few shapes that most figures have, read with one expression and a handful of look-ups.

"$1.2 billion", "12.5%", "1,234 people", "40 miles an hour", and "in 2019". At the least doubt — a word on either side
that any table of the language begins or ends with — it gives way to the complete reading. A test compares the two.
"""

from __future__ import annotations

import re

from claims.day import Day
from claims.figure import Figure
from claims.find.count import counted, noun_after
from claims.find.day import FIRST_YEAR, LAST_YEAR
from claims.find.doubt import ENDS, Doubts
from claims.find.hedge import hedge_before, hedge_of_span
from claims.find.measure import WORD, differences, likewise, per_after
from claims.find.name import is_named
from claims.find.page import Page
from claims.find.percentage import percent_at
from claims.find.period import period_after
from claims.find.unit import MOST_POINTS
from claims.language import Language
from claims.phrases import last_word
from claims.rounding import PLAIN as NO_HEDGE
from claims.rounding import Hedge, Number
from claims.unit import PERCENTAGE_POINT, PLAIN, Unit

EARLIEST_SURE_YEAR = 1500
Others = tuple[Unit, ...]


def quick_at(page: Page, place: int, doubt: Doubts) -> Figure | Day | None:
    """The figure or the year whose digits begin at `place`, where it has one of the sure shapes; None leaves it to the complete reading."""
    shape = doubt.shape.match(page.plain, place)
    if shape is None:
        return None
    whole, decimals, glued, word = shape.groups()
    money = doubt.signs.get(page.plain[place - 1 : place])
    start = place - 1 if money else place
    if word and page.plain[shape.end() : shape.end() + 1] == "." and page.plain[shape.end() + 1 : shape.end() + 2].isalpha():
        return None  # "2 a.m."
    left = _left_of(page, doubt, start)
    following = word.lower() if word else ""
    if left is None or (not word and not _stops(page, doubt, shape.end())) or len(following) != len(word or ""):
        return None
    if left in doubt.namers and is_named(page, start, shape.end()):
        return None
    if len(whole) == 4 and not (decimals or glued or money) and FIRST_YEAR <= (year := int(whole)) <= LAST_YEAR:
        sure = left in doubt.years and year >= EARLIEST_SURE_YEAR and following not in doubt.right and following not in doubt.pers
        return Day((place, place + 4), page.text[place : place + 4], year) if sure else None
    hedge = (hedge_before(page, start) or NO_HEDGE) if left in doubt.hedges else NO_HEDGE
    number = _number(page.language, whole, decimals)
    if money:
        return _money(page, doubt, shape, start, number, money, following, hedge)
    if glued or following in doubt.percents:
        return _percentage(page, doubt, shape, number, hedge)
    if following in doubt.scales:
        number = Number(number.mantissa, number.exponent + doubt.scales[following])
        return _counted(page, doubt, start, shape.end(), number, hedge)
    if following in doubt.units:
        return None if left in doubt.joins else _measured(page, doubt, start, number, following, shape.end(), hedge)
    return _counted(page, doubt, start, shape.start(4) - 1 if word else shape.end(), number, hedge)


def _left_of(page: Page, doubt: Doubts, start: int) -> str | None:
    """The word before a figure, "" where there is none; None where it may belong to the figure."""
    if not start:
        return ""
    gap = page.plain[start - 1]
    if gap == "(":
        return ""
    if gap != " ":
        return None
    left = last_word(page.lower, start - 1)
    if left in doubt.left or (not left.isalpha() and left not in ",;)") or last_word(page.plain, start - 1) in doubt.left:
        return None
    return left


def _stops(page: Page, doubt: Doubts, place: int) -> bool:
    """Whether the phrase ends at `place`."""
    sign = page.plain[place : place + 1]
    return not sign or (sign in doubt.ends and not page.plain[place + 1 : place + 2].isalnum())


def _number(tongue: Language, whole: str, decimals: str | None) -> Number:
    if len(whole) > 4:
        whole = whole.replace(tongue.groups[:1], "")
    return Number(int(whole + decimals), -len(decimals)) if decimals else Number(int(whole))


def _goes_on(page: Page, doubtful: frozenset[str], place: int) -> str | None:
    """The word after `place`, "" where the phrase ends there; None where it may belong to the figure."""
    lower = page.lower
    sign = lower[place : place + 1]
    if sign == " ":
        word = WORD.match(lower, place + 1)
        if word is None:
            return "" if lower[place + 1 : place + 2] == "(" else None
        return None if word.group() in doubtful else word.group()
    if sign and (sign not in ENDS or lower[place + 1 : place + 2].isalnum()):
        return None
    return ""


def _with_per(page: Page, doubt: Doubts, unit: Unit, end: int) -> tuple[Unit, int, str] | None:
    """The unit with what it goes to, where it ends, and the word after it; None in doubt."""
    following = _goes_on(page, doubt.beyond, end)
    if following in doubt.pers and unit.kind != "points" and (found := per_after(page, end, unit)):
        unit, end = found
        following = _goes_on(page, doubt.beyond, end)
    if following is None and unit.kind == "percent" and (join := page.language.range_joins.at(page.lower, end + 1)) and page.plain[join[1] + 1 : join[1] + 2] in doubt.signs:
        following = page.lower[end + 1 : join[1]]  # "12 percent to $5 million" is no range
    return None if following is None else (unit, end, following)


def _money(page: Page, doubt: Doubts, shape: re.Match[str], start: int, number: Number, money: tuple[Unit, Others], following: str, hedge: Hedge) -> Figure | None:
    end = shape.start(4) - 1 if following else shape.end()
    if glued := shape[3]:
        scale = page.language.money_scale_signs.at(glued, 0)
        if scale is None or scale[1] != len(glued) or following in doubt.scales:
            return None
        number = Number(number.mantissa, number.exponent + scale[0])
    elif following in doubt.scales:
        number, end = Number(number.mantissa, number.exponent + doubt.scales[following]), shape.end()
    elif following in doubt.others or (following in doubt.joins and page.plain[shape.end() + 1 : shape.end() + 2].isdigit()):
        return None
    went = _with_per(page, doubt, money[0], end)
    if went is None or went[2] in doubt.units or went[2] in doubt.scales:
        return None
    unit, end, following = went
    return Figure((start, end), page.text[start:end], number, None, unit, likewise(unit, money[0], money[1]), hedge, period=period_after(page, end) if following in doubt.periods else "")


def _percentage(page: Page, doubt: Doubts, shape: re.Match[str], number: Number, hedge: Hedge) -> Figure | None:
    start = shape.start()
    found = percent_at(page, shape.start(3) if shape[3] else shape.start(4))
    if found is None or (found[0] is PERCENTAGE_POINT and number.value >= MOST_POINTS):
        return None
    went = _with_per(page, doubt, *found)
    if went is None:
        return None
    unit, end, following = went
    return Figure((start, end), page.text[start:end], number, None, unit, (), hedge, period=period_after(page, end) if following in doubt.periods else "")


def _measured(page: Page, doubt: Doubts, start: int, number: Number, name: str, end: int, hedge: Hedge) -> Figure | None:
    following = _goes_on(page, doubt.beyond, end)
    if following is None or following in doubt.second[name] or following in doubt.units or following in doubt.joins or following in doubt.others or page.plain[end : end + 1] == ",":
        return None  # "3 years, two months" is one figure
    went = _with_per(page, doubt, doubt.units[name], end)
    if went is None:
        return None
    unit, end, following = went
    counts, _, reached = noun_after(page, end) if following else ("", "", end)
    if reached != end and _goes_on(page, doubt.beyond, reached) is None:
        return None
    others = likewise(unit, doubt.units[name], differences(doubt.units[name]))
    return Figure((start, end), page.text[start:end], number, None, unit, others, hedge_of_span(page, hedge, unit, end), counts, period_after(page, reached))


def _counted(page: Page, doubt: Doubts, start: int, end: int, number: Number, hedge: Hedge) -> Figure | None:
    if page.plain[end : end + 1] == "," and page.plain[start - 2 : start - 1] == ",":
        return None  # an age: "Mary Smith, 54, said"
    if page.plain[end + 1 : end + 2].isupper():
        return None  # an address: "10 Downing Street"
    following = _goes_on(page, doubt.right, end)
    if following is None or following in doubt.units:
        return None
    counts, noun, reached = noun_after(page, end) if following else ("", "", end)
    unit = counted(noun) if noun else PLAIN
    if reached != end and ((after := _goes_on(page, doubt.beyond, reached)) is None or after in doubt.pers):
        return None
    return Figure((start, end), page.text[start:end], number, None, unit, (), hedge, counts, period_after(page, reached))
