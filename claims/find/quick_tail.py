"""What follows a number, as the quick way reads it: a percentage, money, a measure, what is counted; each gives way in doubt."""

from __future__ import annotations

from claims.figure import Figure
from claims.find.compound import is_no_number
from claims.find.count import counted, noun_after
from claims.find.doubt import Doubts
from claims.find.doubt_words import ENDS, Openings
from claims.find.hedge import hedge_before, hedge_of_span
from claims.find.measure import WORD, differences, likewise, per_after, per_beyond
from claims.find.page import Page
from claims.find.percentage import percent_at
from claims.find.period import period_after
from claims.find.quick_joined import Others, Told, joined, may_open, names_more, price
from claims.find.unit import MOST_POINTS
from claims.rounding import PLAIN as NO_HEDGE
from claims.rounding import Hedge, Number
from claims.unit import PERCENTAGE_POINT, PLAIN, TIMES, Unit


def hedge(page: Page, doubt: Doubts, told: Told) -> Hedge:
    """The hedge before the number."""
    return (hedge_before(page, told.start) or NO_HEDGE) if told.left in doubt.hedged else NO_HEDGE


def period(page: Page, doubt: Doubts, place: int) -> str:
    """The period that the words after a figure tell."""
    word = WORD.match(page.lower, place + 1) if page.lower[place : place + 1] == " " else None
    return period_after(page, place) if word is not None and word.group() in doubt.periods else ""


def begins_number(page: Page, doubt: Doubts, place: int, *, joined: bool = False) -> bool:
    """Whether another number may begin at the space at `place`, be it behind a word that joins it; what is no space and word is doubted."""
    word = WORD.match(page.lower, place + 1) if page.lower[place : place + 1] == " " else None
    if word is None or (joined and word.group() in doubt.starts):
        return True
    if word.group() not in doubt.begins and not doubt.has_compounds:
        return False
    if joined and _opens_number(page, place + 1):
        return True
    if page.language.anchors.match(page.lower, place) is None:
        return False
    return not doubt.has_compounds or word.group().startswith(doubt.factors) or not is_no_number(word.group(), page.language.code)


def _opens_number(page: Page, place: int) -> bool:
    """Whether a hedge, a minus or a currency's sign begins at `place`."""
    tongue = page.language
    return bool(tongue.hedges_before.at(page.lower, place) or tongue.minus.at(page.lower, place) or tongue.currency_symbols.at(page.plain, place))


def goes_on(page: Page, doubt: Doubts, doubtful: Openings, place: int) -> str | None:
    """The word after `place`, "" where the phrase ends there; None where it may belong to the figure."""
    lower = page.lower
    sign = lower[place : place + 1]
    if sign == " ":
        word = WORD.match(lower, place + 1)
        if word is None:
            return "" if lower[place + 1 : place + 2] == "(" else None
        found = word.group()
        if found not in doubt.after and not doubt.has_compounds:
            return found
        if found in doubtful and may_open(lower, word.end(), doubtful[found]):
            return None
        if found in doubt.large and page.plain[place + 1].isupper():
            return None
        if doubt.has_compounds and found not in doubt.joined and begins_number(page, doubt, place):
            return None
        return found
    if sign and (sign not in ENDS or lower[place + 1 : place + 2].isalnum()):
        return None
    return ""


def _joins(page: Page, doubt: Doubts, following: str, end: int) -> bool:
    """Whether another number begins behind the joining word that ends at `end`, or behind the longer phrase that it begins ("y los")."""
    if begins_number(page, doubt, end, joined=True):
        return True
    if following not in doubt.longer_joins:
        return False
    join = page.language.range_joins.before(page.lower, end)
    longest = page.language.range_joins.at(page.lower, join[1]) if join else None
    return longest is not None and longest[1] > end and begins_number(page, doubt, longest[1], joined=True)


def with_next(page: Page, doubt: Doubts, told: Told, following: str, unit: Unit, others: Others, number: Number, end: int) -> Figure | bool | None:
    """What the figure makes with a number that a word or a comma after it joins: their range; True where both stay alone; None in doubt."""
    if following:
        if following not in doubt.joined or not _joins(page, doubt, following, end + 1 + len(following)):
            return True
    elif page.plain[end : end + 1] != "," or unit.kind not in ("money", "measure", "time"):
        return True
    else:
        word = WORD.match(page.lower, end + 2)
        if word is None and not page.plain[end + 2 : end + 3].isdigit():
            return None
        if word is not None and word.group() in doubt.joined:
            return None if word.group() in doubt.comma_joins and _joins(page, doubt, word.group(), word.end()) else True
        if word is not None and not begins_number(page, doubt, end + 1):
            return True
    return joined(page, doubt, told, unit, others, number, end)


def priced(page: Page, doubt: Doubts, told: Told, money: tuple[Unit, Others], glued: str | None) -> Figure | None:
    """A number after a currency's sign."""
    found = price(page, doubt, told, glued)
    if found is None:
        return None
    number, end, _ = found
    if number is not told.number:
        told = Told(told.start, end, number, "", end, told.left, True)
    return _finished(page, doubt, told, money[0], money[1], number, end)


def paid(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """A number before a currency's name, which is the word after it."""
    unit, others, power = doubt.currencies[told.following]
    number = Number(told.number.mantissa, told.number.exponent + power, told.number.divisor) if power else told.number
    return _finished(page, doubt, told, unit, others, number, told.reached)


def percentage(page: Page, doubt: Doubts, told: Told, place: int) -> Figure | None:
    """A number with the sign or the word of a percentage at `place`."""
    found = percent_at(page, place)
    if found is None or (found[0] is PERCENTAGE_POINT and told.number.value >= MOST_POINTS):
        return None
    return _finished(page, doubt, told, found[0], (), told.number, found[1])


def measured(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """A number with a unit's name, which is the word after it."""
    if told.left in doubt.adders:
        return None
    unit = doubt.units[told.following]
    return _finished(page, doubt, told, unit, differences(unit), told.number, told.reached)


def multiplied(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """A number with the word of a multiple after it: "2.6 times"."""
    following = goes_on(page, doubt, doubt.beyond, told.reached)
    if following is None or following in doubt.joined or (following in doubt.pers and per_after(page, told.reached, PLAIN)):
        return None
    return _figure(page, doubt, told, TIMES, (), told.number, told.reached, TIMES, told.reached, following)


def _finished(page: Page, doubt: Doubts, told: Told, bare: Unit, others: Others, number: Number, end: int) -> Figure | None:
    """The figure of an amount in a unit, with what that goes to, what is measured, its hedge and its period."""
    unit, reached = bare, end
    following = goes_on(page, doubt, doubt.beyond, end)
    if following is None:
        return None
    if following in doubt.after or not following:
        second = doubt.second.get(told.following) if bare.kind != "percent" else None
        if second is not None and names_more(page, second, following, end):
            return None
        if following and bare.kind in ("time", "measure", "money") and following not in doubt.joined and begins_number(page, doubt, end):
            return None
        if bare.kind == "money" and following in doubt.skipped and _names_money(page, doubt, end + 1 + len(following)):
            return None
        if bare.kind == "money" and (following in doubt.units or following in doubt.scales or following in doubt.currencies):
            return None
        both = with_next(page, doubt, told, following, bare, others, number, end)
        if both is not True:
            return both or None
        if following in doubt.pers and bare.kind != "points" and (found := per_after(page, end, bare)):
            unit, reached = found
            following = goes_on(page, doubt, doubt.beyond, reached)
            if following is None:
                return None
    if bare.kind == "measure" and unit is bare and following and per_beyond(page, end, bare):
        return None
    return _figure(page, doubt, told, bare, others, number, reached, unit, reached, following)


def _names_money(page: Page, doubt: Doubts, end: int) -> bool:
    """Whether a price's currency may be told again behind a word that stands between: "$7 millions de $"."""
    word = WORD.match(page.lower, end + 1)
    return not page.lower[end + 1 : end + 2].isdigit() if word is None else word.group() in doubt.beyond


def _figure(
    page: Page, doubt: Doubts, told: Told, bare: Unit, others: Others, number: Number, end: int, unit: Unit, reached: int, following: str
) -> Figure | None:
    counts = ""
    if following and unit.kind in ("measure", "time", "plain"):
        counts, _, reached = noun_after(page, end)
        if reached != end and goes_on(page, doubt, doubt.beyond, reached) is None:
            return None
    hedged = hedge(page, doubt, told)
    if unit.kind == "time" and hedged is not NO_HEDGE:
        hedged = hedge_of_span(page, hedged, unit, end)
    others = likewise(unit, bare, others) if others else ()
    when = period(page, doubt, reached) if reached != end else period_after(page, end) if following in doubt.periods else ""
    return Figure((told.start, end), page.text[told.start : end], number, None, unit, others, hedged, counts, when)


def ratio_follows(page: Page, doubt: Doubts, place: int) -> bool:
    """Whether a word of a ratio follows within a few: "un homme politique sur dix"."""
    lower, ratios = page.lower, doubt.ratios
    for _ in range(doubt.ratio_nouns if ratios else 0):
        word = WORD.match(lower, place + 1)
        if word is None or lower[place] != " ":
            return False
        name, place = word.group(), word.end()
        if name in ratios and may_open(lower, place, ratios[name]):
            return True
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
    return Figure((start, end), page.text[start:end], told.number, None, unit, (), hedge(page, doubt, told), counts, period(page, doubt, reached))
