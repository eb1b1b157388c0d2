"""What the quick way doubts: the shapes it is sure of, and every word beside a number that may belong to it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from claims.find.doubt_words import (
    ENDS,
    WORDS,
    Openings,
    Paid,
    capital_signs,
    first_words,
    openings,
    second_words,
    shape_of,
    sure_currencies,
    sure_numbers,
    sure_units,
    words_after,
    words_after_units,
    words_before,
    words_of_further_numbers,
    words_of_halves,
    words_of_pers,
)
from claims.find.money import candidates
from claims.language import Language
from claims.phrases import last_word
from claims.unit import Unit


class Doubts(msgspec.Struct, frozen=True):
    """What the quick way knows of a language: shapes, sure words, and all words at which it gives way.

    left           words that end a table's phrase before a number; capitals: those that do so only in capitals
    hedged         words that may end a hedge; openers: that open a range; namers: that make a name of the number after them
    minus          words that may take a number below nothing; large: signs that are ones only with a capital
    right, beyond  words that begin a table's phrase after a number; after its unit; others: of them, signs of scales
    second         words that go on with a unit's or a currency's name ("years" + "old")
    joined         words that join a number to a further one, ranges among them; starts: such further numbers' first words
    links          words between a scale and what it counts (" de ")
    sure_years     words that make a year of a number, whatever follows
    numbers        number words that mean nothing else; articles: number words that are articles or pronouns
    ratios         words that make a ratio with a number further on ("un homme sur dix")
    """

    language: Language
    shape: re.Pattern[str]
    left: frozenset[str]
    minus: frozenset[str]
    capitals: frozenset[str]
    large: frozenset[str]
    hedged: frozenset[str]
    openers: frozenset[str]
    namers: frozenset[str]
    right: Openings
    beyond: Openings
    others: frozenset[str]
    second: dict[str, Openings]
    joined: frozenset[str]
    ranges: frozenset[str]
    adders: frozenset[str]
    starts: frozenset[str]
    links: tuple[str, ...]
    signs: dict[str, tuple[Unit, tuple[Unit, ...]]]
    spaced_signs: frozenset[str]
    scales: dict[str, int]
    percents: frozenset[str]
    pers: frozenset[str]
    units: dict[str, Unit]
    currencies: dict[str, Paid]
    sure_years: frozenset[str]
    periods: frozenset[str]
    ends: frozenset[str]
    numbers: dict[str, int]
    articles: frozenset[str]
    pronouns: frozenset[str]
    ratios: Openings
    ratio_nouns: int
    told_days: frozenset[str]
    number_ends: frozenset[str]
    after_words: frozenset[str]
    known: frozenset[str]
    parts: tuple[str, ...]
    factors: tuple[str, ...]
    plain_words: frozenset[str]
    has_compounds: bool
    has_streets: bool
    nouns_large: bool


KNOWN: dict[int, Doubts] = {}
"""By the language's identity; each holds its language, so that no other can have that. There are a few for each code."""


def doubts(tongue: Language) -> Doubts | None:
    """The shapes and doubts of a language; None where the quick way does not serve (words that are not spaced)."""
    if not tongue.spaced:
        return None
    found = KNOWN.get(id(tongue))
    if found is None:
        found = KNOWN[id(tongue)] = _doubts(tongue)
    return found


def _doubts(tongue: Language) -> Doubts:
    words = tongue.words
    joined = first_words(words.get("number_joins", ())) | words_of_halves(tongue) | frozenset(tongue.range_joins.by_first)
    right, units = words_after(tongue), sure_units(tongue)
    currencies = {name: paid for name, paid in sure_currencies(tongue).items() if name not in units}
    scales = {
        word: len(str(rows[0][1])) - 1
        for word, rows in tongue.multipliers.by_first.items()
        if word not in tongue.unit_names.by_first and len(rows) == 1 and str(rows[0][1]).strip("0") == "1" and rows[0][1] >= 1000
    }
    return Doubts(
        language=tongue,
        shape=shape_of(tongue),
        right={word: seconds for word, seconds in right.items() if word not in units and word not in currencies},
        beyond=words_after_units(tongue),
        others=frozenset(
            word.lower()
            for table in (tongue.scale_signs, tongue.money_scale_signs, tongue.percent, tongue.fraction_words, tongue.number_words, tongue.multipliers)
            for word in table.by_first
        ),
        second={name: second_words(tongue, name) for name in (*units, *currencies)},
        joined=joined,
        ranges=frozenset(tongue.range_joins.by_first),
        adders=first_words(words.get("number_joins", ())),
        starts=words_of_further_numbers(tongue),
        links=tuple(f" {word}" if word.endswith("'") else f" {word} " for word in words.get("skipped_after", ())),
        signs={
            sign: candidates(tuple(rows[-1][1]))
            for sign, rows in tongue.currency_symbols.by_first.items()
            if len(sign) == 1 and not sign.isalpha() and rows[-1][0] == sign and rows[-1][1]
        },
        scales=scales,
        percents=frozenset(tongue.percent.by_first) - first_words(words.get("decimal_words", ())),
        pers=words_of_pers(tongue),
        units=units,
        currencies=currencies,
        periods=frozenset(tongue.period_openers.by_first),
        ends=ENDS - frozenset(words.get("ordinal_marks", ())),
        has_streets=any(name in words for name in ("street_words", "streets_ahead", "streets_behind", "street_endings")),
        nouns_large=bool(words.get("nouns_large")),
        **_for_the_left(tongue),
        **_for_words(tongue, right, scales),
    )


def _for_the_left(tongue: Language) -> dict[str, Any]:
    """What a number is doubted by that stands before it."""
    words = tongue.words
    opened = {last_word(phrase, len(phrase)) for phrase in words.get("fiscal_words", ())}
    return {
        "left": words_before(tongue),
        "minus": frozenset(tongue.minus.by_last),
        "large": capital_signs(tongue),
        "capitals": frozenset(word.lower() for word in words_before(tongue)),
        "hedged": frozenset(tongue.hedges_before.by_last) | frozenset(words.get("determiners", ())),
        "openers": frozenset(tongue.range_openers.by_last),
        "namers": frozenset(last_word(phrase, len(phrase)) for phrase in words.get("long_names_before", ())),
        "spaced_signs": frozenset(sign.lower().split()[0] for rows in tongue.currency_symbols.by_first.values() for sign, _ in rows if " " in sign.strip()),
        "sure_years": tongue.year_openers - frozenset(words.get("weak_year_openers", ())) - opened if not words.get("nouns_large") else frozenset(),
    }


def _hours_after(tongue: Language) -> frozenset[str]:
    """Words after which a number is an hour of the day: "half past nine"."""
    return frozenset(last_word(phrase, len(phrase)) for phrase in tongue.words.get("hour_openers", ()))


def _for_words(tongue: Language, right: Openings, scales: dict[str, int]) -> dict[str, Any]:
    """What numbers in words are doubted by."""
    words = tongue.words
    numbers, articles = sure_numbers(tongue)
    return {
        "numbers": numbers,
        "articles": articles,
        "pronouns": frozenset(words.get("pronoun_words", ())) - articles,
        "ratios": openings(words.get("ratio_joins", ())) if words.get("ratio_nouns") else {},
        "ratio_nouns": int(words.get("ratio_nouns") or 0) + 1,
        "number_ends": _hours_after(tongue) | frozenset({*tongue.number_words.by_last, *tongue.multipliers.by_last, *tongue.fraction_words.by_last}),
        "after_words": frozenset({*tongue.multiple_words.by_first, *tongue.mixed_words.by_first, *tongue.half_followers.by_first, *tongue.vague.by_first})
        - scales.keys(),
        "known": frozenset(
            {
                *right,
                *tongue.number_words.by_first,
                *tongue.multiple_words.by_first,
                *tongue.mixed_words.by_first,
                *words.get("anchor_words", ()),
                *tongue.idioms.by_first,
                *tongue.weekdays,
            }
        ),
        "parts": tuple(sorted({word for table in (tongue.fraction_words, tongue.multipliers, tongue.number_words) for word in table.by_first})),
        "factors": tuple(tongue.multipliers.by_first),
        "plain_words": tongue.no_noun,
        "has_compounds": bool(words.get("compounds")),
        "told_days": frozenset(found.group() for pattern in words.get("day_patterns", ()) for found in WORDS.finditer(pattern)),
    }
