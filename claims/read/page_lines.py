"""The lines of a printed page in reading order: gaps told from spaces, columns one after the other, running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.read.composition import SUPERSCRIPTS
from claims.read.page import Page, Word

WIDE_GAP = 15
"""Tenths of the font's size: between words of a line set flush there is less, between columns more."""
GAP_OF_NUMBERS = 4
"""The same between two numbers, which nobody writes side by side in a text: a blank is less, even one that groups digits."""
FIGURE = re.compile(r"[^\w\s]{0,3}[0-9][0-9.,'’%]*(?:[(\[]\w{1,2}[)\]])?[^\w\s]{0,3}|[-–—]|n\.?/?a\.?", re.IGNORECASE)
FEWEST_LINES_IN_COLUMNS = 6
EDGE_LINES = 2
"""So many lines at the top and the foot of a page may be running heads."""
FEWEST_REPEATS = 3
LONGEST_MARK = 2
SMALL = 80
"""Percent of the size of the word before."""
LEADERS = re.compile(r"[.…·_]{3,}|[.…·]")
"""Dots that lead from a name to its number."""
NUMBER = re.compile("[0-9]+")
BARE_NUMBER = re.compile(r"(?:[Pp]age |Seite |\W )?[0-9ivxIVX]{1,6}(?: (?:of|/|von|sur|de) [0-9]{1,5})?(?: \W)?")


class Segment(NamedTuple):
    """Words with no wide gap between them."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    size: int
    words: tuple[Word, ...] = ()


class Line(NamedTuple):
    """What stands at one height of a column: its segments from left to right."""

    page: int
    number: int
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> int:
        """Where it begins."""
        return self.segments[0].left

    @property
    def right(self) -> int:
        """Where it ends."""
        return max(segment.right for segment in self.segments)

    @property
    def top(self) -> int:
        """Its upper edge."""
        return min(segment.top for segment in self.segments)

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return max(segment.bottom for segment in self.segments)

    @property
    def size(self) -> int:
        """The size of its largest words."""
        return max(segment.size for segment in self.segments)


def lines_of(page: Page) -> list[Line]:
    """Its lines outside of the tables that rulings mark, in reading order."""
    kept = [[word for word in line if not _is_in_a_table(word, page)] for line in page.lines]
    lines = [Line(page.number, number, _segments(words)) for number, words in enumerate(_on_one_height(kept), 1)]
    return _column_by_column([line for line in lines if line.segments])


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without the lines at their top and foot that are the same on several, and without their numbers."""
    edges = [{line.number: NUMBER.sub("#", line.text) for line in _at_the_edges(lines)} for lines in pages]
    repeats = Counter(text for edge in edges for text in set(edge.values()))
    enough = max(2, min(FEWEST_REPEATS, len(pages)))
    return [
        [
            line
            for line in lines
            if line.number not in edge or not (repeats[edge[line.number]] >= enough or (BARE_NUMBER.fullmatch(line.text) and _is_outermost(line, lines)))
        ]
        for lines, edge in zip(pages, edges, strict=True)
    ]


def _at_the_edges(lines: Sequence[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: line.top)
    return [*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]]


def _is_outermost(line: Line, lines: Sequence[Line]) -> bool:
    return line.top in (min(one.top for one in lines), max(one.top for one in lines))


def _is_in_a_table(word: Word, page: Page) -> bool:
    across, down = (word.left + word.right) // 2, (word.top + word.bottom) // 2
    return any(table.left <= across <= table.right and table.top <= down <= table.bottom for table in page.ruled)


def _on_one_height(lines: Iterable[list[Word]]) -> list[list[Word]]:
    """Lines of the file joined where they go on at the same height further right, as the cells of a row may do."""
    joined: list[list[Word]] = []
    for words in lines:
        if not words:
            continue
        if joined and _goes_on(joined[-1][-1], words[0]):
            joined[-1].extend(words)
        else:
            joined.append(list(words))
    return joined


def _goes_on(last: Word, first: Word) -> bool:
    overlap = min(last.bottom, first.bottom) - max(last.top, first.top)
    return first.left >= last.right - 1 and overlap * 2 > min(last.bottom - last.top, first.bottom - first.top)


def _segments(words: Sequence[Word]) -> tuple[Segment, ...]:
    segments: list[list[Word]] = []
    for word in words:
        if LEADERS.fullmatch(word.text) and len(words) > 1 and (len(word.text) > 2 or (segments and not segments[-1])):
            segments.append([])
        elif segments and (not segments[-1] or word.left - segments[-1][-1].right <= max(word.size, 1) * _widest(segments[-1][-1], word) // 10):
            segments[-1].append(word)
        else:
            segments.append([word])
    return tuple(segment_of(words) for words in segments if words)


def _widest(before: Word, word: Word) -> int:
    """The gap (tenths of the font's size) up to which the words belong together."""
    return GAP_OF_NUMBERS if FIGURE.fullmatch(before.text) and FIGURE.fullmatch(word.text) else WIDE_GAP


def _is_raised(word: Word, before: Word) -> bool:
    """Whether it is the mark of a note, set small above the line."""
    return len(word.text) <= LONGEST_MARK and word.text.isdecimal() and word.size * 100 < before.size * SMALL and word.bottom < before.bottom


def segment_of(words: Sequence[Word]) -> Segment:
    """The words as one segment."""
    text = words[0].text
    for before, word in pairwise(words):
        text += word.text.translate(SUPERSCRIPTS) if _is_raised(word, before) else f" {word.text}"
    size = Counter(word.size for word in words).most_common(1)[0][0]
    top, right, bottom = min(word.top for word in words), max(word.right for word in words), max(word.bottom for word in words)
    return Segment(text, words[0].left, top, right, bottom, size, tuple(words))


def _column_by_column(lines: list[Line]) -> list[Line]:
    """Lines of a page set in two columns, where the file tells them across both."""
    split = [line for line in lines if len(line.segments) == 2 and not any(_is_short(segment) for segment in line.segments)]
    if len(split) < FEWEST_LINES_IN_COLUMNS or len(split) * 2 < len(lines):
        return lines
    gutter = sorted((line.segments[0].right + line.segments[1].left) // 2 for line in split)[len(split) // 2]
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if any(segment.left < gutter < segment.right for segment in line.segments):
            ordered += [*left, *right, line]
            left, right = [], []
            continue
        for side, some in ((left, [s for s in line.segments if s.right <= gutter]), (right, [s for s in line.segments if s.left >= gutter])):
            if some:
                side.append(line._replace(segments=tuple(some)))
    return [*ordered, *left, *right]


def _is_short(segment: Segment) -> bool:
    return segment.text.count(" ") < 2
