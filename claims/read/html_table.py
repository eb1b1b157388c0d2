"""A table of a page: its rows of cells, merged ones told again in every place they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.document import Cell, Table
from claims.read.composition import SUBSCRIPTS, SUPERSCRIPTS
from claims.read.html_seen import seen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_WORDS_IN_A_CELL = 60
"""Where a cell holds more, the table lays out a page and is no table of figures."""
WIDEST_SPAN, LONGEST_SPAN = 60, 2000
MOST_CELLS_TOLD_AGAIN = 100_000
"""A few bytes can ask for any number of merged cells."""


def is_table_of_cells(table: LexborNode) -> bool:
    """Whether it tabulates, and does not only lay out the page."""
    # One look at each part, as far as the first table in it: tables may be nested a hundred thousand deep.
    if any(part.css_first("table") is not None for part in table.iter()):
        return False
    rows = table.css("tr")
    if len(rows) < 2 or not any(len(_cells(row)) > 1 for row in rows):
        return False
    return not any(len((cell.text() or "").split()) > MOST_WORDS_IN_A_CELL for row in rows for cell in _cells(row))


def table_in(table: LexborNode) -> Table:
    """The table that the element marks up."""
    grid: list[list[Cell]] = []
    reaching: dict[tuple[int, int], Cell] = {}  # where merged cells of rows above reach
    heads, is_head = 0, True
    for number, row in enumerate(table.css("tr")):
        cells: list[Cell] = []
        marked = _cells(row)
        is_head = is_head and bool(marked) and all(cell.tag == "th" for cell in marked)
        heads += is_head
        for element in marked:
            while (number, len(cells)) in reaching:
                cells.append(reaching.pop((number, len(cells))))
            cell = Cell(text_of(element))
            wide, long = _span(element, "colspan", WIDEST_SPAN), _span(element, "rowspan", LONGEST_SPAN)
            again = Cell(cell.text, repeated=True)
            if len(reaching) + wide * long < MOST_CELLS_TOLD_AGAIN:
                reaching.update(((number + down, len(cells) + across), again) for down in range(1, long) for across in range(wide))
            cells.extend((cell, *[again] * (wide - 1)))
        while (number, len(cells)) in reaching:
            cells.append(reaching.pop((number, len(cells))))
        grid.append(cells)
    columns = max(map(len, grid), default=0)
    rows = tuple((*cells, *[Cell("")] * (columns - len(cells))) for cells in grid if any(cell.text for cell in cells))
    caption = table.css_first("caption")
    return Table(rows, caption=text_of(caption) if caption is not None else "", heads=heads if heads < len(rows) else 0)


def text_of(element: LexborNode) -> str:
    """What a reader sees in it, in one line."""
    parts: list[str] = []
    small: dict[int, int] | None = None
    for node, is_left in seen(element):
        if node.is_text_node and not is_left:
            said = node.text_content or ""
            parts.append(said.translate(small) if small else said)
        elif node.tag in ("sup", "sub"):
            small = None if is_left else SUPERSCRIPTS if node.tag == "sup" else SUBSCRIPTS
        elif node.tag in ("br", "p", "div", "li"):
            parts.append(" ")
    return " ".join("".join(parts).split())


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _span(element: LexborNode, name: str, most: int) -> int:
    written = (element.attributes.get(name) or "1").strip()[:6]
    return min(max(1, int(written)), most) if written.isascii() and written.isdecimal() else 1
