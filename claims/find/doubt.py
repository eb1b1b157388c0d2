"""What the quick way doubts: the shapes it is sure of, and every word beside a number that may belong to it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claims.find.money import candidates
from claims.language import Language, language
from claims.phrases import FIRST_WORD, Phrases, last_word
from claims.unit import Unit

ENDS = frozenset(".,;)")
WORDS = re.compile(r"(?<![{\w])[^\W\d_]+(?![\w}])")


class Doubts(msgspec.Struct, frozen=True):
    """What the quick way knows of a language: shapes, sure words, and all words at which it gives way.

    left          words that end a table's phrase before a number; hedges: those that end nothing but a hedge
    right, beyond words that begin a table's phrase after a number; after its unit
    second        words that go on with a unit's name ("years" + "old"); joins: that join it to a smaller one
    namers        words that end a phrase which makes a name of the number after it
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
    pers: frozenset[str]
    units: dict[str, Unit]
    years: frozenset[str]
    periods: frozenset[str]
    ends: frozenset[str]
    namers: frozenset[str]


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
        {name: frozenset(second for phrase, _ in tongue.unit_names.by_first[name] for second in _second(phrase)) for name in units},
        frozenset(tongue.words.get("number_joins", ())) | _halves(tongue),
        frozenset(word.lower() for table in (tongue.scale_signs, tongue.money_scale_signs, tongue.percent, tongue.fraction_words, tongue.number_words, tongue.multipliers) for word in table.by_first),
        {sign: candidates(tuple(rows[-1][1])) for sign, rows in tongue.currency_symbols.by_first.items() if len(sign) == 1 and not sign.isalpha() and rows[-1][0] == sign and rows[-1][1]},
        {word: len(str(rows[0][1])) - 1 for word, rows in tongue.multipliers.by_first.items() if word not in tongue.unit_names.by_first and len(rows) == 1 and str(rows[0][1]).strip("0") == "1" and rows[0][1] >= 1000},
        frozenset(tongue.percent.by_first),
        _pers(tongue),
        units,
        tongue.year_openers - frozenset(tongue.words.get("weak_year_openers", ())),
        frozenset(tongue.period_openers.by_first),
        ENDS - frozenset(tongue.words.get("ordinal_marks", ())),
        frozenset(last_word(phrase, len(phrase)) for phrase in tongue.words.get("long_names_before", ())),
    )


def _left(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number after them."""
    tables: tuple[Phrases[object], ...] = (tongue.minus, tongue.currency_symbols, tongue.number_words, tongue.multipliers)  # type: ignore[assignment]
    words = {word for table in tables for word in table.by_last}
    words |= {word for word, rows in tongue.range_openers.by_last.items() if any(join in _opened(tongue) for _, join in rows)}
    for name in ("names_before_amounts", "fiscal_words", "plus_minus", "articles", "age_openers"):
        words.update(last_word(phrase, len(phrase)) for phrase in tongue.words.get(name, ()))
    return frozenset(words | tongue.names_before | tongue.months.keys()) - ({"a", "an"} - tongue.names_before) | frozenset(tongue.words.get("articles", ())) - {"a", "an"}


def _right(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number before them."""
    tables = (
        tongue.percent, tongue.currencies, tongue.minor, tongue.currency_symbols, tongue.unit_names, tongue.unit_symbols, tongue.glued_symbols, tongue.guarded_symbols,
        tongue.multipliers, tongue.scale_signs, tongue.money_scale_signs, tongue.fraction_words, tongue.hedges_after, tongue.per_joins, tongue.per_words,
        tongue.range_joins, tongue.number_words, tongue.counters, tongue.ordinals, tongue.scaled_currencies, tongue.names_after, tongue.spans_after,
    )  # fmt: skip
    words = {word.lower() for table in tables for word in table.by_first}
    words.update(word.lower() for pattern in tongue.words.get("clock_patterns", ()) for word in WORDS.findall(pattern))
    words.update(phrase.split()[0] for phrase in tongue.words.get("hedges_after", ()) if phrase.startswith(" "))
    for name in ("times", "ratio_joins", "per_skips", "plus_minus", "skipped_after", "minus_after", "counted_skips", "ordinal_marks", "fold", "number_joins", "half_joins", "decimal_words", "clock_words"):
        words.update(found.group() for phrase in tongue.words.get(name, ()) if (found := FIRST_WORD.match(phrase.strip(" -"))))
    return frozenset(words | tongue.months.keys()) - frozenset(tongue.words.get("articles", ()))


def _beyond(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number and its unit before them; a range's "and" only after its opening word, which is a doubt itself."""
    tables = (tongue.currencies, tongue.minor, tongue.currency_symbols, tongue.hedges_after, tongue.range_joins, tongue.multipliers)
    words = {word.lower() for table in tables for word in table.by_first if len(word) > 1 or not word.isupper()}  # "A" begins "A$", which is the next amount
    for name in ("plus_minus", "minus_after"):
        words.update(found.group() for phrase in tongue.words.get(name, ()) if (found := FIRST_WORD.match(phrase.strip(" -"))))
    return frozenset(words - _opened(tongue))


def _opened(tongue: Language) -> frozenset[str]:
    """The joins of a range that count only after their opening word ("between … and"), which is then the doubt."""
    joins = {join for rows in tongue.range_openers.by_first.values() for _, join in rows}
    return frozenset(word for word, rows in tongue.range_joins.by_first.items() if rows[-1][1] in joins and rows[-1][1])


def _halves(tongue: Language) -> frozenset[str]:
    """Words that go on after a unit: "3 años y medio", "2 horas con 5 minutos"."""
    phrases = (*tongue.words.get("half_after_unit", ()), *tongue.words.get("smaller_unit_joins", ()))
    return frozenset(found.group() for phrase in phrases if (found := FIRST_WORD.match(phrase.strip())))


def _pers(tongue: Language) -> frozenset[str]:
    """Words with which it may go on what a unit goes to: "a", "per", "annually", "more" (per year)."""
    words = {*tongue.per_joins.by_first, *tongue.per_words.by_first}
    return frozenset(words | {skip.split()[0] for skip in tongue.words.get("per_skips", ())})


def _second(phrase: str) -> list[str]:
    return phrase.replace("-", " ").split()[1:2]


