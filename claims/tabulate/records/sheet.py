"""A table of records: a row each, every column under its head; what each cell says in words, as a number, as a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from claims.document import Cell, Table
from claims.rounding import Number
from claims.tabulate.records.telling import MONTH, Stems, Telling

MOST_CELLS = 4_000
FEWEST_ROWS = 2
LAST_ROWS = 3
"""A total so near the end is followed by no record."""
MOSTLY = Fraction(7, 10)
"""So many of a column's filled cells must be numbers, or days, for it to be a column of them."""
AMOUNT = re.compile(
    r"(?:[$€£¥t#]|us\$)?\s?(?P<sign>[-−–+]\s?)?(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?[^\W\d_]{1,12}\.?|\s?[%°])?(?:\s?\([^\W\d_]{1,3}\))?",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
MOST_PARTS = 3
CLOCK = re.compile(r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d\d(?:\.\d+)?)")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
EMPTY = frozenset(("", "-", "–", "—", "n / a", "n/a", "?", "none", "tbd", "tba"))

Day = tuple[int, int, int]
"""Year, month and day of the month; 0 for what is not told."""


class Field(msgspec.Struct, frozen=True):
    """One cell of a record: its words, the one number that it is, the day that it is; the numbers in it where it has several, with their places."""

    cell: Cell
    stems: Stems
    number: Number | None
    day: Day | None
    parts: tuple[tuple[Number, int, int], ...] = ()

    @property
    def text(self) -> str:
        """What stands there."""
        return self.cell.text.strip()


class Column(msgspec.Struct, frozen=True):
    """One column: its head and the words of it, whether it holds numbers, or days, or so many numbers (`parts`) in each cell."""

    number: int
    head: str
    stems: Stems
    is_numeric: bool
    is_dated: bool
    parts: int = 0


class Sheet(msgspec.Struct, frozen=True):
    """The records with their columns; `where`: stem → (row, column, place in the cell); `totals`: rows that sum others up.

    heads are the words of all heads; `vocabulary`: all words of the table, and those that are said of any.
    """

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[tuple[Field, ...], ...]
    where: dict[str, tuple[tuple[int, int, int], ...]]
    caption: frozenset[str]
    heads: frozenset[str]
    vocabulary: frozenset[str]
    totals: frozenset[int]

    def column(self, number: int) -> list[Field]:
        """The cells of a column."""
        return [row[number] for row in self.rows]


def sheet_of(table: Table, telling: Telling) -> Sheet | None:
    """The table as records; None where it has no heads of its own over every column, or is no such table."""
    if len(table.rows) <= FEWEST_ROWS or len(table.rows) * len(table.rows[0]) > MOST_CELLS:
        return None
    heads = [cell.text.strip() for cell in table.rows[0]]
    if len(heads) < 2 or not all(heads) or not any(sign.isalpha() for sign in "".join(heads)) or table.heads > 1:
        return None
    if sum(1 for head in heads[1:] if YEAR.search(head)) * 2 >= len(heads) - 1:
        return None  # periods across: such a table is read by its lines
    rows = tuple(tuple(_field(cell, telling) for cell in row) for row in table.rows[1:] if [cell.text.strip() for cell in row] != heads)
    if any(sum(1 for field in row if field.text) <= 1 for row in rows):
        return None  # the name of a section, or a note: no records
    columns = tuple(_column(number, head, [row[number] for row in rows], telling) for number, head in enumerate(heads))
    where: dict[str, list[tuple[int, int, int]]] = {}
    for row, fields in enumerate(rows):
        for column, field in enumerate(fields):
            for place, stem in enumerate(field.stems):
                where.setdefault(stem, []).append((row, column, place))
    caption = frozenset(word.stem for word in telling.words_of(table.caption))
    totals = [row for row, fields in enumerate(rows) if any(field.stems and telling.summed.issuperset(field.stems) for field in fields)]
    if totals and len(rows) - totals[0] <= LAST_ROWS:
        totals = list(range(totals[0], len(rows)))  # what the others did stands under the total
    named = frozenset(stem for column in columns for stem in column.stems)
    vocabulary = named | where.keys() | caption | telling.asking | telling.stop | telling.kinds | telling.plain
    return Sheet(table, columns, rows, {stem: tuple(places) for stem, places in where.items()}, caption, named, vocabulary, frozenset(totals))


def _column(number: int, head: str, fields: Sequence[Field], telling: Telling) -> Column:
    filled = [field for field in fields if field.text.lower() not in EMPTY]
    stems = tuple(word.stem for word in telling.words_of(head))
    numeric = sum(1 for field in filled if field.number)
    dated = sum(1 for field in filled if field.day)
    counts = {len(field.parts) for field in filled}
    parts = counts.pop() if len(counts) == 1 else 0
    return Column(number, head, stems, bool(filled) and numeric >= len(filled) * MOSTLY, bool(filled) and dated >= len(filled) * MOSTLY, parts)


def _field(cell: Cell, telling: Telling) -> Field:
    stems = tuple(word.stem for word in telling.words_of(cell.text))
    number, day = number_in(cell.text.strip()), _day(stems)
    return Field(cell, stems, number, day, () if number or day else _parts(cell.text))


def _parts(text: str) -> tuple[tuple[Number, int, int], ...]:
    """The numbers in a cell that holds several: a score, an amount with its rank."""
    found = [(number, match.start(), match.end()) for match in DIGITS.finditer(text) if (number := number_in(match.group()))]
    return tuple(found) if 2 <= len(found) <= MOST_PARTS else ()


def number_in(text: str) -> Number | None:
    """The one number that a cell is: "41,382", "t5", "22nd", "30 knots", "5:51.29" in seconds."""
    if (clock := CLOCK.fullmatch(text)) is not None:
        whole, _, places = clock["seconds"].partition(".")
        seconds = int(clock["hours"] or 0) * 3600 + int(clock["minutes"]) * 60 + int(whole)
        return Number(int(f"{seconds}{places}"), -len(places))
    found = AMOUNT.fullmatch(text.rpartition("=")[2].strip())  # "71 + 69 + 68 + 70 = 278"
    if found is None:
        return None
    whole, _, places = found["digits"].replace(",", "").partition(".")
    size = int(whole + places)
    return Number(-size if found["sign"] and found["sign"].strip() != "+" else size, -len(places))


def _day(stems: Stems) -> Day | None:
    """The day that a cell is: a month with its day or its year, a year alone, or year, month and day in digits; the last of several in one month."""
    months = {stem for stem in stems if stem.startswith(MONTH)}
    years = {stem for stem in stems if YEAR.fullmatch(stem)}
    rest = [stem for stem in stems if stem not in months | years]
    if len(months) > 1 or len(years) > 1 or not (months or years) or not all(stem.isdigit() and len(stem) <= 2 for stem in rest):
        return None
    year = int(next(iter(years), 0))
    if months:
        return year, int(next(iter(months)).removeprefix(MONTH)), int(rest[-1]) if rest else 0
    if not rest:
        return year, 0, 0
    return (year, int(rest[0]), int(rest[1])) if len(rest) == 2 and stems[0] in years else None
