"""A sentence that tells cells of one record: its names and numbers must stand in one row together."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.claim import Repetition, Sure, Tally
from claims.tabulate.records.asked import Asked, Question, cell_figure, condition_of, extent, figure_of, is_met, is_told_by
from claims.tabulate.records.bound import columns_after, columns_before
from claims.tabulate.records.link import Free, Mention
from claims.tabulate.records.told import is_written_as_name, says_how_much

MOST_UNKNOWN = 2
MOST_UNKNOWN_BESIDE_NUMBERS = 1
"""A number may be one of something that the table does not tell."""
FEWEST_TOLD = 2


def asked_of_one_row(question: Question) -> Asked | None:
    """What is told of one record, or of each of several; None where it is not sure of which."""
    telling, link = question.telling, question.link
    asking = (telling.highest, telling.lowest, telling.either_end, telling.more, telling.fewer, telling.over, telling.below, telling.averaged)
    if question.cues(*asking, telling.summed, telling.different, telling.denied, telling.ordered, telling.spread) or question.says_how_often():
        return None
    if len(link.unknown) > MOST_UNKNOWN or len(link.mentions) + len(link.free) < FEWEST_TOLD:
        return None
    lists = _lists(question)
    if len(lists) > 1:
        return None  # two of two columns: which goes with which is for `clauses` to say
    numbers = [free for free in link.free if not question.is_of_head(free)]
    if lists:
        return _of_each(question, lists[0], numbers)
    return _of_one(question, link.mentions, numbers)


def _lists(question: Question) -> list[list[Mention]]:
    """Mentions of one column, where there are several."""
    alone = {next(iter(mention.rows)) for mention in question.link.mentions if len(mention.rows) == 1}
    by_column = ([mention for mention in question.link.mentions if column in mention.rows] for column in sorted(alone))
    return [some for some in by_column if len(some) > 1]


def _of_each(question: Question, listed: list[Mention], numbers: list[Free]) -> Asked | None:
    """What is told of each of those listed; the first that does not fit is the claim."""
    rest = [mention for mention in question.link.mentions if mention not in listed]
    if not rest or numbers or any(one.any_row & other.any_row for one in listed for other in listed if one is not other):
        return None
    asked = [_of_one(question, (one, *rest), numbers) for one in listed]
    known = [one for one in asked if one]
    if len(known) < len(listed):
        return None
    return next((one for one in known if not one.holds), known[0])


def _of_one(question: Question, mentions: Sequence[Mention], numbers: list[Free]) -> Asked | None:
    named = frozenset(range(len(question.link.sheet.rows))).intersection(*(mention.any_row for mention in mentions))
    if any(all(_stands_in(question, free, row) for free in numbers) for row in named):
        return Asked(Tally(question.span, condition_of(question, mentions), len(named)), True)
    if not mentions:
        return _of_numbers(question, numbers)
    if not named:
        if len(mentions) < FEWEST_TOLD or not all(_is_sure(question, mention) for mention in mentions) or not all(free.rows for free in numbers):
            return None
        if not says_how_much(question.text, question.link.words, question.telling) and not _is_all_of_table(question, mentions):
            return None
        return _cell_instead(question, mentions) or Asked(Tally(question.span, condition_of(question, mentions), 0), False)
    return _number_elsewhere(question, numbers, named)


def _cell_instead(question: Question, mentions: Sequence[Mention]) -> Asked | None:
    """The number that does not go with the one row that all else names, against the cell of its column there."""
    link = question.link
    for mention in mentions:
        rows = question.every_row.intersection(*(other.any_row for other in mentions if other is not mention))
        if mention.first != mention.last or not link.words[mention.first].is_number or len(rows) != 1 or len(mention.rows) != 1:
            continue
        (row,), (column,) = rows, mention.rows
        field, figure = link.sheet.rows[row][column], figure_of(link.words[mention.first], question.span[0], question.text)
        claim = Repetition(question.span, figure, cell_figure(field), sure=Sure.LIKELY)
        if field.number is not None and not is_met(claim):
            return Asked(claim, False)
    return None


def _is_sure(question: Question, mention: Mention) -> bool:
    """Whether the words are a whole cell, or most of one with no strange word beside them: several words, a number, or a name."""
    link = question.link
    strange = {mention.first - 1, mention.last + 1} & set(link.unknown)
    if mention.last > mention.first:
        return mention.whole or mention.mostly
    return (mention.whole or (mention.mostly and not strange)) and is_written_as_name(question.text, link.words[mention.first])


def _is_all_of_table(question: Question, mentions: Sequence[Mention]) -> bool:
    """Whether words that tell no figure are all the table's: names of cells, and the head of one of them ("The Aurora left from Dover")."""
    link = question.link
    named = all(any(is_written_as_name(question.text, link.words[place]) for place in range(mention.first, mention.last + 1)) for mention in mentions)
    return named and not link.unknown and any(column in link.heads for mention in mentions for column in mention.rows)


def _of_numbers(question: Question, numbers: list[Free]) -> Asked | None:
    """Numbers alone, each beside its head, that stand in no row together."""
    told = []
    for free in numbers:
        bound = _columns_beside(question, free)
        if not bound:
            return None
        told.append(f"{question.link.sheet.columns[min(bound)].head}: {question.figure(free).printed}")
    if len(numbers) < FEWEST_TOLD or any(question.counts(free) for free in numbers) or len(set(told)) < len(told):
        return None
    return Asked(Tally(question.span, " · ".join(told), 0), False)


def _columns_beside(question: Question, free: Free) -> frozenset[int]:
    """The columns of numbers whose head stands right before or after a number; none where one of them is of no numbers."""
    link = question.link
    bound = columns_before(link.words, free.place, link.sheet, question.telling) | columns_after(link.words, free.place, link.sheet)
    return bound if all(link.sheet.columns[column].is_numeric for column in bound) else frozenset()


def _number_elsewhere(question: Question, numbers: list[Free], named: frozenset[int]) -> Asked | None:
    """A number that the named rows do not hold, with the cell that its head names."""
    mentions = question.link.mentions
    columns = question.link.columns(numeric=True)
    wrong = [free for free in numbers if not any(_stands_in(question, free, row) for row in named)]
    if not columns or not mentions or not wrong or len(question.link.unknown) > MOST_UNKNOWN_BESIDE_NUMBERS:
        return None
    for free in wrong:
        figure = question.figure(free)
        sums = [sum(extent(named, question, column), Fraction(0)) for column in _numeric(question)]
        opened = free.place and question.link.words[free.place - 1].stem in question.telling.between
        strange = free.place + 1 in question.link.unknown
        if opened or strange or question.counts(free) or figure.low == len(named) or any(is_told_by(figure, value) for value in sums):
            return None
    near = min(columns, key=lambda column: min(abs(place - wrong[0].place) for place in question.link.heads[column]))
    if len(named) == 1:
        (row,) = named
        field = question.link.sheet.rows[row][near]
        if field.number is None:
            return None
        return Asked(Repetition(question.span, question.figure(wrong[0]), cell_figure(field), sure=Sure.LIKELY), False)
    said = f"{question.link.sheet.columns[near].head}: {question.figure(wrong[0]).printed}"
    return Asked(Tally(question.span, condition_of(question, mentions, [said]), 0), False)


def _numeric(question: Question) -> list[int]:
    return [column.number for column in question.link.sheet.columns if column.is_numeric]


def _stands_in(question: Question, free: Free, row: int) -> bool:
    """Whether some cell of the row tells the number."""
    fields = question.link.sheet.rows[row]
    if bound := _columns_beside(question, free):
        fields = tuple(fields[column] for column in sorted(bound))
    figure = question.figure(free)
    return any(free.digits in field.stems or (field.number is not None and is_told_by(figure, field.number.value)) for field in fields)
