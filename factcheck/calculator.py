"""The desk calculator: sums over figures as an article prints them, with the band that their rounding allows.

    1.05 trillion yen / 5 years in dollars on 2022-01-06
    from 10,250 to 25,500
    $1.8 trillion / 335 million people
    100 dollars of 1990 in 2023 dollars

Signs stand between spaces (units may hold a "/" of their own). It reads, converts and
reckons with the same figures, units, rates and expressions as the check.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import msgspec

from claims import figures_in
from claims.figure import Figure
from claims.rounding import EXACTLY, Reading
from claims.unit import PERCENT, Unit, product, quotient
from factcheck import amount
from factcheck.expression import Expression, Fact, Known, leaves, one, values
from factcheck.judge import formula
from factcheck.outside import Outside
from factcheck.verdict import Source

SIGNS = {
    "+": "+", "plus": "+", "-": "−", "−": "−", "minus": "−", "less": "−",
    "*": "×", "×": "×", "x": "×", "times": "×", "of": "×", "/": "÷", "÷": "÷", "divided by": "÷", "over": "÷", "per": "÷",
}  # fmt: skip
"""How each operation may be written."""
SIGN = re.compile(r"[()]|(?<=[\s)])(?:divided by|plus|minus|less|times|over|per|of|[-+−*×x/÷])(?=[\s(])")
TIGHTER = {"+": 1, "−": 1, "×": 2, "÷": 2}
ON_A_DAY = re.compile(r"\s+on\s+(\d{4}-\d\d-\d\d)$")
IN_A_UNIT = re.compile(r"^.*\s(in)\s+(.+)$")
IN_MONEY_OF = re.compile(r"\s+in\s+(\d{4})\s+(?:us |u\.s\. )?(?:dollars|usd)$", re.IGNORECASE)
OF_A_YEAR = re.compile(r"\s+(?:of|from|in)\s+(\d{4})$")
FROM_TO = re.compile(r"^from\s+(.+)\s+to\s+(.+)$")
LONGEST = 500
"""Code points; nobody types more, and every expression here is linear in them."""


class Miswritten(ValueError):
    """What was typed cannot be reckoned; the message is one line that says why and what to write."""


class Calculation(NamedTuple):
    """A sum and what it comes to: as printed, the band that rounding allows, and the facts it rests on."""

    formula: str
    result: str
    allowed: str
    sources: tuple[Source, ...]


class Term(NamedTuple):
    """A part of the sum, and the unit it is in."""

    expression: Expression
    unit: Unit


def calculate(written: str, outside: Outside, language: str = "en") -> Calculation:
    """What the sum comes to. Raises Miswritten. `outside.published` is the day whose rates are used where none is written."""
    rest = written.strip()
    if len(rest) > LONGEST:
        raise Miswritten(f"too long: at most {LONGEST} characters")
    day, rest = _day(rest, outside.published)
    try:
        if course := FROM_TO.match(rest):
            term = _change(_term(course[1], language), _term(course[2], language))
        elif money_of := IN_MONEY_OF.search(rest):
            term = _in_money_of(int(money_of[1]), rest[: money_of.start()], language)
        else:
            target = _target(rest, language)
            term = _term(rest[: target[1]] if target else rest, language)
            if target:
                term = _converted(term, target[0], day, outside)
        return _written_out(term)
    except ZeroDivisionError:
        raise Miswritten("the divisor may be zero") from None


def _written_out(term: Term) -> Calculation:
    facts = [leaf for leaf in leaves(term.expression) if isinstance(leaf, Fact) and leaf.source]
    return Calculation(
        formula(term.expression),
        amount.shown(values(term.expression, Reading.PRINTED).low, term.unit),
        amount.band(values(term.expression, Reading.ROUNDED), term.unit),
        tuple(Source(fact.name, amount.band(fact.band, fact.unit), fact.source) for fact in facts),
    )


def _day(written: str, published: date | None) -> tuple[date | None, str]:
    found = ON_A_DAY.search(written)
    if not found:
        return published, written
    try:
        return date.fromisoformat(found[1]), written[: found.start()]
    except ValueError:
        raise Miswritten(f"{found[1]} is no day") from None


def _target(written: str, language: str) -> tuple[Unit, int] | None:
    """The unit that the sum is asked for in, and where the words for it begin."""
    found = IN_A_UNIT.search(written)
    if not found:
        return None
    unit = _one_figure(f"1 {found[2]}", language).unit
    if unit.kind in ("plain", "count"):
        raise Miswritten(f"“{found[2]}” is no unit that can be converted to")
    return unit, found.start(1)


def _term(written: str, language: str) -> Term:
    """The sum in signs and figures, by the precedence of the signs."""
    pieces = _pieces(written)
    term = _sum(pieces, lambda text: _figure_term(text, language), 0)
    if pieces:
        raise Miswritten(f"cannot go on at “{pieces[0]}”")
    return term


def _pieces(written: str) -> list[str]:
    """Figures, signs and brackets, in order."""
    pieces, position = [], 0
    for found in SIGN.finditer(written):
        pieces += [written[position : found.start()].strip(), SIGNS.get(found[0], found[0])]
        position = found.end()
    pieces.append(written[position:].strip())
    return [piece for piece in pieces if piece]


def _sum(pieces: list[str], read: Callable[[str], Term], at_least: int) -> Term:
    """Takes from the front of the pieces as long as signs bind more tightly than `at_least`."""
    if not pieces or pieces[0] in TIGHTER or pieces[0] == ")":
        raise Miswritten("a figure is missing" + (f" before “{pieces[0]}”" if pieces else " at the end"))
    first = pieces.pop(0)
    if first == "(":
        left = _sum(pieces, read, 0)
        if not pieces or pieces.pop(0) != ")":
            raise Miswritten("a bracket is not closed")
    else:
        left = read(first)
    while pieces and TIGHTER.get(pieces[0], 0) > at_least:
        sign = pieces.pop(0)
        left = _joined(sign, left, _sum(pieces, read, TIGHTER[sign]))
    return left


def _joined(sign: str, left: Term, right: Term) -> Term:
    if sign == "×":
        return Term(left.expression * right.expression, product(left.unit, right.unit))
    if sign == "÷":
        return Term(left.expression / right.expression, quotient(left.unit, right.unit))
    if right.unit.kind == "percent" != left.unit.kind:
        growth = one + right.expression if sign == "+" else one - right.expression
        return Term(left.expression * growth, left.unit)
    if left.unit.dimension != right.unit.dimension:
        raise Miswritten(f"{left.unit.code or 'a bare number'} and {right.unit.code or 'a bare number'} do not add up")
    return Term(left.expression + right.expression if sign == "+" else left.expression - right.expression, left.unit)


def _figure_term(written: str, language: str) -> Term:
    figure = _one_figure(written, language)
    if figure.unit.kind == "time" and figure.low.denominator == 1:  # "5 years" are no four and a half
        figure = msgspec.structs.replace(figure, hedge=EXACTLY)
    return Term(Known(figure), figure.unit)


def _one_figure(written: str, language: str) -> Figure:
    found = figures_in(written, language)
    if len(found) != 1:
        raise Miswritten(f"“{written}” is {'no figure' if not found else 'more than one figure'}; put spaces around signs")
    return found[0]


def _change(before: Term, after: Term) -> Term:
    if before.unit.dimension != after.unit.dimension:
        raise Miswritten("a change is between two figures in one unit")
    return Term(after.expression / before.expression - one, PERCENT)


def _converted(term: Term, target: Unit, day: date | None, outside: Outside) -> Term:
    if term.unit.dimension == target.dimension:
        return Term(term.expression, target)
    per = f" / {term.unit.dimension.partition(' / ')[2]}" if " / " in term.unit.dimension else ""
    if not (term.unit.kind == target.kind == "money") or target.per not in ("", term.unit.per):
        raise Miswritten(f"cannot convert {term.unit.code or 'a bare number'} to {target.code}")
    if day is None:
        raise Miswritten("which day's rate of exchange? add, for example: on 2022-01-06")
    rate = outside.rate_of_day(term.unit.code, target.code, day) if outside.rate_of_day else "no rates of exchange are at hand"
    if isinstance(rate, str):
        raise Miswritten(rate)
    fact = Fact(rate.band, f"{target.code} per {term.unit.code} on {rate.day}", rate.source, Unit("plain", target.code, term.unit.code), rate.rate)
    return Term(term.expression * fact, Unit("money", target.code, term.unit.per, term.unit.size, f"{target.code}{per}"))


def _in_money_of(year: int, written: str, language: str) -> Term:
    from factcheck.outside.prices import price_ratio

    of_year = OF_A_YEAR.search(written)
    if not of_year:
        raise Miswritten("dollars of which year? write for example: 100 dollars of 1990 in 2023 dollars")
    term = _term(written[: of_year.start()], language)
    if term.unit.code != "USD":
        raise Miswritten("only U.S. dollars can be taken from one year to another")
    ratio = price_ratio(int(of_year[1]), year)
    if isinstance(ratio, str):
        raise Miswritten(ratio)
    return Term(term.expression * ratio, term.unit)

