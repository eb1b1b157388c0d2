"""Markdown → Document: prose without its marks, tables, notes; code, addresses and front matter are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.document import Cell, Document, Origin, Published, Table
from claims.read.composition import SUBSCRIPTS, SUPERSCRIPTS, Composition, Given
from claims.read.declared import day_declared
from claims.read.encoding import decoded
from claims.read.sourced import Position, Source

if TYPE_CHECKING:
    from markdown_it.token import Token

FENCES = {"---": ("---", "..."), "+++": ("+++",)}
"""How front matter begins, and the lines that end it."""
FIELD = re.compile(r"""["']?([A-Za-z_]{1,40})["']?[ \t]*[:=](.*)""")
DATES = ("date", "published", "published_at", "pubdate")
LANGUAGES = ("lang", "language", "locale")
COMMENT, COMMENT_END = "<!--", "-->"
LINE_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
SMALL = {"<sup>": SUPERSCRIPTS, "<sub>": SUBSCRIPTS}
WEB_ADDRESS = ("http://", "https://", "www.", "mailto:")


def read(content: bytes, source: str, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a Markdown file's bytes. Raises Unreadable."""
    text, remark = decoded(content, source)
    composition = Composition()
    composition.remarks.extend(filter(None, (remark,)))
    fields, body = _front_matter(text)
    _Walk(body, composition).all()
    told = Given(source, next(filter(None, map(fields.get, LANGUAGES)), None), _date(fields))
    return composition.document(Given(source, language, published), told)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields before the text, and the text with them blanked out line by line."""
    lines = text.split("\n")
    ends = FENCES.get(lines[0].rstrip())
    last = next((number for number, line in enumerate(lines[1:], 1) if ends and line.rstrip() in ends), None)
    if last is None:
        return {}, text
    met = filter(None, map(FIELD.match, lines[1:last]))
    fields = {field[1].lower(): field[2].strip().strip("\"'") for field in met}
    return fields, "\n".join([""] * (last + 1) + lines[last + 1 :])


def _date(fields: dict[str, str]) -> Published | None:
    for name in DATES:
        day = day_declared(fields.get(name, ""))
        if day:
            return Published(day, f"{name}: in the front matter")
    return None


class _Walk:
    """One pass over the tokens of a text."""

    def __init__(self, text: str, composition: Composition) -> None:
        self._text, self._composition = text, composition
        self._source = Source(text)
        self._silent = 0  # inside what is struck out or is an address
        self._depth = 0  # of lists
        self._rows: list[list[Cell]] = []
        self._places: list[list[Origin]] = []
        self._heads = 0
        self._row_line = -1
        self._small: dict[int, int] | None = None

    def all(self) -> None:
        """Every block of the text."""
        for token in _tokens(self._text):
            if token.type == "inline":
                lines = token.map or [0, len(self._text)]
                if not (self._rows and lines[0] == self._row_line):
                    self._source.go_to_line(*lines)
                self._row_line = lines[0]
                self._inline(token.children or ())
            elif token.type == "html_block":
                self._html(token)
            elif token.type.endswith("list_open"):
                self._depth += 1
            elif token.type.endswith("list_close"):
                self._depth -= 1
                self._composition.end_block(paragraph=not self._depth)
            else:
                self._block(token)

    def _block(self, token: Token) -> None:
        if token.type in ("paragraph_close", "heading_close"):
            self._composition.end_block(paragraph=not self._depth)
        elif token.type == "table_open":
            self._composition.end_block()
            self._rows, self._places, self._heads = [], [], 0
        elif token.type == "thead_close":
            self._heads = len(self._rows)
        elif token.type == "tr_open":
            self._rows.append([])
            self._places.append([])
            self._row_line = -1
            if token.map:
                self._source.go_to_line(*token.map)
                self._row_line = token.map[0]
        elif token.type == "table_close":
            self._composition.table(Table(tuple(map(tuple, self._rows)), heads=self._heads), self._places)
            self._rows = []

    def _html(self, token: Token) -> None:
        from claims.read.html import walk

        walk(token.content, self._composition, first_line=(token.map or [0])[0] + 1)

    def _inline(self, tokens: Sequence[Token]) -> None:
        if self._rows:
            pieces = list(self._pieces(tokens))
            place = pieces[0][1] if pieces else Position(self._row_line + 1, 1)
            self._rows[-1].append(Cell(" ".join("".join(text for text, _ in pieces).split())))
            self._places[-1].append(Origin(0, place.line, place.column))
            return
        for text, place in self._pieces(tokens):
            if text == "\n":
                self._composition.break_line()
            else:
                self._composition.write(text, place.line, place.column)

    def _pieces(self, tokens: Sequence[Token]) -> Iterator[tuple[str, Position]]:
        """What is text of a line, and where each piece of it stands."""
        for token in tokens:
            if token.type in ("s_open", "link_open"):
                self._silent += token.type == "s_open" or token.markup in ("autolink", "linkify")
            elif token.type in ("s_close", "link_close"):
                self._silent -= token.type == "s_close" or token.markup in ("autolink", "linkify")
            elif token.type == "softbreak":
                yield " ", self._source.find("\n")
            elif token.type == "hardbreak":
                yield "\n", self._source.find("\n")
            elif token.type == "html_inline":
                place = self._source.find(token.content)
                if token.content.startswith(COMMENT):
                    self._composition.comment(token.content.removeprefix(COMMENT).removesuffix(COMMENT_END))
                elif LINE_BREAK.fullmatch(token.content):
                    yield "\n", place
                else:
                    self._small = SMALL.get(token.content.lower())
            elif token.type in ("text", "text_special", "code_inline") and token.content:
                place = self._source.find(token.markup if token.type == "text_special" else token.content)
                if not self._silent and not token.content.startswith(WEB_ADDRESS):
                    yield token.content.translate(self._small) if self._small else token.content, place


def _tokens(text: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    # Joining an escape with the text beside it would lose how it was written, and so its place.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).disable("text_join")
    return parser.parse(text)
