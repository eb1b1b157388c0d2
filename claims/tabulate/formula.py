"""A formula of a spreadsheet: what it says seen from its own cell, and what it comes to where it only adds, takes off, multiplies and divides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from claims.document import column_name

LONGEST_FORMULA = 400
MOST_CELLS = 100_000
DEEPEST = 8
"""Formulas that refer to formulas whose value nobody has stored, and brackets within brackets."""
REFERENCE = re.compile(r"(?<![A-Za-z0-9_.!'\"$])(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_(!.])")
SUM = re.compile(r"=\+?SUM\(([^()\"']{1,300})\)", re.IGNORECASE)
AREA = re.compile(r"\s*\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?\s*")
TOKEN = re.compile(r"\s*(\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?|SUM\(|[0-9]+(?:\.[0-9]+)?|[-+*/(),])\s*", re.IGNORECASE)

Place = tuple[int, int]
"""Row and column of a sheet, from 1."""
ValueAt = Callable[[Place, int], Fraction | None]
"""The number in a cell; an empty one is 0, a text None. The second is how many formulas have been followed."""


class Area(NamedTuple):
    """A range of cells; both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, place: Place) -> bool:
        """Whether the cell is one of them."""
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right

    @property
    def places(self) -> Iterator[Place]:
        """Its cells."""
        return ((row, column) for row in range(self.top, self.bottom + 1) for column in range(self.left, self.right + 1))


def column_number(letters: str) -> int:
    """A is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def seen_from(formula: str, place: Place) -> str:
    """The formula with its references told as steps from its cell: formulas that are copies of each other are the same."""

    def step(found: re.Match[str]) -> str:
        column, row = column_number(found[2]) - (0 if found[1] else place[1]), int(found[4]) - (0 if found[3] else place[0])
        return f"R{found[3]}{row}C{found[1]}{column}"

    return REFERENCE.sub(step, formula) if len(formula) <= LONGEST_FORMULA else formula


def moved_to(formula: str, origin: Place, target: Place) -> str:
    """The formula as it would be, copied from one cell to another."""

    def move(found: re.Match[str]) -> str:
        column = column_number(found[2]) + (0 if found[1] else target[1] - origin[1])
        row = int(found[4]) + (0 if found[3] else target[0] - origin[0])
        return f"{found[1]}{column_name(max(1, column))}{found[3]}{max(1, row)}"

    return REFERENCE.sub(move, formula)


def refers_along(formula: str, place: Place, step: Place) -> bool:
    """Whether the formula in that cell takes something from its own line in that direction, as what grows from year to year does."""
    references = ((int(found[4]), column_number(found[2])) for found in REFERENCE.finditer(formula[:LONGEST_FORMULA]))
    return any((row == place[0] and step[1]) or (column == place[1] and step[0]) for row, column in references)


def summed(formula: str) -> tuple[Area, ...]:
    """The areas that a formula which is nothing but SUM(…) adds up; none where it is anything else."""
    found = SUM.fullmatch(formula.strip()) if len(formula) <= LONGEST_FORMULA else None
    areas = [AREA.fullmatch(part) for part in found[1].split(",")] if found else []
    return tuple(_area(area) for area in areas if area) if all(areas) else ()


def _area(found: re.Match[str]) -> Area:
    left, top = column_number(found[1]), int(found[2])
    right, bottom = (column_number(found[3]), int(found[4])) if found[3] else (left, top)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def value_of(formula: str, value_at: ValueAt, depth: int = 0) -> Fraction | None:
    """What the formula comes to; None where it says more than sums, products and quotients of cells of its own sheet."""
    if len(formula) > LONGEST_FORMULA or depth > DEEPEST:
        return None
    text, tokens, at = formula.strip().lstrip("="), [], 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            return None
        tokens.append(found[1])
        at = found.end()
    reckoning = _Reckoning(tokens, value_at, depth)
    try:
        value = reckoning.added(0)
    except (_Unknown, ZeroDivisionError, IndexError):
        return None
    return value if not reckoning.left else None


class _Unknown(Exception):
    """The formula says something else."""


class _Reckoning:
    """The tokens that are left, taken from the front."""

    def __init__(self, tokens: list[str], value_at: ValueAt, depth: int) -> None:
        self.left = tokens[::-1]
        self._value_at = value_at
        self._depth = depth

    def added(self, nested: int) -> Fraction:
        """A sum of products."""
        total = self._multiplied(nested)
        while self.left and self.left[-1] in "+-":
            sign = self.left.pop()
            term = self._multiplied(nested)
            total = total + term if sign == "+" else total - term
        return total

    def _multiplied(self, nested: int) -> Fraction:
        product = self._single(nested)
        while self.left and self.left[-1] in "*/":
            sign = self.left.pop()
            factor = self._single(nested)
            product = product * factor if sign == "*" else product / factor
        return product

    def _single(self, nested: int) -> Fraction:
        token = self.left.pop()
        if nested > DEEPEST:
            raise _Unknown
        if token in "+-":
            return self._single(nested + 1) * (-1 if token == "-" else 1)
        if token == "(":
            value = self.added(nested + 1)
            self._expect(")")
            return value
        if token.upper() == "SUM(":
            return self._sum(nested)
        area = AREA.fullmatch(token.upper())
        if area is None:
            return Fraction(token)
        if area[3]:
            raise _Unknown
        return self._cell((int(area[2]), column_number(area[1])))

    def _sum(self, nested: int) -> Fraction:
        total = Fraction(0)
        while True:
            area = AREA.fullmatch(self.left[-1].upper())
            if area and area[3]:
                self.left.pop()
                whole = _area(area)
                if (whole.bottom - whole.top + 1) * (whole.right - whole.left + 1) > MOST_CELLS:
                    raise _Unknown
                # a text counts for nothing in a sum
                total += sum((self._value_at(place, self._depth + 1) or Fraction(0) for place in whole.places), Fraction(0))
            else:
                total += self.added(nested + 1)
            if self.left[-1] == ",":
                self.left.pop()
                continue
            self._expect(")")
            return total

    def _cell(self, place: Place) -> Fraction:
        value = self._value_at(place, self._depth + 1)
        if value is None:
            raise _Unknown
        return value

    def _expect(self, sign: str) -> None:
        if self.left.pop() != sign:
            raise _Unknown
