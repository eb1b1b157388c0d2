"""The sheets of what is reckoned: a row for each claim with its sum, its bands and its verdict as live formulas, and the steps between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.claim import roles
from claims.document import Document
from claims.figure import Figure
from claims.unit import Unit
from factcheck.expression import Constant, Expression, Fact, Known, Operation
from factcheck.judge import common_unit
from factcheck.judge import formula as in_words
from factcheck.report import Report
from factcheck.requirement import Requirement
from factcheck.sheet import formula
from factcheck.sheet.book import Column, Formula, Page, Value
from factcheck.sheet.figures import Given, cell, unit_name
from factcheck.sheet.formula import Band, Bands
from factcheck.verdict import Outcome, Verdict

CLAIMS, STEPS = "Claims", "Steps"
COLUMNS = (
    *(Column("No.", 6), Column("Line", 7), Column("Rule", 22), Column("The sum as printed", 44)),
    *(Column("Left side", 18), Column("", 4), Column("Right side", 18), Column("In", 16)),
    *(Column("Left, low", 16), Column("Left, high", 16), Column("Right, low", 16), Column("Right, high", 16)),
    *(Column("Verdict", 18, is_coloured=True), Column("The report says", 18), Column("They agree", 10, is_coloured=True)),
    *(Column("Level", 9), Column("Would fit, the others as they are", 40), Column("Answered by", 24), Column("Where it is said", 60)),
    *(Column(f"{side}, {end}, read loosely", 16, True) for side in ("Left", "Right") for end in ("low", "high")),
)
STEP_COLUMNS = (
    *(Column("Claim", 7), Column("Step", 50), Column("As printed, low", 20), Column("As printed, high", 20)),
    *(Column("As rounded, low", 20), Column("As rounded, high", 20), Column("Read loosely, low", 20), Column("Read loosely, high", 20)),
)
OUTCOMES = {
    Outcome.EXACT: formula.EXACT,
    Outcome.ROUNDED: formula.ROUNDED,
    Outcome.STRAINED: formula.LOOSE,
    Outcome.CONTRADICTED: formula.CONTRADICTED,
    Outcome.UNDECIDED: formula.UNDECIDED,
    Outcome.FOLLOWS: "follows",
}
LONGEST_SENTENCE = 400
STEP_CELLS = "CDEFGH"


class Reckoned(NamedTuple):
    """A verdict with what had to hold for it; nothing where that could not be said."""

    verdict: Verdict
    requirement: Requirement | None


class Sides(NamedTuple):
    """Both sides of a sum: their bands and their formulas, the unit to show them in; what follows has no sign and one side."""

    left: Bands
    right: Bands
    sign: str | None
    unit: Unit
    left_sum: str
    right_sum: str | None


class Reckoning:
    """The steps of all claims, a row for each operation, and the rows of the claims."""

    def __init__(self, report: Report, given: Given) -> None:
        self.report, self.given = report, given
        self.answered = {silenced.verdict: silenced for silenced in report.silenced}
        self.steps: list[list[Value]] = []
        self.rows: list[list[Value]] = []

    def add(self, reckoned: Reckoned) -> None:
        """A verdict, as one row or, where several things follow, as many."""
        verdict, requirement = reckoned
        if requirement is None:
            self.rows.append([*self._start(verdict), *[None] * 8, formula.UNDECIDED, formula.UNDECIDED, "yes", *self._end(verdict), *[None] * 4])
        elif requirement.unknowns:
            for unknown, expression in formula.what_follows(requirement):
                name = f"{unknown.name} = {in_words(expression)}"
                bands = self._bands(expression)
                self.rows.append(self._row(verdict, name, Sides(bands, bands, None, unknown.unit, self._sum(expression), None)))
        else:
            sides = self._bands(requirement.left), self._bands(requirement.right)
            sums = self._sum(requirement.left), self._sum(requirement.right)
            self.rows.append(self._row(verdict, verdict.arithmetic, Sides(*sides, requirement.sign, common_unit(requirement), *sums)))

    def pages(self) -> tuple[Page, ...]:
        """The sheets."""
        claims = Page(CLAIMS, COLUMNS, self.rows)
        return (claims, Page(STEPS, STEP_COLUMNS, self.steps)) if self.steps else (claims,)

    def _row(self, verdict: Verdict, name: str, sides: Sides) -> list[Value]:
        row, says, unit = len(self.rows) + 2, OUTCOMES[verdict.outcome], sides.unit
        live = Formula(formula.verdict(sides.sign, sides.left, sides.right)) if sides.sign else says
        right_sum = Formula(formula.in_unit(sides.right_sum, unit)) if sides.right_sum else None
        rounded, loose = (
            [Formula(formula.in_unit(end, unit)) for end in (*one, *(other if sides.sign else ()))]  # what follows has one side
            for one, other in ((sides.left.rounded, sides.right.rounded), (sides.left.loose, sides.right.loose))
        )
        return [
            *self._start(verdict, name),
            *(Formula(formula.in_unit(sides.left_sum, unit)), sides.sign, right_sum, unit_name(unit)),
            *(*rounded, *[None] * (4 - len(rounded))),
            *(live, says, Formula(f'=IF(M{row}=N{row},"yes","no")')),
            *self._end(verdict),
            *(*loose, *[None] * (4 - len(loose))),
        ]

    def _start(self, verdict: Verdict, name: str = "") -> list[Value]:
        document = self.report.document
        spans = [thing.span for _, thing in roles(verdict.claim)] or [verdict.claim.evidence]
        return [len(self.rows) + 1, max(1, document.place(min(spans)[0]).line), verdict.rule, name or verdict.reason]

    def _end(self, verdict: Verdict) -> list[Value]:
        silenced = self.answered.get(verdict)
        fits = "; ".join(f"{fit.shown} for “{fit.name}”" if fit.figure else f"{fit.name}: {fit.shown}" for fit in verdict.would_fit)
        by = f"{silenced.by}: {silenced.reason}".removesuffix(": ") if silenced else ""
        return [verdict.level, fits, by, _said(self.report.document, verdict)]

    def _sum(self, expression: Expression) -> str:
        return formula.written(expression, self.given.place)

    def _bands(self, expression: Expression) -> Bands:
        """Where the bands of an expression stand: those of an operation in a row of its own."""
        match expression:
            case Constant(value):
                text = formula.literal(value)
                one = Band(text, text) if value >= 0 else Band(f"({text})", f"({text})")
                return Bands(one, one, one)
            case Known(thing):
                return self.given.place(thing)
            case Fact():
                return self.given.place(expression)
            case Operation(sign, left, right):
                first, second = self._bands(left), self._bands(right)
                made = [formula.steps(sign, one, other) for one, other in zip(first, second, strict=True)]
                self.steps.append([len(self.rows) + 1, in_words(expression), *(Formula(f"={end}") for band in made for end in band)])
                names = [cell(STEPS, column, len(self.steps) + 1) for column in STEP_CELLS]
                return Bands(Band(names[0], names[1]), Band(names[2], names[3]), Band(names[4], names[5]))
        raise TypeError(f"{expression!r} has no value")


def _said(document: Document, verdict: Verdict) -> str:
    """The sentence."""
    figures: Sequence[int] = [thing.span[0] for _, thing in roles(verdict.claim) if isinstance(thing, Figure)]
    at = min(figures, default=verdict.claim.evidence[0])
    start, end = next(((start, end) for start, end in document.sentences if start <= at < end), verdict.claim.evidence)
    return " ".join(document.text[start:end].split())[:LONGEST_SENTENCE]
