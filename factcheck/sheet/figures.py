"""The sheets of what is given: a row for each figure and day of the text, and for each fact from outside, with their bands as formulas."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from claims.day import SECONDS_A_YEAR, Day
from claims.document import Document
from claims.figure import Figure
from claims.interval import Interval
from claims.rounding import Reading
from claims.unit import Unit
from factcheck import amount
from factcheck.expression import Fact
from factcheck.sheet.book import Column, Formula, Page, Value
from factcheck.sheet.formula import Band, Bands

FIGURES, FACTS = "Figures", "Facts"
FIGURE_COLUMNS = (
    *(Column("No.", 6), Column("Line", 7), Column("Place", 18), Column("As printed", 22), Column("Value", 18), Column("To", 14)),
    *(Column("Low", 18), Column("High", 18), Column("Low, read loosely", 18), Column("High, read loosely", 18), Column("Unit", 18)),
    *(Column("Said with", 14), Column("Of", 20), Column("When", 18)),
    *(Column("Room below", 14, True), Column("Room above", 14, True), Column("Loose room below", 14, True), Column("Loose room above", 14, True)),
    *(Column("Base units in one", 14, True), Column("Base zero", 10, True)),
    *(Column(f"{end}, {reading}, in base units", 20, True) for reading in ("as printed", "as rounded", "read loosely") for end in ("Low", "High")),
)
FACT_COLUMNS = (
    *(Column("No.", 6), Column("What", 36), Column("Value", 18), Column("To", 18), Column("Low", 18), Column("High", 18)),
    *(Column("Low, read loosely", 18), Column("High, read loosely", 18), Column("Source", 70)),
)
WHOLE_NUMBERS_END = 10**15
A_YEAR = Fraction(SECONDS_A_YEAR)


def number(value: Fraction) -> float | int:
    """A value as a cell holds it: whole numbers to fifteen digits, beyond them and between them what a spreadsheet can tell apart."""
    return value.numerator if value.denominator == 1 and abs(value.numerator) < WHOLE_NUMBERS_END else float(value)


def cell(sheet: str, column: str, row: int) -> str:
    """A cell's name in a formula."""
    return f"{sheet}!${column}${row}"


class Given:
    """The figures, days and facts that formulas may stand on, each with its row; what a claim brings that is not there yet is added."""

    def __init__(self, document: Document, things: Iterable[Figure | Day]) -> None:
        self.document = document
        self.things: dict[Figure | Day, int] = {}
        self.facts: dict[Fact, int] = {}
        for thing in things:
            self.things.setdefault(thing, len(self.things) + 2)
        self.last_listed = len(self.things) + 1

    def place(self, thing: Figure | Day | Fact) -> Bands:
        """Where its bands stand."""
        if isinstance(thing, Fact):
            row = self.facts.setdefault(thing, len(self.facts) + 2)
            return _bands(FACTS, "CDEFGH", row)
        row = self.things.setdefault(thing, len(self.things) + 2)
        return _bands(FIGURES, "UVWXYZ", row)

    def pages(self) -> tuple[Page, ...]:
        """The sheets, once every claim has asked for its cells."""
        figures = Page(
            FIGURES, FIGURE_COLUMNS, [_figure_row(self.document, thing, row, is_listed=row <= self.last_listed) for thing, row in self.things.items()]
        )
        facts = Page(FACTS, FACT_COLUMNS, [_fact_row(fact, row) for fact, row in self.facts.items()])
        return (figures, facts) if self.facts else (figures,)


def _bands(sheet: str, columns: str, row: int) -> Bands:
    names = [cell(sheet, column, row) for column in columns]
    return Bands(Band(names[0], names[1]), Band(names[2], names[3]), Band(names[4], names[5]))


def _figure_row(document: Document, thing: Figure | Day, row: int, *, is_listed: bool) -> list[Value]:
    place = document.place(thing.span[0])
    start: list[Value] = [row - 1, max(1, place.line), place.where or ("" if is_listed else "as a claim takes it"), thing.printed]
    if isinstance(thing, Day) and thing.year is None and thing.weekday is None:
        return start  # it stands on no calendar, and no formula asks for it
    size, zero = _base(thing)
    printed, rounded, loose = (Interval((band.low - zero) / size, (band.high - zero) / size) for band in _readings(thing))
    return [
        *start,
        number(printed.low),
        number(printed.high) if printed.high != printed.low else None,
        Formula(f"=E{row}-O{row}"),
        Formula(f'=IF(F{row}="",E{row},F{row})+P{row}'),
        Formula(f"=E{row}-Q{row}"),
        Formula(f'=IF(F{row}="",E{row},F{row})+R{row}'),
        *_told(thing),
        number(printed.low - rounded.low),
        number(rounded.high - printed.high),
        number(printed.low - loose.low),
        number(loose.high - printed.high),
        number(size),
        number(zero),
        Formula(f"=E{row}*S{row}+T{row}"),
        Formula(f'=IF(F{row}="",E{row},F{row})*S{row}+T{row}'),
        *(Formula(f"={column}{row}*$S{row}+$T{row}") for column in "GHIJ"),
    ]


def _base(thing: Figure | Day) -> tuple[Fraction, Fraction]:
    """How many base units one of its unit is, and what must be added."""
    if isinstance(thing, Figure):
        return thing.unit.size, thing.unit.zero
    return (A_YEAR if thing.year is not None else Fraction(1)), Fraction(0)


def _readings(thing: Figure | Day) -> tuple[Interval, ...]:
    """The three readings in base units."""
    return thing.readings if isinstance(thing, Figure) else tuple(map(thing.read, Reading))


def _told(thing: Figure | Day) -> tuple[str, str, str, str]:
    """The unit, the hedge, what is counted, and when."""
    if isinstance(thing, Day):
        return unit_name(amount.unit_of(thing)), "", "", ""
    return unit_name(thing.unit), thing.hedge.words, thing.counts, thing.period


def unit_name(unit: Unit) -> str:
    """What values in a unit are in: "USD per year", "%"."""
    code = amount.SIGNS.get(unit.code, unit.code.replace("_", " ")).strip() or unit.kind
    return f"{code} per {unit.per}" if unit.per else code


def _fact_row(fact: Fact, row: int) -> list[Value]:
    value = fact.value
    printed = Interval.exactly(value) if value is not None else fact.band
    loose = fact.loose or fact.band
    bounds = (printed.low, printed.high, fact.band.low, fact.band.high, loose.low, loose.high)
    return [row - 1, fact.name, *map(number, bounds), fact.source or "known to everyone"]
