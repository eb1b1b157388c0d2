"""What a dollar of one year is in dollars of another: the U.S. consumer price index, where the extra `prices` is installed."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from warnings import catch_warnings, simplefilter

from claims.interval import Interval
from factcheck.expression import Fact

SOURCE = "U.S. Bureau of Labor Statistics, consumer price index for all urban consumers, yearly averages"


def price_ratio(earlier: int, later: int) -> Fact | str:
    """Prices of the second year as a multiple of those of the first; or in words why that is not known."""
    try:
        with catch_warnings():
            simplefilter("ignore")  # it warns where its table ends before this year; a year it lacks is said below
            cpi = import_module("cpi")
    except ImportError:
        return "price indices are not installed: pip install 'figures-factcheck[prices]'"
    try:
        ratio = Fraction(str(cpi.get(later))) / Fraction(str(cpi.get(earlier)))
    except (cpi.errors.CPIObjectDoesNotExist, ValueError) as problem:
        return f"no consumer price index for {earlier} or {later} ({problem})"
    return Fact(Interval.exactly(ratio), f"prices of {later} to those of {earlier}", SOURCE)
