"""Printed pages become prose again: columns, running heads, hyphens, notes, tables with and without rulings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from claims.document import Document
from claims.read import document_in

WIDTH, HEIGHT = 612, 792


class Shown(NamedTuple):
    """Words at a place on a page, in points from the lower left."""

    x: int
    y: int
    text: str
    size: int = 10


def printed(pages: Sequence[Sequence[Shown | str]]) -> Document:
    """What is read of a PDF with these pages; a text among the words is drawing."""
    objects: dict[int, bytes] = {1: b"<</Type/Catalog/Pages 2 0 R>>", 3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"}
    for number, page in enumerate(pages):
        drawn = [one if isinstance(one, str) else f"BT /F {one.size} Tf {one.x} {one.y} Td ({one.text}) Tj ET" for one in page]
        stream = "\n".join(drawn).encode("cp1252")
        objects[5 + 2 * number] = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)
        resources = f"/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {5 + 2 * number} 0 R"
        objects[4 + 2 * number] = f"<</Type/Page/Parent 2 0 R{resources}>>".encode()
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
    content, places = b"%PDF-1.4\n", []
    for name, written in sorted(objects.items()):
        places.append(len(content))
        content += b"%d 0 obj\n" % name + written + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return document_in(content + table.encode() + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(content)}\n%%EOF".encode(), "a.pdf")


def lines(x: int, y: int, *texts: str) -> list[Shown]:
    return [Shown(x, y - 12 * row, text) for row, text in enumerate(texts)]


def test_lines_become_paragraphs_and_hyphens_are_mended() -> None:
    document = printed(
        [
            [
                Shown(72, 740, "Harbour plan", 16),
                *lines(
                    72,
                    700,
                    "Costs rose 5% from $100 million to $105 million, the har-",
                    "bour office wrote in its 10-",
                    "year plan for mid-",
                    "2024. More came than the",
                    "5. Then the rest.",
                ),
                *lines(72, 630, "Nobody else spoke about what the plan would cost."),
            ]
        ]
    )
    assert document.text == (
        "Harbour plan\n\n"
        "Costs rose 5% from $100 million to $105 million, the harbour office wrote in its 10-year plan for mid-2024. More came than the 5. Then the rest.\n\n"
        "Nobody else spoke about what the plan would cost."
    )
    place = document.place(document.text.index("year plan"))
    assert (place.where, place.line) == ("page 1", 4)


def test_running_heads_and_page_numbers_are_left_out_and_paragraphs_go_on_over_the_page() -> None:
    def page(number: int, *texts: str) -> list[Shown]:
        return [Shown(72, 770, "Budget of the town 2024"), *lines(72, 700, *texts), Shown(300, 30, str(number))]

    document = printed(
        [
            page(1, "The first page says that the town spent much", "more on roads, the treasurer of"),
            page(2, "the town wrote.", "It was $5 million."),
            page(3, "The end is near now."),
        ]
    )
    assert (
        document.text
        == "The first page says that the town spent much more on roads, the treasurer of the town wrote. It was $5 million.\n\nThe end is near now."
    )


@pytest.mark.parametrize("by_column", [True, False])
def test_columns_are_read_one_after_the_other(by_column: bool) -> None:
    left = lines(72, 700, *(f"left words of line {number} in this column" for number in range(8)))
    right = lines(330, 700, *(f"right words of row {number} in that one" for number in range(8)))
    shown = [*left, *right] if by_column else [one for both in zip(left, right, strict=True) for one in both]
    text = printed([[Shown(72, 740, "Two columns", 16), *shown]]).text
    assert text.index("left words of line 7") < text.index("right words of row 0")


TABLE = (("Item", "2023", "2024"), ("Roads", "41.0", "(4.5)"), ("State grant", "1,300", "-"), ("Total", "90.0", "94.5%"))


def test_a_table_without_rulings_is_found_and_is_less_sure() -> None:
    cells = [Shown(72 + 150 * column, 700 - 14 * row, text) for row, texts in enumerate(TABLE) for column, text in enumerate(texts) if text]
    document = printed([[*lines(72, 740, "Spending in millions of euros"), *cells, *lines(72, 600, "The town spent 94.5 million euros in all.")]])
    assert [table.texts for table in document.tables] == [TABLE]
    assert not document.tables[0].sure
    assert document.tables[0].caption == "Spending in millions of euros"
    assert document.prose == "Spending in millions of euros\n\nThe town spent 94.5 million euros in all."
    assert document.place(document.tables[0].rows[3][2].start).where == "page 1, row 4, column 3 of a table"


def test_leading_dots_are_no_part_of_a_table() -> None:
    rows = (("Roads", "41.0"), ("Rails", "30.5"), ("Total", "71.5"))
    shown = [Shown(72, 700 - 14 * row, f"{name} {'.' * 60} {number}") for row, (name, number) in enumerate(rows)]
    assert [table.texts for table in printed([shown]).tables] == [rows]


def test_a_table_with_rulings_is_sure_also_where_its_cells_are_words() -> None:
    rows = (("Item", "Who", "2024"), ("New road", "the town", "41.0"), ("Grant", "the state", "30.0"))
    cells = [Shown(75 + 100 * column, 703 - 20 * row, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    rulings = [f"72 {718 - 20 * row} m 372 {718 - 20 * row} l S" for row in range(4)] + [
        f"{72 + 100 * column} 718 m {72 + 100 * column} 658 l S" for column in range(4)
    ]
    document = printed([[*lines(72, 740, "Who pays:"), *cells, *rulings, *lines(72, 600, "That is all there is.")]])
    assert [table.texts for table in document.tables] == [rows]
    assert document.tables[0].sure
    assert document.prose == "Who pays:\n\nThat is all there is."


def test_the_mark_of_a_note_is_no_figure() -> None:
    page = [*lines(72, 700, "Costs rose 5%"), Shown(139, 704, "1", 6), Shown(144, 700, "in the year."), Shown(72, 100, "1 Without the roads.", 8)]
    document = printed([page])
    assert "5%¹" in document.text
    assert "¹ Without the roads." in document.text
