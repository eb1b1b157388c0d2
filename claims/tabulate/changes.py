"""Change columns: a column that says it is a change, and the two columns that it is the change between.

Which two columns are meant, and whether the change is an amount, a percentage or points, is what the most rows confirm;
a row that does not fit is then held against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

import msgspec

from claims.claim import Change, Sure
from claims.figure import Figure
from claims.rounding import Number
from claims.tabulate.grid import Grid
from claims.tabulate.words import Words

FEWEST_CONFIRMING = 3
"""So many rows must agree before another row is called wrong."""
MOST_COLUMNS = 12
NEAR_POINTS = 1
"""A percentage this near to the right one may have been reckoned from amounts that are not shown: worth a note."""

Triple = tuple[Figure, Figure, Figure]
"""Before, after, and the change that is printed."""


def changes(grid: Grid, words: Words) -> Iterator[Change]:
    """What each change column says of each row."""
    columns = [column for column in grid.columns if any(row[column] is not None for row in grid.figures)][:MOST_COLUMNS]
    heads = {column: next((head[column] for head in reversed(grid.heads) if head[column]), "") for column in columns}
    told = [column for column in columns if words.change.search(heads[column].lower())]
    plain = [column for column in columns if column not in told]
    for column in told:
        yield from _best(grid, column, plain)


def _best(grid: Grid, column: int, plain: Sequence[int]) -> Iterator[Change]:
    best: tuple[int, list[Triple], bool] | None = None
    for before, after in permutations(plain, 2):
        rows = [triple for row in grid.figures if (triple := _triple(row[before], row[after], row[column]))]
        for percent in (True, False):
            judged = [triple for triple in rows if (triple[2].unit.kind == "percent" and triple[0].unit.kind != "percent") == percent]
            fitting = sum(1 for triple in judged if _fits(triple, percent))
            if fitting >= FEWEST_CONFIRMING and fitting * 2 > len(judged) and (best is None or fitting > best[0]):
                best = fitting, judged, percent
    if best is not None:
        _, judged, percent = best
        wrong = [triple for triple in judged if not _fits(triple, percent)]
        yield from (_claim(triple, percent) for triple in judged if triple not in wrong or len(wrong) * 2 < best[0])


def _triple(before: Figure | None, after: Figure | None, change: Figure | None) -> Triple | None:
    """The three figures of a row, where all are there and the change is of something positive."""
    if before is None or after is None or change is None or before.low <= 0 or after.low <= 0 or before.unit.kind != after.unit.kind:
        return None
    return (before, after, change) if change.low else None


def _fits(triple: Triple, percent: bool) -> bool:
    """Whether the change can be that between the two, each rounded as it is printed; which of the sides its sign stands for is the table's habit."""
    before, after, change = triple
    half_before, half_after, half = (figure.number.half_step for figure in triple)
    if not percent:
        return abs(after.low - before.low - change.low) <= half_before + half_after + half
    low, high = (after.low - half_after) / (before.low + half_before), (after.low + half_after) / max(before.low - half_before, Fraction(1, 10**9))
    return low - 1 <= (change.low + half) / 100 and (change.low - half) / 100 <= high - 1


def _claim(triple: Triple, percent: bool) -> Change:
    before, after, change = triple
    rising = change.low > 0
    number = Number(abs(change.number.mantissa), change.number.exponent)
    size = msgspec.structs.replace(change, number=number, printed=change.printed.strip("()-−–") if not rising else change.printed)
    if percent:
        off = abs((after.low / before.low - 1) * 100 - change.low)
        sure = Sure.LIKELY if _fits(triple, percent) or off >= NEAR_POINTS else Sure.FAINT
        return Change(change.span, before=before, after=after, percent=size, rising=rising, sure=sure)
    return Change(change.span, before=before, after=after, by=size, rising=rising, sure=Sure.LIKELY)
