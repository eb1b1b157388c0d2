"""Stretches in a sentence ("more than 9,000", "after May 3", "between 1996 and 2008"): the rows whose numbers or days lie there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec

from claims.tabulate.records.link import Linked, Mention, is_measure
from claims.tabulate.records.sheet import YEAR, Column, Field, Sheet, number_in
from claims.tabulate.records.telling import Telling

NEAR = 4
"""So many words, at most, stand between a threshold and the head that it is said of."""

Value = Any
"""A number, or a day: what a column is ordered by."""


class Stretch(NamedTuple):
    """Words from `first` to `last` that pick rows: those within, and those at the `edge`, of which some say they are within."""

    first: int
    last: int
    rows: dict[int, frozenset[int]]
    edge: dict[int, frozenset[int]]


def with_stretches(link: Linked, telling: Telling) -> Linked:
    """The sentence with its stretches as mentions of the rows in them, and their words settled."""
    stretches: list[Stretch] = []
    for stretch in (*_between(link, telling), *_after(link, telling), *_thresholds(link, telling)):
        if stretch.rows and all(stretch.first > other.last or stretch.last < other.first for other in stretches):
            stretches.append(stretch)
    if not stretches:
        return link
    taken = {place for stretch in stretches for place in range(stretch.first, stretch.last + 1)}
    kept = [mention for mention in link.mentions if mention.first not in taken]
    made = [Mention(stretch.first, stretch.last, stretch.rows, True, True, stretch.edge) for stretch in stretches]
    return msgspec.structs.replace(
        link,
        mentions=tuple(sorted((*kept, *made), key=lambda mention: mention.first)),
        free=tuple(free for free in link.free if free.place not in taken),
        settled=frozenset(taken),
    )


def _thresholds(link: Linked, telling: Telling) -> Iterator[Stretch]:
    """Numbers with the words of a threshold before them, near the head of a column of numbers; not numbers of rows."""
    places = [(free.place, free.place) for free in link.free]
    places += [(mention.first, mention.last) for mention in link.mentions if link.words[mention.first].is_number]
    rows = telling.kinds | {stem for column in link.sheet.columns if not column.is_numeric for stem in column.stems}
    for place, last in places:
        sign, first = sign_before(link, telling, place)
        number = number_in(link.words[place].stem)
        if not sign or number is None or (last + 1 < len(link.words) and link.words[last + 1].stem in rows):
            continue
        columns = [column for column in link.sheet.columns if column.is_numeric and _is_near(link, telling, column, place)]
        yield _stretch(link.sheet, first, last, columns, lambda field: field.number and field.number.value, SIGNS[sign], number.value)


def _is_near(link: Linked, telling: Telling, column: Column, place: int) -> bool:
    places = link.heads.get(column.number, ())
    return is_measure(link, column.number, telling.kinds) and any(abs(at - place) <= NEAR for at in places)


Beyond = Callable[[Value, Value], bool]
SIGNS: dict[str, Beyond] = {
    ">": lambda value, bound: bool(value > bound),
    "<": lambda value, bound: bool(value < bound),
    "≥": lambda value, bound: bool(value >= bound),
    "≤": lambda value, bound: bool(value <= bound),
}


def sign_before(link: Linked, telling: Telling, place: int) -> tuple[str, int]:
    """The sign of the words before a number, and where they begin: "more than", "over", "at least"; "" where there are none."""
    words = link.words
    for sign, phrases in (("≥", telling.at_least), ("≤", telling.at_most)):
        for phrase in phrases:
            first = place - len(phrase)
            if first >= 0 and tuple(word.stem for word in words[first:place]) == phrase:
                return sign, first
    before = [word.stem for word in words[:place]][-2:]
    if before and before[-1] in telling.over | telling.below:
        return ">" if before[-1] in telling.over else "<", place - 1
    if len(before) == 2 and before[1] in telling.than and before[0] in telling.more | telling.fewer:
        return ">" if before[0] in telling.more else "<", place - 2
    return "", place


def _after(link: Linked, telling: Telling) -> Iterator[Stretch]:
    """ "After", "before", "later than" and a day or a year."""
    for place, last, column, key in _days(link):
        words = [word.stem for word in link.words[:place]][-2:]
        first = place - 1
        if words and words[-1] in telling.after | telling.before:
            sign = ">" if words[-1] in telling.after else "<"
        elif len(words) == 2 and words[1] in telling.than and words[0] in telling.more | telling.fewer:
            sign, first = ">" if words[0] in telling.more else "<", place - 2
        else:
            continue
        yield _stretch(link.sheet, first, last, [column], _order(column), SIGNS[sign], key)


def _between(link: Linked, telling: Telling) -> Iterator[Stretch]:
    """ "Between" two days or years, "from" one "to" another."""
    days = list(_days(link))
    for first, last, column, low in days:
        for start, end, other, high in days:
            if other.number == column.number and 1 <= start - last <= 2 and first and link.words[first - 1].stem in telling.between:
                within = _stretch(link.sheet, first - 1, end, [column], _order(column), SIGNS["≥"], min(low, high))
                below = _stretch(link.sheet, first - 1, end, [column], _order(column), SIGNS["≤"], max(low, high))
                rows = {column.number: within.rows.get(column.number, frozenset()) & below.rows.get(column.number, frozenset())}
                yield Stretch(first - 1, end, rows, {column.number: within.edge.get(column.number, frozenset()) | below.edge.get(column.number, frozenset())})


def _days(link: Linked) -> Iterator[tuple[int, int, Column, Value]]:
    """Days and years in the sentence: first and last word, the column that tells such, the value there."""
    for mention in link.mentions:
        for number, rows in mention.rows.items():
            column = link.sheet.columns[number]
            values = [value for row in rows if (value := _order(column)(link.sheet.rows[row][number]))]
            if (column.is_dated or column.is_numeric) and values:
                stems = [word.stem for word in link.words[mention.first : mention.last + 1]]
                if len(stems) == 1 and YEAR.fullmatch(stems[0]) and column.is_dated and not column.is_numeric:
                    yield mention.first, mention.last, column, (int(stems[0]),)
                elif len(set(values)) == 1:
                    yield mention.first, mention.last, column, values[0]
    for place, word in enumerate(link.words):
        if YEAR.fullmatch(word.stem) and place not in link.inside:
            for column in link.sheet.columns:
                if column.is_dated:
                    yield place, place, column, int(word.stem) if column.is_numeric else (int(word.stem),)


def _order(column: Column) -> Callable[[Field], Value]:
    return lambda field: field.number and field.number.value if column.is_numeric else field.day


def _stretch(
    sheet: Sheet, first: int, last: int, columns: list[Column], order: Callable[[Field], Value], beyond: Beyond, bound: Value
) -> Stretch:
    """The rows of the columns beyond the bound; a year bounds days by their year alone."""
    rows: dict[int, frozenset[int]] = {}
    edge: dict[int, frozenset[int]] = {}
    for column in columns:
        values = {row: order(fields[column.number]) for row, fields in enumerate(sheet.rows)}
        told = {row: value[: len(bound)] if isinstance(bound, tuple) else value for row, value in values.items() if value is not None}
        rows[column.number] = frozenset(row for row, value in told.items() if beyond(value, bound))
        edge[column.number] = frozenset(row for row, value in told.items() if value == bound)
    return Stretch(first, last, rows, edge)
