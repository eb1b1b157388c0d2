"""CSV → Document: a table, with the prose in its cells; commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator

from claims.document import Cell, Document, Published
from claims.read.composition import Composition, Given
from claims.read.encoding import decoded
from claims.read.grid import Row, Sheet, compose
from claims.read.register import register
from claims.read.unreadable import Unreadable

DELIMITERS = ",;\t|"
SAMPLE_LINES = 50
MOST_CELLS = 2_000_000
MANY_ROWS = 20_000
"""So many are read row by row."""
EXCEL_SAYS = "sep="


def read(content: bytes, source: str, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a file of values. Raises Unreadable."""
    text, remark = decoded(content, source)
    composition = Composition()
    composition.remarks.extend(filter(None, (remark,)))
    try:
        if text.count("\n") > MANY_ROWS:
            register("", ([cell.text for cell in row.cells] for row in _rows(text, source)), composition)
        else:
            compose(Sheet("", list(_rows(text, source))), composition)
    except csv.Error as problem:
        raise Unreadable(source, f"is no table of values ({problem}); save it again as CSV") from None
    return composition.document(Given(source, language, published))


def _rows(text: str, source: str) -> Iterator[Row]:
    lines = text.splitlines(keepends=True)
    said = lines[0].strip() if lines and lines[0].lower().startswith(EXCEL_SAYS) else ""
    delimiter = said[len(EXCEL_SAYS) :][:1] or _delimiter(lines[:SAMPLE_LINES])
    reader = csv.reader(lines[bool(said) :], delimiter=delimiter, skipinitialspace=True)
    first, cells = 1 + bool(said), 0
    for values in reader:
        cells += len(values)
        if cells > MOST_CELLS:
            raise Unreadable(source, f"holds more than {MOST_CELLS} cells; split it")
        yield Row(first, [Cell(value.strip()) for value in values])
        first = reader.line_num + 1 + bool(said)


def _delimiter(lines: list[str]) -> str:
    """The one that cuts most lines into the same number of cells."""
    best, most = ",", (0, 0)
    for delimiter in DELIMITERS:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter, skipinitialspace=True) if row)
        cut = [(times, cells) for cells, times in counts.items() if cells > 1]
        if cut and max(cut) > most:
            best, most = delimiter, max(cut)
    return best
