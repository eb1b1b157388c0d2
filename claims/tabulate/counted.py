"""A sentence that counts records, sums or averages a column of them: the number must be that of some honest choice of rows."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.claim import Average, Sure, Tally, Total
from claims.figure import Figure
from claims.tabulate.asked import Asked, Question, Rows, cell_figure, condition_of, extent, is_told_by
from claims.tabulate.link import Free
from claims.tabulate.stretch import SIGNS, sign_before

MOST_UNKNOWN = 0
MOST_UNKNOWN_SUMMED = 2
MOST_SHOWN = 12


def asked_of_many(question: Question) -> Asked | None:
    """What is told of how many rows, of the sum or the average of a column; None where it is not sure of which."""
    telling, link = question.telling, question.link
    others = (telling.highest, telling.lowest, telling.denied, telling.ordered, telling.spread)
    numbers = [free for free in link.free if not _is_of_head(question, free)]
    if question.cues(*others) or len(numbers) != 1:
        return None
    (number,) = numbers
    sets = question.row_sets()
    averaged, summed = question.cues(telling.averaged), question.cues(telling.summed)
    if averaged:
        return _average(question, number, sets)
    if summed and question.measures():
        return _sum(question, number, sets)
    return _count(question, number, sets)


def _is_of_head(question: Question, free: Free) -> bool:
    return any(free.digits in column.stems for column in question.link.sheet.columns)


def _meant(question: Question) -> Rows:
    """The rows that all mentions pick together."""
    return question.every_row.intersection(*(mention.any_row for mention in question.link.mentions))


def _count(question: Question, number: Free, sets: set[Rows]) -> Asked | None:
    link, telling = question.link, question.telling
    figure = question.figure(number)
    if len(link.unknown) > MOST_UNKNOWN or not link.mentions or figure.number.exponent or not _counts(question, number):
        return None
    rows = _meant(question)
    sign, _ = sign_before(link, telling, number)
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


def _counts(question: Question, number: Free) -> bool:
    """Whether the number stands before what rows are called, or what a head names."""
    words = question.link.words
    names = {stem for column in question.link.sheet.columns for stem in column.stems} | question.telling.kinds | question.telling.times
    return any(word.stem in names for word in words[number.place + 1 : number.place + 4])


def _counted(question: Question, sets: set[Rows]) -> Iterator[int]:
    """How many rows each set has, and how many different cells in each column of it."""
    sheet = question.link.sheet
    for rows in sets:
        yield len(rows)
        for column in sheet.columns:
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
    if len(question.link.unknown) > MOST_UNKNOWN_SUMMED:
        return None
    holds = _is_value(question, number, sets) or figure.low in {Fraction(value) for value in _counted(question, sets)}
    holds = holds or any(number.rows.values())
    cells = _cells(question)
    return Asked(Total(question.span, cells, figure, sure=Sure.LIKELY), holds) if len(cells) > 1 else None


def _average(question: Question, number: Free, sets: set[Rows]) -> Asked | None:
    figure = question.figure(number)
    if len(question.link.unknown) > MOST_UNKNOWN_SUMMED or not question.measures():
        return None
    holds = any(number.rows.values())
    for rows in sets:
        for column in question.link.sheet.columns:
            values = extent(rows, question, column.number)
            holds = holds or (bool(values) and is_told_by(figure, sum(values, Fraction(0)) / len(values)))
    cells = _cells(question)
    return Asked(Average(question.span, figure, cells, sure=Sure.LIKELY), holds) if len(cells) > 1 else None


def _cells(question: Question) -> tuple[Figure, ...]:
    """The cells of the measured column in the rows that are meant."""
    rows = _meant(question)
    column = question.measures()[0]
    fields = [question.link.sheet.rows[row][column] for row in sorted(rows)]
    return tuple(cell_figure(field) for field in fields if field.number)
