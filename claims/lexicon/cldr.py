"""What CLDR says of one language, read through babel: plain dictionaries, its regions beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Plain = dict[Any, Any]


LANGUAGES_WITH_UNITS = ("en", "ja")
"""CLDR lists the old Japanese units under Japanese only, all others under English too."""
TABLES = """
compact_decimal_formats compound_unit_patterns currency_names currency_names_plural currency_symbols
days months number_symbols unit_patterns
"""
"""What the lexicon is made of; the rest of CLDR's hundred thousand entries a language stays where it is."""


def locale(identifier: str, tables: str = TABLES) -> Plain:
    """The named tables of what CLDR says of a locale, as plain dictionaries.

    babel's store is emptied first: it writes resolved references of one language
    into the root it shares with the others, which gave French months Japanese names.
    """
    from babel import localedata

    localedata._cache.clear()
    loaded: Any = localedata.load(identifier)
    everything = localedata.LocaleDataDict(loaded)
    return {name: _plain(everything[name]) for name in tables.split()}


def regions(code: str) -> list[str]:
    """The locales of a language in its countries ("en_GB", "en_IN"), in its own script only."""
    from babel import localedata

    return sorted(name for name in localedata.locale_identifiers() if name.startswith(f"{code}_") and len(name) == len(code) + 3)


def likely_locale(territory: str) -> str:
    """The locale of the language most spoken in a territory ("sv_SE" for SE); "root" where CLDR has none."""
    from babel.core import get_global
    from babel.localedata import exists

    language, script, region = get_global("likely_subtags").get(f"und_{territory}", f"en_Latn_{territory}").split("_")[:3]
    return next((name for name in (f"{language}_{region}", f"{language}_{script}_{region}", language) if exists(name)), "root")


def home_territory(code: str) -> str:
    """The territory that CLDR takes for granted with a language: US for en, BR for pt."""
    from babel.core import get_global

    return str(get_global("likely_subtags").get(code, "en_Latn_US")).split("_")[-1]


def territories_of_currencies() -> dict[str, list[str]]:
    """For every currency that is legal tender somewhere today, its territories."""
    from babel.core import get_global

    found: dict[str, list[str]] = {}
    for territory, periods in sorted(get_global("territory_currencies").items()):
        for currency, _, end, tender in periods:
            if tender and end is None:
                found.setdefault(currency, []).append(territory)
    return found


def cities_of_territories(zones: Plain) -> dict[str, list[str]]:
    """For every territory the cities that time zones are named after, in the words of the locale whose `time_zones` are given."""
    from babel.core import get_global

    found: dict[str, list[str]] = {}
    for zone, territory in sorted(get_global("zone_territories").items()):
        city = zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if "/" in zone and not any(letter.isdigit() for letter in city):
            found.setdefault(territory, []).append(str(city))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping) or hasattr(value, "keys"):
        return {key: _plain(value[key]) for key in list(value.keys())}
    return value
