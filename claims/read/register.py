"""A register: a sheet of very many rows, taken row by row; no thing is made of a cell before somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.document import BETWEEN_CELLS, Rows, Table
from claims.read.composition import Composition
from claims.read.grid import FEWEST_WORDS, MOST_TITLES, Sheet, is_prose


def register(name: str, rows: Iterable[Sequence[str]], composition: Composition) -> None:
    """Add the prose and the tables of the sheet: runs of rows with something in them, the titles above them taken off."""
    sheet = Sheet(name, ())
    run: list[str] = []
    titles: list[str] = []
    first = columns = 0
    for number, texts in enumerate(rows, 1):
        filled = sum(map(bool, texts))
        if not filled or (filled == 1 and not run):
            _end(sheet, run, first, columns, titles, composition)
            run, columns = [], 0
            if not filled:
                continue
            titles += [text for text in texts if text and not is_prose(text)]
        else:
            first = first if run else number
            columns = max(columns, len(texts))
            joined = BETWEEN_CELLS.join(texts)
            is_plain = joined.count(BETWEEN_CELLS) < len(texts) and "\n" not in joined and "\r" not in joined
            run.append(joined if is_plain else BETWEEN_CELLS.join(map(_in_one_line, texts)))
        for column, text in enumerate(texts, 1):
            if (not run and text) or (text.count(" ") >= FEWEST_WORDS - 1 and is_prose(text)):
                composition.block(text, number, column, sheet.where(number, column))
    _end(sheet, run, first, columns, titles, composition)


def _end(sheet: Sheet, run: list[str], first: int, columns: int, titles: list[str], composition: Composition) -> None:
    if run:
        where = f"{sheet.name}!A{first}" if sheet.name else ""
        composition.table(Table(Rows(run, columns), where=where, caption="\n".join(titles[-MOST_TITLES:]), corner=(first, 1), sheet=sheet.name))
        titles.clear()


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
