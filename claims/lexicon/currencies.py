"""What one language calls the currencies: full names, bare nouns, symbols and codes, the likeliest currency first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claims.lexicon.cldr import Plain, home_territory, likely_locale, locale, regions, territories_of_currencies

BY_TURNOVER = (
    "USD EUR JPY GBP CNY CHF AUD CAD HKD SGD INR KRW SEK MXN NZD NOK TWD BRL ZAR PLN DKK IDR TRY THB ILS HUF CZK CLP PHP COP MYR AED SAR RON PEN RUB "
    "VND EGP ARS PKR NGN UAH KZT BGN QAR KWD MAD BDT KES LKR GHS UYU ISK"
).split()
"""By trade in them: the order of the central banks' survey of April 2022 (Bank for International Settlements), then others that news names often."""
HISTORIC = "DEM FRF ITL ESP NLG BEF LUF ATS FIM PTE IEP GRD SIT SKK EEK LVL LTL HRK MTL CYP ROL TRL SUR YUM CSK DDM ZWD VEF BGL BYR MRO GHC".split()
"""Currencies of the past that articles still name."""
ONLY_SYMBOLS = ("currency_symbols",)
SPECIAL = ["XDR"]
EVERYDAY_CODES = frozenset({"ALL", "TOP", "CUP"})
"""Codes that headlines in capitals use as words."""
WORDS = re.compile(r"[一-鿿々]+|[ァ-ヺー]+|[^\W一-鿿々ァ-ヺー]+")
HOME_NOUN_SHARE = 3
"""A noun is taken for one when it names a currency that someone pays with today."""


def codes() -> list[str]:
    """The currencies we read, the likeliest first."""
    current = territories_of_currencies()
    return [*BY_TURNOVER, *sorted(code for code in current if code not in BY_TURNOVER and code not in HISTORIC), *SPECIAL, *HISTORIC]


def names(language: str, own: Plain) -> dict[str, list[str]]:
    """Casefolded name, full or bare → currencies."""
    order = _order(language)
    full: dict[str, list[str]] = {}
    for code in order:
        for name in _full_names(own, code):
            _add(full, name.casefold(), code)
    bare: dict[str, list[str]] = {}
    place = _noun_place(own, order)
    for code in order:
        for name in _full_names(own, code) if code not in SPECIAL else ():
            _add(bare, WORDS.findall(name)[place].casefold(), code)
    return {**{noun: found for noun, found in bare.items() if len(noun) > 1}, **full}


def symbols(language: str, own: Plain) -> dict[str, list[str]]:
    """Symbol → currencies: the language's own first, then those its regions and the currency's own country use, then the codes."""
    order = _order(language)
    found: dict[str, list[str]] = {}
    sources = [own, *(locale(name, ONLY_SYMBOLS) for name in regions(language))]
    for code in order:
        for symbol in [*(source["currency_symbols"].get(code) for source in sources), native_symbols().get(code)]:
            if symbol and _is_a_sign(symbol):
                _add(found, symbol, code)
    for code in order:
        if code not in EVERYDAY_CODES:
            _add(found, code, code)
    return found


@cache
def native_symbols() -> dict[str, str]:
    """The symbol of each currency in the language of its own country ("kr" for SEK)."""
    found = {}
    for code, territories in territories_of_currencies().items():
        territory = code[:2] if code[:2] in territories else territories[0]
        symbol = locale(likely_locale(territory), ONLY_SYMBOLS)["currency_symbols"].get(code)
        if symbol and symbol != code:
            found[code] = symbol
    return found


def _order(language: str) -> list[str]:
    home = home_territory(language)
    return sorted(codes(), key=lambda code: home not in territories_of_currencies().get(code, ()))


def _full_names(own: Plain, code: str) -> Iterator[str]:
    for name in dict.fromkeys([own["currency_names"].get(code, code), *own["currency_names_plural"].get(code, {}).values()]):
        plain = re.sub(r" ?[(（].*", "", name).replace("\xa0", " ")
        if plain and plain != code:
            yield plain


def _noun_place(own: Plain, order: list[str]) -> int:
    """Whether the noun is the first word of a name ("dólar estadounidense") or the last: the place where fewer different words stand."""
    words = [WORDS.findall(name) for code in order for name in _full_names(own, code)]
    return 0 if len({found[0].casefold() for found in words}) < len({found[-1].casefold() for found in words}) else -1


def _is_a_sign(symbol: str) -> bool:
    """Not a single letter, and in letters or signs that stand in any text."""
    return not (len(symbol) == 1 and symbol.isascii() and symbol.isalpha()) and all(ord(letter) < 0x500 or 0x20A0 <= ord(letter) < 0x20D0 or letter in "元円￥" for letter in symbol)


def _add(found: dict[str, list[str]], name: str, code: str) -> None:
    if code not in found.setdefault(name, []):
        found[name].append(code)
