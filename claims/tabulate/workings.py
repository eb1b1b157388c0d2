"""How a table of a spreadsheet is worked out: which cells hold numbers, which formulas, which texts, and what the formulas come to."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import cached_property

from claims.document import Cell, Table, column_name
from claims.figure import Figure
from claims.rounding import Number
from claims.tabulate.formula import Area, Place, seen_from, summed, value_of

MOST_READINGS = 500_000
"""Cells read to work out formulas whose value is not stored; beyond, they stay unknown."""


class Workings:
    """The cells of one table by their places in the sheet, and the number in each."""

    def __init__(self, table: Table) -> None:
        top, left = table.corner
        self.sheet = table.where.partition("!")[0]
        self.cells: dict[Place, Cell] = {
            (top + row, left + column): cell
            for row, line in enumerate(table.rows)
            for column, cell in enumerate(line)
            if (cell.text or cell.formula) and not cell.repeated
        }
        self.formulas = {place: cell.formula for place, cell in self.cells.items() if cell.formula}
        self.copies: dict[str, list[Place]] = defaultdict(list)
        for place, formula in self.formulas.items():
            self.copies[seen_from(formula, place)].append(place)
        self._values: dict[Place, Fraction | None] = {}
        self._readings = 0

    def name(self, place: Place) -> str:
        """The name of a cell: "B5"."""
        return f"{column_name(place[1])}{place[0]}"

    def is_typed_number(self, place: Place) -> bool:
        """Whether a number stands there that no formula gives."""
        cell = self.cells.get(place)
        return cell is not None and bool(cell.exact) and not cell.formula

    def is_number(self, place: Place) -> bool:
        """Whether a number or a formula stands there."""
        cell = self.cells.get(place)
        return cell is not None and bool(cell.exact or cell.formula)

    def value(self, place: Place, depth: int = 0) -> Fraction | None:
        """The number in a cell: 0 in an empty one, None of a text, or of a formula nobody can work out."""
        cell = self.cells.get(place)
        if cell is None:
            return Fraction(0)
        if cell.exact:
            return _stored(cell.exact)
        if not cell.formula:
            return None
        if place not in self._values:
            self._values[place] = None  # what refers to itself has no value
            self._readings += 1
            self._values[place] = value_of(cell.formula, self._read, depth)
        return self._values[place]

    def worked_out(self, formula: str) -> Fraction | None:
        """What the formula would come to."""
        return value_of(formula, self._read)

    def _read(self, place: Place, depth: int) -> Fraction | None:
        self._readings += 1
        return self.value(place, depth) if self._readings < MOST_READINGS else None

    @cached_property
    def areas_summed(self) -> tuple[Area, ...]:
        """What the sums of the table add up."""
        return tuple(dict.fromkeys(area for formula in self.formulas.values() for area in summed(formula)))

    def figure_of_text(self, place: Place, number: Number) -> Figure:
        """The number that a text looks like."""
        cell = self.cells[place]
        text = cell.text.strip()
        start = cell.start + cell.text.index(text)
        return Figure((start, start + len(text)), text, number)

    def figure(self, place: Place) -> Figure | None:
        """The number in the cell, as it is shown and as exact as it is stored; None for a formula whose value nobody stored."""
        cell = self.cells[place]
        value = self.value(place)
        return self.figure_of_text(place, _number(value)) if cell.text.strip() and value is not None else None


def _stored(exact: str) -> Fraction | None:
    try:
        return Fraction(exact)
    except ValueError:  # no number is larger than a program can hold, but a file may say so
        return None


def _number(value: Fraction) -> Number:
    """The value as a number whose last digit is its last: a spreadsheet rounds nothing."""
    places = 0
    while (value * 10**places).denominator != 1 and places < 12:
        places += 1
    return Number(round(value * 10**places), -places)
