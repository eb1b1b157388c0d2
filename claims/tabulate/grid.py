"""A table read: which rows are heads, which column names the rows, what each cell amounts to, in which unit and scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from claims import unit
from claims.document import Table
from claims.figure import Figure
from claims.rounding import Number
from claims.tabulate.amount import DOWN, Amount, amount_in
from claims.tabulate.words import Words

YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SHORT_YEAR = re.compile(r"\b(?:F|FY|CY|fiscal |')[ ’']?(\d\d)\b")
NOTE = re.compile(r"\(([^()]{1,60})\)")
PERCENT_NAME = re.compile(r"(?:^|[(\s])[%％]\)?$|^[%％]|^percent|\(in percent\)", re.IGNORECASE)
MOST_CELLS = 20_000
"""What is larger is a register, not a table that is read: its rows are not footed."""
NOTE_LENGTH = 60
LATEST_HEAD, LONGEST_HEAD = 4, 40
"""Further down, and longer, words in a row of their own are no heads."""


def years_in(text: str) -> tuple[int, ...]:
    """The years that a name or a sentence tells: "2019", "FY19", "F18"."""
    found = [int(year) for year in YEARS.findall(text)]
    return tuple(dict.fromkeys(found or [2000 + int(year) for year in SHORT_YEAR.findall(text)]))


class Grid(msgspec.Struct, frozen=True):
    """A table with its names and amounts.

    names    what names each row: the texts before its first amount
    groups   the section that each row stands in ("Deferred tax assets:")
    heads    what names each column, in force at each row: the head texts above it
    figures  the figure in each cell, or None; a dash is nothing: 0
    """

    table: Table
    names: tuple[str, ...]
    groups: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[Figure | None, ...], ...]
    power: int | None = None

    @property
    def rows(self) -> range:
        """The numbers of its rows."""
        return range(len(self.figures))

    @property
    def columns(self) -> range:
        """The numbers of its columns."""
        return range(len(self.figures[0]) if self.figures else 0)

    def is_value_row(self, row: int) -> bool:
        """Whether some amount stands in the row."""
        return any(figure is not None for figure in self.figures[row])

    def head(self, row: int, column: int) -> str:
        """What names the column at that row."""
        return self.heads[row][column]


def grid_of(table: Table, words: Words, decimal: str = ".") -> Grid | None:
    """The table read; None where it is too large, or holds no amount."""
    if not table.rows or not table.rows[0] or len(table.rows) * len(table.rows[0]) > MOST_CELLS:
        return None
    texts = table.texts
    minus = words.minus or DOWN
    amounts = [[amount_in(text, decimal, minus) for text in row] for row in texts]
    is_head: list[bool] = []
    for index in range(len(texts)):
        is_head.append(_is_head(index, texts, amounts, table.heads, is_head))
    stub = _stub(texts, amounts, is_head)
    powers = _powers(table, texts, is_head, words)
    names, groups, heads = _names(texts, amounts, is_head, stub)
    figures = []
    tells_percent = cache(lambda head: words.percent.search(head.lower()) is not None)
    for row, line in enumerate(amounts):
        made = []
        named = PERCENT_NAME.search(names[row]) is not None
        for column, amount in enumerate(line):
            usable = amount is not None and not is_head[row] and column >= stub and not table.rows[row][column].repeated
            percent = bool(usable and amount and (amount.percent or (not amount.mark and (named or tells_percent(heads[row][column])))))
            start, text = table.rows[row][column].start, texts[row][column]
            made.append(_figure(amount, start, text, percent, powers or 0) if usable and amount else None)
        figures.append(tuple(made))
    if not any(figure for row in figures for figure in row):
        return None
    return Grid(table, tuple(names), tuple(groups), tuple(heads), tuple(figures), powers)


def _is_head(index: int, texts: Sequence[Sequence[str]], amounts: Sequence[Sequence[Amount | None]], marked: int, before: Sequence[bool]) -> bool:
    """Whether a row names columns: marked so, or nothing but years and words stand right of its first cell, and more than one or nothing at its side."""
    if index < marked:
        return True
    row, found = texts[index], amounts[index]
    rest = [(text.strip(), amount) for text, amount in zip(row[1:], found[1:], strict=True) if text.strip()]
    if not rest or any(amount and not amount.year for _, amount in rest):
        return False
    if index == 0:
        return not (found[0] and not found[0].year and any(amount for _, amount in rest))
    years = sum(1 for _, amount in rest if amount and amount.year)
    above = all(before[number] or not any(amounts[number][1:]) for number in range(max(0, index - 3), index))
    unnamed = not row[0].strip() or row[0].strip().endswith((":", ")"))
    if years:
        return unnamed or above
    words_only = len(rest) > 1 and index < LATEST_HEAD and all(len(text) < LONGEST_HEAD for text, _ in rest)
    return above and words_only and _later_amounts(index, amounts)


def _later_amounts(index: int, amounts: Sequence[Sequence[Amount | None]]) -> bool:
    """Whether every column that the row names holds amounts further down: then its words are heads."""
    below = amounts[index + 1 :]
    named = range(1, len(amounts[index]))
    return bool(below) and all(any(row[column] for row in below) for column in named)


def _stub(texts: Sequence[Sequence[str]], amounts: Sequence[Sequence[Amount | None]], is_head: Sequence[bool]) -> int:
    """The first column that holds amounts: those before it name the rows."""
    body = [row for row, head in zip(amounts, is_head, strict=True) if not head]
    words = [row for row, head in zip(texts, is_head, strict=True) if not head]
    for column in range(len(texts[0])):
        filled = [index for index, row in enumerate(words) if row[column].strip()]
        read = [index for index in filled if body[index][column] is not None]
        if read and len(read) * 2 > len(filled) and column:
            return column
    return 1


def _names(
    texts: Sequence[Sequence[str]], amounts: Sequence[Sequence[Amount | None]], is_head: Sequence[bool], stub: int
) -> tuple[list[str], list[str], list[tuple[str, ...]]]:
    names: list[str] = []
    groups: list[str] = []
    heads: list[tuple[str, ...]] = []
    block: list[Sequence[str]] = []
    group, in_head = "", False
    told: list[Sequence[str]] | None = None
    spread: tuple[str, ...] = ()
    for row, line in enumerate(texts):
        name = " ".join(text.strip() for text in line[:stub] if text.strip())
        if is_head[row]:
            block = [*block, line] if in_head else [line]
            in_head = True
        else:
            if not any(text.strip() for text in line[stub:]):
                group = name if name else group
            else:
                in_head = False
        names.append(name)
        groups.append(group)
        if block is not told:
            told, spread = block, tuple(_spread(block, column, stub) for column in range(len(line)))
        heads.append(spread)
    return names, groups, heads


def _spread(block: Sequence[Sequence[str]], column: int, stub: int) -> str:
    """The head texts over a column; one that stands over several columns stands in the first, the middle or each of them."""
    told = []
    for line in block:
        filled = [number for number in range(stub, len(line)) if line[number].strip()]
        if line[column].strip():
            told.append(line[column].strip())
        elif len(filled) == 1:
            told.append(line[filled[0]].strip())
        elif before := [number for number in filled if number < column]:
            told.append(line[before[-1]].strip())
    return " ".join(dict.fromkeys(told))


def _powers(table: Table, texts: Sequence[Sequence[str]], is_head: Sequence[bool], words: Words) -> int | None:
    """The power of ten that caption, heads and stub give for the whole table."""
    for note in _notes(table, texts, is_head):
        power = words.power_in(note)
        if power is not None:
            return power
    return None


def _notes(table: Table, texts: Sequence[Sequence[str]], is_head: Sequence[bool]) -> Iterator[str]:
    yield from NOTE.findall(table.caption)
    for row, head in zip(texts, is_head, strict=True):
        filled = [text.strip() for text in row if text.strip()]
        if head or (len(filled) == 1 and len(filled[0]) < NOTE_LENGTH and filled[0].startswith("(")):
            for text in filled:
                yield from NOTE.findall(text) or ([text] if len(text) < NOTE_LENGTH / 3 or text is filled[0] else [])


def _figure(amount: Amount, start: int, text: str, percent: bool, power: int) -> Figure:
    number = amount.number if percent or amount.dash else Number(amount.number.mantissa, amount.number.exponent + power)
    stripped = text.strip()
    at = start + text.index(stripped) if stripped else start
    return Figure((at, at + len(stripped)), stripped, number, unit=unit.PERCENT if percent else unit.PLAIN)
