"""One language, compiled: what its hand-written file says, laid over what CLDR and pint say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from claims.lexicon import calendar, currencies, places, unit_words
from claims.lexicon.cldr import locale, regions

CASEFOLDED = frozenset({"currencies", "minor", "months", "percent", "scales", "unit_names", "weekdays"})
LISTS = frozenset({"currencies", "currency_symbols", "minor"})
"""Tables whose entries are candidates, best first; the hand may write one without brackets."""


def compiled(path: Path) -> dict[str, Any]:
    """All that is known of the language of the file "xx.toml"."""
    by_hand = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = generated(path.stem, by_hand.get("endings", []))
    for name, value in by_hand.items():
        tables[name] = _overlaid(name, tables[name], value) if isinstance(tables.get(name), dict) else value
    shared = tables["currencies"] | tables["currency_symbols"]
    tables["currency_places"] = places.places(path.stem, shared, spaced=tables.get("spaced", True))
    tables["home_currencies"] = places.at_home(path.stem, shared)
    return tables


def generated(language: str, endings: list[list[str]]) -> dict[str, Any]:
    """What CLDR and pint say of a language."""
    own = locale(language)
    all_of_them = [own, *(locale(name) for name in regions(language))]
    return {
        "currencies": in_every_form(currencies.names(language, all_of_them), endings),
        "currency_symbols": currencies.symbols(language, all_of_them),
        "decimal": calendar.decimal_mark(own),
        "group": calendar.group_marks(own),
        "minor": {},
        "months": calendar.months(all_of_them),
        "percent": unit_words.percent(own),
        "scales": calendar.scales(own),
        "unit_names": unit_words.names(all_of_them, endings, english=language == "en"),
        "unit_symbols": unit_words.symbols(own),
        "weekdays": calendar.weekdays(all_of_them),
    }


def in_every_form(names: dict[str, list[str]], endings: list[list[str]]) -> dict[str, list[str]]:
    """The names with their case forms ("kanadischen Dollar"); a name of its own goes before a form of another."""
    forms = {form: codes for name, codes in names.items() for form in unit_words.inflected(name, endings)}
    return forms | names


def _overlaid(name: str, table: dict[str, Any], by_hand: dict[str, Any]) -> dict[str, Any]:
    merged = dict(table)
    for word, value in by_hand.items():
        entry = word.casefold() if name in CASEFOLDED else word
        if value is False or value == "":
            merged.pop(entry, None)
        else:
            merged[entry] = [value] if name in LISTS and isinstance(value, str) else value
    return merged
