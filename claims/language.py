"""One language: its words and signs, loaded from the compiled lexicon and laid out for quick look-up.

All that the reader knows of a language is data (claims/languages/xx.toml and CLDR, compiled into
claims/lexicon/xx.json); all that it does with it is the same for every language. A language that
writes words without spaces between them says `spaced = false`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from claims import lexicon
from claims.expressions import WORDED, anchors, day_pattern
from claims.phrases import Phrases, phrases
from claims.unit import Unit


class Language(msgspec.Struct, frozen=True):
    """Everything the reader knows of one language; `words` are the tables as compiled, the rest is made for look-up.

    anchors       lower-case words at which a figure or a day may begin
    number_words  word → value, for those below a hundred that are added
    multipliers   word → what it multiplies by ("hundred", "million", "dozen", "万")
    """

    code: str
    spaced: bool
    words: dict[str, Any]
    decimal: str
    groups: str
    same_signs: dict[int, str]
    marks_between_digits: re.Pattern[str] | None
    spoken_marks: re.Pattern[str] | None
    anchors: re.Pattern[str]
    number_words: Phrases[int]
    multipliers: Phrases[int]
    scale_signs: Phrases[int]
    money_scale_signs: Phrases[int]
    fraction_words: Phrases[int]
    mixed_words: Phrases[str]
    multiple_words: Phrases[str]
    ordinals: Phrases[int]
    number_joins: Phrases[bool]
    inverted_joins: Phrases[bool]
    currencies: Phrases[list[str]]
    currency_symbols: Phrases[list[str]]
    minor: Phrases[list[str]]
    scaled_currencies: Phrases[list[str]]
    unit_names: Phrases[str]
    unit_symbols: Phrases[str]
    glued_symbols: Phrases[str]
    guarded_symbols: Phrases[str]
    percent: Phrases[str]
    counters: Phrases[str]
    hedges_before: Phrases[tuple[str, str]]
    hedges_after: Phrases[tuple[str, str]]
    bare_multipliers: frozenset[str]
    per_joins: Phrases[str]
    per_words: Phrases[str]
    range_joins: Phrases[str]
    range_openers: Phrases[str]
    minus: Phrases[bool]
    period_openers: Phrases[bool]
    period_words: Phrases[bool]
    months: dict[str, int]
    weekdays: dict[str, int]
    eras: dict[str, int]
    day_patterns: tuple[re.Pattern[str], ...]
    word_day_patterns: tuple[re.Pattern[str], ...]
    year_openers: frozenset[str]
    names_before: frozenset[str]
    no_noun: frozenset[str]
    unit_openers: Phrases[str]
    half_followers: Phrases[bool]
    idioms: Phrases[bool]
    vague: Phrases[bool]
    signs_before_names: Phrases[bool]
    names_after: Phrases[bool]
    spans_after: Phrases[bool]
    clock_patterns: tuple[re.Pattern[str], ...]
    units: dict[str, Unit]


TABLES = {
    "number_words": "number_words",
    "multipliers": "multipliers",
    "scale_signs": "scale_signs",
    "fraction_words": "fraction_words",
    "mixed_words": "mixed_words",
    "multiple_words": "multiple_words",
    "ordinals": "ordinal_words",
    "number_joins": "number_joins",
    "inverted_joins": "inverted_joins",
    "currencies": "currencies",
    "currency_symbols": "currency_symbols",
    "minor": "minor",
    "scaled_currencies": "scaled_currencies",
    "unit_names": "unit_names",
    "unit_symbols": "unit_symbols",
    "glued_symbols": "glued_unit_symbols",
    "guarded_symbols": "guarded_unit_symbols",
    "percent": "percent_words",
    "counters": "counters",
    "hedges_before": "hedges_before",
    "hedges_after": "hedges_after",
    "per_joins": "per_joins",
    "per_words": "per_words",
    "range_joins": "range_joins",
    "range_openers": "range_openers",
    "minus": "minus",
    "period_openers": "period_openers",
    "period_words": "period_words",
    "unit_openers": "unit_openers",
    "half_followers": "half_followers",
    "vague": "vague",
    "names_after": "names_after",
    "spans_after": "spans_after",
}
"""Which table of a language's file each of its look-ups is made from."""


@cache
def language(code: str) -> Language:
    """The language of an ISO 639-1 code. Raises LookupError, naming those there are, where it is not known."""
    return build(code, lexicon.compiled(code), lexicon.units())


def build(code: str, words: dict[str, Any], units: dict[str, Unit]) -> Language:
    """A language made from its compiled tables."""
    spaced = bool(words.get("spaced", True))
    same_signs = str.maketrans(words.get("same_signs", {}))
    marks = words.get("marks_between_digits", "")
    spoken, own_digits = words.get("decimal_word", ""), "".join(words.get("same_signs", {}))
    place_signs = "".join(sign for sign, value in words.get("day_signs", {}).items() if value > 1)

    def table(*names: str) -> Phrases[Any]:
        return _table(code, words, names)

    return Language(
        code=code,
        spaced=spaced,
        words=words,
        decimal=words.get("decimal", "."),
        groups="".join(words.get("group", [","])),
        same_signs=same_signs,
        marks_between_digits=re.compile(f"(?<=[0-9{place_signs}])[{re.escape(marks)}](?=[0-9])") if marks else None,
        spoken_marks=re.compile(f"(?<=[{own_digits}0０{place_signs}])(?:{spoken})(?=[0-9０-９{own_digits}])") if spoken else None,
        anchors=anchors(words, spaced),
        money_scale_signs=table("scale_signs", "money_scale_signs"),
        bare_multipliers=frozenset(words.get("bare_multipliers", [])),
        months=words.get("months", {}),
        weekdays=words.get("weekdays", {}),
        eras=words.get("eras", {}),
        day_patterns=tuple(day_pattern(pattern, words) for pattern in words.get("day_patterns", []) if not pattern.startswith(WORDED)),
        word_day_patterns=tuple(day_pattern(pattern, words) for pattern in words.get("day_patterns", []) if pattern.startswith(WORDED)),
        year_openers=frozenset(words.get("year_openers", [])),
        names_before=frozenset(words.get("names_before", [])),
        no_noun=frozenset(words.get("no_noun", [])),
        idioms=phrases(dict.fromkeys(words.get("idioms", ()), True), spaced=spaced),
        signs_before_names=table("names_before") if not spaced else phrases({}),
        clock_patterns=tuple(day_pattern(pattern, words) for pattern in words.get("clock_patterns", [])),
        units={key: _with_plain_code(unit) for key, unit in units.items()},
        **{look_up: table(name) for look_up, name in TABLES.items()},
    )


PLAIN_CODES = {"degree_Celsius": "celsius", "degree_Fahrenheit": "fahrenheit"}


def _with_plain_code(unit: Unit) -> Unit:
    """Its code as it is read aloud and by every reader of pint's names: "meter**2", "kilometer/hour", "celsius"."""
    code = PLAIN_CODES.get(unit.code, unit.code).replace(" ", "")
    return unit if code == unit.code else Unit(unit.kind, code, unit.per, unit.size, unit.dimension, unit.zero)


def _with_eszett(rows: dict[str, Any]) -> dict[str, Any]:
    """The compiled names are casefolded, the text is lower-cased: "fuss" must find "fuß" too."""
    return rows | {name.replace("ss", "ß"): value for name, value in rows.items() if "ss" in name}


def _table(code: str, words: dict[str, Any], names: tuple[str, ...]) -> Phrases[Any]:
    """The rows of one table or more, laid out for look-up, in every spelling that the text may have."""
    spaced, same_signs = bool(words.get("spaced", True)), str.maketrans(words.get("same_signs", {}))
    rows: dict[str, Any] = {}
    for name in names:
        given = words.get(name, {})
        rows |= given if isinstance(given, dict) else dict.fromkeys(given, True)
    if not spaced:  # "スイス フラン" is also written as one word, or with a dot
        rows |= {phrase.replace(" ", sign): value for phrase, value in rows.items() if " " in phrase for sign in ("", "・")}
    rows |= {phrase.replace("\u2019", "'"): value for phrase, value in rows.items() if "\u2019" in phrase}  # as the page has it
    if same_signs:
        rows = {phrase.translate(same_signs): value for phrase, value in rows.items()}
    return phrases(_with_eszett(rows) if code == "de" else rows, spaced=spaced)
