"""What the quick way doubts where words are not spaced: every phrase that may belong to a number before it, after it, or after its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from claims.language import Language
from claims.phrases import Phrases, phrases
from claims.unit import Unit

NO, HEDGE, JOIN = "no", "hedge", "join"
"""What a phrase beside a number does: it is doubted, it is a hedge and nothing else, it matters only where a further number follows."""
SMALLEST_SCALE = 10_000
AFTER_FIRST_NUMBER = re.compile(r"\{(?:year|yy|m|day|hour)\}\[?([^{\[])")
"""The sign of a date or a time of the day by which its first number is told as one."""


class Tail(msgspec.Struct, frozen=True, gc=False):
    """The words glued after a number, as the complete way reads them: the unit, the others it may be, and whether they say what is counted."""

    unit: Unit
    may_also_be: tuple[Unit, ...]
    counts: bool


class Glued(msgspec.Struct, frozen=True):
    """What the quick way knows of a language without spaces.

    shape     a number in its marks, with a scale and a further number with a smaller one
    scales    the signs of scales, with their powers of ten
    before    phrases that may belong to a number after them
    tails     phrases that a number may be followed by; read: those that have been read after one, None where the complete way is asked
    after     phrases that may belong to a figure after its unit
    begins    signs that numbers in words begin with
    dated     signs that make a date of a number before them, or a time of the day
    """

    language: Language
    shape: re.Pattern[str]
    scales: dict[str, int]
    before: Phrases[str]
    tails: Phrases[str]
    read: dict[tuple[str, str], Tail | None]
    after: Phrases[str]
    begins: frozenset[str]
    dated: frozenset[str]


KNOWN: dict[int, Glued] = {}
"""By the language's identity, as those of spaced languages are."""


def glued(tongue: Language) -> Glued:
    """The shapes and doubts of a language without spaces, gathered once."""
    found = KNOWN.get(id(tongue))
    if found is None:
        found = KNOWN[id(tongue)] = _glued(tongue)
    return found


def _glued(tongue: Language) -> Glued:
    words = tongue.words
    scales = {
        sign: len(str(rows[0][1])) - 1
        for sign, rows in tongue.multipliers.by_first.items()
        if rows[0][0] == sign and rows[0][1] >= SMALLEST_SCALE and str(rows[0][1]).strip("0") == "1"
    }
    scale = f"[{''.join(scales)}]" if scales else r"(?!)"
    number = r"([0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,12})(?:\.([0-9]{1,6}))?"
    return Glued(
        language=tongue,
        shape=re.compile(f"{number}(?:({scale})(?:([0-9]{{1,4}})({scale}))?)?"),
        scales=scales,
        before=_before(tongue),
        tails=_table({NO: _tails(tongue)}),
        read={},
        after=_after(tongue),
        begins=frozenset(sign for table in (tongue.multipliers, tongue.number_words, tongue.fraction_words) for sign in table.by_first) | {tongue.decimal},
        dated=frozenset(found[1] for name in ("day_patterns", "clock_patterns") for row in words.get(name, ()) for found in AFTER_FIRST_NUMBER.finditer(row)),
    )


def _rows(tables: Iterable[Phrases[Any]]) -> set[str]:
    return {phrase for table in tables for rows in table.by_first.values() for phrase, _ in rows}


def _listed(tongue: Language, names: Iterable[str]) -> set[str]:
    """The phrases of lists, and of tables by their phrases."""
    found = [tongue.words.get(name, ()) for name in names]
    return {phrase for listed in found for phrase in ((listed,) if isinstance(listed, str) else listed)}


def _before(tongue: Language) -> Phrases[str]:
    tables = (
        tongue.currency_symbols, tongue.minus, tongue.unit_openers, tongue.signs_before_names, tongue.range_openers, tongue.vague,
        tongue.multipliers, tongue.number_words,
    )  # fmt: skip
    doubted = _rows(tables) | _listed(
        tongue,
        ("number_signs", "names_before", "names_before_amounts", "age_openers", "age_bounds", "change_openers", "ends_of_change", "plus_minus", "determiners",
         "decade_openers", "number_joins", "decimal_words", "score_cues"),
    )  # fmt: skip
    return _table({NO: doubted, HEDGE: _rows((tongue.hedges_before,))}, at_end=True)


def _tails(tongue: Language) -> set[str]:
    tables = (
        tongue.percent, tongue.currencies, tongue.minor, tongue.currency_symbols, tongue.unit_names, tongue.unit_symbols, tongue.glued_symbols,
        tongue.guarded_symbols, tongue.counters, tongue.names_after, tongue.vague, tongue.multipliers, tongue.number_words, tongue.fraction_words,
        tongue.hedges_after, tongue.per_joins, tongue.per_words, tongue.scaled_currencies, tongue.multiple_words, tongue.mixed_words, tongue.spans_after,
    )  # fmt: skip
    return _rows(tables) | _listed(tongue, ("times", "round_words", "denominator_joins", "whole_joins", "half_after", "ordinal_marks", "decimal_words", "fold"))


def _after(tongue: Language) -> Phrases[str]:
    tables = (
        tongue.per_joins, tongue.per_words, tongue.hedges_before, tongue.minus, tongue.unit_openers, tongue.multipliers, tongue.number_words,
        tongue.fraction_words, tongue.counters, tongue.period_openers, tongue.vague, tongue.range_joins,
    )  # fmt: skip
    doubted = _rows(tables) | _listed(
        tongue, ("each_after", "half_after", "half_after_unit", "plus_minus", "minus_after", "round_words", "measured_openers", "denominator_joins")
    )
    joins = _listed(tongue, ("ratio_joins_inverted", "cent_joins", "smaller_unit_joins", "list_joins", "number_joins"))
    return _table({NO: doubted, HEDGE: _rows((tongue.hedges_after,)), JOIN: joins})


def _table(kinds: dict[str, set[str]], *, at_end: bool = False) -> Phrases[str]:
    """The phrases with what they do; a longer one that hides a doubted one is doubted too."""
    doubted = {phrase.lower() for phrase in kinds[NO] if phrase}
    rows = dict.fromkeys(doubted, NO)
    for kind, found in kinds.items():
        for phrase in found - doubted if kind != NO else ():
            hides = any((phrase[at:] if at_end else phrase[:at]) in doubted for at in range(1, len(phrase)))
            rows.setdefault(phrase.lower(), NO if hides else kind)
    return phrases(rows, spaced=False)
