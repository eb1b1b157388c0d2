"""The way from pieces of text back to where they stand in a marked-up source."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from claims.read.sentence import lines

UNLIKELY_IN_MARKS = 60
"""A piece is looked for by its first characters: enough to tell it from its neighbours, and the search stays cheap."""

WORD = re.compile("[A-Za-z0-9]+")
REACH = 5000


class Position(NamedTuple):
    """A line and a column, from 1."""

    line: int
    column: int


class Source:
    """A source whose pieces are asked for in the order in which they stand in it."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._text = text
        self._starts = [start for start, _ in lines(text)]
        self._first_line = first_line
        self._at = 0
        self._end = len(text)

    def go_to_line(self, line: int, after: int) -> None:
        """What comes next stands on lines `line` to `after` (from 0, `after` not included)."""
        self._at = self._starts[min(line, len(self._starts) - 1)]
        self._end = self._starts[after] if after < len(self._starts) else len(self._text)

    def find(self, piece: str) -> Position:
        """Where the piece stands; where it is not found as it is (an entity stands for it), the place up to which all is known."""
        found = self._text.find(piece[:UNLIKELY_IN_MARKS], self._at, self._end)
        if found < 0:
            # An entity stands in it; its first word may still stand as it is.
            piece = next(iter(WORD.findall(piece[:UNLIKELY_IN_MARKS])), "")
            found = self._text.find(piece, self._at, min(self._end, self._at + REACH))
        if found < 0 or not piece:
            return self._position(self._at)
        self._at = found + (len(piece) if self._text.startswith(piece, found) else min(len(piece), UNLIKELY_IN_MARKS))
        return self._position(found)

    def skip(self, piece: str) -> None:
        """Go behind the piece, where it is found."""
        self.find(piece)

    def _position(self, at: int) -> Position:
        line = bisect_right(self._starts, at) - 1
        return Position(self._first_line + line, at - self._starts[line] + 1)
