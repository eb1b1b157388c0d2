"""A grid of cells, as sheets are: which of them are prose, and which make a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.document import Cell, Table, column_name
from claims.read.composition import Composition

FEWEST_WORDS = 5
"""A cell of so many words that ends as a sentence does is one, and so is …"""
MANY_WORDS = 12
"""… a cell of so many, however it ends."""
MOST_TITLES = 4
"""Above a table: its name, whose it is, the year, "in millions"."""
EAST_ASIAN_SENTENCE = 12
"""Code points of a sentence without spaces."""
ENDS = (".", "!", "?", "…", '"', "”", ".)", "。", "！", "？", "」")
EAST_ASIAN_ENDS = ("。", "！", "？", "」")
NOTHING = Cell("")


class Row(NamedTuple):
    """A row of a sheet: its number from 1, its cells, and whether a reader does not see it."""

    number: int
    cells: Sequence[Cell]
    hidden: bool = False


class Sheet(NamedTuple):
    """A sheet; one without a name is a file of its own, and its cells are named by row and column."""

    name: str
    rows: Sequence[Row]

    def where(self, row: int, column: int) -> str:
        """The name of a cell."""
        return f"{self.name}!{column_name(column)}{row}" if self.name else f"row {row}, column {column}"


def compose(sheet: Sheet, composition: Composition) -> None:
    """Add the prose and the tables of the sheet."""
    regions = [(region, *_table_within(region)) for region in _regions(sheet.rows)]
    is_alone = sum(first < after for _, first, after in regions) == 1
    titles: list[str] = []
    for region, first, after in regions:
        titles += [only.text for row in region[:first] if (only := _only(row)) is not None and not is_prose(only.text)]
        for row in region[:first]:
            _prose(sheet, row, composition)
        if first < after:
            _table(sheet, region[first:after], composition, caption="\n".join(titles[-MOST_TITLES:]), is_alone=is_alone)
            titles = []
        for row in region[after:]:
            _prose(sheet, row, composition)


def is_prose(text: str) -> bool:
    """Whether a cell says something in sentences."""
    text = text.rstrip()
    if text.endswith(EAST_ASIAN_ENDS) and len(text) >= EAST_ASIAN_SENTENCE:
        return True
    words = text.count(" ") + 1
    return words >= MANY_WORDS or (words >= FEWEST_WORDS and text.endswith(ENDS))


def _regions(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of rows with something in them."""
    region: list[Row] = []
    for row in rows:
        if any(cell.text or cell.formula for cell in row.cells) and (not region or row.number == region[-1].number + 1):
            region.append(row)
            continue
        if region:
            yield region
        region = [row] if any(cell.text or cell.formula for cell in row.cells) else []
    if region:
        yield region


def _table_within(region: Sequence[Row]) -> tuple[int, int]:
    """The rows of the region that tabulate: without titles before them, and without sentences before and after."""
    first, after = 0, len(region)
    while first < after and _only(region[first]) is not None:
        first += 1
    while after > first and (only := _only(region[after - 1])) is not None and is_prose(only.text):
        after -= 1
    return first, after


def _only(row: Row) -> Cell | None:
    """The one cell of a row that says something in words."""
    filled = [cell for cell in row.cells if (cell.text or cell.formula) and not cell.repeated]
    return filled[0] if len(filled) == 1 and not filled[0].exact and not filled[0].formula else None


def _prose(sheet: Sheet, row: Row, composition: Composition) -> None:
    for column, cell in enumerate(row.cells, 1):
        if cell.text and not cell.repeated:
            composition.block(cell.text, row.number, column, sheet.where(row.number, column))


def _table(sheet: Sheet, rows: Sequence[Row], composition: Composition, *, caption: str, is_alone: bool) -> None:
    filled = [column for row in rows for column, cell in enumerate(row.cells) if cell.text or cell.formula]
    left, right = min(filled), max(filled) + 1
    kept = tuple((*row.cells[left:right], *[NOTHING] * (right - max(left, len(row.cells)))) for row in rows)
    for row in rows:
        for column, cell in enumerate(row.cells, 1):
            if is_prose(cell.text) and not cell.repeated:
                composition.block(cell.text, row.number, column, sheet.where(row.number, column))
    number = rows[0].number
    name = sheet.name if is_alone else f"{sheet.name}!{column_name(left + 1)}{number}:{column_name(right)}{rows[-1].number}"
    hidden = frozenset(place for place, row in enumerate(rows) if row.hidden)
    composition.table(Table(kept, where=name if sheet.name else "", caption=caption, corner=(number, left + 1), hidden=hidden, sheet=sheet.name))
