"""A printed page: its words where they stand, and the tables that its rulings mark. Lengths are tenths of a point, from the upper left."""

from __future__ import annotations

import msgspec


class Word(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A word and its box; `size` is that of its font."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    size: int


class Ruled(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A table that rulings mark: its box and the texts of its cells."""

    left: int
    top: int
    right: int
    bottom: int
    rows: list[list[str]]


class Page(msgspec.Struct, frozen=True, array_like=True):
    """One page; `lines` hold their words in the order of the file."""

    number: int
    width: int
    height: int
    lines: list[list[Word]]
    ruled: list[Ruled]


class Pages(msgspec.Struct, frozen=True, array_like=True):
    """A file's pages, or why it has none."""

    pages: list[Page]
    made: str = ""
    problem: str = ""
    remarks: list[str] = []
