"""How exact values are printed in a report: rounded for the eye, with their unit."""

from __future__ import annotations

from calendar import day_name
from fractions import Fraction

from claims.day import DAYS_A_MONTH, MONTHS, SECONDS_A_YEAR, Day
from claims.figure import Figure
from claims.interval import Interval
from claims.unit import PLAIN, Unit

DIGITS_SHOWN = 4
MOST_PLACES = 12
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "ILS": "₪", "NGN": "₦", "CAD": "C$", "AUD": "A$", "HKD": "HK$"}
"""The signs that CLDR prints for these in English; all other money is printed with its ISO 4217 code."""
SIGNS = {"percent": "%", "percentage_point": " points", "basis_point": " basis points", "times": " times"}


DATE = Unit("time", "date", size=Fraction(SECONDS_A_YEAR))
WEEKDAY = Unit("time", "weekday")
ON_A_CALENDAR = (DATE, WEEKDAY)
"""Of these a factor says nothing: Friday is not a third more than Thursday."""


def number(value: Fraction) -> str:
    """A number to four figures, exact where it is short: "1,050", "0.4167", "116.7", "1.05 billion"."""
    above, below = value.numerator, value.denominator
    if above < 0:
        return "−" + number(-value)
    for size, word in SCALES:
        if above >= size * below:
            return f"{_to_digits(above, size * below)} {word}"
    return _to_digits(above, below)


def _to_digits(above: int, below: int) -> str:
    """A fraction that is not negative, in whole numbers all the way: it is reckoned for every sum that is told."""
    whole, rest = divmod(above, below)
    if not rest and whole < 10**6:
        return f"{whole:,}"
    places = DIGITS_SHOWN
    while whole and places:
        whole //= 10
        places -= 1
    size = 1
    while above * size < below and places < MOST_PLACES:
        size *= 10
        places += 1
    scaled, rest = divmod(above * 10**places, below)
    if 2 * rest > below or (2 * rest == below and scaled % 2):
        scaled += 1
    whole, part = divmod(scaled, 10**places)
    return f"{whole:,}.{part:0{places}d}".rstrip("0").rstrip(".") if places else f"{whole:,}"


def _dressed(text: str, unit: Unit) -> str:
    per = f" per {unit.per}" if unit.per else ""
    if unit.kind == "money":
        sign = SYMBOLS.get(unit.code)
        return f"{sign}{text}{per}" if sign else f"{unit.code} {text}{per}"
    if unit.code in SIGNS:
        return f"{text}{SIGNS[unit.code]}{per}"
    code = unit.code.replace("_", " ").replace("degree Celsius", "°C").replace("degree Fahrenheit", "°F").replace(" ** 2", "²").replace(" ** 3", "³")
    return f"{text} {code}{per}".rstrip()


def shown(value: Fraction, unit: Unit = PLAIN) -> str:
    """A value in base units, printed in `unit`: "$1.8 billion per year", "7.8%"."""
    if unit is WEEKDAY:
        return day_name[int(value) % 7]
    if unit is DATE:
        return _date(value / SECONDS_A_YEAR)
    return _dressed(number(_in_unit(value, unit)), unit)


def _in_unit(value: Fraction, unit: Unit) -> Fraction:
    if unit.zero:
        value -= unit.zero
    return value if unit.size == 1 else value / unit.size


def _date(years: Fraction) -> str:
    year, rest = divmod(years, 1)
    month, rest = divmod(rest * MONTHS, 1)
    return f"{year}-{month + 1:02}-{int(rest * DAYS_A_MONTH) + 1:02}"


def band(values: Interval, unit: Unit = PLAIN) -> str:
    """An interval in base units, printed in `unit`: "110–124.1 JPY per USD"."""
    if unit in ON_A_CALENDAR:
        return " to ".join(dict.fromkeys((shown(values.low, unit), shown(values.high, unit))))
    low = number(_in_unit(values.low, unit))
    high = low if values.is_exact else number(_in_unit(values.high, unit))
    if low == high:
        return _dressed(low, unit)
    for _, word in SCALES:
        if low.endswith(word) and high.endswith(word):
            low = low.removesuffix(f" {word}")
    return _dressed(f"{low}–{high}", unit)


def unit_of(thing: Figure | Day) -> Unit:
    """The unit to print a role in; a day stands on the calendar, or in the week."""
    if isinstance(thing, Figure):
        return thing.unit
    return DATE if thing.year is not None else WEEKDAY
