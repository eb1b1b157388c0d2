"""A sentence of two clauses that tell the same of two records: each is asked for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.tabulate.records.link import Linked
from claims.tabulate.records.telling import Telling, Word

FEWEST_TOLD = 2


def clauses_of(whole: Linked, telling: Telling) -> Iterator[Sequence[Word]]:
    """The words of each clause, where "and" or "while" parts the sentence into such as tell a record each; all its words where it does not."""
    ends = list(whole.places(telling.highest | telling.lowest))
    places = [place for place in whole.places(telling.joined) if _is_parallel(whole, place, ends)]
    first = 0
    for place in places:
        if _tells(whole, first, place, ends) and _tells(whole, place + 1, len(whole.words), ends):
            yield whole.words[first:place]
            first = place + 1
    yield whole.words[first:]


def _is_parallel(whole: Linked, place: int, ends: Sequence[int]) -> bool:
    """Whether a cell of one column is named before and another after the place, or a superlative stands on either side."""
    if ends and min(ends) < place < max(ends):
        return True
    before = {column for mention in whole.mentions if mention.last < place for column in mention.rows}
    after = {column for mention in whole.mentions if mention.first > place for column in mention.rows}
    return bool(before & after)


def _tells(whole: Linked, first: int, last: int, ends: Sequence[int]) -> bool:
    """Whether the words between hold a name and something told of it, or what is the highest."""
    named = len({min(mention.rows, default=-1) for mention in whole.mentions if first <= mention.first < last})
    numbers = sum(1 for free in whole.free if first <= free.place < last)
    return (bool(named) and named + numbers >= FEWEST_TOLD) or (bool(numbers or named) and any(first <= end < last for end in ends))
