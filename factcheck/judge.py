"""The judge: runs a rule on a claim forwards (can it hold?) and backwards (what would fit?), and writes the sum out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice, product
from typing import Any, Literal

import msgspec

from claims.claim import Claim, Sure
from claims.figure import Figure
from claims.interval import Interval
from claims.rounding import Reading
from claims.unit import Unit
from factcheck import amount
from factcheck.expression import Constant, Expression, Fact, Known, Operation, Unknown, leaves
from factcheck.outside import Outside
from factcheck.requirement import Requirement
from factcheck.rule import Required, Rule, Undecided
from factcheck.verdict import LEVELS, Fitting, Level, Outcome, Side, Source, Verdict

OUTCOMES = {Reading.PRINTED: Outcome.EXACT, Reading.ROUNDED: Outcome.ROUNDED, Reading.LOOSE: Outcome.STRAINED}
LEVEL_WHEN_CONTRADICTED: dict[Sure, Level] = {Sure.SPELLED_OUT: "error", Sure.LIKELY: "warning", Sure.FAINT: "note"}
OTHER_UNITS_TRIED = 16
"""How many ways of taking ambiguous units one claim is tried in; more are never met in print."""
MIXED_UP_POWERS = (1, 2, 3, 6, 9)
"""Powers of ten that slips are made of: a decimal place, two (percent), and the steps of scale words."""


def judge(claims: Iterable[Claim], rules: Iterable[Rule], outside: Outside) -> tuple[Verdict, ...]:
    """Every verdict that some rule reaches on some claim, in the order of the claims."""
    by_kind: dict[type, list[Rule]] = {}
    for rule in rules:
        by_kind.setdefault(rule.about, []).append(rule)
    found = (verdict_on(claim, rule, outside) for claim in claims for rule in by_kind.get(type(claim), ()))
    return tuple(verdict for verdict in found if verdict)


def verdict_on(claim: Claim, rule: Rule, outside: Outside) -> Verdict | None:
    """What one rule says of one claim; None where it does not apply."""
    required = rule.require(claim, outside)
    if _fails(required):
        undecided: Undecided | None = None
        for other in islice(_in_other_units(claim), OTHER_UNITS_TRIED):
            instead = rule.require(other, outside)
            if isinstance(instead, Undecided):
                undecided = undecided or instead  # what it may be cannot be looked up, so it may be that
            elif isinstance(instead, Requirement) and not _fails(instead):
                claim, required = other, instead
                break
        else:
            required = undecided or required
    match required:
        case None:
            return None
        case Undecided(reason):
            return Verdict(rule.name, claim, Outcome.UNDECIDED, "none", "", reason=reason)
        case Requirement():
            return _settle(claim, rule, required)


def _fails(required: Required) -> bool:
    """Whether it is contradicted under every reading."""
    return isinstance(required, Requirement) and not required.unknowns and _reading_of(required) is None


def _reading_of(requirement: Requirement) -> Reading | None:
    try:
        return requirement.narrowest_reading()
    except ZeroDivisionError:
        return Reading.LOOSE  # settled as undecided in `_settle`


def _settle(claim: Claim, rule: Rule, requirement: Requirement) -> Verdict:
    try:
        if requirement.unknowns:
            return _what_follows(claim, rule, requirement)
        reading = requirement.narrowest_reading()
        sides = _sides(requirement)
        arithmetic, steps = _written_out(requirement, sides)
        outcome = Outcome.CONTRADICTED if reading is None else OUTCOMES[reading]
        wrong = outcome in (Outcome.CONTRADICTED, Outcome.STRAINED)
        return Verdict(
            rule.name,
            claim,
            outcome,
            _level(outcome, claim.sure, rule.worst),
            arithmetic,
            steps,
            would_fit=tuple(_fittings(requirement)) if wrong else (),
            off_by=requirement.off_by() if wrong and common_unit(requirement) not in amount.ON_A_CALENDAR else None,
            slip=_slip(claim, rule, requirement) if reading is None else "",
            sources=tuple(_sources(requirement)),
            sides=sides,
            breach=rule.breach,
        )
    except ZeroDivisionError:
        return Verdict(rule.name, claim, Outcome.UNDECIDED, "none", "", reason="a divisor may be zero")


def _sides(requirement: Requirement) -> tuple[Side, Side]:
    unit = common_unit(requirement)

    def side(which: Literal["left", "right"], expression: Expression) -> Side:
        stated, allowed = (requirement.side(which, reading) for reading in (Reading.PRINTED, Reading.ROUNDED))
        try:
            loose = requirement.side(which, Reading.LOOSE)
        except ZeroDivisionError:
            loose = allowed  # the judge did not need it
        return Side(formula(expression), stated, allowed, loose, amount.band(allowed, unit))

    return side("left", requirement.left), side("right", requirement.right)


def _what_follows(claim: Claim, rule: Rule, requirement: Requirement) -> Verdict:
    found = [fit for fit in _fittings(requirement) if fit.figure is None]
    stated = {leaf: band for leaf, band in requirement.solutions(Reading.PRINTED) if isinstance(leaf, Unknown)}
    arithmetic = ", ".join(f"{leaf.name}: {amount.band(band, leaf.unit)}" for leaf, band in stated.items())
    steps = (f"from {formula(requirement.left)} {requirement.sign} {formula(requirement.right)}",)
    return Verdict(rule.name, claim, Outcome.FOLLOWS, "none", arithmetic, steps, tuple(found), sources=tuple(_sources(requirement)))


def _level(outcome: Outcome, sure: Sure, worst: Level) -> Level:
    if outcome is Outcome.CONTRADICTED:
        return min(LEVEL_WHEN_CONTRADICTED[sure], worst, key=LEVELS.index)
    return "note" if outcome is Outcome.STRAINED else "none"


def _in_other_units(claim: Claim) -> Iterator[Claim]:
    """The claim with its figures in each of the other units that they may be in, the likeliest first."""
    roles: dict[str, Any] = {name: getattr(claim, name) for name in type(claim).__struct_fields__}
    doubtful = {name: role for name, role in roles.items() if isinstance(role, Figure) and role.may_also_be}
    choices = [[role, *(msgspec.structs.replace(role, unit=unit) for unit in role.may_also_be)] for role in doubtful.values()]
    for chosen in islice(product(*choices), 1, None):
        yield msgspec.structs.replace(claim, **dict(zip(doubtful, chosen, strict=True)))


def _fittings(requirement: Requirement) -> Iterator[Fitting]:
    for leaf, band in requirement.solutions():
        if isinstance(leaf, Unknown):
            yield Fitting(leaf.name, band, amount.band(band, leaf.unit))
        else:
            yield Fitting(leaf.figure.printed, band, amount.band(band, amount.unit_of(leaf.figure)), leaf.figure)


def _sources(requirement: Requirement) -> Iterator[Source]:
    for side in (requirement.left, requirement.right):
        for leaf in leaves(side):
            if isinstance(leaf, Fact) and leaf.source:
                yield Source(leaf.name, amount.band(leaf.band, leaf.unit), leaf.source)


def _slip(claim: Claim, rule: Rule, requirement: Requirement) -> str:
    for slip in rule.slips:
        instead = slip.require(claim)
        if instead and _reading_of(instead) in (Reading.PRINTED, Reading.ROUNDED):
            return slip.name
    left, right = (requirement.side(which, Reading.ROUNDED) for which in ("left", "right"))
    for power in MIXED_UP_POWERS:
        factor = Interval.exactly(Fraction(10) ** power)
        if (left * factor).meets(right) or left.meets(right * factor):
            return f"off by a factor of {10**power:,}"
    return ""


def _written_out(requirement: Requirement, sides: tuple[Side, Side]) -> tuple[str, tuple[str, ...]]:
    """The sum as printed, in one line, and then a line each for the values and the bands that rounding allows."""
    unit, sign, (left, right) = common_unit(requirement), requirement.sign, sides
    stated = [amount.shown(side.stated.low, unit) for side in sides]
    steps = (f"stated   {stated[0]} {sign} {stated[1]}", f"allowed  {left.shown} {sign} {right.shown}")
    return f"{left.formula} {sign} {right.formula}", steps


def common_unit(requirement: Requirement) -> Unit:
    """The unit to print both sides in: that of a side that is one figure, or one fact."""
    for side in (requirement.right, requirement.left):
        if isinstance(side, Known):
            return amount.unit_of(side.figure)
        if isinstance(side, Fact):
            return side.unit
    return Unit("plain")


BINDS = {"+": 1, "−": 1, "×": 2, "÷": 2, "^": 3}


def formula(expression: Expression) -> str:
    """The expression as a person would write it, with figures as the text prints them."""
    match expression:
        case Constant(value):
            return amount.number(Fraction(value))
        case Known(figure):
            return figure.printed
        case Fact(_, name):
            return name
        case Unknown(name):
            return f"[{name}]"
        case Operation(sign, left, right):
            first, second = formula(left), formula(right)
            if isinstance(left, Operation) and BINDS[left.sign] < BINDS[sign]:
                first = f"({first})"
            if isinstance(right, Operation) and (BINDS[right.sign] < BINDS[sign] or sign in "−÷"):
                second = f"({second})"
            return f"{first} {sign} {second}"
    raise TypeError(expression)
