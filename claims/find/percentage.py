"""Percentages, percentage points, basis points and permille: "12.5%", "5 per cent", "3ポイント"."""

from __future__ import annotations

from fractions import Fraction

from claims.find.page import Page
from claims.unit import PERCENT, PERCENTAGE_POINT, Unit

UNITS = {
    "percent": PERCENT,
    "percentage_point": PERCENTAGE_POINT,
    "basis_point": Unit("points", "basis_point", size=Fraction(1, 10000), dimension="ratio"),
    "tenth_of_point": Unit("points", "tenth_of_point", size=Fraction(1, 1000), dimension="ratio"),
    "permille": Unit("percent", "permille", size=Fraction(1, 1000), dimension="ratio"),
    "tenth": Unit("percent", "tenth", size=Fraction(1, 10), dimension="ratio"),
}
"""By the names that a language's `percent_words` give them; a "tenth" is the Japanese 割."""


def percent_at(page: Page, place: int) -> tuple[Unit, int] | None:
    """The percentage unit whose word or sign begins at `place`."""
    found = page.language.percent.at(page.lower, place)
    if found is None:
        return None
    return UNITS[found[0]], found[1]
