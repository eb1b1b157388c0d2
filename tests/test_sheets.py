"""The laws of spreadsheets on real workbooks: as openpyxl writes them, without the values of formulas, and as LibreOffice recalculates them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from factcheck import check

OFFICE = shutil.which("soffice")
SHEET_LAWS = ("typed-in-number", "range-of-sum", "number-as-text")
ROWS: tuple[tuple[object, ...], ...] = (
    ("Department", 2022, 2023, 2024),
    ("Roads", 1210, 1305, 1400),
    ("Schools", 3480, 3612, 3701),
    ("Parks", 455, 470, 512),
    ("Police", 980, 1010, 1044),
    ("Total", "=SUM(B2:B5)", "=SUM(C2:C5)", "=SUM(D2:D5)"),
)
BOOKS: dict[str, tuple[dict[str, object], list[tuple[str, str, str]]]] = {
    "right": ({}, []),
    "typed in and wrong": ({"C6": 6797}, [("warning", "typed-in-number", "Budget!C6")]),
    "typed in and right today": ({"C6": 6397}, [("note", "typed-in-number", "Budget!C6")]),
    "a row left out of one sum": ({"C6": "=SUM(C2:C4)"}, [("warning", "range-of-sum", "Budget!C6")]),
    "the first row left out of one sum": ({"C6": "=SUM(C3:C5)"}, [("warning", "range-of-sum", "Budget!C6")]),
    "a text among the numbers": ({"C4": "470"}, [("warning", "number-as-text", "Budget!C4")]),
    "a formula of another sort at the end": ({"E1": "Growth", **{f"E{row}": f"=D{row}/C{row}-1" for row in range(2, 7)}}, []),
    "a sum far from its rows": ({"C6": None, "C8": "=SUM(C2:C5)"}, []),
}


def book(path: Path, put: dict[str, object]) -> Path:
    """The budget with some cells as `put` says."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Budget"
    for row in ROWS:
        sheet.append(row)
    for cell, value in put.items():
        sheet[cell] = value
    workbook.save(path)
    return path


def found(path: Path, laws: Sequence[str] = SHEET_LAWS) -> list[tuple[str, str, str]]:
    report = check(path, language="en")
    return [(verdict.level, verdict.rule, report.document.place(verdict.claim.evidence[0]).where) for verdict in report.findings if verdict.rule in laws]


@pytest.mark.parametrize(("put", "expected"), BOOKS.values(), ids=BOOKS)
def test_a_workbook_without_values(put: dict[str, object], expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    assert found(book(tmp_path / "budget.xlsx", put)) == expected


@pytest.fixture(scope="session")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every workbook as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("recalculated")
    made = [book(folder / f"{number}.xlsx", put) for number, (put, _) in enumerate(BOOKS.values())]
    command = [str(OFFICE), f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved")]
    subprocess.run([*command, *map(str, made)], capture_output=True, timeout=120, check=True)
    return folder / "saved"


@pytest.mark.installs
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("number", "expected"), [(number, expected) for number, (_, expected) in enumerate(BOOKS.values())], ids=BOOKS)
def test_a_workbook_with_values(number: int, expected: list[tuple[str, str, str]], recalculated: Path) -> None:
    assert found(recalculated / f"{number}.xlsx") == expected


NONSENSE = ("=SUM(C2:C6)", "=C7", "=SUM(SUM(SUM(C2:C4)))", f"={'(' * 300}1{')' * 300}", f"={'-' * 390}1", "=1/0", "=SUM(A1:XFD1048576)")


@pytest.mark.parametrize("formula", NONSENSE, ids=lambda formula: formula[:12])
def test_a_formula_that_makes_no_sense_is_passed_over(formula: str, tmp_path: Path) -> None:
    assert ("warning", "typed-in-number", "Budget!C6") not in found(book(tmp_path / "budget.xlsx", {"C6": formula, "C7": "=C6", "B6": formula}))
