"""The words beside a number that may belong to it, gathered from the tables of a language for the quick way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from claims.find.money import candidates
from claims.language import Language
from claims.phrases import FIRST_WORD, Phrases, last_word
from claims.unit import Unit

ENDS = frozenset(".,;)")
WORDS = re.compile(r"(?<![{\w])[^\W\d_]+(?![\w}])")
HALVES_OF_THE_DAY = ("am", "pm")
LARGEST_SURE_WORD = 99
Paid = tuple[Unit, tuple[Unit, ...], int]
"""A currency, the others its name may be of, and the power of ten of one of it (-2: hundredths)."""
Openings = dict[str, "frozenset[str] | None"]
"""First words of phrases with the second words of these; None for a word that is one by itself."""


def openings(phrases: Iterable[str]) -> Openings:
    """The first words of phrases, and by which second words these may be told."""
    found: Openings = {}
    for phrase in phrases:
        first = FIRST_WORD.match(phrase)
        if first is None:
            continue
        rest = phrase[first.end() :]
        second = FIRST_WORD.match(rest, 1) if rest[:1] in (" ", "-", "'", ".") else None
        known = found.get(first.group(), frozenset())
        found[first.group()] = None if second is None or known is None else known | {second.group()}
    return found


def rows_of(tables: Iterable[Phrases[Any]]) -> list[str]:
    """All phrases of some tables, in small letters."""
    return [phrase.lower() for table in tables for rows in table.by_first.values() for phrase, _ in rows]


def shape_of(tongue: Language) -> re.Pattern[str]:
    """A number in the marks of the language, what is glued to it, and the word after it or the end of its phrase."""
    group, decimal = re.escape(tongue.groups[:1]), re.escape(tongue.decimal)
    group = group if tongue.groups[:1].isprintable() and tongue.groups[:1] not in "\u202f\u00a0" else " "
    number = f"([0-9]{{1,3}}(?:{group}[0-9]{{3}}){{1,4}}|[0-9]{{1,12}})(?:{decimal}([0-9]{{1,6}}))?(?![0-9]|[.,:/{group}][0-9])"
    ends = "".join(ENDS - {".", ","} - set(tongue.words.get("ordinal_marks", ())))
    marks = "".join({".", ","} - set(tongue.words.get("ordinal_marks", ())))
    end = f"\\Z|[{re.escape(ends)}](?![^\\W_])|[{marks}](?![^\\W_]|.[0-9])"
    return re.compile(f"{number}(%|[A-Za-z]{{1,3}}(?![^\\W_]))?(?: (%(?!\\w)|[^\\W\\d_]+(?!\\w))(?!\\.[^\\W\\d_])|(?={end}))")


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(found.group() for phrase in phrases if (found := FIRST_WORD.match(phrase.strip(" -"))))


def sure_units(tongue: Language) -> dict[str, Unit]:
    """The units whose whole name is one word that names nothing else."""
    tables: tuple[Phrases[Any], ...] = (tongue.currencies, tongue.minor, tongue.fraction_words, tongue.multipliers)
    return {
        name: tongue.units[rows[-1][1]]
        for name, rows in tongue.unit_names.by_first.items()
        if rows[-1][0] == name
        and rows[-1][1] in tongue.units
        and not any(name in table.by_first for table in tables)
        and not any(phrase.startswith(f"{name}.") for phrase, _ in rows)
    }


def sure_currencies(tongue: Language) -> dict[str, Paid]:
    """The currencies, and their hundredths, whose whole name is one word that names nothing else."""
    tables: tuple[Phrases[Any], ...] = (
        tongue.unit_names, tongue.unit_symbols, tongue.glued_symbols, tongue.guarded_symbols, tongue.fraction_words, tongue.multipliers,
        tongue.percent, tongue.number_words,
        tongue.scale_signs, tongue.money_scale_signs, tongue.currency_symbols, tongue.hedges_after, tongue.per_joins, tongue.per_words,
    )  # fmt: skip
    taken = {word.lower() for table in tables for word in table.by_first} | first_words(tongue.words.get("times", ()))
    found: dict[str, Paid] = {}
    for table, other, power in ((tongue.currencies, tongue.minor, 0), (tongue.minor, tongue.currencies, -2)):
        for name, rows in table.by_first.items():
            if (
                len(name) > 1
                and rows[-1][0] == name
                and rows[-1][1]
                and not any(phrase == name for phrase, _ in other.by_first.get(name, ()))
                and name not in taken
                and not any(phrase.startswith(f"{name}.") for phrase, _ in rows)
            ):
                found[name] = (*candidates(tuple(rows[-1][1])), power)
    return found


def second_words(tongue: Language, name: str) -> Openings:
    rows = [row for table in (tongue.unit_names, tongue.currencies, tongue.minor) for row in table.by_first.get(name, ())]
    return openings(phrase[len(name) + 1 :] for phrase, _ in rows if phrase != name) if len(rows) > 1 else {}


def words_before(tongue: Language) -> frozenset[str]:
    """Words and signs that may belong to a number after them."""
    words = {*tongue.currency_symbols.by_last, *(sign for sign in tongue.minus.by_last if not sign.isalpha())}
    for name in ("names_before_amounts", "fiscal_words", "clock_articles", "decimal_words"):
        words.update(last_word(phrase, len(phrase)) for phrase in tongue.words.get(name, ()))
    words.update(sign for phrase in tongue.words.get("plus_minus", ()) if (sign := last_word(phrase, len(phrase))) not in tongue.minus.by_last)
    return frozenset(words | tongue.names_before | tongue.months.keys())


def words_before_stops(tongue: Language) -> frozenset[str]:
    """Words that belong to a number after them when they are shortened: "approx. 5", "No. 5", "Rs. 500"."""
    tables: tuple[Phrases[Any], ...] = (tongue.hedges_before, tongue.currency_symbols, tongue.currencies, tongue.minus, tongue.range_openers)
    phrases = rows_of(tables)
    for name in ("names_before_amounts", "long_names_before", "fiscal_words", "age_openers", "number_signs", "plus_minus", "clock_openers"):
        phrases += tongue.words.get(name, ())
    return frozenset(
        {last_word(phrase.rstrip(" ."), len(phrase.rstrip(" ."))) for phrase in phrases} | tongue.names_before | tongue.months.keys() | tongue.weekdays.keys()
    )


def words_after(tongue: Language) -> Openings:
    """Words and signs that may belong to a number before them; what joins a further number is looked at by itself."""
    words = tongue.words
    glued = {sign for rows in tongue.glued_symbols.by_first.values() for sign, _ in rows} - set(_signs(tongue, glued=False))
    signs = (sign.lower() for sign in _signs(tongue) if not sign[0].isupper() and sign not in glued)
    phrases = [*HALVES_OF_THE_DAY, *signs, *rows_of(_names(tongue)), *tongue.months]
    phrases += [sign for sign in words.get("times", ()) if not sign.isalpha()]
    for name in (
        "ratio_joins",
        "per_skips",
        "plus_minus",
        "skipped_after",
        "skipped_before_time",
        "minus_after",
        "counted_skips",
        "ordinal_marks",
        "fold",
        "decimal_words",
        "clock_words",
    ):
        phrases += [phrase.strip(" -") for phrase in words.get(name, ())]
    phrases += [era.lower() for era in words.get("eras_after", ())]
    return openings([*phrases, *(phrase.strip(" ") for phrase in words.get("hedges_after", ()))])


def _names(tongue: Language) -> tuple[Phrases[Any], ...]:
    return (
        tongue.percent, tongue.currencies, tongue.minor, tongue.unit_names, tongue.multipliers, tongue.fraction_words, tongue.hedges_after,
        tongue.counters, tongue.ordinals, tongue.scaled_currencies, tongue.names_after, tongue.spans_after,
    )  # fmt: skip


def words_after_units(tongue: Language) -> Openings:
    """Words and signs that may belong to a number and its unit before them."""
    tables: tuple[Phrases[Any], ...] = (
        tongue.currencies,
        tongue.minor,
        tongue.currency_symbols,
        tongue.hedges_after,
        tongue.multipliers,
        tongue.scaled_currencies,
    )
    phrases = [phrase for table in tables for rows in table.by_first.values() for phrase, _ in rows if not phrase[0].isupper()]
    return openings(
        [
            *phrases,
            *(phrase.strip(" -") for name in ("plus_minus", "minus_after") for phrase in tongue.words.get(name, ())),
            *(phrase.strip(" ") for phrase in tongue.words.get("hedges_after", ())),
        ]
    )


def capital_signs(tongue: Language) -> frozenset[str]:
    """Words that are signs only with a capital: "AU" of "AU$"."""
    return frozenset(found.group().lower() for sign in _signs(tongue) if sign[0].isupper() and (found := FIRST_WORD.match(sign)))


def _signs(tongue: Language, *, glued: bool = True) -> list[str]:
    tables: list[Phrases[Any]] = [tongue.currency_symbols, tongue.unit_symbols, tongue.guarded_symbols, tongue.scale_signs, tongue.money_scale_signs]
    tables += [tongue.glued_symbols] if glued else []
    return [sign for table in tables for rows in table.by_first.values() for sign, _ in rows]


def words_of_further_numbers(tongue: Language) -> frozenset[str]:
    """First words of a number after a word that joins it to another, but for number words; and what goes on with such a word ("a las")."""
    words = {*tongue.words.get("articles", ()), *tongue.words.get("names_before_amounts", ())}
    for phrase in (*tongue.words.get("half_after_unit", ()), *tongue.words.get("smaller_unit_joins", ())):
        words.update(phrase.split()[1:])
    return frozenset(words)


def words_of_halves(tongue: Language) -> frozenset[str]:
    """Words that go on after a unit: "3 años y medio", "2 horas con 5 minutos"."""
    return first_words((*tongue.words.get("half_after_unit", ()), *tongue.words.get("smaller_unit_joins", ()), *tongue.words.get("half_joins", ())))


def words_of_parts(tongue: Language) -> dict[str, Any]:
    """The words of fractions, of dozens and of one, that are nothing else; fractions only where they are told by what follows them."""
    words, spaced_out = tongue.words, not tongue.words.get("compounds")
    tables = (tongue.number_words, tongue.multipliers, tongue.fraction_words, tongue.mixed_words, tongue.multiple_words, tongue.vague, tongue.ordinals)
    taken = [{word for table in tables if table is not own for word in table.by_first} for own in (tongue.multipliers, tongue.fraction_words)]
    rounds = tuple(words.get("round_words", ()))
    units = {word for table in (tongue.unit_names, tongue.currencies, tongue.minor) for word in table.by_first}
    spans = {*words.get("article_units", ()), *words.get("article_spans", ())}
    dates = tongue.months.keys() | tongue.weekdays.keys()
    many = tongue.multipliers.by_first.items() if spaced_out else ()
    parts = tongue.fraction_words.by_first.items() if "fraction_followers" in words and spaced_out else ()
    not_parts = taken[1] - tongue.ordinals.by_first.keys() | spans | dates
    return {
        "ones": {word: rows[-1][1] for word, rows in tongue.number_words.by_first.items() if rows[-1][0] == word and rows[-1][1] == 1},
        "many": {
            word: rows[0][1]
            for word, rows in many
            if len(rows) == 1 and rows[0][0] == word and rows[0][1] > 1 and word not in taken[0] | units and not any(part in word for part in rounds)
        },
        "idle": frozenset(spans - taken[0] - tongue.multipliers.by_first.keys() - dates if spaced_out else ()),
        "parts_of_one": {word: rows[-1][1] for word, rows in parts if rows[-1][0] == word and word not in not_parts},
        "articles_of_parts": frozenset(words.get("articles", ())),
        "of_words": frozenset(words.get("of_words", ())),
    }


def words_of_pers(tongue: Language) -> frozenset[str]:
    """Words with which it may go on what a unit goes to: "a", "per", "annually", "more" (per year)."""
    words = {*tongue.per_joins.by_first, *tongue.per_words.by_first}
    return frozenset(words | {skip.split()[0] for skip in tongue.words.get("per_skips", ())})


def sure_numbers(tongue: Language) -> tuple[dict[str, int], frozenset[str]]:
    """The words below a hundred that are numbers and nothing else, and those that are articles too."""
    words = tongue.words
    apart = {*words.get("articles", ()), *words.get("pronoun_words", ())}
    tables: tuple[Phrases[Any], ...] = (
        tongue.multiple_words, tongue.mixed_words, tongue.ordinals, tongue.unit_names, tongue.currencies, tongue.minor, tongue.vague,
    )  # fmt: skip
    taken = apart | {word for table in tables for word in table.by_first} | {word for name in ("anchor_words", "round_words") for word in words.get(name, ())}
    taken |= {word for word in tongue.multipliers.by_first if words.get("compounds") or word not in tongue.bare_multipliers}
    taken |= {phrase for phrase in rows_of((tongue.fraction_words,)) if words.get("compounds") or phrase.isalpha()}
    taken |= set(tongue.months) | set(tongue.weekdays)
    first = tongue.number_words.by_first
    numbers = {word: rows[-1][1] for word, rows in first.items() if rows[-1][0] == word and 1 < rows[-1][1] <= LARGEST_SURE_WORD and word not in taken}
    other = {word for table in (tongue.multipliers, tongue.unit_names) for word in table.by_first}
    return numbers, frozenset(word for word in words.get("articles", ()) if word in first and word not in other)


def second_words_of_fractions(tongue: Language) -> set[str]:
    """Words with which the word of a fraction goes on that begins like a number ("vingt et unième")."""
    return {word for seconds in openings(rows_of((tongue.fraction_words,))).values() for word in seconds or ()}
