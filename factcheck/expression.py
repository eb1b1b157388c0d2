"""Arithmetic over figures, kept as a tree so that it can be run forwards, run backwards, and shown.

Write each figure once. Then the interval is exact, and the tree can be solved
for any figure. A figure used twice only widens the answer: a mistake may be
missed, but no sound claim is ever flagged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from operator import add, mul, sub, truediv

from claims.claim import Rate
from claims.day import Day
from claims.figure import Figure
from claims.interval import Interval
from claims.rounding import Reading

Step = Callable[[Interval, Interval], Interval]
Undo = Callable[[Interval, Interval, Interval], Interval]

FORWARD: dict[str, Step] = {"+": add, "−": sub, "×": mul, "÷": truediv}
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


class Expression:
    """A value that is not settled: each `Reading` of the figures in it gives an interval."""

    __slots__ = ()

    def __add__(self, other: Expression) -> Expression:
        return Operation("+", self, other)

    def __sub__(self, other: Expression) -> Expression:
        return Operation("−", self, other)

    def __mul__(self, other: Expression) -> Expression:
        return Operation("×", self, other)

    def __truediv__(self, other: Expression) -> Expression:
        return Operation("÷", self, other)


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """A number that the law itself brings."""

    value: Fraction | int


@dataclass(frozen=True, slots=True)
class Known(Expression):
    """A figure or a day of the text."""

    figure: Figure | Day


@dataclass(frozen=True, slots=True)
class Fact(Expression):
    """A value from outside the text: its band, what it is, where it comes from."""

    band: Interval
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Unknown(Expression):
    """What the text leaves open; a requirement with one of these is not judged but solved.

    name       what it is ("a year before"), for the report
    dimension  that of its unit: "USD / [time]"; `per` and `code` say how to print it
    """

    name: str
    code: str = ""
    per: str = ""
    size: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Operation(Expression):
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
    assert role.total is not None and role.count is not None
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
        case Known(figure):
            return figure.read(reading)
        case Fact(band):
            return band
        case Operation(sign, left, right):
            return FORWARD[sign](values(left, reading), values(right, reading))
    raise TypeError(f"{expression!r} has no value")


def solve(expression: Expression, goal: Interval, reading: Reading) -> Iterator[tuple[Known | Unknown, Interval]]:
    """For each figure or unknown in turn, the values that would bring the expression to `goal`."""
    match expression:
        case Known() | Unknown():
            yield expression, goal
        case Operation(sign, left, right):
            for branch, other, undo in ((left, right, SOLVE_LEFT[sign]), (right, left, SOLVE_RIGHT[sign])):
                if any(isinstance(leaf, Unknown) for leaf in leaves(other)):
                    continue
                value = values(other, reading)
                try:
                    yield from solve(branch, undo(goal, value, value), reading)
                except ZeroDivisionError:
                    continue  # any value, or none, would do: nothing worth suggesting
