"""A document put together block by block by the reader of a format, with the way back to the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from claims.document import BETWEEN_BLOCKS, Comment, Document, Origin, Published, Table, with_tables
from claims.figure import Span
from claims.read.plain import known_languages, language_in
from claims.read.sentence import EAST_ASIAN, sentences_of
from claims.read.unreadable import Unreadable

NEXT_LINE = "\n"
FIGURE = re.compile("[0-9]+(?:[.,][0-9]+)*")
LONGEST_CAPTION = 160
SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
"""Set small, a digit belongs to the word before it and is no digit of its number: "5 km" with a raised 2, "12%" with the mark of a note."""


class Given(NamedTuple):
    """What is known of a document before it is read: by the person who asks, else by the file itself."""

    source: str
    language: str | None = None
    published: Published | None = None


class Placed(NamedTuple):
    """A table, and where in the file each of its cells stands."""

    table: Table
    places: Sequence[Sequence[Origin]]


class Composition:
    """Takes text in the order in which it is read; blocks are paragraphs, headings, list entries, captions and notes."""

    def __init__(self, is_wanted: Callable[[str], bool] | None = None) -> None:
        self._is_wanted = is_wanted
        self.always_wanted = False
        self._before_block = (0, 0, 0)
        self._left_out = 0
        self._captioned = -1  # how far the text went when a line of it was last taken for a caption
        self._parts: list[str] = []
        self._length = 0
        self._pending = ""  # white space that counts only if text follows in the same block
        self._separator = ""
        self._block_start: int | None = None
        self._line_start = 0
        self._stretches: list[Span] = []
        self._paragraphs: list[Span] = []
        self._origins: list[Origin] = []
        self._tables: list[Placed] = []
        self._comments: list[Comment] = []
        self.remarks: list[str] = []

    def write(self, text: str, line: int, column: int = 1, where: str = "", box: tuple[int, int, int, int] | None = None) -> None:
        """Add text that stands at this place, in one line, to the block. White space at the ends of a block is dropped, elsewhere it is told apart once."""
        bare = text.lstrip()
        if bare != text:
            self.space()
        if not bare:
            return
        trimmed = bare.rstrip()
        if self._block_start is None:
            self._before_block = (len(self._parts), self._length, len(self._origins))
            self._parts.append(self._separator)
            self._length += len(self._separator)
            self._block_start = self._line_start = self._length
        elif self._pending and not (self._pending == " " and _joins_without_space(self._parts[-1][-1:], trimmed[0])):
            self._parts.append(self._pending)
            self._length += len(self._pending)
            if self._pending == NEXT_LINE:
                self._stretches.append((self._line_start, self._length - 1))
                self._line_start = self._length
        self._pending = ""
        self._origins.append(Origin(self._length, line, column + len(text) - len(bare), where, box))
        self._parts.append(trimmed)
        self._length += len(trimmed)
        if trimmed != bare:
            self.space()

    def space(self) -> None:
        """White space between two words of the block."""
        if self._block_start is not None and not self._pending:
            self._pending = " "

    def break_line(self) -> None:
        """The writer's own line break inside the block: a sentence does not go over it."""
        if self._block_start is not None:
            self._pending = NEXT_LINE

    def end_block(self, *, paragraph: bool = True) -> None:
        """The block is complete; with `paragraph` false the next one belongs to the same paragraph, as the entries of a list do."""
        self._pending = ""
        if self._block_start is not None and not self._keeps_block():
            self._block_start = None
        if self._block_start is not None:
            self._stretches.append((self._line_start, self._length))
            if self._separator == NEXT_LINE and self._paragraphs:
                self._paragraphs[-1] = (self._paragraphs[-1][0], self._length)
            else:
                self._paragraphs.append((self._block_start, self._length))
            self._block_start = None
            self._separator = NEXT_LINE
        if paragraph and self._separator:
            self._separator = BETWEEN_BLOCKS

    def _keeps_block(self) -> bool:
        """Whether the block is wanted; one that is not is taken back, and its figures are counted."""
        parts, length, origins = self._before_block
        if self._is_wanted is None or self.always_wanted:
            return True
        text = "".join(self._parts[parts:])
        if self._is_wanted(text):
            return True
        self._left_out += len(FIGURE.findall(text))
        del self._parts[parts:], self._origins[origins:]
        while self._stretches and self._stretches[-1][0] >= length:
            self._stretches.pop()
        self._length = length
        return False

    def block(self, text: str, line: int, column: int = 1, where: str = "") -> None:
        """A whole block at one place."""
        self.end_block()
        for number, part in enumerate(text.splitlines()):
            if number:
                self.break_line()
            self.write(" ".join(part.split()), line, column, where)
        self.end_block()

    def comment(self, text: str) -> None:
        """What stands here for programs and no reader sees: in a block, or before the next one."""
        start = self._length if self._block_start is not None else self._length + len(self._separator)
        self._comments.append(Comment(start, text.strip()))

    def table(self, table: Table, places: Sequence[Sequence[Origin]] = ()) -> None:
        """A table that stands here. A place that names no cell gets the table's name, row and column; a caption not marked as one is the line above.

        A sheet names its cells itself, and no places are given.
        """
        self.end_block()
        if not any(cell.text for row in table.rows for cell in row):
            return
        name = table.where or f"table {len(self._tables) + 1}"
        named = tuple(
            tuple(msgspec.structs.replace(place, where=place.where or f"{name}, row {line}, column {column}") for column, place in enumerate(row, 1))
            for line, row in enumerate(places, 1)
        )
        self._tables.append(Placed(msgspec.structs.replace(table, where=name, caption=table.caption or self._line_above()), named))

    def _line_above(self) -> str:
        if not self._stretches or self._stretches[-1] != self._paragraphs[-1] or self._captioned == self._length:
            return ""
        self._captioned = self._length
        start, end = self._stretches[-1]
        # Of the parts only the last few: a file may hold many tables.
        return "".join(self._parts[-LONGEST_CAPTION:])[start - end :] if end - start <= LONGEST_CAPTION else ""

    def document(self, given: Given, told: Given | None = None) -> Document:
        """The document; `told` is what the file says of itself. Raises Unreadable where nothing was written."""
        self.end_block()
        text = "".join(self._parts)
        if self._left_out:
            self.remarks.append(f"figures left out with the text around the article: {self._left_out}")
        if not text and not self._tables:
            raise Unreadable(given.source, "is empty; nothing to check")
        language, said = self._language(text, given.language, told.language if told else None)
        prose = Document(
            source=given.source,
            text=text,
            language=language,
            published=given.published or (told.published if told else None),
            sentences=sentences_of(text, self._stretches, language),
            paragraphs=tuple(self._paragraphs),
            origins=tuple(self._origins) or (Origin(0, 1),),
            remarks=(*self.remarks, *said),
            comments=tuple(self._comments),
        )
        return with_tables(prose, [placed.table for placed in self._tables], [placed.places for placed in self._tables]) if self._tables else prose

    def _language(self, text: str, given: str | None, told: str | None) -> tuple[str, tuple[str, ...]]:
        for named in filter(None, (given, told)):
            code = named.replace("_", "-").split("-")[0].lower()
            if named == given or code in known_languages():
                return code, ()
        return language_in(text or " ".join(_words_in(self._tables)))


def _joins_without_space(before: str, after: str) -> bool:
    """Whether a line broken between these two was broken inside a text that knows no spaces."""
    return before >= EAST_ASIAN and after >= EAST_ASIAN and not ("가" <= before <= "힣" or "가" <= after <= "힣")


def _words_in(tables: Iterable[Placed]) -> Iterable[str]:
    return (cell.text for placed in tables for row in placed.table.rows[:100] for cell in row)
