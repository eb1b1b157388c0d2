"""Gathers what the quick way doubts from the tables of a language: `doubts(language)`, made once for each."""

from __future__ import annotations

from itertools import chain
from typing import Any

from claims.expressions import ANCHORED
from claims.find.digits import DIGITS
from claims.find.doubt import Doubts
from claims.find.doubt_words import (
    WORDS,
    Openings,
    capital_signs,
    first_words,
    openings,
    rows_of,
    second_words,
    second_words_of_fractions,
    shape_of,
    sure_currencies,
    sure_numbers,
    sure_units,
    words_after,
    words_after_units,
    words_before,
    words_before_stops,
    words_of_further_numbers,
    words_of_halves,
    words_of_parts,
    words_of_pers,
)
from claims.find.money import candidates
from claims.language import Language
from claims.phrases import Phrases, last_word

KNOWN: dict[int, Doubts] = {}
"""By the language's identity; each holds its language, so that no other can have that. There are a few for each code."""
LETTERS_READ: dict[str, int] = {}
"""How much has been read in a language before its doubts are gathered, which takes as long as to read so much completely."""
LETTERS_THAT_PAY = 10_000


def doubts(tongue: Language, letters: int) -> Doubts | None:
    """The shapes and doubts of a language, for a text of so many letters.

    None where the quick way does not serve (words that are not spaced), and until so much is read in all that it pays.
    """
    found = KNOWN.get(id(tongue))
    if found is None and tongue.spaced and pays(tongue, letters):
        found = KNOWN[id(tongue)] = _doubts(tongue)
    return found


def pays(tongue: Language, letters: int) -> bool:
    """Whether so much is read in a language, with these letters, that it pays to gather what is doubted."""
    read = LETTERS_READ[tongue.code] = LETTERS_READ.get(tongue.code, 0) + letters
    return read >= LETTERS_THAT_PAY


def _doubts(tongue: Language) -> Doubts:
    words = tongue.words
    joined = first_words((*words.get("number_joins", ()), *words.get("ends_of_change", {}).values())) | words_of_halves(tongue)
    joined |= frozenset(tongue.range_joins.by_first)
    right, units = words_after(tongue), sure_units(tongue)
    currencies = {name: paid for name, paid in sure_currencies(tongue).items() if name not in units}
    second = {name: second_words(tongue, name) for name in (*units, *currencies)}
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
        others=_other_scales(tongue),
        second=second,
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
        **_for_the_left(tongue),
        **_for_words(tongue, right, scales),
        **_for_both_sides(tongue, right, {*right, *words_after_units(tongue), *joined, *units, *currencies, *scales, *chain.from_iterable(second.values())}),
    )


def _other_scales(tongue: Language) -> frozenset[str]:
    """What may go on a price in digits: the words and signs of scales, parts, and decimals spoken."""
    tables = (tongue.scale_signs, tongue.money_scale_signs, tongue.percent, tongue.fraction_words, tongue.number_words, tongue.multipliers)
    return frozenset(word.lower() for table in tables for word in table.by_first) | first_words(tongue.words.get("decimal_words", ()))


def _for_both_sides(tongue: Language, right: Openings, after: set[str]) -> dict[str, Any]:
    """What follows a number, and the words before it that do something to it only in some places."""
    words = tongue.words
    pers, further = words_of_pers(tongue), frozenset(word.lower() for word in tongue.number_words.by_first)
    times = frozenset(word for word in words.get("times", ()) if word.isalpha())
    anchored = first_words(name for key in ANCHORED for name in words.get(key, ()))
    openers: tuple[Phrases[Any], ...] = (tongue.hedges_before, tongue.minus, tongue.currency_symbols)
    return {
        "after": frozenset(after | pers | further | times | capital_signs(tongue) | set(tongue.percent.by_first) | set(tongue.period_openers.by_first)),
        "after_amounts": openings([*words.get("minus_after", ()), *rows_of((tongue.multipliers,))]),
        "comma_joins": first_words(join[1:] for join in (", and ", *words.get("smaller_unit_joins", ()), *words.get("cent_joins", ())) if join[:1] == ","),
        **words_of_parts(tongue),
        "halves": tuple(words.get("half_after_unit", ())) or ("\n",),
        "tens_joins": first_words((*words.get("tens_joins", ()), *words.get("number_joins", ()), *words.get("half_joins", ()))),
        "skipped": first_words(words.get("skipped_after", ())),
        "times": times,
        "aged": frozenset(words.get("age_openers", ())) - tongue.names_before,
        "plus_minus": tuple(words.get("plus_minus", ())) or ("\n",),
        "dotted": words_before_stops(tongue),
        "clock": frozenset(word.lower() for pattern in words.get("clock_patterns", ()) for word in WORDS.findall(pattern)),
        "weak_marks": first_words(words.get("weak_decimal_words", ())),
        "day_joins": first_words(words.get("day_joins", ())),
        "further": further,
        "plain_pers": (" per ", "/", *words.get("plain_pers", ())),
        "begins": frozenset(word.lower() for table in openers for word in table.by_first) | anchored,
        "longer_joins": frozenset(first for first, rows in tongue.range_joins.by_first.items() if any(join != first for join, _ in rows)),
        "beside": frozenset({*right, *further, *times, *tongue.per_joins.by_first, *tongue.per_words.by_first}),
    }


def _for_the_left(tongue: Language) -> dict[str, Any]:
    """What a number is doubted by that stands before it."""
    words, left, minus = tongue.words, words_before(tongue), frozenset(tongue.minus.by_last)
    opened = {last_word(phrase, len(phrase)) for phrase in words.get("fiscal_words", ())}
    return {
        "left": left,
        "minus": minus,
        "names": frozenset() if words.get("compounds") else frozenset(tongue.names_before - minus - _for_amounts(tongue)),
        "before": frozenset({".", *left, *minus, *(word.lower() for word in left)}),
        "large": capital_signs(tongue),
        "capitals": frozenset(word.lower() for word in left),
        "hedged": frozenset(tongue.hedges_before.by_last) | frozenset(words.get("determiners", ())),
        "openers": frozenset(tongue.range_openers.by_last),
        "namers": frozenset(last_word(phrase, len(phrase)) for phrase in words.get("long_names_before", ())),
        "codes": frozenset(code.lower() for rows in tongue.currency_symbols.by_first.values() for _, codes in rows if codes for code in codes),
        "spaced_signs": frozenset(sign.lower().split()[0] for rows in tongue.currency_symbols.by_first.values() for sign, _ in rows if " " in sign.strip()),
        "sure_years": tongue.year_openers - frozenset(words.get("weak_year_openers", ())) - opened if not words.get("nouns_large") else frozenset(),
    }


def _for_amounts(tongue: Language) -> frozenset[str]:
    """Words that may belong to an amount or a date after them."""
    tables = (tongue.currency_symbols, tongue.currencies, tongue.hedges_before, tongue.range_openers, tongue.number_words, tongue.multipliers, tongue.vague)
    found = {last_word(phrase, len(phrase)) for phrase in rows_of(tables)} | tongue.months.keys() | tongue.year_openers
    for name in ("names_before_amounts", "fiscal_words", "clock_articles", "decimal_words", "number_signs", "plus_minus", "age_openers", "determiners"):
        found.update(last_word(phrase, len(phrase)) for phrase in tongue.words.get(name, ()))
    return frozenset(found)


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
        "after_words": frozenset(
            {*tongue.multiple_words.by_first, *tongue.mixed_words.by_first, *tongue.half_followers.by_first, *tongue.vague.by_first}
            | second_words_of_fractions(tongue)
        )
        - scales.keys()
        | {word for word in tongue.multipliers.by_first if any(part in word for part in words.get("round_words", ()))},
        "idioms": frozenset(found.group() for idiom in rows_of((tongue.idioms,)) if (found := DIGITS.match(idiom))),
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
        "has_streets": any(name in words for name in ("street_words", "streets_ahead", "streets_behind", "street_endings")),
        "has_streets_before": any(name in words for name in ("streets_ahead", "streets_behind", "street_endings")),
        "nouns_large": bool(words.get("nouns_large")),
        "told_days": frozenset(found.group() for pattern in words.get("day_patterns", ()) for found in WORDS.finditer(pattern)),
    }
