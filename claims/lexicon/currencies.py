"""What one language calls the currencies: full names, bare nouns, symbols and codes, the likeliest currency first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from claims.lexicon.cldr import Plain, home_territory, likely_locale, locale, territories_of_currencies

BY_TURNOVER = """
USD EUR JPY GBP CNY CHF AUD CAD HKD SGD INR KRW SEK MXN NZD NOK TWD BRL ZAR PLN DKK IDR TRY THB ILS HUF CZK CLP PHP COP MYR AED SAR RON PEN RUB
VND EGP ARS PKR NGN UAH KZT BGN QAR KWD MAD BDT KES LKR GHS UYU ISK
"""
"""By trade in them: the order of the central banks' survey of April 2022 (Bank for International Settlements), then others that news names often."""
BEFORE_THE_EURO = "DEM FRF ITL ESP NLG BEF LUF ATS FIM PTE IEP GRD"
"""Currencies of the past that articles name more often than many a living one."""
HISTORIC = "SIT SKK EEK LVL LTL HRK MTL CYP ROL TRL SUR YUM CSK DDM ZWD VEF BGL BYR MRO GHC"
"""Other currencies of the past that articles still name."""
ONLY_SYMBOLS = "currency_symbols"
SPECIAL = ["XDR", "ZWG"]
"""Their names have no noun of their own: "special drawing rights", "Zimbabwean gold"."""
WRITTEN_ABROAD = {
    "CAD": "C$ CA$ Can$ $",
    "AUD": "A$ AU$ $",
    "SGD": "S$ $",
    "HKD": "HK$ $",
    "NZD": "NZ$ $",
    "TWD": "NT$",
    "USD": "US$ $",
    "BRL": "R$",
    "JPY": "¥ ￥ 円",
    "CNY": "¥ ￥ 元 CN¥",
    "EGP": "£",
    "LBP": "£",
}
"""Signs that texts in other languages use; CLDR's narrow ones do not come through babel."""
NEVER_BARE_ABROAD = frozenset({"TWD"})
"""Not called dollar, nor written with its sign alone, except at home: a text that names Taiwan means American dollars."""
EVERYDAY_CODES = frozenset({"ALL", "TOP", "CUP"})
"""Codes that headlines in capitals use as words."""
SHORT_SIGNS = frozenset({"Ft", "RM", "Rp", "Rs", "kr"})
BEYOND_CYRILLIC = 0x500
OTHER_SIGNS = frozenset("元円￥") | {chr(code) for code in range(0x20A0, 0x20D0)}
"""Unicode's block of currency signs, and the East Asian ones."""
WORDS = re.compile(r"[一-鿿々]+|[ァ-ヺー]+|[^\W一-鿿々ァ-ヺー]+")
"""Runs of one script: 米ドル is 米 and ドル."""


def codes() -> list[str]:
    """The currencies we read, the likeliest first."""
    current = territories_of_currencies()
    first, last = [*BY_TURNOVER.split(), *BEFORE_THE_EURO.split()], [*SPECIAL, *HISTORIC.split()]
    return [*first, *sorted(current.keys() - {*first, *last}), *last]


def names(language: str, locales: list[Plain]) -> dict[str, list[str]]:
    """Casefolded name, full or bare → currencies."""
    order = _order(language)
    full: dict[str, list[str]] = {}
    for code in order:
        for name in _full_names(locales, code):
            _add(full, name.casefold(), code)
    bare: dict[str, list[str]] = {}
    nouns = _nouns(locales[:1], order)
    for code in order:
        for name in _full_names(locales, code) if code not in SPECIAL else ():
            if code in NEVER_BARE_ABROAD and home_territory(language) not in territories_of_currencies().get(code, ()):
                continue
            _add(bare, max(WORDS.findall(name.casefold()), key=nouns.__getitem__), code)
    return {**{noun: found for noun, found in bare.items() if len(noun) > 1}, **full}


def symbols(language: str, locales: list[Plain]) -> dict[str, list[str]]:
    """Symbol → currencies: the language's own first, then those its regions and the currency's own country use, then the codes."""
    order = _order(language)
    found: dict[str, list[str]] = {}
    for code in order:
        for symbol in [*(source["currency_symbols"].get(code) for source in locales), native_symbols().get(code)]:
            if symbol == "$" and code in NEVER_BARE_ABROAD and home_territory(language) not in territories_of_currencies().get(code, ()):
                continue
            if symbol and _is_a_sign(symbol):
                _add(found, symbol.replace("\xa0", " "), code)
        for symbol in WRITTEN_ABROAD.get(code, "").split():
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


def _full_names(locales: list[Plain], code: str) -> Iterator[str]:
    written = [name for own in locales for name in (own["currency_names"].get(code, code), *own["currency_names_plural"].get(code, {}).values())]
    for name in dict.fromkeys(written):
        plain = re.sub(r" ?[(（].*", "", name).replace("\xa0", " ")
        if plain and plain != code:
            yield plain


def _nouns(locales: list[Plain], order: list[str]) -> Counter[str]:
    """How often each word stands where nouns do: first in a name ("dólar estadounidense") or last, wherever fewer different words stand.

    The commonest word of a name is its noun: "nuevo dólar taiwanés" has one that begins many other names.
    """
    words = [WORDS.findall(name.casefold()) for code in order for name in _full_names(locales, code)]
    first, last = Counter(found[0] for found in words), Counter(found[-1] for found in words)
    return first if len(first) < len(last) else last


def _is_a_sign(symbol: str) -> bool:
    """In letters or signs that stand in any text, and no word of one or two letters ("Le", "FC")."""
    if len(symbol) <= 2 and symbol.isascii() and symbol.isalpha():
        return symbol in SHORT_SIGNS
    return all(ord(letter) < BEYOND_CYRILLIC or letter in OTHER_SIGNS for letter in symbol)


def _add(found: dict[str, list[str]], name: str, code: str) -> None:
    if code not in found.setdefault(name, []):
        found[name].append(code)
