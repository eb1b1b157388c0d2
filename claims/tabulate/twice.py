"""The same figure in two tables of a document: rows and columns of the same names, that agree elsewhere, and differ here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from claims.claim import Repetition, Sure
from claims.figure import Figure
from claims.rounding import EXACTLY, Reading
from claims.tabulate.grid import Grid, years_in
from claims.tabulate.lines import column_names
from claims.tabulate.misprint import is_misprint
from claims.tabulate.view import tokens_of
from claims.tabulate.words import Words

TELLING = 100
"""That figures below this agree may be chance; below it, what is counted is not rounded."""
FEWEST_AGREEING, SURELY_AGREEING = 1, 2
"""So many cells of a row must agree for the row to be told twice, and for that to be sure."""
MOST_PAIRS = 20_000
NEAR = Fraction(5, 4)
"""What is further apart, and no misprint, is of something else."""

Row = dict[str, Figure]
"""The figures of a row, by what names their columns."""
Years = frozenset[int]
"""Those that the caption of a table tells."""


def twice_told(grids: Sequence[Grid], words: Words) -> Iterator[Repetition]:
    """What a row says that an earlier table has said of the same columns: where it agrees, and the little where it does not."""
    earlier: dict[tuple[str, int | None], list[tuple[Years, Row]]] = defaultdict(list)
    pairs = 0
    for grid in grids:
        years = frozenset(years_in(grid.table.caption))
        for name, row in _rows(grid, words):
            told = earlier[name, grid.power]
            for others, other in told:
                pairs += 1
                if pairs < MOST_PAIRS and not (years and others and years.isdisjoint(others)):
                    yield from _between(other, row)
            told[:] = [*told[-1:], (years, row)]


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
    for figure, again in agreeing if len(differing) != 1 or not _may_be_one(*differing[0]) else shared:
        yield Repetition(again.span, _counted(figure), _counted(again), sure=sure)


def _agree(figure: Figure, again: Figure) -> bool:
    return _counted(figure).read(Reading.ROUNDED).meets(_counted(again).read(Reading.ROUNDED))


def _counted(figure: Figure) -> Figure:
    """The figure, exact where it is a small whole number: nobody rounds 2 to 1."""
    number = figure.number
    is_small = not number.exponent and number.divisor == 1 and abs(number.mantissa) < TELLING
    return msgspec.structs.replace(figure, hedge=EXACTLY) if is_small and figure.unit.kind in ("count", "plain") else figure


def _may_be_one(figure: Figure, again: Figure) -> bool:
    """Whether the two are near each other, or one a misprint of the other."""
    lesser, greater = sorted((abs(figure.low), abs(again.low)))
    return (lesser > 0 and greater <= lesser * NEAR and (figure.low > 0) == (again.low > 0)) or is_misprint(figure.number.mantissa, again.number.mantissa)
