"""A look-up of mentions: by value and by word, so that a source of many pages costs little for each figure of an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import msgspec

from claims.figure import Figure
from claims.interval import Interval
from claims.rounding import Reading
from claims.trace.mention import Mention, Tokens

BARE, COUNTED = "bare", "counted"
"""Cells without a unit may be anything; people, ships and bare numbers of prose are counted alike."""
POWERS = (0, 3, 6, 9, -3, -6, -9, 2, 5, 8, 11, -2)
"""By so many powers of ten a cell may be off what it says: its table's scale unsaid, or not meant of its row, and hundredths of money."""
MOST_BY_WORD = 400
"""What so many figures are said of is no name of any of them."""
FARTHEST_SIZE = 1

Key = tuple[str, int]


class Shelf(msgspec.Struct):
    """Mentions of one kind and size, by their lowest value; none is wider than `widest`."""

    lows: list[Fraction]
    numbers: list[int]
    widest: Fraction


class Lookup(msgspec.Struct, frozen=True):
    """Where the mentions stand that have a value, or a word."""

    shelves: dict[Key, Shelf]
    by_word: dict[str, list[int]]

    def numbers(self, mention: Mention, bare: Interval, title: Tokens) -> tuple[list[int], bool]:
        """The mentions that may have the figure's value, or that have the rarest of its words, in their order; and whether those are all with that word."""
        based = _size_of(mention.figure.read(Reading.LOOSE))
        found = {number for kind in _kinds(mention.figure) for number in self._met(kind, based)}
        found.update(number for power in POWERS for number in self._met(BARE, _size_of(bare * Interval.exactly(Fraction(10) ** power))))
        known = [word for word in (mention.near - title or mention.near) if word in self.by_word]
        rarest = min(known, key=lambda word: (len(self.by_word[word]), word), default="")
        with_word = self.by_word.get(rarest, [])
        are_all = len(with_word) <= MOST_BY_WORD
        if are_all:
            found.update(with_word)
        return sorted(found), are_all

    def _met(self, kind: str, values: Interval) -> Iterator[int]:
        size = _magnitude(values)
        for near in range(size - FARTHEST_SIZE, size + FARTHEST_SIZE + 1):
            shelf = self.shelves.get((kind, near))
            if shelf:
                first, after = bisect_left(shelf.lows, values.low - shelf.widest), bisect_right(shelf.lows, values.high)
                yield from shelf.numbers[first:after]


def lookup_of(mentions: Sequence[Mention], readings: Sequence[Sequence[Interval]]) -> Lookup:
    """The mentions laid out."""
    by_key: dict[Key, list[tuple[Fraction, int, Fraction]]] = {}
    by_word: dict[str, list[int]] = {}
    for number, (mention, bands) in enumerate(zip(mentions, readings, strict=True)):
        values = _size_of(bands[Reading.LOOSE])
        kind = BARE if mention.is_cell and mention.figure.unit.kind == "plain" else next(iter(_kinds(mention.figure)))
        by_key.setdefault((kind, _magnitude(values)), []).append((values.low, number, values.high - values.low))
        for word in mention.near | mention.around:
            by_word.setdefault(word, []).append(number)
    return Lookup({key: _shelf(found) for key, found in by_key.items()}, by_word)


def _shelf(found: list[tuple[Fraction, int, Fraction]]) -> Shelf:
    found.sort()
    return Shelf([low for low, _, _ in found], [number for _, number, _ in found], max(width for _, _, width in found))


def _kinds(figure: Figure) -> Iterable[str]:
    """Its own kind first, then those that its sign may stand for too."""
    units = (figure.unit, *figure.may_also_be)
    return dict.fromkeys(COUNTED if unit.kind in ("plain", "count") else unit.dimension for unit in units)


def _size_of(values: Interval) -> Interval:
    """Without its sign, which prose tells by words."""
    low, high = sorted((abs(values.low), abs(values.high)))
    return Interval(Fraction(0) if values.low < 0 < values.high else low, high)


def _magnitude(values: Interval) -> int:
    """How many digits its highest value has before the point, or, below one, how many noughts stand behind it."""
    value = values.high
    return len(str(int(value))) if value >= 1 else -len(str(int(1 / value))) if value else 0
