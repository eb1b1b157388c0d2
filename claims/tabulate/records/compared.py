"""A sentence that compares two records, or two columns of one: one must have more than the other, and by as much as is said."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.claim import Comparison, Sure
from claims.figure import Figure
from claims.tabulate.records.asked import Asked, Question, Rows, cell_figure, is_told_by
from claims.tabulate.records.link import Free, Mention
from claims.tabulate.records.sheet import Field

MOST_UNKNOWN = 1

Pair = tuple[Figure, Figure]


def asked_of_two(question: Question) -> Asked | None:
    """What is told of two records ("more gold than Kent", "5 points fewer than Kent"); None where it is not sure which two."""
    telling, link = question.telling, question.link
    cues = question.cues(telling.more, telling.fewer)
    others = (telling.highest, telling.lowest, telling.averaged, telling.denied, telling.different, telling.times, telling.either_end)
    than = list(link.places(telling.than))
    if len(cues) != 1 or len(than) != 1 or than[0] < cues[0] or question.cues(*others) or len(link.unknown) > MOST_UNKNOWN:
        return None
    more = link.words[cues[0]].stem in telling.more
    numbers = list(link.free)
    if len(numbers) > 1 or any(free.place > than[0] for free in numbers):
        return None
    left = [mention for mention in link.mentions if mention.last < than[0]]
    right = [mention for mention in link.mentions if mention.first > than[0]]
    pairs = list(_pairs_of_rows(question, left, right)) if right else list(_pairs_of_columns(question, left, than[0]))
    if not pairs or (numbers and all(question.link.sheet.columns[column].parts for column in question.measures())):
        return None
    ranked = {stem for number in link.columns() for stem in link.sheet.columns[number].stems} & telling.ranked
    holds = any(_fits(question, pair, way, numbers) for pair in pairs for way in ((more, not more) if ranked else (more,)))
    greater, lesser = pairs[0] if more else pairs[0][::-1]
    said = question.figure(numbers[0]) if numbers else None
    return Asked(Comparison(question.span, greater, lesser, said, sure=Sure.LIKELY), holds)


def _fits(question: Question, pair: Pair, more: bool, numbers: list[Free]) -> bool:
    one, other = pair[0].low, pair[1].low
    apart = one - other if more else other - one
    return apart > 0 and all(is_told_by(question.figure(free), apart) or _is_part(question, free, one, other) for free in numbers)


def _is_part(question: Question, free: Free, one: Fraction, other: Fraction) -> bool:
    """Whether the number is one of the two ("has 30 wins, more than Kent"), or how many times the other ("2 times as many")."""
    figure = question.figure(free)
    times = max(one, other) / min(one, other) if min(one, other) else Fraction(0)
    return is_told_by(figure, one) or is_told_by(figure, other) or figure.low == times


def _pairs_of_rows(question: Question, left: list[Mention], right: list[Mention]) -> Iterator[Pair]:
    """The cells of one column in a row named before and a row named after "than"."""
    if not left:
        return
    before, after = (_rows(question, mentions) for mentions in (left, right))
    if not any(one.rows.keys() & other.rows.keys() for one in left for other in right):
        return
    for column in question.measures():
        for one in sorted(before):
            for other in sorted(after):
                if one != other:
                    yield from _pair(question.link.sheet.rows[one][column], question.link.sheet.rows[other][column])


def _rows(question: Question, mentions: list[Mention]) -> Rows:
    """The rows that all name, else those that any names."""
    shared = question.every_row.intersection(*(mention.any_row for mention in mentions))
    return shared or frozenset().union(*(mention.any_row for mention in mentions))


def _pairs_of_columns(question: Question, left: list[Mention], than: int) -> Iterator[Pair]:
    """The cells of a column named before and one named after "than", in the rows named."""
    link = question.link
    before = [number for number in question.measures() if min(link.heads[number]) < than]
    after = [number for number in question.measures() if max(link.heads[number]) > than]
    if not left:
        return
    for one in before:
        for other in after:
            if one != other and set(link.heads[one]) != set(link.heads[other]):
                for row in sorted(_rows(question, left)):
                    yield from _pair(link.sheet.rows[row][one], link.sheet.rows[row][other])


def _pair(one: Field, other: Field) -> Iterator[Pair]:
    """The two cells; where they hold several numbers each, those at the same place."""
    if one.parts and len(one.parts) == len(other.parts):
        for part in reversed(range(len(one.parts))):
            yield cell_figure(one, part), cell_figure(other, part)
    elif one.number and other.number:
        yield cell_figure(one), cell_figure(other)
