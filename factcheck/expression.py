"""Arithmetic over figures, kept as a tree so that it can be run forwards, run backwards, and shown.

Write each figure once. Then the interval is exact, and the tree can be solved
for any figure. A figure used twice only widens the answer: a mistake may be
missed, but no sound claim is ever flagged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property
from operator import add, mul, sub, truediv

import msgspec

from claims.claim import Rate
from claims.day import Day
from claims.figure import Figure
from claims.interval import Interval
from claims.rounding import Reading
from claims.unit import PLAIN, Unit

Step = Callable[[Interval, Interval], Interval]
Undo = Callable[[Interval, Interval, Interval], Interval]



def _power(base: Interval, exponent: Interval) -> Interval:
    if base.low < 0 or exponent.low != exponent.high or exponent.low.denominator != 1:
        raise ZeroDivisionError("only a positive number is raised, to a whole power")
    return Interval(base.low**exponent.low.numerator, base.high**exponent.low.numerator)


FORWARD: dict[str, Step] = {"+": add, "−": sub, "×": mul, "÷": truediv, "^": _power}
SOLVE_LEFT: dict[str, Undo] = {
    "+": lambda goal, _, right: goal - right,
    "−": lambda goal, _, right: goal + right,
    "×": lambda goal, _, right: goal / right,
    "÷": lambda goal, _, right: goal * right,
}
SOLVE_RIGHT: dict[str, Undo] = {
    "+": lambda goal, left, _: goal - left,
    "−": lambda goal, left, _: left - goal,
    "×": lambda goal, left, _: goal / left,
    "÷": lambda goal, left, _: left / goal,
}


class Expression(msgspec.Struct, frozen=True):
    """A value that is not settled: each `Reading` of the figures in it gives an interval."""

    def __pow__(self, other: Constant) -> Expression:
        return Operation("^", self, other)

    def __add__(self, other: Expression) -> Expression:
        return Operation("+", self, other)

    def __sub__(self, other: Expression) -> Expression:
        return Operation("−", self, other)

    def __mul__(self, other: Expression) -> Expression:
        return Operation("×", self, other)

    def __truediv__(self, other: Expression) -> Expression:
        return Operation("÷", self, other)


class Constant(Expression, frozen=True):
    """A number that the law itself brings."""

    value: Fraction | int


class Known(Expression, frozen=True, dict=True):
    """A figure or a day of the text."""

    figure: Figure | Day

    @cached_property
    def readings(self) -> tuple[Interval, ...]:
        """What it can mean, by reading: asked for many times in one sum."""
        figure = self.figure
        return figure.readings if isinstance(figure, Figure) else tuple(map(figure.read, Reading))


class Fact(Expression, frozen=True):
    """A value from outside the text: its band, what it is, where it comes from ("" for what everyone knows), its unit.

    Where it is a band, `value` is the one in the middle of it that is meant (the rate of the day), and `loose` a wider one
    that a generous reading allows.
    """

    band: Interval
    name: str
    source: str = ""
    unit: Unit = PLAIN
    value: Fraction | None = None
    loose: Interval | None = None


class Unknown(Expression, frozen=True):
    """What the text leaves open, and the unit to print it in; a requirement with one of these is not judged but solved."""

    name: str
    unit: Unit = PLAIN


class Operation(Expression, frozen=True):
    """Two expressions joined by +, −, × or ÷."""

    sign: str
    left: Expression
    right: Expression


Leaf = Constant | Known | Fact | Unknown
one = Constant(1)


def known(role: Figure | Day | Rate) -> Expression:
    """The value of a role: a figure's own, or what a rate comes to for one."""
    if isinstance(role, Figure | Day):
        return Known(role)
    assert role.total is not None
    assert role.count is not None
    return Known(role.total) / Known(role.count)


def leaves(expression: Expression) -> Iterator[Leaf]:
    """Every figure, constant, fact and unknown, from left to right."""
    match expression:
        case Operation(_, left, right):
            yield from leaves(left)
            yield from leaves(right)
        case Constant() | Known() | Fact() | Unknown():
            yield expression


def values(expression: Expression, reading: Reading) -> Interval:
    """Every value the expression can take. Raises ZeroDivisionError where a divisor may be zero."""
    match expression:
        case Constant(number):
            return Interval.exactly(number)
        case Known():
            return expression.readings[reading]
        case Fact(band, value=value, loose=loose):
            if reading is Reading.PRINTED and value is not None:
                return Interval.exactly(value)
            return loose if loose and reading is Reading.LOOSE else band
        case Operation(sign, left, right):
            return FORWARD[sign](values(left, reading), values(right, reading))
    raise TypeError(f"{expression!r} has no value")


def solve(expression: Expression, goal: Interval, reading: Reading) -> Iterator[tuple[Known | Unknown, Interval]]:
    """For each figure or unknown in turn, the values that would bring the expression to `goal`."""
    match expression:
        case Known() | Unknown():
            yield expression, goal
        case Operation(sign, left, right):
            for branch, other, undo in ((left, right, SOLVE_LEFT.get(sign)), (right, left, SOLVE_RIGHT.get(sign))):
                if undo is None or any(isinstance(leaf, Unknown) for leaf in leaves(other)):
                    continue
                value = values(other, reading)
                try:
                    yield from solve(branch, undo(goal, value, value), reading)
                except ZeroDivisionError:
                    continue  # any value, or none, would do: nothing worth suggesting
