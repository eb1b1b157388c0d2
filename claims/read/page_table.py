"""A table without rulings on a printed page: rows whose numbers stand under each other. Less sure than one that is marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.document import Cell, Table
from claims.read.page_lines import Line, Segment

FEWEST_ROWS = 3
WIDEST_ROW_GAP = 25
"""Tenths of the font's size between the foot of a row and the top of the next."""
NUMERIC = re.compile(
    r"[^\w\s]{0,3} ?(?:[A-Z]{0,3}[$€£¥] ?)?[^\w\s]{0,2}[0-9][0-9.,  '’]*(?: ?[^\w\s]{1,3})?(?: ?[a-zA-Z]{1,3})?[⁰¹²³⁴⁵⁶⁷⁸⁹)]*|[-–—.]{1,3}|n\.?/?a\.?|nil",
    re.IGNORECASE,
)
MOST_HEAD_LINES = 3


def tables_among(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Which runs of lines (first, and the one after the last) tabulate."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        after = _end_of_rows(lines, at)
        if sum(map(_is_row, lines[at:after])) >= FEWEST_ROWS and len(_columns(lines[at:after])) > 1:
            floor = found[-1][1] if found else 0
            found.append((_first_head(lines, at, floor), after))
            at = after
        else:
            at += 1
    return found


def table_of_lines(lines: Sequence[Line]) -> tuple[Table, list[list[Line]]]:
    """The table, and for each cell the line it stands on."""
    columns = _columns(lines)
    first = min((line.left for line in lines), default=0)
    columns = columns if columns[0][0] <= first + 20 else [(first, columns[0][0] - 1), *columns]
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        texts = [""] * len(columns)
        for place, segment in enumerate(line.segments):
            column = (
                0 if place == 0 and not NUMERIC.fullmatch(segment.text) and segment.left < columns[min(1, len(columns) - 1)][0] else _nearest(segment, columns)
            )
            texts[column] = f"{texts[column]} {segment.text}".strip()
        rows.append(tuple(map(Cell, texts)))
    return Table(tuple(rows), sure=False), [[line] * len(columns) for line in lines]


def _is_row(line: Line) -> bool:
    return len(line.segments) > 1 and all(NUMERIC.fullmatch(segment.text) for segment in line.segments[1:])


def _end_of_rows(lines: Sequence[Line], at: int) -> int:
    """Behind the last row of a run that begins here; a line of one segment between two rows is a heading in the table."""
    after = at
    while after < len(lines) and (after == at or _is_near(lines[after - 1], lines[after])):
        if _is_row(lines[after]):
            after += 1
        elif (
            after > at and after + 1 < len(lines) and len(lines[after].segments) == 1 and _is_row(lines[after + 1]) and _is_near(lines[after], lines[after + 1])
        ):
            after += 2
        else:
            break
    return after


def _is_near(above: Line, below: Line) -> bool:
    return above.page == below.page and -above.size < below.top - above.bottom <= above.size * WIDEST_ROW_GAP // 10


def _first_head(lines: Sequence[Line], at: int, floor: int) -> int:
    """The first of the lines of several segments, or of a year alone, right above."""
    first = at
    while (
        first > max(floor, at - MOST_HEAD_LINES)
        and _is_near(lines[first - 1], lines[first])
        and (len(lines[first - 1].segments) > 1 or (NUMERIC.fullmatch(lines[first - 1].text) and lines[first - 1].left > lines[at].left))
    ):
        first -= 1
    return first


def _columns(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Left and right edge of each column, by the numbers that stand under each other and the names before them."""
    reaches = sorted((segment.left, segment.right) for line in lines if _is_row(line) for segment in line.segments[1:])
    numbers: list[tuple[int, int]] = []
    for left, right in reaches:
        if numbers and left <= numbers[-1][1]:
            numbers[-1] = (numbers[-1][0], max(numbers[-1][1], right))
        else:
            numbers.append((left, right))
    names = [line.segments[0] for line in lines if _is_row(line) and (not numbers or line.segments[0].left < numbers[0][0])]
    return [(min(name.left for name in names), max(name.right for name in names)), *numbers] if names else numbers


def _nearest(segment: Segment, columns: Sequence[tuple[int, int]]) -> int:
    middle = (segment.left + segment.right) // 2
    return min(
        range(len(columns)),
        key=lambda column: max(columns[column][0] - middle, middle - columns[column][1], 0) * 1000 + abs(sum(columns[column]) // 2 - middle),
    )
