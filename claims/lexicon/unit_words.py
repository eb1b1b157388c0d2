"""What one language calls the units: long names, and the symbols that are no everyday words."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon.cldr import Plain
from claims.lexicon.measures import key, key_of_cldr, prefixed, registry
from claims.lexicon.unit_table import COMPOUNDS, LACKING_IN_CLDR, PREFIXED, SYMBOLS

ONE_LETTER = frozenset("mgLlWVΩ")
"""The single letters that are read as units after a number; "5 t", "3 h", "10 A" and "7 K" only where a language's file asks for them."""
EVERYDAY_WORDS = """
a am an are as at au bu c cup d da de do dot e em en fur gr h i im in is it la le mo mon no o os pt px s se sin son st sun te th thou to tr u un
us y ac al mc pm CD
"""
"""Short forms that are words, endings or the hours of the day in some language ("in", "au", "st", "pm")."""
ENGLISH_PLURALS = [
    ("foot", "feet"),
    ("feet", "feet"),
    ("inch", "inches"),
    ("y", "ies"),
    ("um", "a"),
    ("ia", "ia"),
    ("ius", "ii"),
    ("s", "s"),
    ("z", "z"),
    ("Hg", "Hg"),
    ("TNT", "TNT"),
]
"""How the names of units that do not take an -s make their plural in English."""
DIGIT_POWERS = {"²": "2", "³": "3"}
RAISED = {"**2": "²", "**3": "³"}


def names(locales: list[Plain], endings: list[list[str]], *, english: bool) -> dict[str, str]:
    """Casefolded long name, in every form it takes → unit; the language's own words before those of its regions ("kilometre")."""
    found: dict[str, str] = {}
    for locale in locales:
        for unit, name in _long_names(locale, english=english and locale is locales[0]):
            for form in inflected(name, endings):
                found.setdefault(form.casefold(), unit)
    return found


def symbols(locale: Plain) -> dict[str, str]:
    """Case-sensitive short form → unit; CLDR's short forms before its narrow ones, and those before pint's."""
    found: dict[str, str] = {}
    for symbol, unit in _symbols(locale):
        for form in _spelled(symbol):
            if _stands_out(form):
                found.setdefault(form, unit)
    return found


def percent(locale: Plain) -> dict[str, str]:
    """Casefolded spelling of percent, permille and permyriad → unit code."""
    codes = {"concentr-percent": "percent", "concentr-permille": "permille", "concentr-permyriad": "basis_point"}
    return {text.casefold(): code for name, code in codes.items() for width in ("long", "short", "narrow") for text in _texts(locale, name, width)}


def _long_names(locale: Plain, *, english: bool) -> Iterator[tuple[str, str]]:
    known: dict[str, list[str]] = {}
    for name in sorted(locale["unit_patterns"]):
        unit = key_of_cldr(name)
        for text in _texts(locale, name, "long") if unit else ():
            known.setdefault(unit, []).append(text)
    if english:
        for unit in sorted({*known, *PREFIXED, *_plain_pint_units()}):
            known.setdefault(unit, []).extend(_english(unit))
    prefixes = {name: _prefix(locale, power, "long") for name, power in _PREFIX_POWERS.items()}
    for unit, (prefix, stem) in prefixed().items():
        known.setdefault(unit, []).extend(prefixes[prefix].replace("{0}", text) for text in known.get(stem, ()))
        known[unit].extend(_with_another_prefix(known, prefixes, prefix, stem))
    for unit, texts in known.items():
        for text in dict.fromkeys(texts):
            yield unit, text
            if "-" in text:
                yield unit, text.replace("-", " ")


def _with_another_prefix(known: dict[str, list[str]], prefixes: dict[str, str], prefix: str, stem: str) -> Iterator[str]:
    """CLDR names the kilowatt-hour, but neither the watt-hour nor the megawatt-hour."""
    kilo = prefixes["kilo"].replace("{0}", "").casefold()
    for text in list(known.get(f"kilo{stem}", ())):
        if text.casefold().startswith(kilo):
            yield prefixes[prefix].replace("{0}", text[len(kilo) :])


def _plain_pint_units() -> list[str]:
    return [unit for unit in LACKING_IN_CLDR.split() if not unit.startswith("delta_")]


def _english(unit: str) -> Iterator[str]:
    defined = registry()._units.get(unit)
    for name in dict.fromkeys([unit, *(defined.aliases if defined else ())]):
        if name.isascii() and name.replace("_", "").isalpha() and len(name) > 3:
            words = name.replace("_", " ")
            yield words
            head, per, rest = words.partition(" per ")
            yield _plural(head) + per + rest


def _plural(words: str) -> str:
    for ending, plural in ENGLISH_PLURALS:
        if words.endswith(ending):
            return words[: len(words) - len(ending)] + plural
    return f"{words}s"


def inflected(name: str, endings: list[list[str]]) -> Iterator[str]:
    """A name, and the case forms it takes by the endings of the language's file."""
    yield name
    words = name.split(" ")
    for place, word in enumerate(words):
        for ending, other in endings:
            if word.endswith(ending):
                yield " ".join([*words[:place], word[: len(word) - len(ending)] + other, *words[place + 1 :]])


def _symbols(locale: Plain) -> Iterator[tuple[str, str]]:
    for width in ("short", "narrow"):
        for clock in (False, True):  # the narrow "m" is a metre before it is a minute
            for name in sorted(locale["unit_patterns"]):
                unit = key_of_cldr(name)
                if unit and name.startswith("duration-") is clock:
                    yield from ((text, unit) for text in _texts(locale, name, width))
    yield from ((symbol, key(unit)) for symbol, unit in SYMBOLS.items())
    for unit, (prefix, stem) in prefixed().items():
        yield f"{registry()._prefixes[prefix].symbol}{registry()._units[stem].symbol}", unit
    yield from _pint_symbols()


def _pint_symbols() -> Iterator[tuple[str, str]]:
    for unit in [*PREFIXED, *_plain_pint_units()]:
        symbol = registry()._units[unit].symbol
        if symbol != unit and "_" not in symbol:
            yield symbol, unit
    for compound in COMPOUNDS.split(","):
        words = (RAISED.get(word) or (word if word in "/*" else registry().get_symbol(word)) for word in compound.replace(" ** ", " **").split())
        yield "".join(words), key(compound)


def _spelled(symbol: str) -> Iterator[str]:
    """The ways to type a symbol: km², km2; µg with either of Unicode's two micro signs; a space or none."""
    for micro in ("µ", "μ"):
        form = symbol.replace("µ", "μ").replace("μ", micro)
        yield form
        for raised, plain in DIGIT_POWERS.items():
            if raised in form:
                yield form.replace(raised, plain)


def _stands_out(symbol: str) -> bool:
    if len(symbol) == 1:
        return symbol in ONE_LETTER or symbol == "°" or (symbol.isupper() and not symbol.isascii())
    if len(symbol) == 2 and symbol[1] == ".":
        return False
    return symbol not in EVERYDAY_WORDS.split() and any(letter.isalpha() for letter in symbol)


def _texts(locale: Plain, name: str, width: str) -> Iterator[str]:
    for form, pattern in sorted(locale["unit_patterns"].get(name, {}).get(width, {}).items()):
        if form != "per" and isinstance(pattern, str):
            text = pattern.replace("{0}", "").replace("\xa0", " ").replace("\u202f", " ").strip()
            if text:
                yield text


def _prefix(locale: Plain, power: str, width: str) -> str:
    return str(locale["compound_unit_patterns"].get(power, {}).get(width, {}).get("prefix", "{0}"))


_PREFIX_POWERS = {
    "pico": "10p-12",
    "nano": "10p-9",
    "micro": "10p-6",
    "milli": "10p-3",
    "centi": "10p-2",
    "deci": "10p-1",
    "hecto": "10p2",
    "kilo": "10p3",
    "mega": "10p6",
    "giga": "10p9",
    "tera": "10p12",
    "peta": "10p15",
    "exa": "10p18",
    "zetta": "10p21",
    "kibi": "1024p1",
    "mebi": "1024p2",
    "gibi": "1024p3",
    "tebi": "1024p4",
}
