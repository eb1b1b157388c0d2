"""Totals in a table: a row or a column that says it is a total, and the run of others that makes it.

Every honest structure is tried: a run of rows before it or after it, subtotals in the place of what they sum up,
"less" rows taken off, "of which" rows left out. The structure that the most columns confirm is the one that is
meant; a column that no structure explains is held against that one. Where no column confirms any, nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from claims.claim import Sure, Total
from claims.figure import Figure
from claims.rounding import Number
from claims.tabulate.grid import Grid
from claims.tabulate.words import Words

LONGEST_RUN = 24
MOST_WITNESSES = 24
"""So many columns are asked what a total is the total of; the others are held against what they say."""
TELLING = 100
"""A whole below this is met by chance: it does not witness a structure alone."""
Series = tuple[Figure | None, ...]
"""The figures of one column, by row; or of one row, by column."""
Structure = tuple[tuple[int, int], ...]
"""Lines with their signs: +1, or −1 for what is taken off."""


class Lines(msgspec.Struct, frozen=True):
    """What is added: the names of the lines, and the series of figures along them; `added` says which series may be added up at all."""

    names: tuple[str, ...]
    series: tuple[Series, ...]
    added: tuple[bool, ...]


def totals(grid: Grid, words: Words) -> Iterator[Total]:
    """The totals down and across a table."""
    columns = [tuple(row[column] for row in grid.figures) for column in grid.columns]
    heads = tuple(next((head[column] for head in reversed(grid.heads) if head[column]), "") for column in grid.columns)
    yield from _totals_of(Lines(grid.names, tuple(columns), tuple(_may_be_added(head, words) for head in heads)), words)
    yield from _totals_of(Lines(heads, grid.figures, tuple(_may_be_added(name, words) for name in grid.names)), words)


def _may_be_added(name: str, words: Words) -> bool:
    return not words.not_added.search(name.lower())


def _totals_of(lines: Lines, words: Words) -> Iterator[Total]:
    loose: list[int] = []
    for line, name in enumerate(lines.names):
        if all(series[line] is None for series in lines.series):
            continue
        if words.total.search(name.lower()) or words.result.search(name.lower()):
            best, confirmed = _best(lines, line, loose, words)
            if best:
                yield from _claims(lines, line, best, confirmed, words)
                parts = {part for part, _ in best[0]}
                loose = [other for other in loose if other not in parts]
            elif words.total.search(name.lower()) and len(loose) > 1:
                yield from _unexplained(lines, line, loose)
        loose.append(line)


def _unexplained(lines: Lines, line: int, loose: Sequence[int]) -> Iterator[Total]:
    """The first total of the line, without parts: none are known that make it."""
    for series in _addable(lines):
        whole = series[line]
        if whole is not None and whole.low and sum(1 for other in loose if (part := series[other]) is not None and part.low) > 1:
            yield Total(whole.span, (), whole, sure=Sure.FAINT)
            return


def _best(lines: Lines, line: int, loose: Sequence[int], words: Words) -> tuple[list[Structure], int]:
    """The structures that the most series confirm, the shortest first, and how many do."""
    best: list[Structure] = []
    most = 1
    addable = list(_addable(lines))[:MOST_WITNESSES]
    for structure in _structures(lines, line, loose, words):
        confirmed = sum(1 for series in addable if _is_made(series, line, structure) and _says_something(series, structure))
        if confirmed > most:
            best, most = [], confirmed
        if confirmed == most:
            best.append(structure)
    return best, most


def _addable(lines: Lines) -> Iterator[Series]:
    return (series for series, added in zip(lines.series, lines.added, strict=True) if added)


def _structures(lines: Lines, line: int, loose: Sequence[int], words: Words) -> Iterator[Structure]:
    filled = [other for other in range(len(lines.names)) if any(series[other] is not None for series in lines.series)]
    before = [other for other in filled if other < line]
    after = [other for other in filled if other > line]
    kept = [other for other in loose if not words.within.search(lines.names[other].lower())]
    details = [other for other in before if not words.total.search(lines.names[other].lower())]
    sums = [other for other in before if words.total.search(lines.names[other].lower())]
    seen: set[Structure] = set()
    for some in (loose, kept, before, details, sums, after[::-1]):
        for first in range(len(some) - 2, max(-1, len(some) - LONGEST_RUN), -1):
            run = tuple(some[first:])
            for structure in _signed(run, lines, words):
                if structure not in seen:
                    seen.add(structure)
                    yield structure


def _signed(run: tuple[int, ...], lines: Lines, words: Words) -> Iterator[Structure]:
    """The run with the signs that are printed, with "less" taken off, and as the first less all the others."""
    yield tuple((other, 1) for other in run)
    less = [bool(words.less.search(lines.names[other].lower())) for other in run]
    if any(less):
        yield tuple((other, -1 if off else 1) for other, off in zip(run, less, strict=True))
        first = less.index(True)
        yield tuple((other, -1 if at >= first else 1) for at, other in enumerate(run))
    yield tuple((other, -1 if at else 1) for at, other in enumerate(run))
    if len(run) > 2:
        yield tuple((other, 1 if at < len(run) - 1 else -1) for at, other in enumerate(run))


def _is_made(series: Series, line: int, structure: Structure) -> bool:
    """Whether the figures of the structure can make the whole, each rounded as it is printed."""
    whole = series[line]
    if whole is None:
        return False
    # the quick way: whole numbers of the smallest place that is printed, and twice the room of rounding
    place = min([whole.number.exponent, *(part.number.exponent for other, _ in structure if (part := series[other]))])
    off: int
    room: int
    off, room = -whole.number.mantissa * 10 ** (whole.number.exponent - place), 10 ** (whole.number.exponent - place)
    for other, sign in structure:
        part = series[other]
        if part is None or not part.number.mantissa:
            continue
        if part.unit.kind != whole.unit.kind:
            return False
        step = 10 ** (part.number.exponent - place)
        off += sign * part.number.mantissa * step
        room += step
    return bool(2 * abs(off) <= room)


def _says_something(series: Series, structure: Structure) -> bool:
    """Whether at least two parts are not nothing."""
    return sum(1 for other, _ in structure if (part := series[other]) is not None and part.number.mantissa) > 1


def _claims(lines: Lines, line: int, best: Sequence[Structure], confirmed: int, words: Words) -> Iterator[Total]:
    """What each series says of the total by the structure that the others confirm."""
    others: list[Structure] | None = None
    missed = []
    witnesses = 0
    for series in _addable(lines):
        whole = series[line]
        fitting = [structure for structure in best if whole and _says_something(series, structure) and _is_of_one_kind(series, whole, structure)]
        if whole is None or not fitting:
            continue
        made = next((structure for structure in fitting if _is_made(series, line, structure)), None)
        if made:
            witnesses += abs(whole.number.mantissa) >= TELLING
            yield _claim(series, whole, made)
            continue
        others = others if others is not None else list(_structures(lines, line, range(line), words))
        if not any(_is_made(series, line, other) for other in others):
            missed.append(_claim(series, whole, min(fitting, key=lambda some: abs(_sum(series, some) - whole.low))))
    if len(missed) <= confirmed and len(missed) <= max(witnesses, confirmed // 3) and words.total.search(lines.names[line].lower()):
        yield from missed


def _is_of_one_kind(series: Series, whole: Figure, structure: Structure) -> bool:
    return all(part.unit.kind == whole.unit.kind for other, _ in structure if (part := series[other]) and part.low)


def _sum(series: Series, structure: Structure) -> Fraction:
    return sum((sign * part.low for other, sign in structure if (part := series[other])), Fraction(0))


def _claim(series: Series, whole: Figure, structure: Structure) -> Total:
    signed = ((part, sign) for other, sign in structure if (part := series[other]) is not None and part.low)
    parts = tuple(part if sign > 0 else _taken_off(part) for part, sign in signed)
    return Total(whole.span, parts, whole, sure=Sure.LIKELY)


def _taken_off(part: Figure) -> Figure:
    number = Number(-part.number.mantissa, part.number.exponent, part.number.divisor)
    return msgspec.structs.replace(part, number=number, printed=f"(−{part.printed})")
