"""What follows a number, as the quick way reads it: a percentage, money, a measure, what is counted; each gives way in doubt."""

from __future__ import annotations

from typing import NamedTuple

from claims.figure import Figure
from claims.find.compound import is_no_number
from claims.find.count import counted, noun_after
from claims.find.doubt import Doubts
from claims.find.doubt_words import ENDS, Openings
from claims.find.hedge import hedge_before, hedge_of_span
from claims.find.measure import WORD, differences, likewise, per_after
from claims.find.page import Page
from claims.find.percentage import percent_at
from claims.find.period import period_after
from claims.find.unit import MOST_POINTS
from claims.phrases import FIRST_WORD
from claims.rounding import PLAIN as NO_HEDGE
from claims.rounding import Hedge, Number
from claims.unit import PERCENTAGE_POINT, PLAIN, Unit

Others = tuple[Unit, ...]


class Told(NamedTuple):
    """A number so far: where it stands, the word after it and where that ends, and the word before it."""

    start: int
    end: int
    number: Number
    following: str
    reached: int
    left: str
    scaled: bool = False


def hedge(page: Page, doubt: Doubts, told: Told) -> Hedge:
    """The hedge before the number."""
    return (hedge_before(page, told.start) or NO_HEDGE) if told.left in doubt.hedged else NO_HEDGE


def _period(page: Page, doubt: Doubts, place: int) -> str:
    """The period that the words after a figure tell."""
    word = WORD.match(page.lower, place + 1) if page.lower[place : place + 1] == " " else None
    return period_after(page, place) if word is not None and word.group() in doubt.periods else ""


def begins_number(page: Page, doubt: Doubts, place: int, *, joined: bool = False) -> bool:
    """Whether another number may begin at the space at `place`, be it behind a word that joins it; what is no space and word is doubted."""
    word = WORD.match(page.lower, place + 1) if page.lower[place : place + 1] == " " else None
    if word is None or (joined and word.group() in doubt.starts):
        return True
    if page.language.anchors.match(page.lower, place) is None:
        return False
    return not doubt.has_compounds or word.group().startswith(doubt.factors) or not is_no_number(word.group(), page.language.code)


def goes_on(page: Page, doubt: Doubts, doubtful: Openings, place: int) -> str | None:
    """The word after `place`, "" where the phrase ends there; None where it may belong to the figure."""
    lower = page.lower
    sign = lower[place : place + 1]
    if sign == " ":
        word = WORD.match(lower, place + 1)
        if word is None:
            return "" if lower[place + 1 : place + 2] == "(" else None
        found = word.group()
        if found in doubtful and _may_open(lower, word.end(), doubtful[found]):
            return None
        if found in doubt.large and page.plain[place + 1].isupper():
            return None
        if (found in doubt.joined and joins(page, doubt, word.end())) or (doubt.has_compounds and begins_number(page, doubt, place)):
            return None
        return found
    if sign and (sign not in ENDS or lower[place + 1 : place + 2].isalnum()):
        return None
    return ""


def _may_open(lower: str, end: int, seconds: frozenset[str] | None) -> bool:
    """Whether the word that ends at `end` may begin one of the phrases whose second words these are; None: it is one by itself."""
    if seconds is None:
        return True
    following = FIRST_WORD.match(lower, end + 1)
    return following is None or following.group() in seconds


def _names_more(page: Page, seconds: Openings, following: str, end: int) -> bool:
    """Whether the word after a unit's name may be part of a longer name: "years" + "of age"."""
    return following in seconds and _may_open(page.lower, end + 1 + len(following), seconds[following])


def joins(page: Page, doubt: Doubts, end: int) -> bool:
    """Whether another number begins behind the joining word that ends at `end`, or behind the longer phrase that it begins ("y los")."""
    if begins_number(page, doubt, end, joined=True):
        return True
    join = page.language.range_joins.before(page.lower, end)
    longest = page.language.range_joins.at(page.lower, join[1]) if join else None
    return longest is not None and longest[1] > end and begins_number(page, doubt, longest[1], joined=True)


def _with_per(page: Page, doubt: Doubts, unit: Unit, end: int) -> tuple[Unit, int, str] | None:
    """The unit with what it goes to, where it ends, and the word after it; None in doubt."""
    following = goes_on(page, doubt, doubt.beyond, end)
    if following in doubt.pers and unit.kind != "points" and (found := per_after(page, end, unit)):
        unit, end = found
        following = goes_on(page, doubt, doubt.beyond, end)
    if (
        following is None
        and unit.kind == "percent"
        and (join := page.language.range_joins.at(page.lower, end + 1))
        and page.plain[join[1] + 1 : join[1] + 2] in doubt.signs
    ):
        following = page.lower[end + 1 : join[1]]  # "12 percent to $5 million" is no range
    return None if following is None else (unit, end, following)


def priced(page: Page, doubt: Doubts, told: Told, money: tuple[Unit, Others], glued: str | None) -> Figure | None:
    """A number after a currency's sign."""
    end, number, following = told.end, told.number, told.following
    if glued:
        scale = page.language.money_scale_signs.at(glued, 0)
        if scale is None or scale[1] != len(glued) or following in doubt.scales:
            return None
        number = Number(number.mantissa, number.exponent + scale[0])
    elif following in doubt.scales:
        number, end = Number(number.mantissa, number.exponent + doubt.scales[following]), told.reached
    elif following in doubt.others:
        return None
    return _money(page, doubt, told, money, number, end)


def paid(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """A number before a currency's name, which is the word after it."""
    unit, others, power = doubt.currencies[told.following]
    end = told.reached
    if (
        (second := goes_on(page, doubt, doubt.beyond, end)) is None
        or _names_more(page, doubt.second[told.following], second, end)
        or _number_goes_on(page, doubt, second, end)
    ):
        return None
    number = Number(told.number.mantissa, told.number.exponent + power) if power else told.number
    return _money(page, doubt, told, (unit, others), number, end)


def _money(page: Page, doubt: Doubts, told: Told, money: tuple[Unit, Others], number: Number, end: int) -> Figure | None:
    went = _with_per(page, doubt, money[0], end)
    if went is None or went[2] in doubt.units or went[2] in doubt.scales or went[2] in doubt.currencies:
        return None
    unit, end, _ = went
    return Figure(
        (told.start, end),
        page.text[told.start : end],
        number,
        None,
        unit,
        likewise(unit, money[0], money[1]),
        hedge(page, doubt, told),
        "",
        _period(page, doubt, end),
    )


def percentage(page: Page, doubt: Doubts, told: Told, place: int) -> Figure | None:
    """A number with the sign or the word of a percentage at `place`."""
    found = percent_at(page, place)
    if found is None or (found[0] is PERCENTAGE_POINT and told.number.value >= MOST_POINTS):
        return None
    went = _with_per(page, doubt, *found)
    if went is None:
        return None
    unit, end, _ = went
    return Figure((told.start, end), page.text[told.start : end], told.number, None, unit, (), hedge(page, doubt, told), "", _period(page, doubt, end))


def measured(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """A number with a unit's name, which is the word after it."""
    name, end = told.following, told.reached
    following = goes_on(page, doubt, doubt.beyond, end)
    if following is None or _names_more(page, doubt.second[name], following, end) or told.left in doubt.adders:
        return None
    if _number_goes_on(page, doubt, following, end):
        return None  # "3 years, two months" is one figure
    went = _with_per(page, doubt, doubt.units[name], end)
    if went is None:
        return None
    unit, end, following = went
    counts, _, reached = noun_after(page, end) if following else ("", "", end)
    if reached != end and goes_on(page, doubt, doubt.beyond, reached) is None:
        return None
    others = likewise(unit, doubt.units[name], differences(doubt.units[name]))
    hedged = hedge_of_span(page, hedge(page, doubt, told), unit, end)
    return Figure((told.start, end), page.text[told.start : end], told.number, None, unit, others, hedged, counts, _period(page, doubt, reached))


def _number_goes_on(page: Page, doubt: Doubts, following: str, end: int) -> bool:
    """Whether a number may follow a unit that belongs to the one before it."""
    if following:
        return begins_number(page, doubt, end)
    if page.plain[end : end + 1] != ",":
        return False
    word = WORD.match(page.lower, end + 2)
    return begins_number(page, doubt, end + 1) or word is None or word.group() in doubt.joined


def ratio_follows(page: Page, doubt: Doubts, place: int) -> bool:
    """Whether a word of a ratio follows within a few: "un homme politique sur dix"."""
    for _ in range(doubt.ratio_nouns if doubt.ratios else 0):
        word = WORD.match(page.lower, place + 1)
        if word is None or page.lower[place : place + 1] != " ":
            return False
        if word.group() in doubt.ratios and _may_open(page.lower, word.end(), doubt.ratios[word.group()]):
            return True
        place = word.end()
    return False


def counted_by(page: Page, doubt: Doubts, told: Told, unit: Unit) -> Figure | None:
    """A number with the noun that it counts, or with nothing (`unit` is what it is then)."""
    start, end = told.start, told.end
    sign = page.lower[end : end + 1]
    if (sign == " " and ratio_follows(page, doubt, end)) or (sign == "," and told.scaled and begins_number(page, doubt, end + 1)):
        return None  # "60 cas pour 100 000 habitants"; "three million, two hundred"
    counts, noun, reached = noun_after(page, end) if sign == " " else ("", "", end)
    unit = counted(noun) if noun and unit is PLAIN else unit
    if reached != end and ((after := goes_on(page, doubt, doubt.beyond, reached)) is None or (after in doubt.pers and per_after(page, reached, unit))):
        return None
    return Figure((start, end), page.text[start:end], told.number, None, unit, (), hedge(page, doubt, told), counts, _period(page, doubt, reached))
