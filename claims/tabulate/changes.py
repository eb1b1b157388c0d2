"""Change columns: a column that says it is a change, and the two columns, or the two rows of one column, that it is the change between.

Which two are meant, and whether the change is an amount, a percentage or points, is what the most rows confirm; a row
that does not fit is then held against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise, permutations

import msgspec

from claims.claim import Change, Claim, Sure
from claims.figure import Figure
from claims.rounding import Number
from claims.tabulate.habit import Told, borne_out
from claims.tabulate.lines import Lines
from claims.tabulate.product import CERTAIN_DIGITS
from claims.tabulate.words import Words

FEWEST_BEARING_OUT = 3
"""So many rows must agree before another row is called wrong."""
MOST_LINES = 12
NEAR_POINTS = 1
"""A percentage this near to the right one may have been reckoned from amounts that are not shown: worth a note."""

Triple = tuple[Figure, Figure, Figure]
"""Before, after, and the change that is printed."""


def changes(lines: Lines, words: Words) -> Iterator[Claim]:
    """What each line of changes says of each series."""
    filled = [line for line in range(len(lines.names)) if any(series[line] is not None for series in lines.series)]
    told = [line for line in filled if words.change.search(lines.names[line].lower())]
    plain = [line for line in filled if line not in told]
    for line in told[:MOST_LINES]:
        near = sorted(sorted(plain, key=lambda other: abs(other - line))[:MOST_LINES])
        yield from borne_out(_hypotheses(lines, line, near), FEWEST_BEARING_OUT, only_wrong=lines.only_wrong)


def _hypotheses(lines: Lines, line: int, plain: Sequence[int]) -> Iterator[Iterable[Told]]:
    for percent in (True, False):
        for before, after in permutations(plain, 2):
            triples = ((at, series[before], series[after], series[line]) for at, series in enumerate(lines.series))
            yield _told(triples, percent)
        for level in plain:
            present = [at for at, series in enumerate(lines.series) if series[level] is not None and lines.added[at]]
            for ordered in (present, present[::-1]):
                steps = pairwise(ordered)
                yield _told(((at, lines.series[earlier][level], lines.series[at][level], lines.series[at][line]) for earlier, at in steps), percent)


def _told(triples: Iterable[tuple[int, Figure | None, Figure | None, Figure | None]], percent: bool) -> Iterator[Told]:
    for at, *three in triples:
        triple = _triple(*three)
        if triple and (triple[2].unit.kind == "percent" and triple[0].unit.kind != "percent") == percent:
            telling = abs(triple[2].number.mantissa) >= CERTAIN_DIGITS or not percent
            yield Told(at, _fits(triple, percent), telling, partial(_claim, triple, percent))


def _triple(before: Figure | None, after: Figure | None, change: Figure | None) -> Triple | None:
    """The three figures of a row, where all are there and the change is of something positive."""
    if before is None or after is None or change is None or before.low <= 0 or after.low <= 0 or before.unit.kind != after.unit.kind:
        return None
    if before.unit.kind == "percent" and change.unit.kind == "plain":
        change = msgspec.structs.replace(change, unit=before.unit)  # the change of a percentage is told in points, often without a sign
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
