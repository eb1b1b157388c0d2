"""The article, and the way back from its text to the place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

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


class Table(msgspec.Struct, frozen=True):
    """One table of a document.

    rows     of cells, as many in each row as the table has columns; an empty cell has an empty text
    where    its name for a person: "table 2", "Sheet1", "page 3, table 1"
    caption  its title, and what the text right above and below it says of it: "(in millions of yen)"; it is text of the document too
    heads    how many rows the file itself marks as heads; 0 where it does not say
    sure     whether the file marks the cells; not so where white space had to tell the columns apart
    corner   row and column of its first cell in a spreadsheet, from 1: formulas name cells by these
    hidden   numbers (from 0) of rows that a reader of the file does not see
    """

    rows: tuple[tuple[Cell, ...], ...]
    where: str = ""
    caption: str = ""
    heads: int = 0
    sure: bool = True
    corner: tuple[int, int] = (1, 1)
    hidden: frozenset[int] = frozenset()

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

    def place(self, offset: int) -> Place:
        """Where in the file the text at `offset` stands."""
        origin = self.origins[max(0, bisect_right(self.origins, offset, key=lambda o: o.start) - 1)]
        return Place(origin.line, origin.column + offset - origin.start, origin.where, origin.box)


def table_of(rows: Sequence[Sequence[str]], where: str = "", caption: str = "") -> Table:
    """A table of cell texts; short rows are filled up."""
    columns = max(map(len, rows), default=0)
    return Table(tuple(tuple(map(Cell, (*row, *[""] * (columns - len(row))))) for row in rows), where, caption)


def with_tables(document: Document, tables: Sequence[Table], places: Sequence[Sequence[Sequence[Origin]]] = ()) -> Document:
    """The document with `tables` after its text, every cell's `start` set.

    `places` says where each cell stands in the file (`start` of no account); without, a cell is placed by its table's name, row and column.
    """
    parts, at = [document.text], len(document.text)
    origins, placed = list(document.origins), list(document.tables)
    for number, table in enumerate(tables):
        name = table.where or f"table {len(placed) + 1}"
        separator, rows = BETWEEN_BLOCKS, []
        for line, row in enumerate(table.rows):
            cells = []
            for column, cell in enumerate(row):
                at += len(separator)
                parts += separator, cell.text
                separator = BETWEEN_CELLS
                cells.append(msgspec.structs.replace(cell, start=at))
                where = places[number][line][column] if places else Origin(0, line + 1, column + 1, f"{name}, row {line + 1}, column {column + 1}")
                origins.append(msgspec.structs.replace(where, start=at))
                at += len(cell.text)
            separator = BETWEEN_ROWS
            rows.append(tuple(cells))
        placed.append(msgspec.structs.replace(table, rows=tuple(rows), where=name))
    start = len(document.text) if document.tables_start is None else document.tables_start
    return msgspec.structs.replace(document, text="".join(parts), origins=tuple(origins), tables=tuple(placed), tables_start=start)
