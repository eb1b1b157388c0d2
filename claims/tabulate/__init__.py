"""Tables → claims: what the rows and columns of a table assert of each other.

grid      a table read: heads, names, amounts with unit and scale
lines     its rows, or its columns, as lines that are held against each other
totals    what is a total of what; changes, shares, ratios, averages: the same for these
said      what a sentence says of cells that a total or a change comes of
records/  what it says of rows: which is the highest, how many there are
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.claim import Claim
from claims.document import Document
from claims.figure import Figure
from claims.tabulate.entries import texts, typed_in
from claims.tabulate.grid import Grid, grid_of
from claims.tabulate.hundred import hundreds
from claims.tabulate.laws import LAWS
from claims.tabulate.lines import across, down
from claims.tabulate.records.statements import sheets_in, stated_of_records
from claims.tabulate.register import is_register, wrong_in
from claims.tabulate.said import said_of_tables
from claims.tabulate.sums import sums
from claims.tabulate.twice import twice_told
from claims.tabulate.words import words_of
from claims.tabulate.workings import Workings


def grids_in(document: Document, decimal: str = ".") -> tuple[Grid, ...]:
    """Each table of the document that holds amounts, read."""
    words = words_of(document.language)
    return tuple(grid for table in document.tables if not is_register(table) and (grid := grid_of(table, words, decimal)))


def figures_of(grids: tuple[Grid, ...]) -> tuple[Figure, ...]:
    """Every figure in a cell, in order; a dash is none."""
    return tuple(figure for grid in grids for row in grid.figures for figure in row if figure and any(sign.isdigit() for sign in figure.printed))


def claims_of_tables(document: Document, figures: Sequence[Figure], grids: tuple[Grid, ...], decimal: str = ".") -> Iterator[Claim]:
    """What the tables assert, and what the prose asserts of them by its `figures`."""
    words = words_of(document.language)
    for grid in grids:
        for lines in (down(grid, words), across(grid, words)):
            for law in LAWS:
                yield from law(lines, words)
        yield from hundreds(grid, words)
    yield from twice_told(grids, words)
    read = {id(grid.table): grid for grid in grids}
    for table in document.tables:
        if is_register(table):
            yield from wrong_in(table, words, decimal)
        elif any(cell.exact or cell.formula for row in table.rows for cell in row):
            workings = Workings(table)
            yield from typed_in(workings)
            yield from sums(workings, table, read.get(id(table)), words)
            yield from texts(workings, table, decimal)
    sheets = sheets_in(document)
    records = {id(sheet.table) for sheet in sheets}
    said = list(said_of_tables(document, figures, [grid for grid in grids if id(grid.table) not in records], words))
    yield from said
    yield from stated_of_records(document, sheets, {claim.evidence for claim in said})
