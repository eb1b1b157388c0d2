"""Sums of a spreadsheet and the cells they add up: whole, or with a number left out that stands right beside the range."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.claim import Entry, Sure
from claims.document import Table
from claims.tabulate.formula import Area, Place, seen_from, summed
from claims.tabulate.grid import Grid
from claims.tabulate.words import Words
from claims.tabulate.workings import Workings

YEARS = range(1900, 2101)


def sums(workings: Workings, table: Table, grid: Grid | None, words: Words) -> Iterator[Entry]:
    """Each formula that is the sum of one run of cells above, below or beside it."""
    within, levels = _told_within(table, grid, words), _levels(table, grid, words)
    for place, formula in workings.formulas.items():
        areas = summed(formula)
        if len(areas) != 1 or areas[0].holds(place) or not (step := _step(areas[0], place)):
            continue
        area = areas[0]
        included = [workings.value(cell) for cell in area.places]
        left_out = _left_out(workings, area, place, step, within, levels)
        holds = sum((value for value in included if value is not None), Fraction(0))
        more = [workings.value(cell) or Fraction(0) for cell in left_out]
        sure = Sure.LIKELY if not left_out or _is_near(left_out[0], area, place) or _others_include(workings, place, left_out[0], step) else Sure.FAINT
        cell = workings.cells[place]
        names = ", ".join(workings.name(one) for one in left_out)
        start = cell.start
        yield Entry(
            (start, start + len(cell.text)), "sum", workings.name(place), formula, workings.figure(place), holds, holds + sum(more, Fraction(0)), names, sure
        )


def _told_within(table: Table, grid: Grid | None, words: Words) -> frozenset[int]:
    """Rows (of the sheet) whose numbers are no parts of their own: heads, and what is told of another row."""
    if grid is None:
        return frozenset()
    top = table.corner[0]
    return frozenset(top + row for row in grid.rows if not grid.is_value_row(row) or words.within.search(grid.names[row].lower()))


def _levels(table: Table, grid: Grid | None, words: Words) -> frozenset[int]:
    """Rows that may be where the others begin, as a balance is."""
    return frozenset(table.corner[0] + row for row in grid.rows if words.result.search(grid.names[row].lower())) if grid else frozenset()


def _step(area: Area, place: Place) -> Place | None:
    """The direction in which the range runs, where its formula stands in the same line; nothing for a single cell or a block."""
    if area.left == area.right == place[1] and area.top < area.bottom:
        return (1, 0)
    if area.top == area.bottom == place[0] and area.left < area.right:
        return (0, 1)
    return None


def _left_out(workings: Workings, area: Area, place: Place, step: Place, within: frozenset[int], levels: frozenset[int]) -> list[Place]:
    """The numbers right before or behind the range that are like those at its end; those between it and its formula first."""
    first, last = (area.top, area.left), (area.bottom, area.right)
    backwards = (-step[0], -step[1])
    if place > last:
        return _run(workings, last, step, place, within) or _run(workings, first, backwards, place, within | levels)
    return _run(workings, first, backwards, place, within) or _run(workings, last, step, place, within | levels)


def _run(workings: Workings, end: Place, step: Place, formula_at: Place, within: frozenset[int]) -> list[Place]:
    run: list[Place] = []
    at = (end[0] + step[0], end[1] + step[1])
    while at != formula_at and at[0] not in within and _is_alike(workings, at, end) and workings.value(at):
        run.append(at)
        at = (at[0] + step[0], at[1] + step[1])
    return run


def _is_alike(workings: Workings, place: Place, other: Place) -> bool:
    """Whether both hold typed numbers of one sort, or copies of one formula; a year is no part of anything."""
    if workings.is_typed_number(place) and workings.is_typed_number(other):
        value = workings.value(place)
        is_year = value is not None and value.denominator == 1 and int(value) in YEARS
        return not is_year and ("%" in workings.cells[place].text) == ("%" in workings.cells[other].text)
    formulas = workings.formulas.get(place), workings.formulas.get(other)
    return bool(formulas[0] and formulas[1] and seen_from(formulas[0], place) == seen_from(formulas[1], other))


def _is_near(left_out: Place, area: Area, place: Place) -> bool:
    """Whether it stands between the range and its formula."""
    return min((area.bottom, area.right), place) < left_out < max((area.top, area.left), place)


def _others_include(workings: Workings, place: Place, left_out: Place, step: Place) -> bool:
    """Whether a formula beside this one adds up the line that is left out here."""
    for sign in (1, -1):
        beside = (place[0] + sign * step[1], place[1] + sign * step[0])
        line = (left_out[0] + sign * step[1], left_out[1] + sign * step[0])
        if any(area.holds(line) for area in summed(workings.formulas.get(beside, ""))):
            return True
    return False
