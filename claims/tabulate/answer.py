"""What cells can give the figure of a sentence: each way of reckoning it, with the claim that it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

import msgspec

from claims import unit
from claims.claim import Average, Change, Claim, Repetition, Share, Sure, Total
from claims.figure import Figure
from claims.interval import Interval
from claims.rounding import Number, Reading
from claims.tabulate.saying import Saying, Way

MOST_CELLS_ADDED = 24


class Answer(msgspec.Struct, frozen=True):
    """One way of reckoning: the claim, and every value that the cells give."""

    way: Way
    claim: Claim
    values: Interval

    def fits(self, figure: Figure) -> bool:
        """Whether the figure can be what the cells give."""
        return self.values.meets(figure.read(Reading.ROUNDED))

    def distance(self, figure: Figure) -> Fraction:
        """How far the figure lies from what the cells give."""
        middle = (self.values.low + self.values.high) / 2
        return abs(figure.read(Reading.PRINTED).low - middle)


def answers(saying: Saying, way: Way, cells: Sequence[Figure]) -> Iterator[Answer]:
    """What the cells give in that way; nothing where they are too few or too many for it."""
    made = WAYS[way](saying, cells)
    if made is not None:
        yield made


def as_in(figure: Figure, cell: Figure, shift: int) -> Figure:
    """The cell in the unit of the figure that is said, its scale moved by a power of ten."""
    if cell.unit.kind == "percent":
        return cell
    money = figure.unit if figure.unit.kind not in ("percent", "points", "time", "measure") else unit.PLAIN
    return msgspec.structs.replace(cell, number=Number(cell.number.mantissa, cell.number.exponent + shift, cell.number.divisor), unit=money)


def _read(cell: Figure) -> Interval:
    return cell.read(Reading.ROUNDED)


def _change(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if len(cells) != 2:
        return None
    before, after = cells
    claim = Change(saying.span, before=before, after=after, by=saying.figure, rising=True, sure=Sure.LIKELY)
    return Answer("change", claim, _read(after) - _read(before))


def _percent(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if len(cells) != 2:
        return None
    before, after = cells
    if _read(before).low <= 0 <= _read(before).high:
        return None
    claim = Change(saying.span, before=before, after=after, percent=saying.figure, rising=True, sure=Sure.LIKELY)
    return Answer("percent", claim, _read(after) / _read(before) - Interval.exactly(1))


def _share(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if len(cells) != 2 or cells[0].unit.kind != cells[1].unit.kind:
        return None
    part, whole = cells
    if _read(whole).low <= 0 <= _read(whole).high:
        return None
    claim = Share(saying.span, part=part, whole=whole, share=saying.figure, sure=Sure.LIKELY)
    return Answer("share", claim, _read(part) / _read(whole))


def _mean(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if not 2 <= len(cells) <= MOST_CELLS_ADDED:
        return None
    claim = Average(saying.span, mean=saying.figure, values=tuple(cells), sure=Sure.LIKELY)
    return Answer("mean", claim, _added(cells) / Interval.exactly(len(cells)))


def _sum(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if not 2 <= len(cells) <= MOST_CELLS_ADDED:
        return None
    return Answer("sum", Total(saying.span, tuple(cells), saying.figure, sure=Sure.LIKELY), _added(cells))


def _cell(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if len(cells) != 1:
        return None
    return Answer("cell", Repetition(saying.span, saying.figure, cells[0], sure=Sure.LIKELY), _read(cells[0]))


def _added(cells: Sequence[Figure]) -> Interval:
    total = _read(cells[0])
    for cell in cells[1:]:
        total = total + _read(cell)
    return total


WAYS: dict[Way, Callable[[Saying, Sequence[Figure]], Answer | None]] = {
    "change": _change,
    "percent": _percent,
    "share": _share,
    "mean": _mean,
    "sum": _sum,
    "cell": _cell,
}


def both_ways(cells: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Each order of two cells."""
    yield from permutations(cells, 2)
