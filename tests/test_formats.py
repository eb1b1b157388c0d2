"""Every format gives the same document: figures, tables, verdicts, and places that a person can go to."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest

from claims.document import Cell, Document, Table
from claims.read import document_in
from claims.read.number_format import shown
from factcheck import Report, check, check_text
from factcheck.verdict import Verdict

DOCUMENTS = Path(__file__).parent / "documents"
ARTICLE = DOCUMENTS / "article.md"
OTHERS = sorted(path for path in DOCUMENTS.iterdir() if path != ARTICLE)


def read(text: str, name: str) -> Document:
    return document_in(text.encode(), name)


def texts_of(document: Document) -> list[tuple[tuple[str, ...], ...]]:
    return [table.texts for table in document.tables]


def said(verdict: Verdict) -> tuple[str, str, str]:
    return verdict.rule, verdict.outcome.value, verdict.level


def in_prose(report: Report) -> tuple[Counter[object], Counter[object]]:
    """The figures of the prose, and the verdicts on claims that stand in it."""
    end = len(report.document.prose)
    figures = Counter((" ".join(figure.printed.split()), figure.low, figure.high, figure.unit) for figure in report.figures if figure.span[0] < end)
    return Counter(figures), Counter(said(verdict) for verdict in report.verdicts if verdict.claim.evidence[0] < end)


def as_numbers(texts: tuple[tuple[str, ...], ...]) -> list[list[Decimal | str]]:
    """A spreadsheet that was told "41.0" shows 41."""

    def number(text: str) -> Decimal | str:
        try:
            return Decimal(text).normalize()
        except InvalidOperation:
            return text

    return [[number(text) for text in row] for row in texts]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_the_same_article_gives_the_same_figures_and_verdicts(path: Path) -> None:
    expected, report = check(ARTICLE), check(path)
    assert expected.document.tables
    assert in_prose(expected)[0].total() == 18
    if path.suffix == ".txt":  # the plain text was written without the table
        assert in_prose(report)[0] == in_prose(expected)[0]
        return
    assert in_prose(report) == in_prose(expected)
    assert Counter(map(said, report.verdicts)) == Counter(map(said, expected.verdicts))
    assert [as_numbers(table) for table in texts_of(report.document)] == [as_numbers(table) for table in texts_of(expected.document)]
    assert report.document.language == "en"
    assert report.document.published == expected.document.published


WHERE = {
    "article.txt": ("", ""),
    "article.csv": ("row 7, column 1", "row 23, column 3"),
    "libreoffice.xlsx": ("libreoffice!A7", "libreoffice!C23"),
    "pandoc.docx": ("paragraph 4", "table 1, row 5, column 3"),
    "libreoffice.pdf": ("page 1", "page 1, row 5, column 3 of a table"),
    "pandoc.html": ("", "table 1, row 5, column 3"),
}


@pytest.mark.parametrize(("name", "expected"), WHERE.items())
def test_a_place_can_be_gone_to(name: str, expected: tuple[str, str]) -> None:
    document = check(DOCUMENTS / name).document
    place = document.place(document.text.index("12%"))
    assert place.where == expected[0]
    if name.endswith((".txt", ".html")):
        line = (DOCUMENTS / name).read_text("utf-8").splitlines()[place.line - 1]
        assert line[place.column - 1 :].startswith("12%")
    if name.endswith(".pdf"):
        assert place.box is not None
        assert place.box[0] < place.box[2] < 612
    if document.tables:
        cell = document.tables[0].rows[4][2]
        assert document.text[cell.start :].startswith("94.5\n") or document.text.endswith("94.5")
        assert document.place(cell.start).where == expected[1]


def test_tables_that_go_with_a_text_stand_behind_it() -> None:
    text = "Spending rose 5% from $100 million to $105 million."
    document = check_text(text, tables=[[["Item", "2024"], ["Roads", "5"], ["All"]], [["a"]]]).document
    assert document.prose == text
    assert document.text == f"{text}\n\nItem\t2024\nRoads\t5\nAll\t\n\na"
    assert document.tables[0].texts == (("Item", "2024"), ("Roads", "5"), ("All", ""))
    assert document.place(document.tables[0].rows[1][1].start).where == "table 1, row 2, column 2"
    assert document.place(document.tables[1].rows[0][0].start).where == "table 2, row 1, column 1"


MARKDOWN = """---
title: Costs of 99 million
date: "2024-05-01"
---
City to spend $1.29 **billion**
===============================

Spending rose **5**% from [$1.25 billion](https://example.org/77) to $1.2*9* billion&nbsp;this
year, or 3\\.5 km<sup>2</sup>. <!-- factcheck ignore -->

1. a pier for 5 million
2. ~~$5~~ 2 cranes, see <https://example.org/66>

```
99 bottles
```

| Item | 2024 |
|---|--:|
| Roads | **6** |
"""


def test_marks_of_markdown_split_nothing_and_code_is_no_text() -> None:
    document = read(MARKDOWN, "a.md")
    assert document.prose == (
        "City to spend $1.29 billion\n\nSpending rose 5% from $1.25 billion to $1.29 billion this year, or 3.5 km².\n\na pier for 5 million\n2 cranes, see"
    )
    assert [document.text[slice(*span)] for span in document.sentences][-2:] == ["a pier for 5 million", "2 cranes, see"]
    assert document.published is not None
    assert (document.published.date.isoformat(), document.published.sure) == ("2024-05-01", True)
    assert [comment.text for comment in document.comments] == ["factcheck ignore"]
    assert document.prose[: document.comments[0].start].rstrip().endswith("km².")
    lines = MARKDOWN.splitlines()
    for word in ("City", "5%", "$1.25", "year", "pier", "cranes"):
        place = document.place(document.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word[0]), word
    assert texts_of(document) == [(("Item", "2024"), ("Roads", "6"))]
    assert document.tables[0].heads == 1


PAGE = """<!DOCTYPE html><html lang="de-CH"><head><title>Kosten 99</title><meta property="article:published_time" content="2024-05-01T08:00:00Z">
<script>var price = "<p>98 Euro</p>";</script><style>p { margin: 97px }</style></head><body><!-- factcheck ignore -->
<nav>96 Artikel</nav><h1>Stadt zahlt 1,<b>29</b> Mrd. Euro</h1>
<p>Die Kosten stiegen um <b>5</b>&nbsp;%
von 1,25 auf <i>1,29</i> Mrd. Euro.<sup><a href="#n1">1</a></sup> R&amp;D: 3,5 km<sup>2</sup>.<br>Neue <del>95</del> Zeile <span hidden>94</span></p>
<ul><li>ein Pier<li><p>2 Kräne</p></ul><pre><code>93 bottles</code></pre><pre class="Screen">91 packages</pre>
<table><caption>In Mio. Euro</caption><tr><th>Posten<th colspan=2>2023<tr><td rowspan=2>Straßen<td>5<td>6<tr><td>7<td>8</table>
<table><tr><td>Rand<td><table><tr><td>a<td>1<tr><td>b<td>2</table></table><footer>92 Leser</footer></body></html>"""


def test_what_a_reader_of_a_page_sees_is_its_text() -> None:
    document = read(PAGE, "a.html")
    assert document.prose == (
        "Stadt zahlt 1,29 Mrd. Euro\n\n"
        "Die Kosten stiegen um 5 % von 1,25 auf 1,29 Mrd. Euro. R&D: 3,5 km².\nNeue Zeile\n\n"
        "ein Pier\n2 Kräne\n\nIn Mio. Euro\n\nRand"
    )
    assert document.language == "de"
    assert document.published is not None
    assert document.published.date.isoformat() == "2024-05-01"
    assert texts_of(document) == [(("Posten", "2023", "2023"), ("Straßen", "5", "6"), ("Straßen", "7", "8")), (("a", "1"), ("b", "2"))]
    assert document.tables[0].caption == "In Mio. Euro"
    assert document.tables[0].rows[2][0] == Cell("Straßen", document.tables[0].rows[2][0].start, repeated=True)
    assert [comment.text for comment in document.comments] == ["factcheck ignore"]
    place = document.place(document.text.index("von 1,25"))
    assert PAGE.splitlines()[place.line - 1][place.column - 1 :].startswith("von 1,25")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Item;2023;2024\nRoads;1,5;2,5\n", (("Item", "2023", "2024"), ("Roads", "1,5", "2,5"))),
        ('Item,2023\n"Roads, new","1,500"\n', (("Item", "2023"), ("Roads, new", "1,500"))),
        ("Item\t2023\nRoads\t5\n", (("Item", "2023"), ("Roads", "5"))),
        ("sep=|\nItem|2023\nRoads|5\n", (("Item", "2023"), ("Roads", "5"))),
        ('Item,2023\n"Roads\nand rails",5\n', (("Item", "2023"), ("Roads\nand rails", "5"))),
    ],
)
def test_values_are_cut_as_they_were_written(text: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert texts_of(read(text, "a.csv")) == [expected]


def test_titles_and_sentences_of_a_sheet_are_prose_of_the_document() -> None:
    text = 'Budget of the town\n(in millions of euros)\n\nItem,2023,2024\nRoads,5,6\nAll,5,6\n"Roads grew by 20%, the treasurer said."\n\nOther,2024\nx,1\n'
    document = read(text, "a.csv")
    assert document.prose == "Budget of the town\n\n(in millions of euros)\n\nRoads grew by 20%, the treasurer said."
    assert document.tables[0].caption == "Budget of the town\n(in millions of euros)"
    assert isinstance(document.tables[1], Table)
    assert document.place(document.tables[1].rows[1][1].start).where == "row 10, column 2"


def test_a_dateline_goes_before_the_day_a_file_was_made() -> None:
    report = check(DOCUMENTS / "libreoffice.pdf")
    assert report.document.published is not None
    assert "a line of its own" in report.document.published.known_from


SAVED = """<html lang="en"><head><title>Ferries</title></head><body><header><nav><a href="/a">Home</a> <a href="/b">Shop 25% off</a></nav></header>
<main><article><h1>Port Ellery to spend $94.5 million</h1>
<p>The council of Port Ellery voted on Tuesday to spend $94.5 million on its ferries next year, up 5% from $90 million this year, the treasurer said.</p>
<p>Passenger numbers rose 12% from 2.5 million to 2.8 million over the same time, the harbour office wrote in its report for the council.</p>
</article></main><div class="related"><h3>Read more</h3><p><a href="/c">Prices up 77%</a></p></div><footer>Call 555 0199</footer></body></html>"""


def test_the_site_around_an_article_is_left_out_and_figures_left_out_are_said() -> None:
    pytest.importorskip("trafilatura")
    document = read(SAVED, "a.html")
    assert document.prose.startswith("Port Ellery to spend $94.5 million\n\nThe council")
    assert document.prose.endswith("for the council.")
    assert document.remarks == ("figures left out with the text around the article: 1",)


def test_without_the_library_for_it_the_whole_page_is_read_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    document = read(SAVED, "a.html")
    assert "Prices up 77%" in document.prose
    assert "25%" not in document.prose
    assert any("figures-factcheck[web]" in remark for remark in document.remarks)


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        ("0.12341", "0.0%", "12.3%"),
        ("-1204", "#,##0;(#,##0)", "(1,204)"),
        ("-5", '"$"#,##0_);[Red]\\("$"#,##0\\)', "($5)"),
        ("1204567", '#,##0.0,,"m"', "1.2m"),
        ("1204567", "[$€-407]#,##0", "€1,204,567"),
        ("0", '0;-0;"-"', "-"),
        ("1.5", "0.##", "1.5"),
        ("2.675", "0.00", "2.68"),
        ("0.30000000000000004", "General", "0.3"),
        ("123456789012", "General", "123456789012"),
        ("nan", "0.0", "nan"),
    ],
)
def test_a_number_is_read_as_its_spreadsheet_shows_it(number: str, number_format: str, expected: str) -> None:
    assert shown(number, number_format) == expected


def workbook_of(fill: Callable[[Any], None]) -> Document:
    """What is read of a workbook with one sheet, filled by the test."""
    openpyxl = pytest.importorskip("openpyxl")
    workbook = openpyxl.Workbook()
    fill(workbook.active)
    content = io.BytesIO()
    workbook.save(content)
    return document_in(content.getvalue(), "a.xlsx")


def test_formats_formulas_hidden_rows_and_merged_cells_of_a_sheet_are_kept() -> None:
    def fill(sheet: Any) -> None:
        for row in (["Item", "Cost", None], ["Roads", 1200, 0.123], ["Rails", 300, 0.5], ["All", "=SUM(B2:B3)", "5"]):
            sheet.append(row)
        sheet["C2"].number_format = "0.0%"
        sheet.merge_cells("B1:C1")
        sheet.row_dimensions[3].hidden = True

    table = workbook_of(fill).tables[0]
    assert table.texts == (("Item", "Cost", "Cost"), ("Roads", "1200", "12.3%"), ("Rails", "300", "0.5"), ("All", "", "5"))
    assert table.rows[0][2].repeated
    assert table.rows[3][1].formula == "=SUM(B2:B3)"
    assert (table.rows[1][2].exact, table.rows[3][2].exact) == ("0.123", ""), "a number that was typed in as text has no stored number"
    assert table.hidden == {2}
    assert (table.where, table.corner) == ("Sheet", (1, 1))
