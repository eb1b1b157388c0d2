"""PDF → Document: paragraphs out of printed lines, tables with and without rulings, each with its page and place on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from claims.document import Cell, Document, Origin, Published, Table
from claims.read.composition import SUPERSCRIPTS, Composition, Given
from claims.read.declared import day_declared
from claims.read.limited import answer_of
from claims.read.page import Page, Pages, Ruled
from claims.read.page_lines import Line, lines_of, without_running_heads
from claims.read.page_table import table_of_lines, tables_among
from claims.read.unreadable import Unreadable

WORKER = "claims.read.pdf_pages"
START = b"%PDF-"
WITHIN = 1024
"""The mark may stand behind a few bytes of something else."""
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u200b": "", "\ufeff": ""})
SOFT_HYPHENS = ("\x02", "\ufffe", "\xad")
HYPHENS = ("-", "\u2010")
BULLET = re.compile(r"[•◦▪‣●○■□–\-*]|\(?[a-z]\)")
NUMBERED = re.compile(r"\(?[0-9]{1,2}[.)]")
"""Begins an entry, but may also be the last word of a sentence that a line ends before."""
RAISED_DIGITS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
ENDS = (".", "!", "?", ":", "”", '"', "。", "」", ")")
WIDER = 125
"""Percent of the usual way from line to line: more begins a paragraph."""
OTHER_SIZE = 12
"""Percent by which the font of another paragraph differs."""
SHORT_LINE = 80
"""Percent of the column that the last line of a paragraph may fill …"""


def read(content: bytes, source: str, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a PDF's bytes. Raises Unreadable."""
    if START not in content[:WITHIN]:
        raise Unreadable(source, "is no PDF; give it the ending of what it is")
    pages = msgspec.msgpack.decode(answer_of(WORKER, content, source, "a PDF"), type=Pages)
    if pages.problem:
        raise Unreadable(source, pages.problem)
    composition = Composition()
    composition.remarks.extend(pages.remarks)
    by_page = without_running_heads([lines_of(page) for page in pages.pages])
    if not any(by_page) and not any(page.ruled for page in pages.pages):
        raise Unreadable(source, "holds no text, only images; have its text recognised first")
    _Print(composition).all(pages.pages, by_page)
    day = day_declared(pages.made)
    return composition.document(
        Given(source, language, published), Given(source, None, Published(day, "the day the file was made", sure=False) if day else None)
    )


class _Print:
    """Puts the lines of pages together to paragraphs."""

    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._last: Line | None = None  # of the paragraph that is being put together
        self._is_cut = False  # its last word goes on in the next line
        self._hyphen = ""  # held back until that line is known
        self._note_marks: set[str] = set()

    def all(self, pages: Sequence[Page], by_page: Sequence[Sequence[Line]]) -> None:
        """Every paragraph and table, page by page."""
        for page, lines in zip(pages, by_page, strict=True):
            way, right = _usual_way(lines), max((line.right for line in lines), default=0)
            ruled = sorted(page.ruled, key=lambda table: table.top)
            tables = dict(tables_among(lines))
            at = 0
            while at < len(lines):
                while ruled and ruled[0].top <= lines[at].top:
                    self._ruled(ruled.pop(0), page)
                if at in tables:
                    self._unruled(lines[at : tables[at]])
                    at = tables[at]
                else:
                    self._line(lines[at], way, right)
                    at += 1
            for table in ruled:
                self._ruled(table, page)
        self._end_block()

    def _line(self, line: Line, way: int, right: int) -> None:
        text = line.text.translate(LIGATURES)
        where = f"page {line.page}"
        if self._last is None or not self._goes_on(self._last, line, text, way, right):
            self._end_block()
            text = self._with_note_mark(text)
        elif self._hyphen and not text[:1].islower():
            self._composition.write(self._hyphen, line.number, 1, where)  # "mid-" and "2024" keep it
        elif not self._is_cut:
            self._composition.space()
        self._note_marks.update(RAISED_DIGITS.findall(text))
        self._is_cut = text.endswith((*SOFT_HYPHENS, *HYPHENS)) and text[-2:-1].isalnum()
        self._hyphen = "-" if self._is_cut and text[-2].isalpha() else ""
        text = "".join("-" if letter in SOFT_HYPHENS else letter for letter in text)
        box = (line.left // 10, line.top // 10, line.right // 10, line.bottom // 10)
        self._composition.write(text[:-1] if self._hyphen else text, line.number, 1, where, box)
        self._last = line

    def _end_block(self) -> None:
        if self._hyphen and self._last is not None:
            self._composition.write(self._hyphen, self._last.number, 1, f"page {self._last.page}")
        self._hyphen, self._is_cut, self._last = "", False, None
        self._composition.end_block()

    def _with_note_mark(self, text: str) -> str:
        """The first line of a note, whose mark has been met in the text: the mark is raised here too, so that it is no figure."""
        mark, _, rest = text.partition(" ")
        raised = mark.translate(SUPERSCRIPTS)
        return f"{raised} {rest}" if mark.isdecimal() and raised in self._note_marks else text

    def _goes_on(self, last: Line, line: Line, text: str, way: int, right: int) -> bool:
        """Whether the line belongs to the paragraph of the last one."""
        first = text.split(" ", 1)[0]
        if " " in text and (BULLET.fullmatch(first) or (NUMBERED.fullmatch(first) and last.text.endswith(ENDS))):
            return False
        if abs(line.size - last.size) * 100 > OTHER_SIZE * max(last.size, 1):
            return False
        down = line.top - last.top
        if line.page != last.page or down <= 0:
            return self._is_cut or (text[:1].islower() and not last.text.endswith(ENDS))
        if down * 100 > WIDER * way:
            return False
        ends_short = (last.right - last.left) * 100 < SHORT_LINE * (right - last.left)
        return not (last.text.endswith(ENDS) and (ends_short or line.left > last.left + line.size))

    def _unruled(self, lines: Sequence[Line]) -> None:
        self._end_block()
        table, places = table_of_lines(lines)
        origins = [
            [Origin(0, line.number, 1, f"page {line.page}, {_cell_name(row, column)}") for column, line in enumerate(cells, 1)]
            for row, cells in enumerate(places, 1)
        ]
        self._composition.table(table, origins)

    def _ruled(self, table: Ruled, page: Page) -> None:
        self._end_block()
        columns = max(map(len, table.rows), default=0)
        if len(table.rows) < 2 or columns < 2:
            for number, row in enumerate(table.rows, 1):
                for text in filter(None, row):
                    self._composition.block(text.translate(LIGATURES), number, 1, f"page {page.number}")
            return
        rows = tuple(tuple(Cell(text.translate(LIGATURES)) for text in (*row, *[""] * (columns - len(row)))) for row in table.rows)
        places = [[Origin(0, row, 1, f"page {page.number}, {_cell_name(row, column)}") for column in range(1, columns + 1)] for row in range(1, len(rows) + 1)]
        self._composition.table(Table(rows), places)


def _cell_name(row: int, column: int) -> str:
    return f"row {row}, column {column} of a table"


def _usual_way(lines: Sequence[Line]) -> int:
    """From the top of a line to that of the next, as most on the page have it."""
    ways = sorted(below.top - above.top for above, below in pairwise(lines) if 0 < below.top - above.top < 4 * above.size)
    return ways[len(ways) // 3] if ways else 0
