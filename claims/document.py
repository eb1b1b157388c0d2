"""The article, and the way back from its text to the place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import overload

import msgspec

from claims.figure import Span

BETWEEN_CELLS, BETWEEN_ROWS, BETWEEN_BLOCKS = "\t", "\n", "\n\n"
"""How tables stand in the text of a document."""


class Cell(msgspec.Struct, frozen=True, gc=False):
    """One cell of a table.

    text      as a reader of the file sees it: "12.3%", "(1,204)"
    start     the code point of the document's text where `text` stands; -1 for a cell that stands in no document yet
    exact     the stored number behind what is shown ("0.12341"), where the file has one
    formula   what a spreadsheet works the cell out by ("=SUM(B2:B9)"); "" where it was typed in
    shape     the number format of a spreadsheet ("0.0%", '#,##0,"k"')
    repeated  whether this is a merged cell told again: its first place holds it, this one only says what reaches here
    """

    text: str
    start: int = -1
    exact: str = ""
    formula: str = ""
    shape: str = ""
    repeated: bool = False


class Rows(Sequence[tuple[Cell, ...]]):
    """The rows of a table of very many cells, kept as their texts: a cell is made when it is asked for."""

    def __init__(self, texts: Sequence[str], columns: int, start: int = -1) -> None:
        self.texts = texts
        self.columns = columns
        self.starts = list(accumulate(map(len, texts), lambda at, length: at + length + len(BETWEEN_ROWS), initial=start)) if start >= 0 else []

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[Cell, ...], ...]: ...
    def __getitem__(self, index: int | slice) -> tuple[Cell, ...] | tuple[tuple[Cell, ...], ...]:
        if isinstance(index, slice):
            return tuple(self[row] for row in range(*index.indices(len(self))))
        texts = self.texts[index].split(BETWEEN_CELLS)
        at, cells = self.starts[index] if self.starts else -1, []
        for text in texts:
            cells.append(Cell(text, at))
            at += len(text) + len(BETWEEN_CELLS) if at >= 0 else 0
        return (*cells, *[Cell("", at)] * (self.columns - len(cells)))


class Table(msgspec.Struct, frozen=True):
    """One table of a document.

    rows     of cells, as many in each row as the table has columns; an empty cell has an empty text
    where    its name for a person: "table 2", "Sheet1", "page 3, table 1"
    caption  its title, and what the text right above and below it says of it: "(in millions of yen)"; it is text of the document too
    heads    how many rows the file itself marks as heads; 0 where it does not say
    sure     whether the file marks the cells; not so where white space had to tell the columns apart
    corner   row and column of its first cell in a spreadsheet, from 1: formulas name cells by these
    hidden   numbers (from 0) of rows that a reader of the file does not see
    sheet    of a spreadsheet: its name, of a file of values: ""; its cells are then named from `corner` on
    """

    rows: Sequence[tuple[Cell, ...]]
    where: str = ""
    caption: str = ""
    heads: int = 0
    sure: bool = True
    corner: tuple[int, int] = (1, 1)
    hidden: frozenset[int] = frozenset()
    sheet: str | None = None

    def origin(self, row: int, column: int) -> Origin:
        """Where a cell of a sheet stands, both from 0."""
        line, number = self.corner[0] + row, self.corner[1] + column
        name = f"{self.sheet}!{column_name(number)}{line}" if self.sheet else f"row {line}, column {number}"
        return Origin(self.rows[row][column].start, line, number, name)

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Rows of cell texts."""
        return tuple(tuple(cell.text for cell in row) for row in self.rows)


class Comment(msgspec.Struct, frozen=True, gc=False):
    """What the file says and no reader of it sees; it stood before the code point `start` of the text."""

    start: int
    text: str


class Origin(msgspec.Struct, frozen=True, gc=False):
    """From code point `start` of the text on, the text stands at `line` and `column` (both from 1) of the file; `where` names a page or cell.

    box  of a printed page: left, top, right and bottom of the line in points from the page's upper left
    """

    start: int
    line: int
    column: int = 1
    where: str = ""
    box: tuple[int, int, int, int] | None = None


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place a person can go to."""

    line: int
    column: int
    where: str = ""
    box: tuple[int, int, int, int] | None = None


class Published(msgspec.Struct, frozen=True):
    """The day an article appeared, and how that is known ("given", "worked out from …").

    sure  not so for the day a file was made, which may be long after the article: a dateline in the text goes before it
    """

    date: date
    known_from: str
    sure: bool = True


class Document(msgspec.Struct, frozen=True):
    """One article.

    source      the file's name, or "-" for standard input
    text        what is checked, in code points: the prose, then the cells of the tables
    language    ISO 639-1
    published   the day it appeared, where that is known
    sentences   spans in order; a heading, a caption or a list entry is a sentence of its own
    paragraphs  spans in order
    tables      their cells stand in `text` from `tables_start` on, in no sentence and no paragraph
    tables_start  where the prose ends; None where no table stands in the text
    comments    what is meant for programs ("factcheck ignore"), in order of `start`
    origins     the way back to the file, in order of `start`
    remarks     what the reader of the file has to say ("read as UTF-16")
    """

    source: str
    text: str
    language: str = "en"
    published: Published | None = None
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    origins: tuple[Origin, ...] = (Origin(0, 1),)
    remarks: tuple[str, ...] = ()
    tables_start: int | None = None
    comments: tuple[Comment, ...] = ()

    @property
    def prose(self) -> str:
        """The text without the tables; offsets in it are offsets in the text."""
        return self.text[: self.tables_start]

    def origin(self, offset: int) -> Origin:
        """Where in the file the stretch of text begins that `offset` stands in."""
        origin = self.origins[max(0, bisect_right(self.origins, offset, key=lambda origin: origin.start) - 1)]
        sheets = [table for table in self.tables if table.sheet is not None]
        number = bisect_right(sheets, offset, key=lambda table: table.rows[0][0].start) - 1
        if number < 0 or origin.start > (table := sheets[number]).rows[0][0].start:
            return origin
        row = bisect_right(table.rows, offset, key=lambda row: row[0].start) - 1
        return table.origin(row, bisect_right(table.rows[row], offset, key=lambda cell: cell.start) - 1)

    def place(self, offset: int) -> Place:
        """Where in the file the text at `offset` stands."""
        origin = self.origin(offset)
        return Place(origin.line, origin.column + offset - origin.start, origin.where, origin.box)


def table_of(rows: Sequence[Sequence[str]], where: str = "", caption: str = "") -> Table:
    """A table of cell texts; short rows are filled up."""
    columns = max(map(len, rows), default=0)
    return Table(tuple(tuple(map(Cell, (*row, *[""] * (columns - len(row))))) for row in rows), where, caption)


def column_name(column: int) -> str:
    """The letters of a column of a sheet, from 1: A, B, …, Z, AA."""
    name = ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def with_tables(document: Document, tables: Sequence[Table], places: Sequence[Sequence[Sequence[Origin]]] = ()) -> Document:
    """The document with `tables` after its text, every cell's `start` set.

    `places` says where each cell stands in the file (`start` of no account), and nothing of a table that names its cells itself;
    without, a cell is placed by its table's name, row and column.
    """
    parts, at = [document.text], len(document.text)
    origins, placed = list(document.origins), list(document.tables)
    for number, table in enumerate(tables):
        name = table.where or f"table {len(placed) + 1}"
        parts.append(BETWEEN_BLOCKS)
        at += len(BETWEEN_BLOCKS)
        given = places[number] if places else ()
        rows = table.rows
        if isinstance(rows, Rows):
            text = BETWEEN_ROWS.join(rows.texts)
            rows = Rows(rows.texts, rows.columns, at)
        else:
            text = BETWEEN_ROWS.join(BETWEEN_CELLS.join(cell.text for cell in row) for row in rows)
            rows = _started(rows, at)
        sheet = None if given else table.sheet
        table = msgspec.structs.replace(table, rows=rows, where=name, sheet=sheet)
        origins += _origins(table, given) if sheet is None else ()
        placed.append(table)
        parts.append(text)
        at += len(text)
    start = len(document.text) if document.tables_start is None else document.tables_start
    return msgspec.structs.replace(document, text="".join(parts), origins=tuple(origins), tables=tuple(placed), tables_start=start)


def _started(rows: Sequence[tuple[Cell, ...]], at: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows with the start of every cell, the first at `at`."""
    started = []
    for row in rows:
        cells = []
        for cell in row:
            cells.append(Cell(cell.text, at, cell.exact, cell.formula, cell.shape, cell.repeated))
            at += len(cell.text) + len(BETWEEN_CELLS)
        started.append(tuple(cells))
    return tuple(started)


def _origins(table: Table, places: Sequence[Sequence[Origin]]) -> Iterator[Origin]:
    for line, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            where = places[line][column] if places else Origin(0, line + 1, column + 1, f"{table.where}, row {line + 1}, column {column + 1}")
            yield Origin(cell.start, where.line, where.column, where.where, where.box)
