"""A workbook that is written: sheets of rows in which text is never a formula, with the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claims.document import column_name
from factcheck.reports.terminal.visible import columns as columns_of
from factcheck.reports.terminal.visible import visible

LONGEST_TEXT = 32_000
"""A cell holds 32,767 characters."""
NOBODYS_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""A file that says when it was made is another one each time."""
TIME_IN_ZIP = (1980, 1, 1, 0, 0, 0)
CORE = "docProps/core.xml"
GROUPED, PLAIN = "#,##0.####", "General"
MANY = 10_000
LINE_HEIGHT, MOST_LINES, MARGIN = 15, 12, 2
HEAD_FILL, QUIET_FILL = "FF1F3A5F", "FFF2F2F2"
COLOURS = {"contradicted": "FFF8C9C4", "differs": "FFF8C9C4", "no": "FFF8C9C4", "fits if read loosely": "FFFCE8B2", "tied by value only": "FFFCE8B2"}


class Formula(NamedTuple):
    """A cell that is worked out; it begins with "="."""

    text: str


Value = str | float | int | Formula | None


class Column(NamedTuple):
    """A column's head, its width in characters, and whether it is only there for the others."""

    head: str
    width: int
    is_quiet: bool = False
    is_coloured: bool = False


class Page(NamedTuple):
    """One sheet."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]


def workbook(pages: Sequence[Page], title: str) -> bytes:
    """The file."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for page in pages:
        _fill(book.create_sheet(page.name), page)
    book.calculation.fullCalcOnLoad = True
    book.properties.title, book.properties.creator = _text(title), "factcheck"
    written = BytesIO()
    book.save(written)
    return _without_time(written.getvalue())


def _fill(sheet: Any, page: Page) -> None:
    _head(sheet, page)
    looks = _looks()
    for row, values in enumerate(page.rows, 2):
        for number, value in enumerate(values, 1):
            if value is not None and value != "":
                cell = sheet.cell(row, number)
                _put(cell, value)
                cell.alignment = looks["text" if isinstance(value, str) else "number"]
                if page.columns[number - 1].is_quiet:
                    cell.fill = looks["quiet"]
        sheet.row_dimensions[row].height = LINE_HEIGHT * _lines_of(values, page.columns)
    last = next((number for number, column in enumerate(page.columns) if column.is_quiet), len(page.columns))
    sheet.freeze_panes = "A2"
    sheet.print_area = f"A1:{column_name(last)}{len(page.rows) + 1}"  # what is only there for the others is not printed
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _head(sheet: Any, page: Page) -> None:
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill

    font, fill, looks = Font(bold=True, color="FFFFFFFF"), PatternFill("solid", fgColor=HEAD_FILL), _looks()
    for number, column in enumerate(page.columns, 1):
        cell, letter = sheet.cell(1, number), column_name(number)
        _put(cell, column.head)
        cell.font, cell.fill, cell.alignment = font, fill, looks["text"]
        sheet.column_dimensions[letter].width = column.width
        for word, colour in COLOURS.items() if column.is_coloured and page.rows else ():
            look = PatternFill("solid", bgColor=colour, fgColor=colour)
            sheet.conditional_formatting.add(f"{letter}2:{letter}{len(page.rows) + 1}", CellIsRule(operator="equal", formula=[f'"{word}"'], fill=look))


@cache
def _looks() -> dict[str, Any]:
    from openpyxl.styles import Alignment, PatternFill

    text, number = Alignment(wrap_text=True, vertical="top", indent=1), Alignment(vertical="top")
    return {"text": text, "number": number, "quiet": PatternFill("solid", fgColor=QUIET_FILL)}


def _lines_of(values: Sequence[Value], columns: Sequence[Column]) -> int:
    """How many lines the longest text of a row takes; wide signs take two places."""
    taken = (columns_of(value) // max(1, column.width - MARGIN) + 1 for value, column in zip(values, columns, strict=False) if isinstance(value, str))
    return min(max(taken, default=1), MOST_LINES)


def _put(cell: Any, value: str | float | Formula) -> None:
    """Text is told to be text, whatever it begins with."""
    if isinstance(value, Formula):
        cell.value = value.text
        cell.number_format = GROUPED
    elif isinstance(value, str):
        cell.value = _text(value)
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@"
    else:
        cell.value = value
        cell.number_format = GROUPED if abs(value) >= MANY else PLAIN


def _text(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= LONGEST_TEXT else f"{shown[:LONGEST_TEXT]}…"


def _without_time(content: bytes) -> bytes:
    """The same file, without the moment that it was made."""
    from openpyxl.packaging.core import DocumentProperties
    from openpyxl.xml.functions import fromstring, tostring

    written = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            part = old.read(member)
            if member == CORE:
                properties = DocumentProperties.from_tree(fromstring(part))
                properties.created = properties.modified = NOBODYS_TIME.replace(tzinfo=None)
                part = tostring(properties.to_tree())
            entry = ZipInfo(member, TIME_IN_ZIP)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, part)
    return written.getvalue()
