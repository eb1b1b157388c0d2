"""Tables of very many cells: read in stretches, and what is wrong in one told before the next; sums run along. Nothing is kept of the cells that fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isqrt

import msgspec

from claims.claim import Claim, Sure, Total
from claims.document import Document, Rows, Table
from claims.figure import Figure
from claims.rounding import Number
from claims.tabulate.grid import MOST_CELLS, Grid, grid_of
from claims.tabulate.laws import LAWS
from claims.tabulate.lines import across, column_names, is_added
from claims.tabulate.words import Words

FEWEST_ROWS = 20
MOST_HEADS = 12
"""Rows before the first amounts."""
LIKELY_DRIFT = 4
"""Rounding drifts with the root of the number of rows: by more than twice their root in last places never, where it goes either way."""


def is_register(table: Table) -> bool:
    """Whether it is too large for every cell to be kept as a figure."""
    return isinstance(table.rows, Rows) or len(table.rows) * len(table.rows[0]) > MOST_CELLS


def remarks_on(document: Document) -> tuple[str, ...]:
    """What is not told of the large tables."""
    large = (table for table in document.tables if is_register(table))
    return tuple(f"{table.where}: {len(table.rows):,} rows: they and their totals are checked, their cells are not listed as figures" for table in large)


def wrong_in(table: Table, words: Words, decimal: str) -> Iterator[Claim]:
    """The rows that break the habit of their columns, and the totals that are not the sum of the rows."""
    lead = _lead(table, words, decimal)
    stretch = max(FEWEST_ROWS, MOST_CELLS // max(1, len(table.rows[0])) - len(lead))
    sums = _Sums()
    for first in range(len(lead), len(table.rows), stretch):
        part = msgspec.structs.replace(table, rows=(*lead, *table.rows[first : first + stretch]), heads=len(lead), hidden=frozenset(), sheet=None)
        grid = grid_of(part, words, decimal)
        if grid is None:
            continue
        rows = msgspec.structs.replace(across(grid, words), only_wrong=True)
        for law in LAWS:
            yield from law(rows, words)
        yield from sums.take(grid, words)


def _lead(table: Table, words: Words, decimal: str) -> Sequence[tuple[object, ...]]:
    """The rows before the first amounts: its heads."""
    start = grid_of(msgspec.structs.replace(table, rows=table.rows[: FEWEST_ROWS + MOST_HEADS], sheet=None), words, decimal)
    if start is None:
        return ()
    return table.rows[: min(MOST_HEADS, next(row for row in start.rows if start.is_value_row(row)))]


class _Sum:
    """A running sum of one column, with how many figures of which place are in it."""

    def __init__(self) -> None:
        self.mantissas: Counter[int] = Counter()
        self.figures: Counter[int] = Counter()

    def add(self, number: Number) -> None:
        self.mantissas[number.exponent] += number.mantissa
        self.figures[number.exponent] += 1

    def figure(self, whole: Figure) -> Figure | None:
        """The sum as a figure that stands where the total does: from the least to the greatest that rounding allows."""
        count = sum(self.figures.values())
        if count < 2:
            return None
        place = min(self.figures) - 1
        added = sum(mantissa * 10 ** (exponent - place) for exponent, mantissa in self.mantissas.items())
        room = sum(min(times, LIKELY_DRIFT * isqrt(times)) * 10 ** (exponent - place) // 2 for exponent, times in self.figures.items())
        printed = f"[the sum of {count:,} rows]"
        return msgspec.structs.replace(whole, printed=printed, number=Number(added - room, place), upper=Number(added + room, place))


class _Sums:
    """What the rows come to so far: since the last total, all details, all totals."""

    def __init__(self) -> None:
        self._kinds: tuple[dict[int, _Sum], ...] = ({}, {}, {})

    def take(self, grid: Grid, words: Words) -> Iterator[Total]:
        """The rows of a stretch; each total among them that is none."""
        heads = column_names(grid)
        columns = [column for column in grid.columns if is_added(heads[column], words)]
        since, details, totals = self._kinds
        for row in grid.rows:
            figures = grid.figures[row]
            name = grid.names[row].lower()
            is_total = bool(words.total.search(name))
            if is_total:
                yield from self._held([(column, whole) for column in columns if (whole := figures[column]) is not None])
                since.clear()
            if words.within.search(name):
                continue
            for column in columns:
                figure = figures[column]
                if figure is not None and figure.unit.kind != "percent":
                    for kind in (totals,) if is_total else (since, details):
                        if column not in kind:
                            kind[column] = _Sum()
                        kind[column].add(figure.number)

    def _held(self, wholes: Sequence[tuple[int, Figure]]) -> Iterator[Total]:
        """The totals of one row, against the sums that the most of them are."""
        best: tuple[int, list[Total]] = (0, [])
        for kind in self._kinds:
            told = [(whole, kind[column].figure(whole)) for column, whole in wholes if column in kind]
            fitting = [whole for whole, added in told if added and _fits(added, whole)]
            wrong = [Total(whole.span, (added,), whole, sure=Sure.LIKELY) for whole, added in told if added and not _fits(added, whole)]
            if len(fitting) > best[0]:
                best = len(fitting), wrong
        if len(best[1]) <= best[0]:
            yield from best[1]


def _fits(added: Figure, whole: Figure) -> bool:
    return added.low - whole.number.half_step <= whole.low <= added.high + whole.number.half_step
