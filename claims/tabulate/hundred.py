"""Shares of one whole that no total stands below: they may make less than a hundred, for not all need be shown, and never more."""

from __future__ import annotations

from collections.abc import Iterator

from claims.claim import Sure, Total
from claims.tabulate.grid import Grid
from claims.tabulate.lines import column_names, down
from claims.tabulate.structure import named
from claims.tabulate.words import Words

FEWEST_SHARES = 3
NEAR = range(99, 111)
"""What comes to far more counts some of them twice: rows told of other rows."""


def hundreds(grid: Grid, words: Words) -> Iterator[Total]:
    """What each column that says it is of shares comes to."""
    lines = down(grid, words)
    told = named(lines, words)
    if any(told.total) or any(told.within):
        return
    for name, series in zip(column_names(grid), lines.series, strict=True):
        parts = tuple(figure for figure in series if figure is not None and figure.number.mantissa)
        if len(parts) < FEWEST_SHARES or any(part.unit.kind != "percent" or part.low < 0 for part in parts) or not words.shared.search(name.lower()):
            continue
        if int(sum(part.low for part in parts)) in NEAR:
            sure = Sure.LIKELY if words.total.search(name.lower()) else Sure.FAINT  # of those who answered, some may have given two answers
            yield Total(parts[0].span, parts, at_least=True, sure=sure)
