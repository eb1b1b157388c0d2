"""DOCX → Document: paragraphs and tables in their order, notes at the end; what is deleted or hidden is no text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from claims.document import Cell, Document, Origin, Published, Table
from claims.read.archive import opened
from claims.read.composition import SUBSCRIPTS, SUPERSCRIPTS, Composition, Given
from claims.read.office import day_made
from claims.read.unreadable import Unreadable

KIND, MAIN_PART = "Word document (.docx)", "word/document.xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NOT_TEXT = frozenset((f"{WORD}del", f"{WORD}moveFrom", f"{WORD}instrText", f"{WORD}rPr", f"{WORD}pPr", f"{COMPATIBLE}Fallback"))
"""Deleted, moved away, a field's instruction, properties, and the same drawing told a second time."""
SIGNS = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "\u2011"}
NOTES = (("footnotes", "footnote", "footnote"), ("endnotes", "endnote", "endnote"))
"""Part of the file, element in it, its name for a person."""
SPECIAL_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))
LIST_STYLES = ("List",)
MOST_TOLD_AGAIN = 60


def read(content: bytes, source: str, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a Word file's bytes. Raises Unreadable."""
    archive = opened(content, source, KIND, MAIN_PART)
    composition = Composition()
    try:
        from docx import Document as open_document

        part = open_document(io.BytesIO(content)).part
        walk = _Walk(composition, _comments(part))
        walk.blocks(part.element.body)
        for name, tag, said in NOTES:
            for root in _related(part, name):
                walk.notes(root, tag, said)
    except Exception as problem:  # the library raises whatever a malformed part leads to
        raise Unreadable(source, f"is a broken Word document ({type(problem).__name__}); save it again") from None
    return composition.document(Given(source, language, published), Given(source, None, day_made(archive)))


class _Walk:
    """One pass over the body; paragraphs are counted as a reader of the file would."""

    def __init__(self, composition: Composition, comments: dict[str, str]) -> None:
        self._composition, self._comments = composition, comments
        self._paragraph = 0
        self._in_list = False

    def blocks(self, top: Any) -> None:
        """Every paragraph and table, in order; without recursion, for files may be nested as deep as they like."""
        waiting = list(reversed(top))
        while waiting:
            element = waiting.pop()
            if element.tag == f"{WORD}p":
                self._write(element, waiting)
            elif element.tag == f"{WORD}tbl":
                if _is_layout(element):
                    waiting.extend(reversed([cell for row in element.iterchildren(f"{WORD}tr") for cell in _cells(row)]))
                else:
                    self._table(element)
            elif element.tag not in NOT_TEXT:
                waiting.extend(reversed(element))

    def notes(self, root: Any, tag: str, said: str) -> None:
        """The notes that stand at the foot of pages or the end."""
        number = 0
        for note in root.iterchildren(f"{WORD}{tag}"):
            if note.get(f"{WORD}type") in SPECIAL_NOTES:
                continue
            number += 1
            self._composition.end_block()
            for paragraph in note.iter(f"{WORD}p"):
                for piece in _pieces(paragraph):
                    self._composition.write(piece, self._paragraph, 1, f"{said} {number}")
                self._composition.end_block()

    def _write(self, paragraph: Any, waiting: list[Any]) -> None:
        self._paragraph += 1
        where = f"paragraph {self._paragraph}"
        is_entry = _is_list_entry(paragraph)
        if not (is_entry and self._in_list):
            self._composition.end_block()
        self._in_list = is_entry
        column = 1
        for piece in _pieces(paragraph):
            if piece == "\n":
                self._composition.break_line()
            else:
                self._composition.write(piece, self._paragraph, column, where)
            column += len(piece)
        self._composition.end_block(paragraph=not is_entry)
        for mark in paragraph.iter(f"{WORD}commentReference"):
            self._composition.comment(self._comments.get(mark.get(f"{WORD}id"), ""))
        boxes = [box for box in paragraph.iter(f"{WORD}txbxContent") if not any(above.tag == f"{COMPATIBLE}Fallback" for above in box.iterancestors())]
        waiting.extend(reversed(boxes))

    def _table(self, table: Any) -> None:
        grid: list[list[Cell]] = []
        first = self._paragraph + 1
        heads = 0
        for row in table.iterchildren(f"{WORD}tr"):
            cells: list[Cell] = []
            heads += row.find(f"{WORD}trPr/{WORD}tblHeader") is not None and heads == len(grid)
            for element in _cells(row):
                self._paragraph += 1
                span = element.find(f"{WORD}tcPr/{WORD}gridSpan")
                merged = element.find(f"{WORD}tcPr/{WORD}vMerge")
                text = " ".join(" ".join("".join(_pieces(paragraph)) for paragraph in element.iter(f"{WORD}p")).split())
                above = grid[-1][len(cells)].text if grid and len(cells) < len(grid[-1]) else ""
                goes_on = merged is not None and merged.get(f"{WORD}val") != "restart" and not text
                cell = Cell(above, repeated=True) if goes_on else Cell(text)
                cells.extend((cell, *[Cell(cell.text, repeated=True)] * (_number(span) - 1)))
            grid.append(cells)
        columns = max(map(len, grid), default=0)
        rows = tuple((*cells, *[Cell("")] * (columns - len(cells))) for cells in grid)
        places = [[Origin(0, first)] * columns for _ in rows]
        self._composition.table(Table(rows, heads=heads), places)
        self._in_list = False


def _is_list_entry(paragraph: Any) -> bool:
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return paragraph.find(f"{WORD}pPr/{WORD}numPr") is not None or (style is not None and style.get(f"{WORD}val", "").startswith(LIST_STYLES))


def _pieces(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph, run by run, without that of boxes that float beside it."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{WORD}r":
            if not _is_unseen(element):
                yield from _in_run(element)
        elif element.tag not in NOT_TEXT and element.tag != f"{WORD}txbxContent":
            waiting.extend(reversed(element))


def _in_run(run: Any) -> Iterator[str]:
    raised = run.find(f"{WORD}rPr/{WORD}vertAlign")
    small = {"superscript": SUPERSCRIPTS, "subscript": SUBSCRIPTS}.get(raised.get(f"{WORD}val")) if raised is not None else None
    for element in run:
        if element.tag == f"{WORD}t" and element.text:
            yield element.text.translate(small) if small else element.text
        elif element.tag in SIGNS:
            yield SIGNS[element.tag]


def _is_unseen(run: Any) -> bool:
    """Whether the run is hidden or struck out."""
    marks = (run.find(f"{WORD}rPr/{WORD}{name}") for name in ("vanish", "strike", "dstrike"))
    return any(mark is not None and mark.get(f"{WORD}val") not in ("0", "false") for mark in marks)


def _is_layout(table: Any) -> bool:
    """Whether it holds other tables or a single row or column, and so tabulates nothing."""
    rows = list(table.iterchildren(f"{WORD}tr"))
    inner = next(table.iterdescendants(f"{WORD}tbl"), None)
    return inner is not None or len(rows) < 2 or not any(len(_cells(row)) > 1 for row in rows)


def _cells(row: Any) -> list[Any]:
    """The cells of a row, also those that a content control holds."""
    cells: list[Any] = []
    for element in row:
        if element.tag == f"{WORD}tc":
            cells.append(element)
        elif element.tag == f"{WORD}sdt":
            cells.extend(element.iterchildren(f"{WORD}tc"))
            cells.extend(cell for held in element.iterchildren(f"{WORD}sdtContent") for cell in held.iterchildren(f"{WORD}tc"))
    return cells


def _number(span: Any) -> int:
    written = span.get(f"{WORD}val", "1") if span is not None else "1"
    return min(int(written), MOST_TOLD_AGAIN) if written.isascii() and written.isdecimal() and written[:6] == written else 1


def _related(part: Any, name: str) -> Iterator[Any]:
    """The roots of the parts of this kind."""
    from docx.oxml import parse_xml

    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{name}"):
            yield parse_xml(relation.target_part.blob)


def _comments(part: Any) -> dict[str, str]:
    return {
        comment.get(f"{WORD}id"): " ".join("".join(_pieces(paragraph)) for paragraph in comment.iter(f"{WORD}p"))
        for root in _related(part, "comments")
        for comment in root.iterchildren(f"{WORD}comment")
    }
