"""The spreadsheet behind an article: it recalculates in LibreOffice to what the report says, and no text of an article becomes a formula."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from factcheck import Report, all_rules, check, check_text
from factcheck.cli import app
from factcheck.outside import Outside
from factcheck.outside.exchange import rates_from
from factcheck.sheet import spreadsheet
from tests.test_rules import EXAMPLE, on_lines, parts_of

ARTICLE = Path(__file__).parent / "articles/host_nation_support.md"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (soffice)")
MOST_LAWS = 30
"""Nearly all: those about the cells of spreadsheets have nothing to say of a text."""
WRONG = "Spending rose 15% from $100 million to $105 million. It rose 5% from $200 million to $210 million.\n"
SPANS_OF_LEVELS = {"exact": "fits exactly", "rounded": "fits, rounded", "strained": "fits if read loosely"}
HOSTILE = (
    '=HYPERLINK("http://x","a") rose 5% from $100 million to $105 million.\n\n+1+cmd|calc!A1 5 percent of 200 people, 10, said so.\n\n'
    "@SUM(A1) fell 3%.\x0b\x1b[31m\n\n-2 degrees, \u202e5%.\n"
)


def bytes_of(report: Report) -> bytes:
    published = report.document.published
    return spreadsheet(report, Outside(published.date if published else None, rates_from(None, print)))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def recalculated(files: Mapping[str, bytes], folder: Path) -> dict[str, Any]:
    """The workbooks as LibreOffice works them out."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    assert SOFFICE is not None
    command = [SOFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "done"]
    subprocess.run([*command, *files], cwd=folder, capture_output=True, check=True, timeout=180)
    return {name: openpyxl.load_workbook(folder / "done" / name, data_only=True) for name in files}


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in others]


@pytest.fixture(scope="module")
def report_of_every_law() -> Report:
    """What every law's own examples say, in one text."""
    examples = [parts_of(on_lines(text))[0] for law in all_rules() if not law.needs_sources for _, text in EXAMPLE.findall(law.explanation)]
    return check_text("\n\n".join(examples), language="en", published=date(2024, 5, 2))


@needs_libreoffice
def test_libreoffice_recalculates_what_the_report_says(report_of_every_law: Report, tmp_path: Path) -> None:
    article = check(ARTICLE)
    books = recalculated({"laws.xlsx": bytes_of(report_of_every_law), "article.xlsx": bytes_of(article)}, tmp_path)
    for name, report in (("laws.xlsx", report_of_every_law), ("article.xlsx", article)):
        claims = rows(books[name]["Claims"])
        said = [row["The report says"] for row in claims]
        assert [row["Verdict"] for row in claims] == said
        outcomes = [SPANS_OF_LEVELS.get(verdict.outcome.value, verdict.outcome.value) for verdict in report.verdicts]
        assert [outcome for outcome in said if outcome != "follows"] == [outcome for outcome in outcomes if outcome != "follows"]
        assert {row["They agree"] for row in claims} == {"yes"}
        assert not [value for sheet in books[name] for row in sheet.iter_rows(values_only=True) for value in row if str(value).startswith(("#", "Err:"))]
    laws = rows(books["laws.xlsx"]["Claims"])
    assert {row["Verdict"] for row in laws} >= {"fits exactly", "fits, rounded", "contradicted", "follows"}
    assert len({row["Rule"] for row in laws}) >= MOST_LAWS


@needs_libreoffice
def test_bands_are_those_of_the_report(tmp_path: Path) -> None:
    claims = rows(recalculated({"article.xlsx": bytes_of(check(ARTICLE))}, tmp_path)["article.xlsx"]["Claims"])
    rate = next(row for row in claims if row["Rule"] == "days-rate")
    assert (rate["Left, low"], round(rate["Left, high"], 1), rate["In"]) == (110, 124.1, "JPY per USD")
    yearly = [row for row in claims if row["Rule"] == "each-times-count"]
    assert [(row["Left side"], row["Left, low"], row["Left, high"]) for row in yearly] == [(2.1e11, 2.09e11, 2.11e11), (1.8e9, 1.7e9, 1.9e9)]


@needs_libreoffice
def test_a_figure_put_right_makes_its_claim_fit(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(bytes_of(check_text(WRONG, language="en"))))
    figures = book["Figures"]
    (cell,) = [row[4] for row in figures.iter_rows(min_row=2) if row[3].value == "15%"]
    assert cell.value == 15
    changed = {}
    for name, value in (("as-printed.xlsx", 15), ("put-right.xlsx", 5)):
        cell.value = value
        written = BytesIO()
        book.save(written)
        changed[name] = written.getvalue()
    books = recalculated(changed, tmp_path)
    verdicts = {name: next(row["Verdict"] for row in rows(book["Claims"]) if row["Rule"] == "percentage-change") for name, book in books.items()}
    assert verdicts == {"as-printed.xlsx": "contradicted", "put-right.xlsx": "fits exactly"}


@needs_libreoffice
def test_sources_have_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "release.txt").write_text("Sales were $12.4 million in 2023. The firm has 31 shops.\n", "utf-8")
    (tmp_path / "story.txt").write_text("Sales were $12.9 million in 2023, said the firm, which has 31 shops.\n", "utf-8")
    assert run("sheet", tmp_path / "story.txt", "--source", tmp_path / "release.txt", "-o", tmp_path / "story.xlsx").exit_code == 0
    book = recalculated({"story.xlsx": (tmp_path / "story.xlsx").read_bytes()}, tmp_path)["story.xlsx"]
    assert [(row["Figure"], row["Outcome"], row["Value there"], row["Where"]) for row in rows(book["Sources"])] == [
        ("$12.9 million", "differs", 12_400_000, "release.txt, line 1"),
        ("31", "tied", 31, "release.txt, line 1"),
    ]
    assert [(row["Rule"], row["Verdict"]) for row in rows(book["Claims"])] == [("same-as-source", "contradicted"), ("same-as-source", "fits exactly")]


def test_every_figure_has_a_row(tmp_path: Path) -> None:
    report = check(ARTICLE)
    book = openpyxl.load_workbook(BytesIO(bytes_of(report)))
    assert book.sheetnames == ["About", "Figures", "Facts", "Claims", "Steps"]
    listed = rows(book["Figures"])[: len(report.figures) + len(report.days)]
    expected = sorted((*report.figures, *report.days), key=lambda thing: thing.span)
    assert [row["As printed"] for row in listed] == [thing.printed for thing in expected]
    assert [row["Line"] for row in listed] == [report.document.place(thing.span[0]).line for thing in expected]


def test_no_text_becomes_a_formula() -> None:
    report = check_text(HOSTILE, language="en")
    assert report.figures
    book = openpyxl.load_workbook(BytesIO(bytes_of(report)))
    ours = ("=IF(", "=E", "=F", "=G", "=H", "=I", "=J", "=MIN(", "=MAX(", "=COUNTIF(", "=Figures!", "=Steps!", "=Facts!", "=(", "=1")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert cell.value.startswith(ours)
                    assert "cmd" not in cell.value
                    assert "HYPERLINK" not in cell.value
                elif isinstance(cell.value, str):
                    assert cell.data_type == "s"
                    assert cell.value.isprintable()
                    assert cell.quotePrefix == (cell.value[:1] in "=+-@")


def test_the_same_article_gives_the_same_bytes(report_of_every_law: Report) -> None:
    first, second = bytes_of(report_of_every_law), bytes_of(report_of_every_law)
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as members:
        assert {member.date_time for member in members.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01" in members.read("docProps/core.xml")


def test_the_largest_numbers_that_are_read_fit_a_cell() -> None:
    report = check_text(f"It rose 5% from ${'9' * 30} trillion to ${'9' * 30} trillion.", language="en")
    listed = rows(openpyxl.load_workbook(BytesIO(bytes_of(report)))["Figures"])
    assert [row["Value"] for row in listed[:3]] == [5, pytest.approx(1e42), pytest.approx(1e42)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.txt", "-o", "out.xlsx"], "no such file"),
        (["story.txt", "-o", "out.csv"], "ends in .xlsx"),
        (["story.txt", "-o", "nowhere/out.xlsx"], "cannot be written"),
        (["story.txt", "-o", "story.xlsx", "--source", "story.xlsx"], "one of the files that are read"),
        ([".", "-o", "out.xlsx"], "name one article"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("story.txt", "other.txt"):
        (tmp_path / name).write_text(WRONG, "utf-8")
    result = run("sheet", *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr.count("\n") == 1, result.stderr
    assert said in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.txt", "story.txt"]
