"""Cases that an editor can write: Markdown with a heading, a quoted text, and what must come of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from claims.document import Cell, Table

CASE = re.compile(r"^## (?P<title>.+)\n+(?P<quote>(?:^>.*\n)+)\n*(?P<expected>(?:^(?!#).+\n?)+)", re.MULTILINE)
PUBLISHED = re.compile(r"^published (\d{4}-\d\d-\d\d)$")
LANGUAGE = re.compile(r"^language (\w\w)$")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
SOURCE = re.compile(r"^source (.+)$")


class Case(NamedTuple):
    """One text with what is expected of it.

    `expected` holds the lines after the quotation, those that say when the article appeared
    ("published 2022-01-06"), in what language it is ("language de") and what a text says that it
    was written from ("source Sales rose.") taken out.
    """

    file: str
    title: str
    text: str
    expected: tuple[str, ...]
    published: date | None
    language: str
    source: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"


def cases_in(folder: Path) -> Iterator[Case]:
    """Every case of every Markdown file of a folder, in order."""
    for path in sorted(folder.glob("*.md")):
        yield from cases_of(path)


def cases_of(path: Path) -> Iterator[Case]:
    """Every case of a Markdown file, in order."""
    for found in CASE.finditer(path.read_text("utf-8")):
        text = "\n".join(line[2:] for line in found["quote"].splitlines())
        lines = [line.strip() for line in found["expected"].splitlines() if line.strip()]
        published = next((date.fromisoformat(day[1]) for line in lines if (day := PUBLISHED.match(line))), None)
        language = next((code[1] for line in lines if (code := LANGUAGE.match(line))), "en")
        source = "\n\n".join(said[1] for line in lines if (said := SOURCE.match(line)))
        expected = tuple(line for line in lines if not PUBLISHED.match(line) and not LANGUAGE.match(line) and not SOURCE.match(line))
        yield Case(path.stem, found["title"], text, expected, published, language, source)


def parts_of(text: str) -> tuple[str, list[list[str]]]:
    """The prose of a case, and the rows of its table."""
    lines = [line.strip() for line in text.splitlines()]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|") and "---" not in line]
    return "\n".join(line for line in lines if not line.startswith("|")), rows


def sheet_of(rows: list[list[str]]) -> Table:
    """The rows as a sheet that begins in A1: "738 =SUM(B2:B4)" is a formula and its value, "'55" a text, other digits a number."""
    columns = max(map(len, rows))
    cells = (tuple(map(_cell_of, (*row, *[""] * (columns - len(row))))) for row in rows)
    return Table(tuple(cells), "Sheet1")


def _cell_of(said: str) -> Cell:
    text, equals, formula = said.partition("=")
    text = text.strip()
    return Cell(text.removeprefix("'"), exact=text if NUMBER.fullmatch(text) else "", formula=equals + formula)


def is_sheet(rows: list[list[str]]) -> bool:
    """Whether some cell of the rows is worked out."""
    return any("=" in cell for row in rows for cell in row)
