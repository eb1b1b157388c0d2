"""Every unit that texts use, its size in base units and its dimension, from pint: what is written to units.json."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from claims.lexicon.unit_table import COMPOUNDS, LACKING_IN_CLDR, LACKING_IN_PINT, PINT_NAME, PREFIXED, SYMBOLS

LONGEST_EXACT = 80
MEANINGFUL = 20
"""A fraction of more digits than LONGEST_EXACT comes from π, not from a definition, and is rounded to MEANINGFUL digits."""
GRAMS_IN_BASE = Fraction(1000)
"""pint reckons masses down to the gram; the base unit is the kilogram."""
DIMENSIONLESS = {"bit": "[information]", "radian": "[angle]", "": "ratio"}
"""What pint leaves without a dimension, by root unit: megabits and degrees must never be set equal."""


@cache
def registry() -> Any:
    """pint's units with exact fractions, and those that it lacks."""
    import pint

    units: Any = pint.UnitRegistry(non_int_type=Fraction)
    del units._units["decade"]
    for line in LACKING_IN_PINT.strip().splitlines():
        units.define(line)
    units._build_cache()  # it holds pint's decade still
    return units


def key(name: str) -> str:
    """The one spelling of a unit under which it is filed: "meter ** 2", "kilometer / hour"."""
    powers = registry().parse_units(name)._units
    above = [_power(unit, powers[unit]) for unit in sorted(powers) if powers[unit] > 0]
    below = [_power(unit, -powers[unit]) for unit in sorted(powers) if powers[unit] < 0]
    return " / ".join([" * ".join(above) or "1", *below])


def key_of_cldr(name: str) -> str:
    """The unit that CLDR calls "area-square-kilometer"; "" for one that texts do not measure in."""
    written = PINT_NAME.get(name)
    if written is None:
        top, _, bottom = name.partition("-")[2].partition("-per-")
        written = f"{_powered(top)} / {_powered(bottom)}" if bottom else _powered(top)
    return key(written) if written else ""


def prefixed() -> dict[str, tuple[str, str]]:
    """Each unit with a prefix that texts use, and the two parts: "kilowatt_hour" is (kilo, watt_hour)."""
    return {key(prefix + unit): (prefix, unit) for unit, prefixes in PREFIXED.items() for prefix in prefixes.split()}


def all_keys(cldr_names: set[str]) -> list[str]:
    """Every unit, by its key."""
    others = [*LACKING_IN_CLDR.split(), *COMPOUNDS.split(","), *SYMBOLS.values(), *PREFIXED]
    found = {key_of_cldr(name) for name in cldr_names} | {key(name) for name in others if name != "delta_kelvin"} | set(prefixed())
    return sorted(found - {""} | {"delta_kelvin"})


def row(unit: str) -> dict[str, str]:
    """What units.json says of a unit."""
    if unit.startswith("delta_"):
        size = Fraction(1) if unit == "delta_kelvin" else _root(unit)[0]
        return {"kind": "measure", "size": str(size), "dimension": "[temperature difference]"}
    if unit in ("degree_Celsius", "degree_Fahrenheit"):
        zero = registry().Quantity(Fraction(0), unit).to("kelvin").magnitude
        return {"kind": "measure", "size": str(_root(f"delta_{unit}")[0]), "dimension": "[temperature]", "zero": str(zero)}
    size, root = _root(unit)
    dimension = _dimension(unit) or DIMENSIONLESS.get(root, root)
    return {"kind": "time" if dimension == "[time]" else "measure", "size": str(_rounded(size)), "dimension": dimension}


def _root(unit: str) -> tuple[Fraction, str]:
    units = registry()
    factor, root = units._get_root_units(units.UnitsContainer({}) if unit == "1" else units.parse_units(unit)._units)
    powers = root._units if hasattr(root, "_units") else root
    return Fraction(factor) / GRAMS_IN_BASE ** int(powers.get("gram", 0)), " * ".join(sorted(powers))


def _dimension(unit: str) -> str:
    powers = registry().get_dimensionality(registry().parse_units(unit)._units)
    above = [_power(name, powers[name]) for name in sorted(powers) if powers[name] > 0]
    below = [_power(name, -powers[name]) for name in sorted(powers) if powers[name] < 0]
    rate_of_data = "[information]" if "bit" in _root(unit)[1].split(" * ") else ""
    if rate_of_data and below:
        above = [rate_of_data, *above]
    return " / ".join([" * ".join(above) or "1", *below]) if above or below else ""


def _power(name: str, power: Fraction) -> str:
    return name if power == 1 else f"{name} ** {int(power)}"


def _powered(name: str) -> str:
    for word, power in (("square-", 2), ("cubic-", 3)):
        if name.startswith(word):
            return f"{name.removeprefix(word).replace('-', '_')} ** {power}"
    return name.replace("-", "_")


def _rounded(size: Fraction) -> Fraction:
    if len(str(size)) <= LONGEST_EXACT:
        return size
    return Fraction(Context(prec=MEANINGFUL).divide(Decimal(size.numerator), Decimal(size.denominator)))
