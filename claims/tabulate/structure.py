"""Every honest way in which a line of a table can be the total of others, the likeliest and shortest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from claims.tabulate.lines import Lines
from claims.tabulate.words import Words

LONGEST_RUN = 24
"""Runs of every length up to this are tried; of longer ones only the whole."""
MOST_WITHIN = 12
"""Lines below a heading "of which"."""
NEAR = 400
"""So many lines before and after a total may be its own; beyond, only a run of lines that belong to no total yet."""
Structure = tuple[tuple[int, int], ...]
"""Lines with their signs: +1, or −1 for what is taken off."""


class Named(msgspec.Struct, frozen=True):
    """What the name of each line says of it, and which lines hold figures.

    total, result  a sum; what may be one. `whole`: the year whose quarters stand beside it
    less, within   what is taken off; what is told of a line that is added already
    """

    filled: tuple[int, ...]
    total: tuple[bool, ...]
    result: tuple[bool, ...]
    whole: tuple[bool, ...]
    less: tuple[bool, ...]
    within: tuple[bool, ...]


def named(lines: Lines, words: Words) -> Named:
    """What the names say."""
    lowered = [name.lower() for name in lines.names]
    sums = [bool(words.total.search(name)) and not measured for name, measured in zip(lowered, lines.measured, strict=True)]
    filled = tuple(line for line in range(len(lowered)) if any(series[line] is not None for series in lines.series))
    return Named(
        filled,
        tuple(sums),
        tuple(bool(words.result.search(name)) for name in lowered),
        tuple(bool(words.whole_year.search(name)) for name in lowered),
        tuple(bool(words.less.search(name)) for name in lowered),
        _within(lines, lowered, filled, words),
    )


def _within(lines: Lines, lowered: Sequence[str], filled: Sequence[int], words: Words) -> tuple[bool, ...]:
    """Which lines are told of another: those that say so, and those below a heading that does, as many as make the line above it."""
    within = [bool(words.within.search(name)) for name in lowered]
    for place, (above, first) in enumerate(pairwise(filled), 1):
        if not any(within[above + 1 : first]) or within[first]:
            continue
        for after in range(place + 2, min(len(filled), place + MOST_WITHIN) + 1):
            if _make(lines, filled[place:after], above):
                within = [told or line in filled[place:after] for line, told in enumerate(within)]
                break
    return tuple(within)


def _make(lines: Lines, some: Sequence[int], whole: int) -> bool:
    """Whether some lines add up to another in every series that holds it, but for rounding."""
    sums = []
    for series in lines.series:
        total = series[whole]
        if total is not None:
            parts = [part for other in some if (part := series[other]) is not None]
            room = sum((figure.number.half_step for figure in (*parts, total)), Fraction(0))
            sums.append(abs(sum((part.low for part in parts), Fraction(0)) - total.low) <= room)
    return bool(sums) and all(sums)


def structures(line: int, loose: Sequence[int], told: Named) -> Iterator[Structure]:
    """Runs of lines that belong to no total yet, of lines before and after, of details and of subtotals alone; with and without what is told within."""
    at = bisect_left(told.filled, line)
    before = told.filled[max(0, at - NEAR) : at]
    after = told.filled[at + 1 : at + 1 + NEAR] if at < len(told.filled) and told.filled[at] == line else told.filled[at : at + NEAR]
    seen: set[Structure] = set()
    following = (after, _kept(after, told), *_levels(after, told))
    for some in (loose, _kept(loose, told), before, *_levels(before, told), *(run[::-1] for run in following)):
        for run in _runs(some):
            for structure in _signed(run, told):
                if structure not in seen:
                    seen.add(structure)
                    yield structure


def _kept(some: Sequence[int], told: Named) -> list[int]:
    return [other for other in some if not told.within[other]]


def _levels(some: Sequence[int], told: Named) -> tuple[list[int], list[int], list[int]]:
    """The details without and with what is told within, and the subtotals."""
    details = [other for other in some if not told.total[other]]
    return _kept(details, told), details, [other for other in some if told.total[other]]


def _runs(some: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The last two, three … of them, and all."""
    for first in range(len(some) - 2, max(-1, len(some) - LONGEST_RUN - 1), -1):
        yield tuple(some[first:])
    if len(some) > LONGEST_RUN:
        yield tuple(some)


def _signed(run: tuple[int, ...], told: Named) -> Iterator[Structure]:
    """The run with the signs that are printed, with "less" taken off, and as the first less all the others."""
    yield tuple((other, 1) for other in run)
    less = [told.less[other] for other in run]
    if any(less):
        yield tuple((other, -1 if off else 1) for other, off in zip(run, less, strict=True))
        first = less.index(True)
        yield tuple((other, -1 if at >= first else 1) for at, other in enumerate(run))
    yield tuple((other, -1 if at else 1) for at, other in enumerate(run))
    if len(run) > 2:
        yield tuple((other, 1 if at < len(run) - 1 else -1) for at, other in enumerate(run))
