"""What cells can give the figure of a sentence: each way of reckoning it, with the claim that it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from claims import unit
from claims.claim import Average, Change, Claim, Repetition, Share, Sure, Total
from claims.figure import Figure
from claims.interval import Interval
from claims.rounding import Number, Reading
from claims.tabulate.saying import Saying, Way

BARE = "0123456789(-−–."
"""What an amount begins with that has no currency's sign."""
MOST_CELLS_ADDED = 24


class Answer(msgspec.Struct, frozen=True):
    """One way of reckoning: the claim, and every value that the cells give; `lawful`: whether there are laws for it."""

    way: Way
    claim: Claim
    values: Interval
    lawful: bool = True

    def fits(self, saying: Saying) -> bool:
        """Whether the figure can be what the cells give; a fall, or a difference, is also told without its sign."""
        said = saying.figure.read(Reading.ROUNDED)
        return self.values.meets(said) or (
            saying.fallen and said.low >= 0 and self.way in ("change", "percent") and self.values.meets(Interval(-said.high, -said.low))
        )


def answers(saying: Saying, way: Way, cells: Sequence[Figure]) -> Iterator[Answer]:
    """What the cells give in that way; nothing where they are too few or too many for it."""
    made = WAYS[way](saying, cells)
    if made is not None:
        yield made


def as_in(figure: Figure, cell: Figure, shift: int, way: Way) -> Figure:
    """The cell in the unit of the figure that is said, its scale moved by a power of ten; what a percentage is said of may be one without a sign."""
    if cell.unit.kind == "percent" or not cell.number.mantissa:
        return cell
    if figure.unit.kind == "percent" and cell.printed[0] in BARE and way in ("cell", "mean", "change", "sum"):
        return msgspec.structs.replace(cell, unit=unit.PERCENT)
    money = figure.unit if figure.unit.kind not in ("percent", "points", "time", "measure") else unit.PLAIN
    return msgspec.structs.replace(cell, number=Number(cell.number.mantissa, cell.number.exponent + shift, cell.number.divisor), unit=money)


def without_brackets(cells: Sequence[Figure]) -> list[Figure]:
    """The cells as they are told of: a loss of so much, costs of so much."""
    return [msgspec.structs.replace(cell, number=Number(abs(cell.number.mantissa), cell.number.exponent, cell.number.divisor)) for cell in cells]


def _read(cell: Figure) -> Interval:
    return cell.read(Reading.ROUNDED)


def _change(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if len(cells) != 2 or cells[0].unit.kind != cells[1].unit.kind:
        return None
    before, after = cells
    values = _read(after) - _read(before)
    claim = Change(saying.span, before=before, after=after, by=_size(saying.figure), rising=_rises(saying), sure=Sure.LIKELY)
    return Answer("change", claim, values, _agrees(saying, before, after))


def _percent(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if len(cells) != 2 or _read(cells[0]).low <= 0 <= _read(cells[0]).high or cells[0].unit.kind != cells[1].unit.kind:
        return None
    before, after = cells
    claim = Change(saying.span, before=before, after=after, percent=_size(saying.figure), rising=_rises(saying), sure=Sure.LIKELY)
    return Answer("percent", claim, _read(after) / _read(before) - Interval.exactly(1), _agrees(saying, before, after))


def _rises(saying: Saying) -> bool:
    return saying.figure.low >= 0


def _agrees(saying: Saying, before: Figure, after: Figure) -> bool:
    """Whether it is a change of something positive, in the direction that is said: of others the laws of change say nothing."""
    return before.low >= 0 and after.low >= 0 and (after.low >= before.low) == _rises(saying)


def _size(figure: Figure) -> Figure:
    """The figure without its minus, which is told by the direction."""
    if figure.low >= 0:
        return figure
    number = Number(-figure.number.mantissa, figure.number.exponent, figure.number.divisor)
    return msgspec.structs.replace(figure, number=number, printed=figure.printed.lstrip("-−–‑ "))


def _share(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if len(cells) != 2 or cells[0].unit.kind != cells[1].unit.kind:
        return None
    part, whole = cells
    if _read(whole).low <= 0 <= _read(whole).high:
        return None
    claim = Share(saying.span, part=part, whole=whole, share=saying.figure, sure=Sure.LIKELY)
    return Answer("share", claim, _read(part) / _read(whole))


def _mean(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if not 2 <= len(cells) <= MOST_CELLS_ADDED or len({cell.unit.kind for cell in cells}) > 1:
        return None
    claim = Average(saying.span, mean=saying.figure, values=tuple(cells), sure=Sure.LIKELY)
    return Answer("mean", claim, _added(cells) / Interval.exactly(len(cells)))


def _sum(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if not 2 <= len(cells) <= MOST_CELLS_ADDED or len({cell.unit.kind for cell in cells}) > 1:
        return None
    return Answer("sum", Total(saying.span, tuple(cells), saying.figure, sure=Sure.LIKELY), _added(cells))


def _cell(saying: Saying, cells: Sequence[Figure]) -> Answer | None:
    if len(cells) != 1 or not cells[0].number.mantissa:
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
