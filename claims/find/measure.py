"""Measures and spans of time: "5 km", "30-month", "6ft 2in", "120 km/h", and what a unit goes to ("a year", "per share")."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

from claims.find.page import Page
from claims.rounding import Number
from claims.unit import Unit

WORD = re.compile(r"[^\W\d_]+")
MEASURED_NOUN = re.compile(r"[^\W\d_]+[0-9]?")
DAY = Fraction(86400)
DAYS_OF_A_YEAR = 365 * DAY
"""A year told with days is the calendar's: "1 year, 2 days" are 367."""
CACHED = 4096
KELVIN, REACH = "kelvin", 60
DIFFERENCES = {
    "celsius": Unit("measure", "delta_degree_Celsius", dimension="[temperature difference]"),
    "fahrenheit": Unit("measure", "delta_degree_Fahrenheit", size=Fraction(5, 9), dimension="[temperature difference]"),
}
"""By how many degrees it may have become warmer, where as many are printed; base: the kelvin."""
POWERS = {2: ("^2", " squared"), 3: ("^3", " cubed")}


def measure_at(page: Page, place: int, *, glued: bool) -> tuple[Unit, int] | None:
    """The unit of measure or time whose name or symbol begins at `place`; the shortest symbols count only when glued to the number."""
    language = page.language
    if page.plain[place + 1 : place + 2] == "'" and page.plain[place].isalpha() and page.plain[place + 2 : place + 3].isalpha():
        return None  # "70 l'an dernier": an elided word
    found = (KELVIN, place + 1) if is_kelvin(page, place) else language.unit_symbols.at(page.plain, place)
    name = language.unit_names.at(page.lower, place)
    if name and name[0] and (found is None or name[1] >= found[1]):
        found = name
    if (found is None or not found[0]) and glued:
        found = language.glued_symbols.at(page.plain, place)
        if found and not _stands_alone(page, place, found[1]):
            found = None
    if found is None or not found[0]:
        found = language.guarded_symbols.at(page.plain, place)
        if found and (not _ends_phrase(page, found[1]) or (glued and language.minor.at(page.lower, place))):
            return None
    if found is None or found[0] not in language.units or _is_serial(page, place, found[1]):
        return None
    return _raised(page, found[0], found[1]) or (language.units[found[0]], found[1])


def differences(unit: Unit) -> tuple[Unit, ...]:
    """The unit of a temperature's difference, which the same words print."""
    other = DIFFERENCES.get(unit.code)
    return () if other is None else (other,)


def _raised(page: Page, key: str, end: int) -> tuple[Unit, int] | None:
    """The unit with the power after it: "4 km^2", "4 km squared"."""
    for power, words in POWERS.items():
        for word in words:
            if page.lower.startswith(word, end) and (unit := page.language.units.get(f"{key} ** {power}")):
                return unit, end + len(word)
    return None


def is_kelvin(page: Page, place: int) -> bool:
    """Whether "K" is the kelvin: another scale of temperature is named near it."""
    if page.plain[place : place + 1] != "K" or page.plain[place + 1 : place + 2].isalnum():
        return False
    following = WORD.match(page.lower, place + 2)
    if following is not None and following.group() not in page.language.no_noun:
        return False  # "573 K followers"
    around = page.lower[max(0, place - REACH) : place + REACH]
    return any(scale in around for scale in page.language.words.get("scales_of_temperature", ()))


SERIAL = re.compile(r"-?[0-9]{3}")


def _is_serial(page: Page, place: int, end: int) -> bool:
    """Whether a symbol is a letter of a serial number: "24703L202", "24703 m212"; but "6ft2in" is a length."""
    if not page.plain[end - 1].isalnum() or not (page.plain[end : end + 1].isdigit() or page.plain[end : end + 1] == "-"):
        return False
    return (page.plain[end - 1].isdigit() and page.plain[end].isdigit()) or (end - place < 3 and SERIAL.match(page.plain, end) is not None)


def _ends_phrase(page: Page, end: int) -> bool:
    """Whether nothing follows that would make a word of a unit: "2 in." is a length, "2 in the car" is not."""
    following = WORD.match(page.lower, end + 1)
    if page.lower[end : end + 1] == " " and following:
        return following.group() in page.language.words.get("guard_words", ())
    if page.lower[end : end + 1] == " " and page.lower[end + 1 : end + 2].isalnum():
        return False
    return not page.lower[end : end + 1].isalnum() and not (page.lower[end : end + 1] in "-/" and page.lower[end + 1 : end + 2].isalnum())


def _stands_alone(page: Page, place: int, end: int) -> bool:
    """Whether a short symbol is no part of a name ("06F6") and no closing quotation mark ("he counted 50")."""
    plain = page.plain
    if plain[place] == '"':
        return page.text[place] != "\u201d" and plain.count('"', max(0, place - QUOTED), place) % 2 == 0
    if plain[place] == "'" and end == place + 1:
        return plain[end : end + 1].isdigit()
    if plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isalpha():
        return False
    return not plain[end : end + 1].isdigit() or not plain[place].isalpha() or plain[place:end].islower()


QUOTED = 300
"""How far back an opening quotation mark is looked for."""


@lru_cache(CACHED)
def per(unit: Unit, name: str, size: Fraction | None) -> Unit:
    """A unit that goes to so much of another: per span of time where `size` is that, else per anything."""
    if size is not None:
        return Unit(unit.kind, unit.code, name, unit.size / size, f"{unit.dimension} / [time]".lstrip(" "))
    return Unit(unit.kind, unit.code, name, unit.size, f"{unit.dimension} / {name}".lstrip(" "))


def likewise(unit: Unit, bare: Unit, others: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The other units an amount may be in, each with what the likeliest goes to."""
    if not others or unit.per == bare.per:
        return others
    goes_to = unit.dimension[len(bare.dimension) :]
    return tuple(Unit(other.kind, other.code, unit.per, other.size * unit.size / bare.size, f"{other.dimension}{goes_to}", other.zero) for other in others)


def per_after(page: Page, place: int, unit: Unit) -> tuple[Unit, int] | None:
    """The same unit with what it goes to, if that follows at `place`: "a year", "more per year", "/kg", "each"."""
    language, lower = page.language, page.lower
    spot = place + 1 if lower[place : place + 1] == " " else place
    for skip in language.words.get("per_skips", ()):
        if spot > place and lower.startswith(f"{skip} ", spot):
            spot += len(skip) + 1
            break
    unit_end = min(len(lower), _word_end(lower, _word_end(lower, spot) + 1))
    spans = language.unit_names.before(lower, unit_end)
    told = spans is not None and spans[0] in language.units and language.units[spans[0]].kind == "time"
    if told and lower.startswith(tuple(f" {ending}" for ending in language.words.get("period_endings", ())), unit_end):
        return None  # "a year earlier" is a period
    if (spot > place or not language.spaced) and (word := language.per_words.at(lower, spot)):
        return _goes_to(page, unit, word[0], None, word[1])
    join = language.per_joins.at(lower, spot)
    if join is None or (spot == place and lower[spot : spot + 1].isalpha() and language.spaced):
        return None
    if join[0] == "price" and unit.kind != "money":
        return None
    target = join[1] + (lower[join[1] : join[1] + 1] == " ")
    divisor = measure_at(page, target, glued=join[0] == "/")
    if divisor:
        return _goes_to(page, unit, divisor[0].code, divisor[0], divisor[1])
    noun = WORD.match(lower, target)
    if noun is None or noun.group() in language.no_noun:
        return None
    known = join[0] == "per" or noun.group() in language.words.get("per_nouns", ()) or noun.group() in language.words.get("per_names", {})
    if not known and not _is_price_of_one(page, unit, place, noun):
        return None
    name = language.words.get("per_names", {}).get(noun.group()) or singular(page, noun.group())
    return _goes_to(page, unit, name, None, noun.end())


def per_beyond(page: Page, place: int, unit: Unit) -> tuple[Unit, int] | None:
    """The same unit with what it goes to, behind what is measured: "1.4 million barrels of oil a day"."""
    openers = page.language.words.get("measured_openers", ()) if unit.kind == "measure" and page.lower[place : place + 1] == " " else ()
    for opener in openers:
        noun = MEASURED_NOUN.match(page.lower, place + 2 + len(opener)) if page.lower.startswith(f"{opener} ", place + 1) else None
        if noun and noun.group() not in page.language.no_noun:
            return per_after(page, noun.end(), unit)
    return None


def _is_price_of_one(page: Page, unit: Unit, place: int, noun: re.Match[str]) -> bool:
    """Whether a small price is that of one of anything: "$2.50 a ride", but "$2 million a spokesman said"."""
    language, end = page.language, noun.end()
    if unit.kind != "money" or not language.words.get("prices_go_to_anything") or not page.plain[place - 1].isdigit() or noun.group().endswith("s"):
        return False
    following = WORD.match(page.lower, end + 1) if page.lower[end : end + 1] == " " else None
    if page.lower[end : end + 1] not in (" ", ".", ",", ";", ")", "", ":"):
        return False
    return following is None or following.group() in language.words["ends_of_price"]


def _word_end(lower: str, place: int) -> int:
    found = WORD.match(lower, place)
    return found.end() if found else place


def _goes_to(page: Page, unit: Unit, name: str, divisor: Unit | None, end: int) -> tuple[Unit, int]:
    divisor = divisor or page.language.units.get(name)
    if unit.kind == "measure" and divisor is not None and (joined := page.language.units.get(f"{unit.code} / {name}")):
        return joined, end
    return per(unit, name, divisor.size if divisor is not None and divisor.kind == "time" else None), end


def singular(page: Page, noun: str) -> str:
    """One of what a plural names."""
    return singular_of(page.language.words, noun)


def singular_of(words: dict[str, Any], noun: str) -> str:
    """One of what a plural names, by the tables of a language."""
    irregular = words.get("irregular", {})
    if noun in irregular:
        return str(irregular[noun])
    for ending, one in words.get("plural_endings", ()):
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            return noun[: -len(ending)] + one if ending else noun
    return noun


def in_smaller_unit(number: Number, unit: Unit, further: Number, smaller: Unit) -> Number | None:
    """The sum of "6 ft 2 in" in the smaller unit; None where the one is no whole multiple of the other."""
    factor = (DAYS_OF_A_YEAR if unit.code == "year" and smaller.size <= DAY else unit.size) / smaller.size
    if unit.dimension != smaller.dimension or factor <= 1 or factor.denominator != 1 or number.divisor != 1 or number.exponent < 0:
        return None
    if further.divisor != 1:  # "29 feet 2 1/2 inches"
        whole = number.mantissa * 10**number.exponent * factor.numerator
        return Number(whole * further.divisor + further.mantissa, 0, further.divisor) if further.exponent == 0 else None
    exponent = min(0, further.exponent)
    whole = number.mantissa * 10**number.exponent * factor.numerator * 10**-exponent
    return Number(whole + further.mantissa * 10 ** (further.exponent - exponent), exponent)
