"""What is bound to a head by standing right beside it: "away team of Kent", "45 tries against", "a grid of 3"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.tabulate.records.sheet import Sheet
from claims.tabulate.records.telling import Telling, Word

MOST_BETWEEN = 2
"""So many words ("was of") may stand between a head and what is bound to it."""


def columns_before(words: Sequence[Word], first: int, sheet: Sheet, telling: Telling) -> frozenset[int]:
    """The columns whose whole head ends right before a word; the longest heads alone."""
    end = first
    while end and first - end < MOST_BETWEEN and words[end - 1].stem in telling.binding:
        end -= 1
    return _longest({column.number: len(column.stems) for column in sheet.columns if _ends(words, end, column.stems)})


def columns_after(words: Sequence[Word], last: int, sheet: Sheet) -> frozenset[int]:
    """The columns whose whole head begins right after a word; the longest heads alone."""
    return _longest({column.number: len(column.stems) for column in sheet.columns if _ends(words, last + 1 + len(column.stems), column.stems)})


def _ends(words: Sequence[Word], end: int, stems: Sequence[str]) -> bool:
    return bool(stems) and end >= len(stems) and tuple(word.stem for word in words[end - len(stems) : end]) == tuple(stems)


def _longest(lengths: dict[int, int]) -> frozenset[int]:
    longest = max(lengths.values(), default=0)
    return frozenset(number for number, length in lengths.items() if length == longest)
