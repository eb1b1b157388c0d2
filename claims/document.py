"""The article, and the way back from its text to the place in the file."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

import msgspec

from claims.figure import Span

Table = tuple[tuple[str, ...], ...]
"""Rows of cell texts."""


class Origin(msgspec.Struct, frozen=True, gc=False):
    """From code point `start` of the text on, the text stands at `line` and `column` (both from 1) of the file; `where` names a page or cell."""

    start: int
    line: int
    column: int = 1
    where: str = ""


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place a person can go to."""

    line: int
    column: int
    where: str = ""


class Published(msgspec.Struct, frozen=True):
    """The day an article appeared, and how that is known ("given", "worked out from …")."""

    date: date
    known_from: str


class Document(msgspec.Struct, frozen=True):
    """One article.

    source      the file's name, or "-" for standard input
    text        what is checked, in code points
    language    ISO 639-1
    published   the day it appeared, where that is known
    sentences   spans in order; a heading, a caption or a list entry is a sentence of its own
    paragraphs  spans in order
    tables      rows of cell texts
    origins     the way back to the file, in order of `start`
    remarks     what the reader of the file has to say ("read as UTF-16")
    """

    source: str
    text: str
    language: str = "en"
    published: Published | None = None
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    origins: tuple[Origin, ...] = (Origin(0, 1),)
    remarks: tuple[str, ...] = ()

    def place(self, offset: int) -> Place:
        """Where in the file the text at `offset` stands."""
        origin = self.origins[max(0, bisect_right(self.origins, offset, key=lambda o: o.start) - 1)]
        return Place(origin.line, origin.column + offset - origin.start, origin.where)
