"""Where each currency is at home, in one language's words: countries, cities and what is said of both ("australia", "sydney", "canadian").

Only for currencies that share a sign or a noun with another: the words tell which of them a text means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.lexicon.cldr import Plain, cities_of_territories, locale, regions, territories_of_currencies
from claims.lexicon.currencies import WORDS

PLACES = "territories currency_names time_zones"
SHORTEST_PLACE = {True: 4, False: 2}
"""Letters of the shortest name that is no part of other words: by whether the language puts spaces between words."""
INITIALS = {"US": ("u.s.",), "GB": ("u.k.", "britain", "british")}
"""Short forms that CLDR does not list. A sign like "C$" is none: beside it a bare "$" is another dollar."""


def places(language: str, candidates: Mapping[str, list[str]], *, spaced: bool) -> dict[str, list[str]]:
    """Currency → casefolded words that show that a text is about a country where it is legal tender."""
    own = locale(language, PLACES)
    homes = territories_of_currencies()
    cities = cities_of_territories(own["time_zones"])
    shared = sorted({code for codes in candidates.values() if len(codes) > 1 for code in codes} & homes.keys())
    nouns = _commonest_words(own, shared)
    found = {}
    for code in shared:
        territories = [territory for territory in homes[code] if territory.isalpha()]
        words = {*_said_of(own["currency_names"].get(code, ""), nouns)}
        for territory in territories:
            words |= {own["territories"].get(territory, territory), *cities.get(territory, ()), *INITIALS.get(territory, ())}
        found[code] = sorted({word.casefold() for word in words if len(word) >= SHORTEST_PLACE[spaced]})
    return found


def at_home(language: str, candidates: Mapping[str, list[str]]) -> list[str]:
    """The currencies that texts of the language give by a shared sign alone, in the countries that speak it: C$ is "$" in Canada, HK$ never."""
    homes = territories_of_currencies()
    found = set()
    for name in regions(language):
        symbols = locale(name, "currency_symbols")["currency_symbols"]
        for code in (code for code, territories in homes.items() if name[-2:] in territories):
            if len(candidates.get(symbols.get(code, code), ())) > 1:
                found.add(code)
    return sorted(found)


def _said_of(name: str, nouns: set[str]) -> Iterator[str]:
    """"canadian" of "Canadian dollar"."""
    for word in WORDS.findall(name):
        if word.casefold() not in nouns:
            yield word


def _commonest_words(own: Plain, codes: list[str]) -> set[str]:
    """Words that the names of two currencies share: their nouns."""
    seen: set[str] = set()
    twice: set[str] = set()
    for code in codes:
        words = {word.casefold() for word in WORDS.findall(own["currency_names"].get(code, ""))}
        twice |= seen & words
        seen |= words
    return twice
