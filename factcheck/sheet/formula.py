"""Arithmetic as a spreadsheet reckons it: each expression has six values, the lowest and the highest under each reading, and each is a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from claims.day import Day
from claims.figure import Figure
from claims.unit import Unit
from factcheck.expression import Constant, Expression, Fact, Known, Operation, Unknown, leaves
from factcheck.requirement import Requirement

AS_GOOD_AS_EQUAL = "1E-12"
"""Spreadsheets reckon with some sixteen digits; what is nearer than this part of itself is the same."""
EXACT, ROUNDED, LOOSE, CONTRADICTED, UNDECIDED = "fits exactly", "fits, rounded", "fits if read loosely", "contradicted", "undecided"
SIGNS = {"+": "+", "−": "-", "×": "*", "÷": "/", "^": "^"}
BINDS = {"+": 1, "−": 1, "×": 2, "÷": 2, "^": 3}


class Band(NamedTuple):
    """The lowest and the highest value under one reading: each a cell, or a number as it is written in a formula."""

    low: str
    high: str


class Bands(NamedTuple):
    """A band for each reading."""

    printed: Band
    rounded: Band
    loose: Band


Place = Callable[[Figure | Day | Fact], Bands]
"""Where the bands of a figure, a day or a fact stand."""


def literal(value: Fraction | int) -> str:
    """A number as it is written in a formula."""
    number = Fraction(value)
    return str(number.numerator) if number.denominator == 1 and abs(number.numerator) < 10**15 else repr(float(number))


def written(expression: Expression, place: Place) -> str:
    """The sum over cells, as printed: "Figures!F4*(1+Figures!F5)"."""
    match expression:
        case Constant(value):
            return literal(value) if value >= 0 else f"({literal(value)})"
        case Known(thing):
            return place(thing).printed.low
        case Fact():
            return place(expression).printed.low
        case Operation(sign, left, right):
            first, second = written(left, place), written(right, place)
            if isinstance(left, Operation) and BINDS[left.sign] < BINDS[sign]:
                first = f"({first})"
            if isinstance(right, Operation) and (BINDS[right.sign] < BINDS[sign] or sign in "−÷^"):
                second = f"({second})"
            return f"{first}{SIGNS[sign]}{second}"
    raise TypeError(f"{expression!r} is no sum")


def in_unit(text: str, unit: Unit) -> str:
    """A formula in base units as one in `unit`."""
    shifted = f"({text})-{literal(unit.zero)}" if unit.zero else text
    return f"=({shifted})/{_divisor(unit.size)}" if unit.size != 1 else f"={shifted}"


def _divisor(size: Fraction) -> str:
    return literal(size) if size.denominator == 1 else f"({size.numerator}/{size.denominator})"


def steps(sign: str, left: Band, right: Band) -> Band:
    """What one operation makes of two bands: interval arithmetic."""
    (a, b), (c, d) = left, right
    match sign:
        case "+":
            return Band(f"{a}+{c}", f"{b}+{d}")
        case "−":
            return Band(f"{a}-{d}", f"{b}-{c}")
        case "^":
            return Band(f"IF({a}<0,NA(),{a}^{c})", f"IF({a}<0,NA(),{b}^{d})")
        case "×":
            corners = f"{a}*{c},{a}*{d},{b}*{c},{b}*{d}"
            return Band(f"MIN({corners})", f"MAX({corners})")
    corners = f"{a}/{c},{a}/{d},{b}/{c},{b}/{d}"
    return Band(*(f"IF(AND({c}<=0,{d}>=0),NA(),{end}({corners}))" for end in ("MIN", "MAX")))


def verdict(sign: str, left: Bands, right: Bands) -> str:
    """The verdict, live: the narrowest reading under which the two sides can meet, or the one not above the other."""
    exact, rounded, loose = (_meet(sign, one, other) for one, other in zip(left, right, strict=True))
    fails = f"ISERROR({'+'.join((*left.printed, *right.printed, *left.rounded, *right.rounded))})"
    last = f'IF(ISERROR({"+".join((*left.loose, *right.loose))}),"{UNDECIDED}",IF({loose},"{LOOSE}","{CONTRADICTED}"))'
    return f'=IF({fails},"{UNDECIDED}",IF({exact},"{EXACT}",IF({rounded},"{ROUNDED}",{last})))'


def _meet(sign: str, left: Band, right: Band) -> str:
    first = _at_most(left.low, right.high)
    return first if sign == "≤" else f"AND({first},{_at_most(right.low, left.high)})"


def _at_most(low: str, high: str) -> str:
    return f"{low}-{high}<={AS_GOOD_AS_EQUAL}*(ABS({low})+ABS({high}))"


def what_follows(requirement: Requirement) -> Iterator[tuple[Unknown, Expression]]:
    """For each thing that the text leaves open, the sum that gives it: both sides turned about until it stands alone."""
    for side, other in ((requirement.left, requirement.right), (requirement.right, requirement.left)):
        if not any(isinstance(leaf, Unknown) for leaf in leaves(other)):
            yield from _alone(side, other)


def _alone(expression: Expression, goal: Expression) -> Iterator[tuple[Unknown, Expression]]:
    match expression:
        case Unknown():
            yield expression, goal
        case Operation("+", left, right):
            yield from _either(left, right, goal - right, goal - left)
        case Operation("−", left, right):
            yield from _either(left, right, goal + right, left - goal)
        case Operation("×", left, right):
            yield from _either(left, right, goal / right, goal / left)
        case Operation("÷", left, right):
            yield from _either(left, right, goal * right, left / goal)


def _either(left: Expression, right: Expression, left_is: Expression, right_is: Expression) -> Iterator[tuple[Unknown, Expression]]:
    for branch, other, goal in ((left, right, left_is), (right, left, right_is)):
        if not any(isinstance(leaf, Unknown) for leaf in leaves(other)):
            yield from _alone(branch, goal)
