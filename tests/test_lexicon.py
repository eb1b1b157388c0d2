"""The lexicon: what is checked in is what the generator writes, and the traps of its sources stay closed."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path
from time import process_time

import pytest

from claims import lexicon
from claims.lexicon import __main__ as generator
from claims.lexicon import currencies, language_file, measures


def test_what_is_checked_in_is_what_the_generator_writes() -> None:
    written = generator.files()
    assert {path.relative_to(lexicon.FOLDER).as_posix() for path in lexicon.FOLDER.rglob("*.json")} == set(written)
    for name, text in written.items():
        assert (lexicon.FOLDER / name).read_bytes() == text.encode(), f"{name} is out of date: python -m claims.lexicon"


@pytest.mark.parametrize(
    ("unit", "size", "dimension"),
    [
        ("mile", Fraction(1609344, 1000), "[length]"),
        ("kilometer ** 2", Fraction(10**6), "[length] ** 2"),
        ("kilometer / hour", Fraction(5, 18), "[length] / [time]"),
        ("kilogram", Fraction(1), "[mass]"),
        ("metric_ton", Fraction(1000), "[mass]"),
        ("pound", Fraction(45359237, 10**8), "[mass]"),
        ("kilowatt_hour", Fraction(3_600_000), "[length] ** 2 * [mass] / [time] ** 2"),
        ("decade", 10 * Fraction("365.25") * 86400, "[time]"),
        ("month", Fraction("365.25") * 86400 / 12, "[time]"),
        ("ppb", Fraction(1, 10**9), "ratio"),
        ("megabyte", Fraction(8 * 10**6), "[information]"),
        ("delta_degree_Fahrenheit", Fraction(5, 9), "[temperature difference]"),
    ],
)
def test_sizes_are_exact(unit: str, size: Fraction, dimension: str) -> None:
    assert (lexicon.units()[unit].size, lexicon.units()[unit].dimension) == (size, dimension)


def test_a_barrel_of_oil_has_42_gallons() -> None:
    assert lexicon.units()["oil_barrel"].size == 42 * lexicon.units()["gallon"].size
    assert lexicon.units()[lexicon.compiled("en")["unit_names"]["barrels"]].code == "oil_barrel"


def test_temperatures_have_their_own_zero() -> None:
    units = lexicon.units()
    celsius, fahrenheit = units["degree_Celsius"], units["degree_Fahrenheit"]
    assert 100 * celsius.size + celsius.zero == 212 * fahrenheit.size + fahrenheit.zero
    assert units["delta_degree_Celsius"].zero == 0


def test_every_word_for_a_unit_leads_to_a_unit() -> None:
    for code in lexicon.languages():
        language = lexicon.compiled(code)
        for word, unit in [*language["unit_names"].items(), *language["unit_symbols"].items()]:
            assert unit in lexicon.units(), f"{code}: {word!r} names {unit!r}"


@pytest.mark.parametrize(
    ("table", "word", "meaning"),
    [
        ("unit_symbols", "mW", "milliwatt"),
        ("unit_symbols", "MW", "megawatt"),
        ("unit_symbols", "TWh", "terawatt_hour"),
        ("unit_symbols", "µg", "microgram"),
        ("unit_symbols", "km2", "kilometer ** 2"),
        ("unit_symbols", "m", "meter"),
        ("unit_names", "kilometres", "kilometer"),
        ("unit_names", "megawatt hours", "megawatt_hour"),
        ("unit_names", "square feet", "foot ** 2"),
        ("months", "sept.", 9),
        ("weekdays", "tuesday", 1),
        ("scales", "trillion", 12),
        ("percent", "percent", "percent"),
    ],
)
def test_english_words(table: str, word: str, meaning: object) -> None:
    assert english()[table][word] == meaning


@pytest.mark.parametrize("word", ["in", "at", "as", "are", "a", "pm", "th", "′", "#"])
def test_everyday_words_are_no_symbols(word: str) -> None:
    assert word not in english()["unit_symbols"]


@pytest.mark.parametrize(
    ("table", "word", "first", "also"),
    [
        ("currencies", "canadian dollars", "CAD", "CAD"),
        ("currencies", "dollars", "USD", "CAD"),
        ("currencies", "pounds", "GBP", "EGP"),
        ("currencies", "francs", "CHF", "FRF"),
        ("currencies", "marks", "DEM", "DEM"),
        ("currencies", "roubles", "RUB", "RUB"),
        ("currency_symbols", "$", "USD", "CAD"),
        ("currency_symbols", "C$", "CAD", "CAD"),
        ("currency_symbols", "¥", "JPY", "CNY"),
        ("currency_symbols", "kr", "SEK", "NOK"),
        ("currency_symbols", "DEM", "DEM", "DEM"),
    ],
)
def test_the_likeliest_currency_comes_first(table: str, word: str, first: str, also: str) -> None:
    assert english()[table][word][0] == first
    assert also in english()[table][word]


def test_another_language_needs_a_file_and_no_code(tmp_path: Path) -> None:
    file = tmp_path / "de.toml"
    by_hand = 'endings = [["er", "ern"]]\ngreeting = "Tag"\n[currencies]\nPiepen = "EUR"\nwon = false\n[unit_symbols]\nt = "metric_ton"\n'
    file.write_text(by_hand, encoding="utf-8")
    german = language_file.compiled(file)
    assert (german["decimal"], german["group"][0], german["greeting"]) == (",", ".", "Tag")
    assert german["unit_names"]["quadratkilometern"] == "kilometer ** 2"
    assert german["unit_names"]["megawattstunden"] == "megawatt_hour"
    assert (german["scales"]["mrd."], german["scales"]["billionen"]) == (9, 12)
    assert german["currencies"]["piepen"] == ["EUR"]
    assert german["currencies"]["mark"][0] == "DEM"
    assert "won" not in german["currencies"]
    assert german["unit_symbols"]["t"] == "metric_ton"


@pytest.mark.parametrize(
    ("code", "months", "noun", "currency"),
    [
        ("fr", {"août": 8}, "dollars", "USD"),
        ("es", {"enero": 1}, "dólares", "USD"),
        ("ja", {"1月": 1}, "ドル", "USD"),
        ("sv", {"maj": 5}, "kronor", "SEK"),
    ],
)
def test_one_language_leaves_no_trace_in_another(code: str, months: dict[str, int], noun: str, currency: str) -> None:
    language_file.generated("ja", [])
    made = language_file.generated(code, [])
    assert months.items() <= made["months"].items()
    assert ("1月" in made["months"]) == (code == "ja")
    assert made["currencies"][noun][0] == currency


def test_french_mille_is_a_thousand() -> None:
    assert language_file.generated("fr", [])["scales"]["mille"] == 3


def test_what_the_hand_writes_arrives() -> None:
    for path in sorted(lexicon.LANGUAGES.glob("*.toml")):
        assert set(tomllib.loads(path.read_text(encoding="utf-8"))) <= set(lexicon.compiled(path.stem))


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(LookupError, match=r"'xx'; known are .*en"):
        lexicon.compiled("xx")


def test_loading_is_quick() -> None:
    quickest = 1.0
    for _ in range(5):
        lexicon.units.cache_clear()
        lexicon.compiled.cache_clear()
        start = process_time()
        lexicon.units()
        lexicon.compiled("en")
        quickest = min(quickest, process_time() - start)
    assert quickest < 0.01, f"{quickest * 1000:.1f} ms"


def test_the_order_of_currencies_names_each_once() -> None:
    assert len(currencies.codes()) == len(set(currencies.codes()))


def test_no_unit_is_filed_under_two_spellings() -> None:
    assert all(measures.key(unit) == unit for unit in lexicon.units() if unit != "delta_kelvin")


def english() -> dict[str, dict[str, object]]:
    """What CLDR and pint say of English, before the hand's word."""
    return GENERATED


GENERATED = language_file.generated("en", [])
