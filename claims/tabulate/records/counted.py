"""A sentence that counts records, sums or averages a column of them: the number must be that of some honest choice of rows."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from claims.claim import Average, Repetition, Sure, Tally, Total
from claims.figure import Figure
from claims.tabulate.records.asked import NEAR, Asked, Question, Rows, cell_figure, condition_of, extent, is_told_by
from claims.tabulate.records.link import Free, Mention
from claims.tabulate.records.stretch import SIGNS, sign_before

MOST_UNKNOWN = 0
MOST_SHOWN = 12


def asked_of_many(question: Question) -> Asked | None:
    """What is told of how many rows, of the sum or the average of a column; None where it is not sure of which."""
    telling = question.telling
    others = (telling.highest, telling.lowest, telling.denied, telling.ordered, telling.spread)
    if question.cues(*others):
        return None
    averaged, summed = question.cues(telling.averaged), question.cues(telling.summed)
    numbers = [free for free in question.link.free if not question.is_of_head(free)]
    counting = [free for free in numbers if question.counts(free)]
    rest = [free for free in numbers if free not in counting]
    if summed and len(rest) == 1 and question.measures() and not question.cues(telling.more, telling.fewer):
        told = {str(len(question.every_row)), str(len(question.meant()))}
        return _sum(question, rest[0], question.row_sets()) if all(free.digits in told for free in counting) else None
    if counting and not averaged and not _compares(question, counting[0]) and not question.cues(telling.either_end):
        narrowed = _narrowed(question, [free for free in numbers if free is not counting[0]])
        return _count(narrowed, counting[0], narrowed.row_sets()) if narrowed else None
    if len(numbers) != 1 or not averaged or not question.measures() or question.cues(telling.more, telling.fewer):
        return None
    return _average(question, numbers[0], question.row_sets())


def _compares(question: Question, number: Free) -> bool:
    """Whether "more" or "fewer" is said, but not of the number itself."""
    _, first = sign_before(question.link, question.telling, number.place)
    return any(not first <= place < number.place for place in question.cues(question.telling.more, question.telling.fewer))


def _narrowed(question: Question, numbers: list[Free]) -> Question | None:
    """The question with numbers as the cells of the columns that are named beside them ("64 goals"); None where some number is none."""
    link = question.link
    made = []
    for free in numbers:
        if free.digits == str(len(question.every_row)):
            continue  # "of the 7 vessels"
        near = [stem for place in (free.place - 2, free.place - 1, free.place + 1) if 0 <= place < len(link.words) for stem in [link.words[place].stem]]
        columns = [column for column in question.measures() if not set(near).isdisjoint(link.sheet.columns[column].stems)]
        if not columns:
            return None
        made.append(Mention(free.place, free.place, {column: free.rows.get(column, frozenset()) for column in columns}, True))
    mentions = tuple(sorted((*link.mentions, *made), key=lambda mention: mention.first))
    return msgspec.structs.replace(question, link=msgspec.structs.replace(link, mentions=mentions))


def _count(question: Question, number: Free, sets: set[Rows]) -> Asked | None:
    link, telling = question.link, question.telling
    figure = question.figure(number)
    if len(link.unknown) > MOST_UNKNOWN or not link.mentions or figure.number.exponent or figure.low > len(question.every_row):
        return None
    rows = question.meant()
    sign, _ = sign_before(link, telling, number.place)
    if sign:
        counts = {len(rows), *(len({link.sheet.rows[row][column.number].text.lower() for row in rows}) for column in link.sheet.columns)}
        values = {value for column in link.columns(numeric=True) for value in extent(rows, question, column)}
        holds = any(SIGNS[sign](value, figure.low) for value in counts | values)
    else:
        holds = figure.low in {Fraction(value) for value in _counted(question, sets)} or _is_value(question, number, sets)
    field = [link.sheet.rows[row][0] for row in sorted(rows)]
    cells = tuple(cell_figure(one) for one in field[:MOST_SHOWN])
    claim = Tally(question.span, condition_of(question, link.mentions), len(rows), figure, cells, sign in ("≥", ">"), sign in ("≤", "<"))
    return Asked(claim, holds)


def _counted(question: Question, sets: set[Rows]) -> Iterator[int]:
    """How many rows each set has, and how many different cells in each column of it."""
    sheet = question.link.sheet
    named = {column for mention in question.link.mentions for column in mention.rows}
    for rows in sets:
        yield len(rows)
        for column in (column for column in sheet.columns if column.number not in named):
            yield len({sheet.rows[row][column.number].text.lower() for row in rows})


def _is_value(question: Question, number: Free, sets: set[Rows]) -> bool:
    """Whether the number is told by a cell in rows that are not all, or by the sum of a column in some set of rows."""
    figure, sheet = question.figure(number), question.link.sheet
    for rows in sets:
        if rows != question.every_row and any(rows & cells for cells in number.rows.values()):
            return True
        if any(column.is_numeric and is_told_by(figure, sum(extent(rows, question, column.number), Fraction(0))) for column in sheet.columns):
            return True
    return False


def _sum(question: Question, number: Free, sets: set[Rows]) -> Asked | None:
    figure = question.figure(number)
    measured = {place for column in question.measures() for place in question.link.heads[column]}
    if len(question.link.unknown) > MOST_UNKNOWN or not any(abs(place - number.place) <= NEAR for place in measured):
        return None
    holds = _is_value(question, number, sets) or figure.low in {Fraction(value) for value in _counted(question, sets)}
    cells = _cells(question)
    if len(cells) == 1:
        return Asked(Repetition(question.span, figure, cells[0], sure=Sure.LIKELY), holds)
    return Asked(Total(question.span, cells, figure, sure=Sure.LIKELY), holds) if len(cells) > 1 else None


def _average(question: Question, number: Free, sets: set[Rows]) -> Asked | None:
    figure = question.figure(number)
    if len(question.link.unknown) > MOST_UNKNOWN or not question.measures():
        return None
    holds = any(number.rows.values())
    for rows in sets:
        for column in question.link.sheet.columns:
            values = extent(rows, question, column.number)
            holds = holds or (bool(values) and is_told_by(figure, sum(values, Fraction(0)) / len(values)))
    cells = _cells(question)
    if len(cells) == 1:
        return Asked(Repetition(question.span, figure, cells[0], sure=Sure.LIKELY), holds)
    return Asked(Average(question.span, figure, cells, sure=Sure.LIKELY), holds) if len(cells) > 1 else None


def _cells(question: Question) -> tuple[Figure, ...]:
    """The cells of the measured column in the rows that are meant."""
    rows = question.meant()
    column = question.measures()[0]
    fields = [question.link.sheet.rows[row][column] for row in sorted(rows)]
    return tuple(cell_figure(field) for field in fields if field.number)
