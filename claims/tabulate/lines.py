"""A table as lines and series: rows named, with the figures of each column along them; or the same turned on its side."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claims.figure import Figure
from claims.tabulate.grid import Grid, years_in
from claims.tabulate.words import Words

Series = tuple[Figure | None, ...]
"""The figures of one column, by row; or of one row, by column."""


class Lines(msgspec.Struct, frozen=True):
    """The names of the lines, and the series of figures along them.

    added     which series may be added up at all: prices and rates may not
    measured  which lines are no amounts themselves ("Share of total", "per head")
    only_wrong  whether what fits need not be told, as of very many lines
    """

    names: tuple[str, ...]
    series: tuple[Series, ...]
    added: tuple[bool, ...]
    measured: tuple[bool, ...]
    only_wrong: bool = False

    @property
    def addable(self) -> Iterator[Series]:
        """The series that may be added up."""
        return (series for series, added in zip(self.series, self.added, strict=True) if added)

    def line(self, number: int) -> tuple[Figure | None, ...]:
        """The figures of one line, one of each series."""
        return tuple(series[number] for series in self.series)


def down(grid: Grid, words: Words) -> Lines:
    """The rows as lines, the columns as series."""
    columns = tuple(tuple(row[column] for row in grid.figures) for column in grid.columns)
    heads = column_names(grid)
    return Lines(grid.names, columns, tuple(is_added(head, words) for head in heads), tuple(not is_added(name, words) for name in grid.names))


def across(grid: Grid, words: Words) -> Lines:
    """The columns as lines, the rows as series."""
    heads = column_names(grid)
    return Lines(heads, grid.figures, tuple(is_added(name, words) for name in grid.names), tuple(not is_added(head, words) for head in heads))


def column_names(grid: Grid) -> tuple[str, ...]:
    """What names each column, by the last head that does."""
    return tuple(next((head[column] for head in reversed(grid.heads) if head[column]), "") for column in grid.columns)


def is_added(name: str, words: Words) -> bool:
    """Whether amounts of that name may be added up; "Year" may not, "Year ended June 2024" may."""
    lowered = name.lower()
    return not words.not_added.search(lowered) and (not words.calendar.search(lowered) or bool(years_in(name)))
