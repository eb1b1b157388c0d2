"""What cells of a spreadsheet hold where their neighbours tell of something else: a number typed among formulas, or a number that is text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from claims.claim import Entry, Sure
from claims.document import Cell, Table
from claims.tabulate.amount import Amount, amount_in
from claims.tabulate.formula import Place, moved_to, refers_along
from claims.tabulate.workings import Workings

FEWEST_COPIES = 3
"""So many formulas in a row must be copies of each other before a number at their end is odd; one on each side where it stands between them."""
NEAR = 10
"""A number at the end of a run is in the place of a copy where it is within a tenth of what the copy gives; else it may be another thing."""
CERTAIN_COPIES = 4
FEWEST_NUMBERS = 3
NUMBERS_PER_TEXT = 4
"""How many numbers a column must hold for each text in it that looks like one."""
CODE = re.compile("0[0-9]")
STEPS: tuple[Place, Place] = ((0, 1), (1, 0))
"""To the right, and down."""


def typed_in(workings: Workings) -> Iterator[Entry]:
    """Numbers that stand in the place of a copy of the formula beside them."""
    told: set[Place] = set()
    for copies in workings.copies.values():
        among = set(copies)
        for step in STEPS if len(copies) > 1 else ():
            for place, beside in _odd_ones(copies, among, step, workings):
                entry = _typed(workings, place, beside, step, among) if place not in told else None
                if entry:
                    told.add(place)
                    yield entry


def _odd_ones(copies: Collection[Place], among: Collection[Place], step: Place, workings: Workings) -> Iterator[tuple[Place, Place]]:
    """Typed numbers right before and behind copies of a formula, each with the copy."""
    for copy in copies:
        for sign in (1, -1):
            place = _moved(copy, step, sign)
            if place not in among and workings.is_typed_number(place):
                yield place, copy


def _typed(workings: Workings, place: Place, beside: Place, step: Place, among: Collection[Place]) -> Entry | None:
    is_between = _moved(place, step) in among and _moved(place, step, -1) in among
    formula = moved_to(workings.formulas[beside], beside, place)
    holds, gives = workings.value(place), workings.worked_out(formula)
    if holds is None or (not is_between and not _is_at_the_end_of_copies(workings, place, beside, step, among)):
        return None
    if not is_between and (gives is None or abs(gives - holds) * NEAR > abs(holds)):
        return None
    figure = workings.figure(place)
    if figure and gives is not None and abs(gives - holds) <= figure.number.half_step:
        gives = holds  # it was typed in rounded
    differs = gives != holds if gives is not None else len(among) >= CERTAIN_COPIES
    sure = Sure.LIKELY if differs else Sure.FAINT
    return Entry(figure.span, "typed in", workings.name(place), formula, figure, holds, gives, workings.name(beside), sure) if figure else None


def _is_at_the_end_of_copies(workings: Workings, place: Place, beside: Place, step: Place, among: Collection[Place]) -> bool:
    """Whether it ends a run of enough copies, and is not what the first of them begins with."""
    sign = -1 if beside < place else 1
    run = all(_moved(beside, step, sign * steps) in among for steps in range(FEWEST_COPIES))
    return run and not refers_along(workings.formulas[beside], beside, step)


def _moved(place: Place, step: Place, times: int = 1) -> Place:
    return place[0] + times * step[0], place[1] + times * step[1]


def texts(workings: Workings, table: Table, decimal: str) -> Iterator[Entry]:
    """Texts that look like numbers, in columns of numbers: no sum counts them."""
    top, left = table.corner
    for column in range(len(table.rows[0])):
        cells = [row[column] for row in table.rows]
        numbers = [row for row, cell in enumerate(cells) if cell.exact]
        if len(numbers) < FEWEST_NUMBERS:
            continue
        odd = [(row, amount) for row, cell in enumerate(cells) if row > numbers[0] - 2 and (amount := _looks_like_number(cell, decimal))]
        if not odd or len(odd) * NUMBERS_PER_TEXT > len(numbers):
            continue
        for row, amount in odd:
            place = (top + row, left + column)
            figure = workings.figure_of_text(place, amount.number)
            counted = any(area.holds(place) for area in workings.areas_summed)
            yield Entry(figure.span, "text", workings.name(place), "", figure, None, amount.number.value, "", Sure.LIKELY if counted else Sure.FAINT)


def _looks_like_number(cell: Cell, decimal: str) -> Amount | None:
    """The amount that a text is, where nothing but its digits and signs stand in it, and it is no code ("0012") and no year."""
    if cell.exact or cell.formula or cell.repeated or not cell.text or CODE.match(cell.text):
        return None
    amount = amount_in(cell.text, decimal)
    plain = cell.text.strip(" '’()-−–+$€£¥%").replace(" ", "")
    is_bare = plain[:1].isdigit() and plain[-1:].isdigit() and not any(sign.isalpha() or sign in "*†‡[]()" for sign in plain)
    return amount if amount and is_bare and not amount.dash and not amount.year else None


