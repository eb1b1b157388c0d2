"""A stored number as its spreadsheet shows it: "0.0%" makes 0.12341 the text "12.3%"."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

GENERAL = "General"
GENERAL_DIGITS = Context(prec=11, rounding=ROUND_HALF_UP)
"""As many as a spreadsheet shows where nobody said how many."""
LONGEST_WHOLE = 15
EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
MOST_PLACES = 30
LONGEST_FORMAT = 200
PIECE = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]\-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*.|([0#?.,]+)|(%)|(E[+-]0+)|(.)', re.DOTALL)
"""Quoted words, an escaped sign, a currency, a colour or condition, padding, the digits, percent, an exponent, any other sign."""


class Section(NamedTuple):
    """How the numbers of one sign are shown."""

    before: str
    after: str
    places: int
    fewest_places: int
    is_grouped: bool
    divisor: int  # a power of ten: a comma behind the digits shows thousands
    has_digits: bool
    is_scientific: bool


def shown(number: str, number_format: str) -> str:
    """The text that a reader sees for a number, which is written as a program stores it ("0.1234", "1e-05")."""
    try:
        value = EXACT.create_decimal(number)
    except InvalidOperation:
        return number
    if not value.is_finite():
        return number
    sections = _sections(number_format)
    if not sections:
        return _general(value)
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if not section.has_digits:
        return section.before + section.after or _general(value)
    if section.is_scientific:
        return f"{section.before}{value:.{section.places}E}{section.after}"
    rounded = EXACT.quantize(value.scaleb(-section.divisor, EXACT), Decimal(1).scaleb(-section.places)) if _fits(value) else value
    digits = f"{abs(rounded):,f}" if section.is_grouped else f"{abs(rounded):f}"
    for _ in range(section.places - section.fewest_places):
        digits = digits.removesuffix("0")
    digits = digits.removesuffix(".")
    return f"{'-' if rounded < 0 else ''}{section.before}{digits}{section.after}"


def _fits(value: Decimal) -> bool:
    """Whether rounding to any number of places leaves it within the digits we reckon with."""
    return value.adjusted() < EXACT.prec - MOST_PLACES - 1


def _general(value: Decimal) -> str:
    if value == value.to_integral_value() and value.adjusted() < LONGEST_WHOLE:
        return f"{value.to_integral_value():f}"
    rounded = GENERAL_DIGITS.plus(value)
    return f"{rounded.normalize(GENERAL_DIGITS):f}" if -10 < rounded.adjusted() < GENERAL_DIGITS.prec else f"{rounded.normalize(GENERAL_DIGITS):E}"


@lru_cache(maxsize=1000)
def _sections(number_format: str) -> tuple[Section, ...]:
    """The sections of a format; none for one that is general or is no format of numbers."""
    if number_format in ("", GENERAL, "@") or len(number_format) > LONGEST_FORMAT or "?/?" in number_format:
        return ()
    return tuple(_section(section) for section in _split(number_format)[:3])


def _split(number_format: str) -> list[str]:
    """At the semicolons outside of quotes."""
    sections, quoted = [""], False
    for letter in number_format:
        quoted ^= letter == '"'
        if letter == ";" and not quoted:
            sections.append("")
        else:
            sections[-1] += letter
    return sections


def _section(section: str) -> Section:
    before, after, digits, divisor, is_scientific = "", "", "", 0, False
    for quoted, escaped, currency, places, percent, exponent, other in PIECE.findall(section):
        if places and not digits:
            digits = places
        elif exponent:
            is_scientific = True
        elif not places:
            divisor -= 2 * bool(percent)
            said = quoted or escaped or currency or percent or other
            before, after = (before, after + said) if digits else (before + said, after)
    bare = digits.rstrip(",")
    divisor += 3 * (len(digits) - len(bare))
    whole, _, fraction = bare.partition(".")
    return Section(
        before.lstrip().replace(GENERAL, ""),
        after.rstrip().replace(GENERAL, ""),
        min(sum(sign in "0#?" for sign in fraction), MOST_PLACES),
        min(fraction.count("0"), MOST_PLACES),
        "," in whole,
        divisor,
        bool(digits),
        is_scientific,
    )
