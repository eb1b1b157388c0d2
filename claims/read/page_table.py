"""A table without rulings on a printed page: rows whose numbers stand under each other. Less sure than one that is marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.document import Cell, Table
from claims.read.page import Word
from claims.read.page_lines import Line, Segment, segment_of

FEWEST_ROWS = 3
WIDEST_ROW_GAP = 25
"""Tenths of the font's size between the foot of a row and the top of the next."""
NUMERIC = re.compile(
    r"[^\w\s]{0,3} ?(?:[A-Z]{0,3}[$€£¥] ?)?[^\w\s]{0,2}"
    r"[0-9][0-9.,  '’]*(?: ?[(\[]\w{1,2}[)\]])?(?: ?[^\w\s]{1,3})?(?: ?[a-zA-Z]{1,3})?[⁰¹²³⁴⁵⁶⁷⁸⁹)]*|[-–—.]{1,3}|n\.?/?a\.?|nil",
    re.IGNORECASE,
)
MOST_HEAD_LINES = 3
MOST_HEAD_WORDS = 4
"""Of each column."""


def tables_among(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Which runs of lines (first, and the one after the last) tabulate."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        after = _end_of_rows(lines, at)
        if sum(map(_is_row, lines[at:after])) >= FEWEST_ROWS and len(_columns(lines[at:after])) > 1:
            floor = found[-1][1] if found else 0
            found.append((_first_head(lines, at, floor, _columns(lines[at:after])), after))
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
        for place, segment in enumerate(_by_columns(line, columns)):
            column = (
                0 if place == 0 and not NUMERIC.fullmatch(segment.text) and segment.left < columns[min(1, len(columns) - 1)][0] else _nearest(segment, columns)
            )
            texts[column] = f"{texts[column]} {segment.text}".strip()
        rows.append(tuple(map(Cell, texts)))
    return Table(tuple(rows), sure=False), [[line] * len(columns) for line in lines]


def _by_columns(line: Line, columns: Sequence[tuple[int, int]]) -> list[Segment]:
    """The segments of a line, those cut that reach from the names into the numbers, or as a head over several columns."""
    segments: list[Segment] = []
    for segment in line.segments:
        parts: list[list[Word]] = []
        for word in segment.words:
            is_cut = bool(parts) and _over(parts[-1][-1], columns) != _over(word, columns) and (not _is_row(line) or _is_figure_in(word, columns))
            parts[-1:] = [[*parts[-1], word]] if parts and not is_cut else [*parts[-1:], [word]]
        segments += map(segment_of, parts) if len(parts) > 1 else [segment]
    return segments


def _over(word: Word, columns: Sequence[tuple[int, int]]) -> int:
    """The number of the column that the middle of the word is nearest to."""
    middle = (word.left + word.right) // 2
    return min(range(len(columns)), key=lambda column: max(columns[column][0] - middle, middle - columns[column][1], 0))


def _is_figure_in(word: Word, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether it is a number that stands where a column has its numbers."""
    return bool(NUMERIC.fullmatch(word.text)) and any(left < word.right and word.left < right for left, right in columns[1:])


def _is_row(line: Line) -> bool:
    names = _leading(line)
    return bool(names) and names < len(line.segments) and (names == 1 or len(line.segments) - names > 1)


def _leading(line: Line) -> int:
    """How many of its segments name the row: the first, and other words before the first number; 0 where words stand among the numbers."""
    numeric = [NUMERIC.fullmatch(segment.text) is not None for segment in line.segments]
    first = numeric.index(True, 1) if True in numeric[1:] else 0
    return first if all(numeric[first:]) else 0


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


def _is_over_numbers(line: Line, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether its words stand over the numbers of a table, and are a few to each: a head."""
    words = line.segments[0].words
    over = {_over(word, columns) for word in words}
    stands_over = max((word.right for word in words), default=0) > columns[-1][0] if len(over) > 1 else line.left > columns[0][1]
    return bool(over - {0}) and stands_over and len(words) <= MOST_HEAD_WORDS * len(columns) and not line.text.endswith(".")


def _first_head(lines: Sequence[Line], at: int, floor: int, columns: Sequence[tuple[int, int]]) -> int:
    """The first of the lines of several segments, or of words over the columns of numbers, right above."""
    first = at
    while first > max(floor, at - MOST_HEAD_LINES) and _is_near(lines[first - 1], lines[first]):
        above = lines[first - 1]
        if len(above.segments) > 1 or _is_over_numbers(above, columns):
            first -= 1
        elif first == at and _is_group(above) and first - 2 >= floor and (len(lines[first - 2].segments) > 1 or _is_over_numbers(lines[first - 2], columns)):
            first -= 2
        else:
            break
    return first


def _is_group(line: Line) -> bool:
    """Whether it names the rows below it, as a heading in a table does."""
    return line.text.endswith(":") or len(line.segments[0].words) <= MOST_HEAD_WORDS


def _columns(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Left and right edge of each column, by the numbers that stand under each other and the names before them."""
    rows = [line for line in lines if _is_row(line)]
    reaches = sorted((segment.left, segment.right) for line in rows for segment in line.segments[_leading(line) :])
    reaches = sorted((*reaches, *_set_behind_names(rows)))
    numbers: list[tuple[int, int]] = []
    for left, right in reaches:
        if numbers and left <= numbers[-1][1]:
            numbers[-1] = (numbers[-1][0], max(numbers[-1][1], right))
        else:
            numbers.append((left, right))
    names = [word for line in rows for segment in line.segments[: _leading(line)] for word in _words_of_name(segment)]
    names = [word for word in names if not numbers or word.left < numbers[0][0]]
    return [(min(name.left for name in names), max(name.right for name in names)), *numbers] if names else numbers


def _set_behind_names(rows: Sequence[Line]) -> list[tuple[int, int]]:
    """The reaches of numbers that stand a blank behind the names, where most rows have one and all of them end at one place: a column of their own."""
    behind = [line.segments[_leading(line) - 1].words[-1] for line in rows if len(line.segments[_leading(line) - 1].words) > 1]
    behind = [word for word in behind if NUMERIC.fullmatch(word.text)]
    ends = sorted(word.right for word in behind)
    if len(behind) * 3 < len(rows) * 2 or ends[-1] - ends[0] > max(word.size for word in behind) // 4:
        return []
    return [(word.left, word.right) for word in behind] if len({word.left for word in behind}) > 1 else []


def _words_of_name(segment: Segment) -> Sequence[Word]:
    """The words of a name, without a number that stands so near behind it that it may be the first of the row."""
    return segment.words[:-1] if len(segment.words) > 1 and NUMERIC.fullmatch(segment.words[-1].text) else segment.words


def _nearest(segment: Segment, columns: Sequence[tuple[int, int]]) -> int:
    middle = (segment.left + segment.right) // 2
    return min(
        range(len(columns)),
        key=lambda column: max(columns[column][0] - middle, middle - columns[column][1], 0) * 1000 + abs(sum(columns[column]) // 2 - middle),
    )
