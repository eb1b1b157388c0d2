"""Text that repeats itself: what begins at a place where everything around has been read already is the same once more.

Prose has a figure in a hundred letters and never the same surroundings twice; a text of nothing but figures is a table, or
an attack, and need not be read a million times over.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.day import Day
from claims.figure import Figure

LETTERS_A_PLACE = 16
"""Where figures may begin more often than this, surroundings are remembered."""
BEFORE, AFTER = 304, 208
"""No finder looks farther back than this, nor this far beyond where a figure ends."""
FARTHEST = 96
MOST_REMEMBERED = 1_000
Told = tuple[list[Figure], list[Day], list[Figure]]
"""The figures, days and ordinals found so far."""
Known = tuple[int, int, list[Figure], list[Day], list[Figure]]
Seen = dict[tuple[str, int], Known]
"""By the letters around and how far back the last figure ends: where it was read, how far it reached (0: it was nothing), what was found."""


def is_dense(places: list[int], text: str) -> bool:
    """Whether figures may begin so often that surroundings are likely to come again."""
    return len(places) * LETTERS_A_PLACE > len(text)


def read_again(text: str, place: int, reached: int, told: Told, seen: Seen, read: Callable[[int, int], int]) -> int:
    """What begins at `place`, as it was read where the letters around were the same, or else by `read`; gives back where that ends."""
    if place < BEFORE or place + AFTER > len(text):
        return read(place, reached)
    key = (text[place - BEFORE : place + AFTER], min(place - reached, BEFORE))
    known = seen.get(key)
    if known is None:
        figures, days, ordinals = (len(things) for things in told)
        end = read(place, reached)
        if len(seen) >= MOST_REMEMBERED:
            seen.clear()
        if end - place <= FARTHEST:
            seen[key] = (place, max(0, end - place), told[0][figures:], told[1][days:], told[2][ordinals:])
        return end
    origin, reach, found, dates, numbered = known
    for figure in found:
        told[0].append(_moved(figure, place - origin))
    for day in dates:
        start, end = day.span
        told[1].append(Day((start + place - origin, end + place - origin), day.printed, day.year, day.month, day.day, day.weekday, day.fiscal))
    for ordinal in numbered:
        told[2].append(_moved(ordinal, place - origin))
    return place + reach if reach else reached


def _moved(figure: Figure, by: int) -> Figure:
    start, end = figure.span
    return Figure(
        (start + by, end + by), figure.printed, figure.number, figure.upper, figure.unit, figure.may_also_be, figure.hedge, figure.counts, figure.period
    )
