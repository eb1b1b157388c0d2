"""What babel prints, the reader reads back: numbers, shares, money, units and short forms, in the ways of every locale."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from babel import Locale
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from babel.units import format_unit
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import figures_in, lexicon
from claims.figure import Figure
from claims.language import language
from claims.lexicon.measures import key_of_cldr

LOCALES = ["en_US", "en_GB", "en_IN", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_CH", "fr_CA", "es_ES", "es_AR", "es_MX", "ja_JP", "pt_BR", "pt_PT", "zh_CN"]
OF_UNITS = ["en_US", "de_DE", "fr_FR", "es_ES", "ja_JP"]
CURRENCIES = ["USD", "EUR", "GBP", "JPY", "CHF", "CAD", "INR", "BRL", "MXN", "CNY", "KRW", "RUB", "SEK", "PLN", "AUD", "ZAR"]

READ_OTHERWISE = {
    ("en", "energy-foodcalorie"): "a capital alone makes a thousand calories of one",
    ("de", "mass-pound"): "a Pfund is half a kilogram",
    ("de", "duration-quarter"): "a Quartal is one of the four of a year more often than a span of time",
    ("de", "concentr-permillion"): "Millionstel are read as fractions",
    ("fr", "acceleration-g-force"): "'fois' makes a multiple",
    ("fr", "volume-quart"): "quarts are quarters",
    ("fr", "volume-quart-imperial"): "quarts are quarters",
    ("es", "volume-quart"): "cuartos are quarters",
    ("es", "volume-quart-imperial"): "cuartos are quarters",
    ("es", "energy-joule"): "julio is July",
    ("es", "length-fathom"): "brazas are arms",
    ("es", "mass-grain"): "granos are grains of anything",
    ("es", "pressure-bar"): "bares are pubs",
    ("es", "volume-pint"): "pintas are looks",
    ("ja", "energy-foodcalorie"): "one word for both calories",
    ("ja", "mass-stone"): "ストーン names stones",
}
"""Units whose name means something else in the press, and what."""
READ_OTHERWISE_SHORT = {
    "en": ("L", "LCr"),  # a litre more often than a lakh
    "fr": ("Bn", "G", "T"),  # 10⁹ in the press, 10¹² in CLDR; or a letter of units
    "es": ("B",),  # likewise
    "pt": ("Bi", "mM"),  # likewise
}


def only(text: str, locale: str) -> Figure:
    figures = figures_in(text, locale[:2])
    assert [figure.printed for figure in figures] == [text.strip()] or len(figures) == 1, (text, figures)
    return figures[0]


def tells_its_marks(text: str, locale: str) -> bool:
    """Whether a number by itself shows which mark it has: in Spanish "2,609" may be 2.609 too."""
    return locale[:2] != "es" or sum(text.count(mark) for mark in ".,") != 1


amounts = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(1, 10**10), st.integers(0, 2))


@settings(max_examples=150, deadline=None)
@given(amounts, st.sampled_from(LOCALES))
def test_a_number_and_a_share_read_back(value: Decimal, locale: str) -> None:
    text = format_decimal(value, locale=locale, decimal_quantization=False)
    if tells_its_marks(text, locale):
        assert only(text, locale).low == Fraction(value)
        share = only(format_percent(value / 100, locale=locale, decimal_quantization=False), locale)
        assert (share.low, share.unit.code) == (Fraction(value), "percent")


@settings(max_examples=200, deadline=None)
@given(st.integers(100, 10**9), st.sampled_from(CURRENCIES), st.sampled_from(LOCALES), st.sampled_from(["standard", "name"]))
def test_money_reads_back(hundredths: int, code: str, locale: str, form: str) -> None:
    value = Decimal(hundredths) if code in ("JPY", "KRW") else Decimal(hundredths).scaleb(-2)
    text = format_currency(value, code, locale=locale, format_type=form)
    if tells_its_marks(text, locale) and not (locale == "ja_JP" and text.startswith("元")):
        money = only(text, locale)
        assert money.low == Fraction(value)
        assert code in {unit.code for unit in (money.unit, *money.may_also_be)}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", ["long", "short"])
def test_short_forms_read_back(locale: str, form: str) -> None:
    if form not in Locale.parse(locale).compact_decimal_formats:
        pytest.skip("CLDR has none")
    for value in (1000, 3000, 20_000, 400_000, 5_000_000, 60_000_000, 7_000_000_000, 30 * 10**12):
        text = format_compact_decimal(value, locale=locale, fraction_digits=0, format_type=form)
        if not text.endswith(READ_OTHERWISE_SHORT.get(locale[:2], ("\n",))):
            assert only(text, locale).low == value, text


@pytest.mark.parametrize("locale", OF_UNITS)
def test_units_in_full_read_back(locale: str) -> None:
    code, units, read = locale[:2], lexicon.units(), 0
    for name in Locale.parse(locale)._data["unit_patterns"]:
        key = key_of_cldr(name)
        text = format_unit(25, name, length="long", locale=locale)
        if key not in units or name in text or (code, name) in READ_OTHERWISE:  # where CLDR has no words, babel prints the key
            continue
        figure = only(text, locale)
        codes = {unit.code for unit in (figure.unit, *figure.may_also_be)}
        assert (figure.low, language(code).units[key].code in codes) == (25, True), (text, codes)
        read += 1
    assert read > 100, "babel has names for the units"


@pytest.mark.parametrize(("code", "name"), READ_OTHERWISE)
def test_what_is_read_otherwise_still_is(code: str, name: str) -> None:
    locale = next(locale for locale in OF_UNITS if locale.startswith(code))
    figures = figures_in(format_unit(25, name, length="long", locale=locale), code)
    assert [figure.unit.code for figure in figures] != [language(code).units[key_of_cldr(name)].code]
