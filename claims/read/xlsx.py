"""XLSX → Document: tables of cells as they are shown, with what is stored and the formulas behind, and the prose in cells."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from claims.document import Cell, Document, Published
from claims.read.archive import CHUNK, opened
from claims.read.composition import Composition, Given
from claims.read.grid import NOTHING, Row, Sheet, compose
from claims.read.number_format import shown
from claims.read.office import day_made
from claims.read.register import register
from claims.read.unreadable import Unreadable

KIND, WORKBOOK = "Excel workbook (.xlsx)", "xl/workbook.xml"
MOST_CELLS_WITH_FORMATS = 100_000
"""Reading these with their formats and formulas takes some ten seconds; beyond, only values are read."""
MOST_CELLS = 3_000_000
MOST_PLACES = 3_000_000
"""Rows × columns of a sheet: two cells can be a milliard places apart."""
SHORT = 10
"""A number of no more letters is shown as it is written."""
CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
LONGEST_CELL_START = 32


def read(content: bytes, source: str, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a workbook's bytes. Raises Unreadable."""
    archive = opened(content, source, KIND, WORKBOOK)
    cells, places = _extent(archive)
    if cells > MOST_CELLS or (places > MOST_PLACES and cells > MOST_CELLS_WITH_FORMATS):
        raise Unreadable(source, f"holds more than {MOST_CELLS} cells; split it")
    composition = Composition()
    try:
        if cells <= MOST_CELLS_WITH_FORMATS:
            for sheet in _with_formats(content, composition):
                compose(sheet, composition)
        else:
            composition.remarks.append(f"has more than {MOST_CELLS_WITH_FORMATS} cells: read without number formats and formulas")
            _values(content, composition)
    except Unreadable:
        raise
    except Exception as problem:  # the libraries raise whatever a malformed part leads to
        raise Unreadable(source, f"is a broken Excel workbook ({type(problem).__name__}); save it again") from None
    return composition.document(Given(source, language, published), Given(source, None, day_made(archive)))


def _extent(archive: zipfile.ZipFile) -> tuple[int, int]:
    """How many cells the sheets hold, and how many places the largest of them spans."""
    cells, most = 0, 0
    for member in archive.infolist():
        if not member.filename.startswith("xl/worksheets/") or not member.filename.endswith(".xml"):
            continue
        last_row, last_column, tail = 0, 0, b""
        with archive.open(member) as stream:
            while chunk := stream.read(CHUNK):
                piece = tail + chunk
                end = max(0, len(piece) - LONGEST_CELL_START)
                for found in CELL.finditer(piece):
                    if found.start() >= end:
                        break
                    cells += 1
                    last_row, last_column = max(last_row, int(found[2])), max(last_column, _column(found[1]))
                cells += piece.count(b"<c>", 0, end)
                tail = piece[end:]
        most = max(most, last_row * last_column)
    return cells, most


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _with_formats(content: bytes, composition: Composition) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    computed = load_workbook(io.BytesIO(content), data_only=True)
    written = load_workbook(io.BytesIO(content), data_only=False)
    for sheet in computed.worksheets:
        if sheet.sheet_state != "visible":
            composition.remarks.append(f"sheet {sheet.title} is hidden and was not read")
            continue
        formulas = written[sheet.title]
        yield Sheet(sheet.title, list(_rows(sheet, formulas, composition)))


def _rows(sheet: Any, formulas: Any, composition: Composition) -> Iterator[Row]:
    merged = _merged(sheet)
    by_row: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):  # only these exist: the sheet may be large and empty
        made = _cell(cell, formulas._cells.get((row, column)))
        if made.text or made.formula:
            by_row.setdefault(row, {})[column] = made
        if cell.comment is not None:
            composition.comment(str(cell.comment.text))
    for (row, column), first in merged.items():
        there = by_row.get(first[0], {}).get(first[1])
        if there is not None:
            by_row.setdefault(row, {})[column] = Cell(there.text, exact=there.exact, repeated=True)
    for row, cells in sorted(by_row.items()):
        hidden = row in sheet.row_dimensions and bool(sheet.row_dimensions[row].hidden)
        yield Row(row, [cells.get(column, NOTHING) for column in range(1, max(cells) + 1)], hidden)


def _merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Each place that a merged cell reaches → the place that holds it."""
    reached: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        if len(reached) + area.size["rows"] * area.size["columns"] > MOST_CELLS_WITH_FORMATS:
            break
        first = (area.min_row, area.min_col)
        places = ((row, column) for row in range(area.min_row, area.max_row + 1) for column in range(area.min_col, area.max_col + 1))
        reached.update((place, first) for place in places if place != first)
    return reached


def _cell(computed: Any, written: Any) -> Cell:
    value = getattr(computed, "value", None)
    formula = getattr(written, "value", None)
    formula = getattr(formula, "text", formula)  # an array's formula is an object
    formula = formula if isinstance(formula, str) and written.data_type == "f" else ""
    shape = str(getattr(computed, "number_format", ""))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Cell(shown(repr(value), shape), exact=repr(value), formula=formula, shape=shape)
    return Cell(_said(value, shape), formula=formula)


def _said(value: Any, shape: str) -> str:
    for kind, say in SAYINGS:
        if isinstance(value, kind):
            return say(value, shape)
    return ""


def _day(value: Any, shape: str) -> str:
    return str(value.year) if not {"m", "d"} & set(shape.lower()) and "y" in shape.lower() else value.strftime("%Y-%m-%d")


SAYINGS: tuple[tuple[Any, Callable[[Any, str], str]], ...] = (
    (str, lambda value, _: " ".join(value.split(" ")).strip()),
    (bool, lambda value, _: str(value).upper()),
    (int | float, lambda value, _: shown(repr(value), "")),
    (datetime, _day),
    (date, _day),
    (time, lambda value, _: value.strftime("%H:%M")),
    (timedelta, lambda value, _: str(value)),
)


def _values(content: bytes, composition: Composition) -> None:
    """Only what the cells hold, row by row: the sheet is too large for a thing to be made of each cell."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for described in workbook.sheets_metadata:
        if described.visible == SheetVisibleEnum.Visible:
            rows = workbook.get_sheet_by_name(described.name).iter_rows()
            register(described.name, ([_value(value) for value in row] for row in rows), composition)


def _value(value: Any) -> str:
    if value == "":
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        written = repr(value)
        return written if len(written) <= SHORT and "e" not in written else shown(written, "")
    return _said(value, "yyyy-mm-dd")
