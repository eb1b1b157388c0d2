"""The same figure in two tables of a document: rows and columns of the same names, that agree elsewhere, and differ here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.claim import Repetition, Sure
from claims.figure import Figure
from claims.rounding import Reading
from claims.tabulate.grid import Grid
from claims.tabulate.lines import column_names
from claims.tabulate.view import tokens_of
from claims.tabulate.words import Words

TELLING = 100
"""That figures below this agree may be chance."""
FEWEST_AGREEING, SURELY_AGREEING = 1, 2
"""So many cells of a row must agree for the row to be told twice, and for that to be sure."""
MOST_PAIRS = 20_000

Row = dict[str, Figure]
"""The figures of a row, by what names their columns."""


def twice_told(grids: Sequence[Grid], words: Words) -> Iterator[Repetition]:
    """What a row says that an earlier table has said of the same columns: where it agrees, and the little where it does not."""
    earlier: dict[tuple[str, int | None], list[Row]] = defaultdict(list)
    pairs = 0
    for grid in grids:
        for name, row in _rows(grid, words):
            told = earlier[name, grid.power]
            for other in told:
                pairs += 1
                if pairs < MOST_PAIRS:
                    yield from _between(other, row)
            told[:] = [*told[-1:], row]


def _rows(grid: Grid, words: Words) -> Iterator[tuple[str, Row]]:
    """The rows whose names say what they are of, each with the columns that one name alone is for."""
    heads = [" ".join(head.lower().split()) for head in column_names(grid)]
    columns = [column for column in grid.columns if heads[column] and heads.count(heads[column]) == 1]
    names = [" ".join(name.lower().split()) for name in grid.names]
    for number, name in enumerate(names):
        says = {word for word in tokens_of(name, words) if not words.total.fullmatch(word) and not word.isdigit()}
        if says and names.count(name) == 1:
            row = {heads[column]: figure for column in columns if (figure := grid.figures[number][column]) is not None and figure.number.mantissa}
            if len(row) > FEWEST_AGREEING:
                yield name, row


def _between(first: Row, second: Row) -> Iterator[Repetition]:
    shared = [(figure, second[head]) for head, figure in first.items() if head in second and figure.unit.kind == second[head].unit.kind]
    agreeing = [pair for pair in shared if _agree(*pair)]
    differing = [pair for pair in shared if not _agree(*pair)]
    bearing = sum(1 for figure, _ in agreeing if abs(figure.number.mantissa) >= TELLING)
    if bearing < FEWEST_AGREEING:
        return
    sure = Sure.LIKELY if bearing >= SURELY_AGREEING else Sure.FAINT
    for figure, again in agreeing if len(differing) > 1 else shared:
        yield Repetition(again.span, figure, again, sure=sure)


def _agree(figure: Figure, again: Figure) -> bool:
    return figure.read(Reading.ROUNDED).meets(again.read(Reading.ROUNDED))
