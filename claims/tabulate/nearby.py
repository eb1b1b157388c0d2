"""Which tables of records a sentence may tell of: the nearest of those that have a word of it, so that a long document takes no longer a page."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claims.tabulate.records.link import may_tell
from claims.tabulate.records.sheet import Sheet

MOST_BEFORE = MOST_AFTER = 8
"""A word is looked for in so many tables before the sentence and after it: prose stands by the table that it tells of."""


class Nearby:
    """The tables of a document in their order, by the words of their heads and cells."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sorted(sheets, key=_start)
        self._starts = [_start(sheet) for sheet in self._sheets]
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, sheet in enumerate(self._sheets):
            for stem in sheet.heads | sheet.where.keys():
                self._having[stem].append(number)

    def of(self, stems: frozenset[str], start: int) -> Iterator[Sheet]:
        """The tables that a sentence of these words, beginning there, may tell of, in their order."""
        follows = bisect(self._starts, start)
        return (self._sheets[number] for number in sorted(self._around(stems, follows)) if may_tell(stems, self._sheets[number]))

    def _around(self, stems: Iterable[str], follows: int) -> set[int]:
        found: set[int] = set()
        for stem in stems:
            having = self._having.get(stem, ())
            at = bisect(having, follows - 1)
            found.update(having[max(0, at - MOST_BEFORE) : at + MOST_AFTER])
        return found


def _start(sheet: Sheet) -> int:
    return sheet.rows[0][0].cell.start
