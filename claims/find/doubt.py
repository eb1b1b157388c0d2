"""What the quick way doubts: the shapes it is sure of, and every word beside a number that may belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from claims.find.money import candidates
from claims.language import Language
from claims.phrases import FIRST_WORD, Phrases, last_word
from claims.unit import Unit

ENDS = frozenset(".,;)")
WORDS = re.compile(r"(?<![{\w])[^\W\d_]+(?![\w}])")
LARGEST_SURE_WORD = 99
Paid = tuple[Unit, tuple[Unit, ...], int]
"""A currency, the others its name may be of, and the power of ten of one of it (-2: hundredths)."""


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
    right: frozenset[str]
    beyond: frozenset[str]
    others: frozenset[str]
    second: dict[str, frozenset[str]]
    joined: frozenset[str]
    ranges: frozenset[str]
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
    ratios: frozenset[str]
    ratio_nouns: int
    told_days: frozenset[str]
    number_ends: frozenset[str]
    after_words: frozenset[str]
    known: frozenset[str]
    parts: tuple[str, ...]
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
    joined = _firsts(words.get("number_joins", ())) | _halves(tongue) | frozenset(tongue.range_joins.by_first)
    right, units = _right(tongue), _units(tongue)
    currencies = {name: paid for name, paid in _currencies(tongue).items() if name not in units}
    opened = {last_word(phrase, len(phrase)) for phrase in words.get("fiscal_words", ())}
    numbers, articles = _numbers(tongue)
    scales = {
        word: len(str(rows[0][1])) - 1
        for word, rows in tongue.multipliers.by_first.items()
        if word not in tongue.unit_names.by_first and len(rows) == 1 and str(rows[0][1]).strip("0") == "1" and rows[0][1] >= 1000
    }
    return Doubts(
        language=tongue,
        shape=_shape(tongue),
        left=_left(tongue),
        minus=frozenset(tongue.minus.by_last),
        large=_large(tongue),
        capitals=frozenset(word.lower() for word in _left(tongue)),
        hedged=frozenset(tongue.hedges_before.by_last) | frozenset(words.get("determiners", ())),
        openers=frozenset(tongue.range_openers.by_last),
        namers=frozenset(last_word(phrase, len(phrase)) for phrase in words.get("long_names_before", ())),
        right=right - units.keys() - currencies.keys(),
        beyond=_beyond(tongue),
        others=frozenset(word.lower() for table in (tongue.scale_signs, tongue.money_scale_signs, tongue.percent, tongue.fraction_words, tongue.number_words, tongue.multipliers) for word in table.by_first),
        second={name: _seconds(tongue, name) for name in (*units, *currencies)},
        joined=joined,
        ranges=frozenset(tongue.range_joins.by_first),
        starts=_starts(tongue),
        links=tuple(f" {word}" if word.endswith("'") else f" {word} " for word in words.get("skipped_after", ())),
        signs={sign: candidates(tuple(rows[-1][1])) for sign, rows in tongue.currency_symbols.by_first.items() if len(sign) == 1 and not sign.isalpha() and rows[-1][0] == sign and rows[-1][1]},
        spaced_signs=frozenset(sign.lower().split()[0] for rows in tongue.currency_symbols.by_first.values() for sign, _ in rows if " " in sign.strip()),
        scales=scales,
        percents=frozenset(tongue.percent.by_first) - _firsts(words.get("decimal_words", ())),
        pers=_pers(tongue),
        units=units,
        currencies=currencies,
        sure_years=tongue.year_openers - frozenset(words.get("weak_year_openers", ())) - opened if not words.get("nouns_large") else frozenset(),
        periods=frozenset(tongue.period_openers.by_first),
        ends=ENDS - frozenset(words.get("ordinal_marks", ())),
        numbers=numbers,
        articles=articles,
        ratios=_firsts(words.get("ratio_joins", ())) if words.get("ratio_nouns") else frozenset(),
        ratio_nouns=int(words.get("ratio_nouns") or 0) + 1,
        number_ends=frozenset({*tongue.number_words.by_last, *tongue.multipliers.by_last, *tongue.fraction_words.by_last}),
        after_words=frozenset({*tongue.multiple_words.by_first, *tongue.mixed_words.by_first, *tongue.half_followers.by_first, *tongue.vague.by_first}) - scales.keys(),
        known=right | frozenset({*tongue.number_words.by_first, *tongue.multiple_words.by_first, *tongue.mixed_words.by_first, *words.get("anchor_words", ()), *tongue.idioms.by_first, *tongue.weekdays}),
        parts=tuple(sorted({word for table in (tongue.fraction_words, tongue.multipliers, tongue.number_words) for word in table.by_first})),
        plain_words=tongue.no_noun,
        has_compounds=bool(words.get("compounds")),
        told_days=frozenset(found.group() for pattern in words.get("day_patterns", ()) for found in WORDS.finditer(pattern)),
        has_streets=bool(words.get("street_words")),
        nouns_large=bool(words.get("nouns_large")),
    )


def _shape(tongue: Language) -> re.Pattern[str]:
    """A number in the marks of the language, what is glued to it, and the word after it."""
    group, decimal = re.escape(tongue.groups[:1]), re.escape(tongue.decimal)
    group = group if tongue.groups[:1].isprintable() and tongue.groups[:1] not in "\u202f\u00a0" else " "
    number = f"([0-9]{{1,3}}(?:{group}[0-9]{{3}}){{1,4}}|[0-9]{{1,12}})(?:{decimal}([0-9]{{1,6}}))?(?![0-9]|[.,:/{group}][0-9])"
    return re.compile(f"{number}(%|[A-Za-z]{{1,3}}(?![^\\W_]))?(?: (%(?!\\w)|[^\\W\\d_]+))?")


def _firsts(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(found.group() for phrase in phrases if (found := FIRST_WORD.match(phrase.strip(" -"))))


def _units(tongue: Language) -> dict[str, Unit]:
    """The units whose whole name is one word that names nothing else."""
    tables: tuple[Phrases[object], ...] = (tongue.currencies, tongue.minor, tongue.fraction_words, tongue.multipliers)  # type: ignore[assignment]
    return {
        name: tongue.units[rows[-1][1]]
        for name, rows in tongue.unit_names.by_first.items()
        if rows[-1][0] == name and rows[-1][1] in tongue.units and not any(name in table.by_first for table in tables)
    }


def _currencies(tongue: Language) -> dict[str, Paid]:
    """The currencies, and their hundredths, whose whole name is one word that names nothing else."""
    tables: tuple[Phrases[object], ...] = (  # type: ignore[assignment]
        tongue.unit_names, tongue.unit_symbols, tongue.glued_symbols, tongue.guarded_symbols, tongue.fraction_words, tongue.multipliers, tongue.percent, tongue.number_words,
        tongue.scale_signs, tongue.money_scale_signs, tongue.currency_symbols, tongue.hedges_after, tongue.per_joins, tongue.per_words,
    )  # fmt: skip
    taken = {word.lower() for table in tables for word in table.by_first} | _firsts(tongue.words.get("times", ()))
    found: dict[str, Paid] = {}
    for table, other, power in ((tongue.currencies, tongue.minor, 0), (tongue.minor, tongue.currencies, -2)):
        for name, rows in table.by_first.items():
            if len(name) > 1 and rows[-1][0] == name and rows[-1][1] and not any(phrase == name for phrase, _ in other.by_first.get(name, ())) and name not in taken and not any(phrase.startswith(f"{name}.") for phrase, _ in rows):
                found[name] = (*candidates(tuple(rows[-1][1])), power)
    return found


def _seconds(tongue: Language, name: str) -> frozenset[str]:
    tables: tuple[Phrases[object], ...] = (tongue.unit_names, tongue.currencies, tongue.minor)  # type: ignore[assignment]
    return frozenset(second for table in tables for phrase, _ in table.by_first.get(name, ()) for second in phrase.replace("-", " ").split()[1:2])


def _left(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number after them."""
    words = {*tongue.currency_symbols.by_last, *(sign for sign in tongue.minus.by_last if not sign.isalpha())}
    for name in ("names_before_amounts", "fiscal_words", "plus_minus", "age_openers"):
        words.update(last_word(phrase, len(phrase)) for phrase in tongue.words.get(name, ()))
    return frozenset(words | tongue.names_before | tongue.months.keys())


def _right(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number before them; what joins a further number is looked at by itself."""
    signs = (tongue.currency_symbols, tongue.unit_symbols, tongue.glued_symbols, tongue.guarded_symbols, tongue.scale_signs, tongue.money_scale_signs)
    return _right_words(tongue) | {word.lower() for table in signs for word in table.by_first}


def _right_words(tongue: Language) -> frozenset[str]:
    tables = (
        tongue.percent, tongue.currencies, tongue.minor, tongue.unit_names, tongue.multipliers, tongue.fraction_words, tongue.hedges_after, tongue.per_joins, tongue.per_words,
        tongue.number_words, tongue.counters, tongue.ordinals, tongue.scaled_currencies, tongue.names_after, tongue.spans_after,
    )  # fmt: skip
    words = {word.lower() for table in tables for word in table.by_first}
    words.update(word.lower() for pattern in tongue.words.get("clock_patterns", ()) for word in WORDS.findall(pattern))
    words.update(phrase.split()[0] for phrase in tongue.words.get("hedges_after", ()) if phrase.startswith(" "))
    for name in ("times", "ratio_joins", "per_skips", "plus_minus", "skipped_after", "minus_after", "counted_skips", "ordinal_marks", "fold", "decimal_words", "clock_words"):
        words.update(_firsts(tongue.words.get(name, ())))
    return frozenset(words | tongue.months.keys())


def _beyond(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number and its unit before them."""
    tables = (tongue.currencies, tongue.minor, tongue.currency_symbols, tongue.hedges_after, tongue.multipliers)
    words = {word.lower() for table in tables for word in table.by_first if len(word) > 1 or not word.isupper()}  # "A" begins "A$", which is the next amount
    return frozenset(words | _firsts((*tongue.words.get("plus_minus", ()), *tongue.words.get("minus_after", ()))))


def _large(tongue: Language) -> frozenset[str]:
    """Words that are signs only with a capital: "AU" of "AU$"."""
    tables = (tongue.currency_symbols, tongue.unit_symbols, tongue.glued_symbols, tongue.guarded_symbols, tongue.scale_signs, tongue.money_scale_signs)
    signs = {sign for table in tables for sign in table.by_first}
    small = {sign.lower() for sign in signs if sign[:1].islower()} | _right_words(tongue)
    return frozenset(sign.lower() for sign in signs if sign[:1].isupper()) - small


def _starts(tongue: Language) -> frozenset[str]:
    """First words of a number after a word that joins it to another, but for number words; and what goes on with such a word ("a las")."""
    words = {*tongue.hedges_before.by_first, *tongue.minus.by_first, *tongue.range_joins.by_first, *tongue.words.get("articles", ()), *tongue.words.get("names_before_amounts", ())}
    words.update(word.lower() for word in tongue.currency_symbols.by_first)
    for phrase in (*tongue.words.get("range_joins", ()), *tongue.words.get("half_after_unit", ()), *tongue.words.get("smaller_unit_joins", ())):
        words.update(phrase.split()[1:])
    return frozenset(words)


def _halves(tongue: Language) -> frozenset[str]:
    """Words that go on after a unit: "3 años y medio", "2 horas con 5 minutos"."""
    return _firsts((*tongue.words.get("half_after_unit", ()), *tongue.words.get("smaller_unit_joins", ()), *tongue.words.get("half_joins", ())))


def _pers(tongue: Language) -> frozenset[str]:
    """Words with which it may go on what a unit goes to: "a", "per", "annually", "more" (per year)."""
    words = {*tongue.per_joins.by_first, *tongue.per_words.by_first}
    return frozenset(words | {skip.split()[0] for skip in tongue.words.get("per_skips", ())})


def _numbers(tongue: Language) -> tuple[dict[str, int], frozenset[str]]:
    """The words below a hundred that are numbers and nothing else, and those that are articles too."""
    words = tongue.words
    apart = {*words.get("articles", ()), *words.get("pronoun_words", ())}
    tables: tuple[Phrases[object], ...] = (  # type: ignore[assignment]
        tongue.multipliers, tongue.fraction_words, tongue.multiple_words, tongue.mixed_words, tongue.ordinals, tongue.unit_names, tongue.currencies, tongue.minor, tongue.vague,
    )  # fmt: skip
    taken = apart | {word for table in tables for word in table.by_first} | {word for name in ("anchor_words", "round_words") for word in words.get(name, ())}
    taken |= set(tongue.months) | set(tongue.weekdays)
    first = tongue.number_words.by_first
    numbers = {word: rows[-1][1] for word, rows in first.items() if rows[-1][0] == word and 1 < rows[-1][1] <= LARGEST_SURE_WORD and word not in taken}
    other = {word for table in (tongue.multipliers, tongue.unit_names) for word in table.by_first}
    return numbers, frozenset(word for word in words.get("articles", ()) if word in first and word not in other)
