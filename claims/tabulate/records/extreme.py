"""A sentence with a superlative: what it names must stand in the row with the highest or the lowest value, or be that value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from claims.claim import Comparison, Repetition, Sure, Tally
from claims.tabulate.records.asked import MOST_MENTIONS, Asked, Question, Rows, cell_figure, condition_of, is_told_by
from claims.tabulate.records.link import Free

MOST_UNKNOWN = 2
MOST_UNKNOWN_BESIDE_NUMBERS = 0
"""A number may be the most of what the table does not tell."""
FEWEST_COMPARED = 2
NEAR = 4
"""So many words on, at most, stands the head that a superlative is said of."""
Value = Fraction | tuple[int, ...]


class Scale(NamedTuple):
    """What is compared: a column, one of the numbers in its cells, the end that is said, and the rank from there."""

    column: int
    part: int
    highest: bool
    rank: int


def asked_of_extreme(question: Question) -> Asked | None:
    """What is told of the highest or lowest; None where several superlatives stand, or it is not sure of what."""
    telling, link = question.telling, question.link
    ends = question.cues(telling.highest, telling.lowest)
    others = (telling.more, telling.fewer, telling.over, telling.below, telling.averaged, telling.summed, telling.denied, telling.different, telling.times)
    if len(ends) != 1 or question.cues(*others, telling.either_end) or len(link.unknown) > MOST_UNKNOWN:
        return None
    (place,) = ends
    numbers = [free for free in link.free if not question.is_of_head(free)]
    scales = list(_scales(question, place))
    if not scales or not (link.mentions or numbers) or len(numbers) > 1 or (numbers and len(link.unknown) > MOST_UNKNOWN_BESIDE_NUMBERS):
        return None
    holds = any(_holds(question, scale, numbers) for scale in scales) or _is_first_in_groups(question, scales)
    return _claim(question, scales[0], numbers, holds)


def _scales(question: Question, place: int) -> Iterator[Scale]:
    """What the superlative at that place may be said of: the head next after it, else the last before it."""
    link, telling = question.link, question.telling
    after = sorted({at for places in link.heads.values() for at in places if place < at <= place + NEAR})
    before = sorted({at for places in link.heads.values() for at in places if place - NEAR <= at < place}, reverse=True)
    near = next(iter(after or before), None)
    highest = link.words[place].stem in telling.highest
    rank = telling.nth.get(link.words[place - 1].stem, 1) if place else 1
    for number in link.columns():
        column = link.sheet.columns[number]
        if near not in link.heads[number]:
            continue
        for part in range(column.parts or (1 if column.is_numeric or column.is_dated else 0)):
            yield Scale(number, part, highest, rank)


def _holds(question: Question, scale: Scale, numbers: list[Free]) -> bool:
    """Whether, in all rows or those that some mentions pick, the end's row is one that the other mentions name, and holds the number."""
    mentions = question.link.mentions[:MOST_MENTIONS]
    ways = [scale, scale._replace(highest=not scale.highest)] if _is_rank(question, scale.column) else [scale]
    for size in range(len(mentions) + 1):
        for picking in combinations(mentions, size):
            rows = question.every_row.intersection(*(mention.any_row for mention in picking))
            rest = [mention.any_row for mention in mentions if mention not in picking]
            if len(rows) < FEWEST_COMPARED or not (rest or numbers):
                continue
            for way in ways:
                ends = _end(question, way, rows).intersection(*rest)
                if any(_tells(question, scale.column, row, numbers) for row in ends):
                    return True
    return False


def _is_rank(question: Question, column: int) -> bool:
    """Whether a low value may be a high place."""
    return not question.telling.ranked.isdisjoint(question.link.sheet.columns[column].stems)


def _tells(question: Question, column: int, row: int, numbers: list[Free]) -> bool:
    fields = question.link.sheet.rows[row]
    values = [field.number.value for field in fields if field.number]
    return all(free.digits in fields[column].stems or any(is_told_by(question.figure(free), value) for value in values) for free in numbers)


def _values(question: Question, scale: Scale, rows: Rows) -> list[tuple[int, Value]]:
    """Row and value of each cell that has one: numbers, or days."""
    found: list[tuple[int, Value]] = []
    column = question.link.sheet.columns[scale.column]
    for row in sorted(rows):
        field = question.link.sheet.rows[row][scale.column]
        if column.parts and field.parts:
            found.append((row, field.parts[scale.part][0].value))
        elif column.is_numeric and field.number:
            found.append((row, field.number.value))
        elif column.is_dated and not column.is_numeric and field.day:
            found.append((row, field.day))
    return found


def _end(question: Question, scale: Scale, rows: Rows) -> Rows:
    """The rows at that rank from the end, counted by values and by rows."""
    values = sorted(_values(question, scale, rows), key=lambda pair: pair[1], reverse=scale.highest)
    distinct = list(dict.fromkeys(value for _, value in values))
    at = scale.rank - 1
    told = {some[at] for some in (distinct, [value for _, value in values]) if at < len(some)}
    return frozenset(row for row, value in values if value in told)


def _is_first_in_groups(question: Question, scales: Sequence[Scale]) -> bool:
    """Whether the rows of a mention are the most of all that their column names, or have the highest sum of all."""
    return any(_leads(question, scale, on, rows) for mention in question.link.mentions for on, rows in mention.rows.items() for scale in scales)


def _leads(question: Question, scale: Scale, on: int, rows: Rows) -> bool:
    groups: dict[str, set[int]] = {}
    for row in question.every_row:
        groups.setdefault(question.link.sheet.rows[row][on].text.lower(), set()).add(row)
    if len(rows) < FEWEST_COMPARED or len(groups) < FEWEST_COMPARED:
        return False
    best = max if scale.highest else min
    if len(rows) == best(map(len, groups.values())):
        return True
    sums = [_sum(question, scale, frozenset(some)) for some in groups.values()]
    return not question.link.sheet.columns[scale.column].is_dated and _sum(question, scale, rows) == best(sums)


def _sum(question: Question, scale: Scale, rows: Rows) -> Fraction:
    return sum((value for _, value in _values(question, scale, rows) if isinstance(value, Fraction)), Fraction(0))


def _claim(question: Question, scale: Scale, numbers: list[Free], holds: bool) -> Asked | None:
    """The claim over all rows: the number said, or the cell of the row named, against the cell at the end."""
    sheet, mentions = question.link.sheet, question.link.mentions
    ends = sorted(_end(question, scale, question.every_row))
    if not ends:
        return None
    end = sheet.rows[ends[0]][scale.column]
    number = question.figure(numbers[0]) if numbers else None
    if number and (holds or not mentions or cell_figure(end, scale.part).low != number.low):
        return Asked(Repetition(question.span, number, cell_figure(end, scale.part), sure=Sure.LIKELY), holds) if end.number or end.parts else None
    shared = question.every_row.intersection(*(mention.any_row for mention in mentions))
    named = sorted(shared or sorted(mentions, key=lambda mention: len(mention.any_row))[0].any_row)
    fields = [sheet.rows[row][scale.column] for row in named]
    field = next((field for field in fields if field.number or field.parts), None)
    if field is None or not (end.number or end.parts):
        told = f"{sheet.columns[scale.column].head}: {end.text}"
        return Asked(Tally(question.span, condition_of(question, mentions, [told]), int(holds)), holds)
    one, other = cell_figure(field, scale.part), cell_figure(end, scale.part)
    if scale.rank > 1:
        return Asked(Repetition(question.span, one, other, sure=Sure.LIKELY), holds)
    greater, lesser = (one, other) if scale.highest else (other, one)
    return Asked(Comparison(question.span, greater, lesser, sure=Sure.LIKELY), holds)
