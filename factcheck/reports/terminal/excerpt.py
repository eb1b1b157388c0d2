"""A sentence as rows that fit the page, with the figures in question marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.document import Document
from claims.figure import Span
from factcheck.reports.terminal.visible import columns, visible

AROUND = 240
"""Characters kept before the first and after the last mark: a "sentence" may be a whole page of a table."""
LONGEST = 1600
ELLIPSIS = "…"


class Run(NamedTuple):
    """A stretch of one row, marked throughout or not at all."""

    text: str
    is_marked: bool


Row = list[Run]


class _Cell(NamedTuple):
    shown: str
    columns: int
    is_marked: bool


def excerpts(document: Document, marks: Iterable[Span], width: int) -> list[list[Row]]:
    """For each sentence that holds a mark, its rows, in the order of the text."""
    by_sentence: dict[Span, list[Span]] = {}
    for mark in sorted(set(marks)):
        by_sentence.setdefault(sentence_at(document, mark), []).append(mark)
    return [list(_without_idle_rows(_rows(_cells(document.text, sentence, inside), width))) for sentence, inside in by_sentence.items()]


def sentence_at(document: Document, mark: Span) -> Span:
    """The sentence that `mark` begins in; the mark itself where there is none."""
    index = bisect_right(document.sentences, mark[0], key=lambda sentence: sentence[0]) - 1
    if index >= 0 and mark[0] < document.sentences[index][1]:
        start, end = document.sentences[index]
        return start, max(end, mark[1])
    return mark


def _cells(text: str, sentence: Span, marks: Sequence[Span]) -> list[_Cell]:
    start = max(sentence[0], marks[0][0] - AROUND)
    end = min(sentence[1], max(mark[1] for mark in marks) + AROUND, start + LONGEST)
    cells = [_Cell(ELLIPSIS, 1, False)] if start > sentence[0] else []
    marked = {offset for first, last in marks for offset in range(max(first, start), min(last, end))}
    for offset in range(start, end):
        shown = visible(text[offset])
        if shown == " " and cells and cells[-1].shown == " ":
            continue
        cells.append(_Cell(shown, columns(shown), offset in marked))
    if end < sentence[1]:
        cells.append(_Cell(ELLIPSIS, 1, False))
    return cells


def _rows(cells: Sequence[_Cell], width: int) -> Iterator[Row]:
    start = 0
    while start < len(cells):
        end, used = start, 0
        while end < len(cells) and used + cells[end].columns <= width:
            used += cells[end].columns
            end += 1
        if end < len(cells):
            end = _break_before(cells, start, end)
        end = max(end, start + 1)
        yield _joined(cells[start:end])
        start = end
        while start < len(cells) and cells[start].shown == " ":
            start += 1


def _break_before(cells: Sequence[_Cell], start: int, end: int) -> int:
    """The last place to break a row: outside of figures, else between words or beside a wide character, else where the page ends."""

    def may_break(place: int) -> bool:
        return cells[place].shown == " " or cells[place - 1].shown == " " or cells[place].columns == 2

    places = [place for place in range(end, start, -1) if may_break(place)]
    outside = (place for place in places if not (cells[place - 1].is_marked and cells[place].is_marked))
    return next(outside, places[0] if places else end)


def _joined(cells: Sequence[_Cell]) -> Row:
    row: Row = []
    for cell in cells:
        if row and row[-1].is_marked == cell.is_marked:
            row[-1] = Run(row[-1].text + cell.shown, cell.is_marked)
        else:
            row.append(Run(cell.shown, cell.is_marked))
    row[-1] = Run(row[-1].text.rstrip(), row[-1].is_marked)
    return row


def _without_idle_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with a mark and one on each side; an ellipsis for the others."""
    kept = list(rows)
    marked = {number for number, row in enumerate(kept) if any(run.is_marked for run in row)}
    skipping = False
    for number, row in enumerate(kept):
        if not marked or marked & {number - 1, number, number + 1}:
            yield row
            skipping = False
        elif not skipping:
            yield [Run(ELLIPSIS, False)]
            skipping = True
