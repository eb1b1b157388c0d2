"""The quick way: the few shapes that most figures have, read with one expression and a handful of look-ups.

"$1.2 billion", "12.5%", "1,234 people", "five" in digits, and "in 2019". At the least doubt — a word on either side
that any table of the language begins or ends with — it gives way to the complete reading. A test compares the two.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claims.day import Day
from claims.figure import Figure
from claims.find.count import counted, noun_after
from claims.find.day import FIRST_YEAR, LAST_YEAR
from claims.find.hedge import hedge_before
from claims.find.measure import WORD
from claims.find.money import candidates
from claims.find.page import Page
from claims.find.period import period_after
from claims.language import FIRST_WORD, Language, Phrases, last_word, language
from claims.rounding import PLAIN as NO_HEDGE
from claims.rounding import Hedge, Number
from claims.unit import PERCENT, PLAIN, Unit

EARLIEST_SURE_YEAR = 1500
ENDS = frozenset(".,;)")


class Doubts(msgspec.Struct, frozen=True):
    """What the quick way knows of a language: shapes, sure words, and all words at which it gives way.

    left          words that end a table's phrase before a number; hedges: those that end nothing but a hedge
    right, beyond words that begin a table's phrase after a number; after its unit
    second        words that go on with a unit's name ("years" + "old"); joins: that join it to a smaller one
    others        of `right`, the scales that are signs, beside a currency
    """

    shape: re.Pattern[str]
    left: frozenset[str]
    hedges: frozenset[str]
    right: frozenset[str]
    beyond: frozenset[str]
    second: dict[str, frozenset[str]]
    joins: frozenset[str]
    others: frozenset[str]
    signs: dict[str, tuple[Unit, tuple[Unit, ...]]]
    scales: dict[str, int]
    percents: frozenset[str]
    units: dict[str, Unit]
    years: frozenset[str]
    periods: frozenset[str]
    ends: frozenset[str]


@cache
def doubts(code: str) -> Doubts | None:
    """The shapes and doubts of a language; None where the quick way does not serve (words that are not spaced)."""
    tongue = language(code)
    if not tongue.spaced:
        return None
    group, decimal = re.escape(tongue.groups[:1]), re.escape(tongue.decimal)
    number = f"([0-9]{{1,3}}(?:{group}[0-9]{{3}}){{1,4}}|[0-9]{{1,12}})(?:{decimal}([0-9]{{1,6}}))?(?![0-9]|[.,:/{group}][0-9])"
    units = {
        name: tongue.units[rows[-1][1]]
        for name, rows in tongue.unit_names.by_first.items()
        if rows[-1][0] == name and rows[-1][1] in tongue.units and name not in tongue.currencies.by_first and name not in tongue.minor.by_first and name not in tongue.fraction_words.by_first and name not in tongue.multipliers.by_first
    }
    return Doubts(
        re.compile(f"{number}(%|[A-Za-z]{{1,3}}(?![^\\W_]))?(?: ([^\\W\\d_]+))?"),
        _left(tongue),
        frozenset(tongue.hedges_before.by_last) - _left(tongue),
        _right(tongue) - units.keys(),
        _beyond(tongue),
        {name: frozenset(second for table in (tongue.unit_names, tongue.percent) for phrase, _ in table.by_first.get(name, ()) for second in _second(phrase)) for name in (*units, *tongue.percent.by_first)},
        frozenset(tongue.words.get("number_joins", ())) | _halves(tongue),
        frozenset(word.lower() for table in (tongue.scale_signs, tongue.money_scale_signs, tongue.percent, tongue.fraction_words, tongue.number_words, tongue.multipliers) for word in table.by_first),
        {sign: candidates(tuple(rows[-1][1])) for sign, rows in tongue.currency_symbols.by_first.items() if len(sign) == 1 and not sign.isalpha() and rows[-1][0] == sign and rows[-1][1]},
        {word: len(str(rows[0][1])) - 1 for word, rows in tongue.multipliers.by_first.items() if len(rows) == 1 and str(rows[0][1]).strip("0") == "1" and rows[0][1] >= 1000},
        frozenset(word for word in tongue.percent.by_first if tongue.percent.by_first[word][-1] == (word, "percent")),
        units,
        tongue.year_openers,
        frozenset(tongue.period_openers.by_first),
        ENDS - frozenset(tongue.words.get("ordinal_marks", ())),
    )


def _left(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number after them."""
    tables: tuple[Phrases[object], ...] = (tongue.minus, tongue.range_openers, tongue.currency_symbols, tongue.number_words, tongue.multipliers)  # type: ignore[assignment]
    words = {word for table in tables for word in table.by_last}
    for name in ("names_before_amounts", "fiscal_words", "plus_minus", "articles", "range_blockers", "score_cues"):
        words.update(last_word(phrase, len(phrase)) for phrase in tongue.words.get(name, ()))
    return frozenset(words | tongue.names_before | tongue.months.keys()) - ({"a", "an"} - tongue.names_before) | frozenset(tongue.words.get("articles", ())) - {"a", "an"}


def _right(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number before them."""
    tables = (
        tongue.percent, tongue.currencies, tongue.minor, tongue.currency_symbols, tongue.unit_names, tongue.unit_symbols, tongue.glued_symbols, tongue.guarded_symbols,
        tongue.multipliers, tongue.scale_signs, tongue.money_scale_signs, tongue.fraction_words, tongue.hedges_after, tongue.per_joins, tongue.per_words,
        tongue.range_joins, tongue.number_words, tongue.counters, tongue.ordinals, tongue.scaled_currencies,
    )  # fmt: skip
    words = {word.lower() for table in tables for word in table.by_first}  # type: ignore[attr-defined]
    words.update(last_word(phrase, len(phrase)) for phrase in (" odd",))
    for name in ("times", "ratio_joins", "per_skips", "plus_minus", "skipped_after", "minus_after", "counted_skips", "ordinal_marks", "fold", "number_joins", "half_joins"):
        words.update(found.group() for phrase in tongue.words.get(name, ()) if (found := FIRST_WORD.match(phrase.strip(" -"))))
    return frozenset(words | tongue.months.keys())


def _beyond(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number and its unit before them; a range's "and" only after its opening word, which is a doubt itself."""
    opened = {join for rows in tongue.range_openers.by_first.values() for _, join in rows}
    tables = (tongue.currencies, tongue.minor, tongue.currency_symbols, tongue.hedges_after, tongue.per_joins, tongue.per_words, tongue.range_joins, tongue.multipliers)
    words = {word.lower() for table in tables for word in table.by_first}  # type: ignore[attr-defined]
    for name in ("per_skips", "plus_minus", "minus_after", "hedges_after"):
        words.update(found.group() for phrase in tongue.words.get(name, ()) if (found := FIRST_WORD.match(phrase.strip(" -"))))
    return frozenset(words - (opened - {"to"}))


def _halves(tongue: Language) -> frozenset[str]:
    """Words that go on after a unit: "3 años y medio", "2 horas con 5 minutos"."""
    phrases = (*tongue.words.get("half_after_unit", ()), *tongue.words.get("smaller_unit_joins", ()))
    return frozenset(found.group() for phrase in phrases if (found := FIRST_WORD.match(phrase.strip())))


def _second(phrase: str) -> list[str]:
    return phrase.replace("-", " ").split()[1:2]


def quick_at(page: Page, place: int, doubt: Doubts) -> Figure | Day | None:
    """The figure or the year whose digits begin at `place`, where it has one of the sure shapes; None leaves it to the complete reading."""
    plain, lower = page.plain, page.lower
    shape = doubt.shape.match(plain, place)
    if shape is None:
        return None
    whole, decimals, glued, word = shape.groups()
    percent = glued if glued == "%" else None
    before = plain[place - 1 : place]
    money = doubt.signs.get(before)
    start = place - 1 if money else place
    left, hedge = "", NO_HEDGE
    if start:
        gap = plain[start - 1]
        if gap == " ":
            left = last_word(lower, start - 1)
            if left in doubt.left or (not left.isalpha() and left not in ",;)") or last_word(plain, start - 1) in doubt.left:
                return None
            if left in doubt.hedges:
                hedge = hedge_before(page, start) or NO_HEDGE
        elif gap != "(":
            return None
    end = shape.start(4) - 1 if word else shape.end()
    if not word and (shape.end() < len(plain) and (plain[shape.end()] not in doubt.ends or plain[shape.end() + 1 : shape.end() + 2].isalnum())):
        return None
    following = word.lower() if word else ""
    if len(following) != len(word or ""):
        return None
    if len(whole) == 4 and not (decimals or glued or money):
        year = int(whole)
        if FIRST_YEAR <= year <= LAST_YEAR:
            if left in doubt.years and year >= EARLIEST_SURE_YEAR and following not in doubt.right:
                return Day((place, end), page.text[place:end], year)
            return None
    number = _number(page.language, whole, decimals)
    if percent or following in doubt.percents:
        return None if money else _percentage(page, doubt, (start, end), number, percent, following, shape.end(), hedge)
    if glued:
        scale = page.language.money_scale_signs.at(glued, 0) if money else None
        if scale is None or following in doubt.beyond or following in doubt.scales or scale[1] != len(glued):
            return None
        return _money(page, doubt, (start, end), Number(number.mantissa, number.exponent + scale[0]), money, following, hedge)  # type: ignore[arg-type]
    scaled = following in doubt.scales
    if scaled:
        number, end = Number(number.mantissa, number.exponent + doubt.scales[following]), shape.end()
        after = _goes_on(page, doubt.beyond if money else doubt.right, end)
        if after is None:
            return None
        following = after
    elif following in doubt.right and not (money and following not in doubt.beyond and following not in doubt.others):
        return None
    if money:
        return _money(page, doubt, (start, end), number, money, following, hedge)
    if following in doubt.units:
        return None if scaled or left in doubt.joins else _measured(page, doubt, (start, end), number, following, shape.end(), hedge)
    return _counted(page, doubt, (start, end), number, following, hedge)


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


def _period(page: Page, doubt: Doubts, following: str, place: int) -> str:
    return period_after(page, place) if following in doubt.periods else ""


def _money(page: Page, doubt: Doubts, span: tuple[int, int], number: Number, money: tuple[Unit, tuple[Unit, ...]], following: str, hedge: Hedge) -> Figure | None:
    if following in doubt.units:
        return None
    return Figure(span, page.text[span[0] : span[1]], number, None, money[0], money[1], hedge, period=_period(page, doubt, following, span[1]))


def _percentage(page: Page, doubt: Doubts, span: tuple[int, int], number: Number, percent: str | None, following: str, after: int, hedge: Hedge) -> Figure | None:
    start, end = span
    if not percent:
        end = after
    after_word = _goes_on(page, doubt.beyond, end)
    if after_word is None or after_word in doubt.second[percent or following]:
        return None
    following = after_word
    return Figure((start, end), page.text[start:end], number, None, PERCENT, (), hedge, period=_period(page, doubt, following, end))


def _measured(page: Page, doubt: Doubts, span: tuple[int, int], number: Number, name: str, end: int, hedge: Hedge) -> Figure | None:
    start = span[0]
    following = _goes_on(page, doubt.beyond, end)
    if following is None or following in doubt.second[name] or following in doubt.units or following in doubt.joins or following in doubt.others or page.plain[end : end + 1] == ",":
        return None  # "3 years, two months" is one figure
    counts, _, reached = noun_after(page, end) if following else ("", "", end)
    if reached != end and _goes_on(page, doubt.beyond, reached) is None:
        return None
    return Figure((start, end), page.text[start:end], number, None, doubt.units[name], (), hedge, counts, period_after(page, reached))


def _counted(page: Page, doubt: Doubts, span: tuple[int, int], number: Number, following: str, hedge: Hedge) -> Figure | None:
    start, end = span
    counts, noun, reached = noun_after(page, end) if following else ("", "", end)
    unit = counted(noun) if noun else PLAIN
    if reached != end and _goes_on(page, doubt.beyond, reached) is None:
        return None
    return Figure((start, end), page.text[start:end], number, None, unit, (), hedge, counts, period_after(page, reached))
