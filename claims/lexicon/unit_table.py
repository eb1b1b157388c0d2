"""Which units texts are written in: the rows that join CLDR's unit names to pint's, and the units that one of the two lacks."""

from __future__ import annotations

LACKING_IN_PINT = """
decade = 10 * year
quarter_year = year / 4
ppb = 1 / 1000000000
quintal = 100 * kilogram
metric_pound = kilogram / 2
liter_per_100_kilometer = liter / (100 * kilometer)
kilowatt_hour_per_100_kilometer = kilowatt_hour / (100 * kilometer)
metric_cup = 250 * milliliter
metric_pint = 500 * milliliter
dunam = 1000 * meter ** 2
scandinavian_mile = 10 * kilometer
earth_radius = 6378100 * meter
solar_radius = 695700000 * meter
earth_mass = 59722 * 10 ** 20 * kilogram
solar_mass = 198847 * 10 ** 25 * kilogram
solar_luminosity = 3828 * 10 ** 23 * watt
shaku = 10 / 33 * meter
japanese_sun = shaku / 10
japanese_rin = shaku / 1000
japanese_jo = 10 * shaku
japanese_ri = 12960 * shaku
japanese_ken = 6 * shaku
tsubo = 36 * shaku ** 2
japanese_se = 30 * tsubo
japanese_cho = 3000 * tsubo
japanese_go = 2401 / 13310 * liter
japanese_sho = 10 * japanese_go
japanese_to = 100 * japanese_go
koku = 1000 * japanese_go
"""
"""In pint's own notation. `decade` replaces pint's, which is a step of a logarithm; `ppb` is the American billion; Earth and Sun as CLDR has them."""

PINT_NAME = {
    "acceleration-g-force": "standard_gravity",
    "angle-arc-minute": "arcminute",
    "angle-arc-second": "arcsecond",
    "area-bu-jp": "tsubo",
    "area-cho": "japanese_cho",
    "area-se-jp": "japanese_se",
    "concentr-milligram-ofglucose-per-deciliter": "milligram / deciliter",
    "concentr-permillion": "ppm",
    "concentr-portion-per-1e9": "ppb",
    "consumption-liter-per-100-kilometer": "liter_per_100_kilometer",
    "consumption-mile-per-gallon-imperial": "mile / imperial_gallon",
    "duration-quarter": "quarter_year",
    "energy-electronvolt": "electron_volt",
    "energy-foodcalorie": "kilocalorie",
    "energy-therm-us": "US_therm",
    "force-kilowatt-hour-per-100-kilometer": "kilowatt_hour_per_100_kilometer",
    "force-pound-force": "force_pound",
    "length-jo-jp": "japanese_jo",
    "length-ken": "japanese_ken",
    "length-mile-scandinavian": "scandinavian_mile",
    "length-ri-jp": "japanese_ri",
    "length-rin": "japanese_rin",
    "length-shaku-length": "shaku",
    "length-sun": "japanese_sun",
    "mass-ounce-troy": "troy_ounce",
    "mass-tonne": "metric_ton",
    "pressure-atmosphere": "standard_atmosphere",
    "pressure-inch-ofhg": "inch_Hg",
    "pressure-millimeter-ofhg": "millimeter_Hg",
    "pressure-pound-force-per-square-inch": "pound_force_per_square_inch",
    "temperature-celsius": "degree_Celsius",
    "temperature-fahrenheit": "degree_Fahrenheit",
    "temperature-generic": "degree",
    "torque-newton-meter": "newton * meter",
    "torque-pound-force-foot": "foot * force_pound",
    "volume-barrel": "oil_barrel",
    "volume-cup-metric": "metric_cup",
    "volume-dessert-spoon": "",
    "volume-dessert-spoon-imperial": "",
    "volume-fluid-ounce-imperial": "imperial_fluid_ounce",
    "volume-gallon-imperial": "imperial_gallon",
    "volume-koku": "koku",
    "volume-pint-metric": "metric_pint",
    "volume-quart-imperial": "imperial_quart",
    "volume-to-jp": "japanese_to",
    # What follows is no unit of the figures in an article, or its name is an everyday word ("points", "drops", "nights", "revolutions").
    "angle-revolution": "",
    "concentr-item": "",
    "concentr-karat": "",
    "concentr-percent": "",
    "concentr-permille": "",
    "concentr-permyriad": "",
    "duration-day-person": "",
    "duration-month-person": "",
    "duration-night": "",
    "duration-week-person": "",
    "duration-year-person": "",
    "graphics-dot": "",
    "graphics-dot-per-centimeter": "",
    "graphics-dot-per-inch": "",
    "graphics-em": "",
    "graphics-pixel-per-centimeter": "",
    "graphics-pixel-per-inch": "",
    "length-point": "",
    "length-shaku-cloth": "",
    "mass-fun": "",
    "pressure-gasoline-energy-density": "",
    "speed-beaufort": "",
    "speed-light-speed": "",
    "volume-cup-jp": "",
    "volume-dram": "",
    "volume-drop": "",
    "volume-jigger": "",
    "volume-kosaji": "",
    "volume-osaji": "",
    "volume-pinch": "",
    "volume-sai": "",
    "volume-shaku": "",
}
"""CLDR's unit → pint's, where the one is not the other with other dashes; "" for those that are left out."""

LACKING_IN_CLDR = """
millennium fortnight long_ton quintal angstrom imperial_pint US_hundredweight bushel board_foot teaspoon tablespoon metric_horsepower
tonne_of_oil_equivalent ton_TNT refrigeration_ton torr revolutions_per_minute delta_degree_Celsius delta_degree_Fahrenheit delta_kelvin tsubo
japanese_go japanese_sho japanese_ri dunam are siemens imperial_bushel barrel metric_pound
"""
"""Units of pint that texts use without a prefix."""

COMPOUNDS = """
millimeter ** 2, millimeter ** 3, decimeter ** 3, kilometer / second, kilometer / minute, mile / second, mile / minute, foot / second, foot / minute,
millimeter / hour, centimeter / second, centimeter / year, millimeter / year, inch / hour, meter ** 3 / second, meter ** 3 / hour, meter ** 3 / day,
foot ** 3 / second, foot ** 3 / minute, liter / second, liter / minute, liter / hour, gallon / minute, kilogram / meter ** 3, kilogram / meter ** 2,
gram / centimeter ** 3, gram / liter, milligram / liter, microgram / liter, milligram / kilogram, microgram / meter ** 3, milligram / meter ** 3,
pound / foot ** 3, gram / kilometer, gram / kilowatt_hour, gram / meter ** 2, watt / meter ** 2, kilowatt_hour / meter ** 2,
kilowatt_hour / kilometer, watt_hour / kilogram, kilojoule / mole, joule / kilogram, kilobit / second, megabit / second, gigabit / second,
terabit / second, megabyte / second, gigabyte / second, terabyte / second, kilobyte / second, millisievert / hour, microsievert / hour,
becquerel / liter, becquerel / kilogram, becquerel / meter ** 3, metric_ton / hectare, kilogram / hectare, nanogram / milliliter, gram / deciliter,
meter / minute, mile / kilowatt_hour, milligram / deciliter, millimole / liter
"""
"""Compound units that texts write with a symbol of their own ("µg/m³"); the reader makes others from a unit, "per" and a unit."""

PREFIXED = {
    "ampere": "milli kilo",
    "bar": "milli",
    "becquerel": "kilo mega giga tera peta",
    "bit": "kilo mega giga tera peta",
    "byte": "kilo mega giga tera peta exa zetta kibi mebi gibi tebi",
    "calorie": "kilo",
    "electron_volt": "kilo mega giga tera",
    "farad": "micro nano pico",
    "gram": "nano micro milli kilo",
    "gray": "milli micro",
    "hertz": "kilo mega giga tera",
    "joule": "kilo mega giga tera peta exa",
    "liter": "micro milli centi deci hecto kilo mega giga",
    "meter": "pico nano micro milli centi deci kilo",
    "metric_ton": "kilo mega giga",
    "mole": "milli micro",
    "newton": "kilo mega",
    "ohm": "kilo mega",
    "parsec": "kilo mega giga",
    "pascal": "hecto kilo mega giga",
    "pixel": "mega",
    "second": "nano micro milli",
    "sievert": "micro milli",
    "tesla": "milli micro",
    "tonne_of_oil_equivalent": "kilo mega",
    "ton_TNT": "kilo mega",
    "volt": "milli kilo",
    "volt_ampere": "kilo mega",
    "watt": "micro milli kilo mega giga tera",
    "watt_hour": "milli kilo mega giga tera peta",
}
"""Units that take prefixes, and the prefixes that texts use with them."""

SYMBOLS = {
    "Mbps": "megabit / second",
    "Gbps": "gigabit / second",
    "Kbps": "kilobit / second",
    "cu ft": "foot ** 3",
    "cu m": "meter ** 3",
    "km/s": "kilometer / second",
    "kmh": "kilometer / hour",
    "kph": "kilometer / hour",
    "mcg": "microgram",
    "sq km": "kilometer ** 2",
    "sq m": "meter ** 2",
    "sq. ft": "foot ** 2",
    "sq. km": "kilometer ** 2",
    "sq. m": "meter ** 2",
    "sq. mi": "mile ** 2",
    "toe": "tonne_of_oil_equivalent",
}
"""Symbols that neither CLDR nor pint has, for every language."""
