"""Tables of very many rows: read without a thing for every cell, checked in stretches, and nothing of it silent."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from claims.document import Cell, Rows
from factcheck import Report, check

ROWS = 20_500
STATUS = Path("/proc/self/status")
MOST_MEGABYTES = 160
"""A file of 160,000 cells; the program alone takes some fifty."""


def rows_of(count: int, *, wrong_row: int = -1, wrong_total: int = 0) -> list[list[object]]:
    """Shops with what two years brought in, the change, and a total."""
    rows: list[list[object]] = [["Shop", "2023", "2024", "Change"]]
    for number in range(count):
        before, after = 1000 + number * 37 % 9001, 1000 + number * 53 % 8009
        rows.append([f"Shop {number}", before, after, after - before + (4021 if number == wrong_row else 0)])
    sums = [sum(int(str(row[column])) for row in rows[1:]) for column in (1, 2, 3)]
    rows.append(["Total", sums[0], sums[1] + wrong_total, sums[2]])
    return rows


def as_csv(path: Path, rows: list[list[object]]) -> Path:
    path.write_text("".join(",".join(map(str, row)) + "\n" for row in rows), "utf-8")
    return path


def as_xlsx(path: Path, rows: list[list[object]]) -> Path:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Shops")
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def flagged(report: Report) -> list[tuple[str, str]]:
    return [(verdict.rule, report.document.place(verdict.claim.evidence[0]).where) for verdict in report.flagged]


FORMATS: tuple[tuple[str, Callable[[Path, list[list[object]]], Path], int, str], ...] = (
    ("a.csv", as_csv, ROWS, "row 20002, column 4"),
    ("a.xlsx", as_xlsx, ROWS + 4600, "Shops!D20002"),
)


@pytest.mark.parametrize(("name", "write", "count", "place"), FORMATS, ids=["csv", "xlsx"])
def test_a_row_and_a_total(name: str, write: Callable[[Path, list[list[object]]], Path], count: int, place: str, tmp_path: Path) -> None:
    report = check(write(tmp_path / name, rows_of(count, wrong_row=20_000, wrong_total=9000)), language="en")
    assert ("amount-of-change", place) in flagged(report)
    (found,) = [verdict for verdict in report.flagged if verdict.rule == "parts-make-total"]
    assert found.arithmetic.startswith(f"[the sum of {count:,} rows] = ")
    assert any("cells are not listed" in remark for remark in report.document.remarks)


def test_a_table_that_is_right(tmp_path: Path) -> None:
    assert flagged(check(as_csv(tmp_path / "a.csv", rows_of(8000)), language="en")) == []


@pytest.mark.skipif(not STATUS.exists(), reason="the system does not tell the most memory of a process")
def test_memory_does_not_grow_with_the_cells(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", rows_of(40_000))
    # not what the system counts for the process: there it begins with that of the one that started it
    program = f"import sys; from factcheck import check; check(sys.argv[1]); print(open({str(STATUS)!r}).read())"
    ran = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    (most,) = re.findall(r"VmHWM:\s+(\d+) kB", ran.stdout)
    assert int(most) / 1024 < MOST_MEGABYTES


def test_rows_make_their_cells_when_asked() -> None:
    rows = Rows(["a\t1", "b"], 3, 10)
    assert rows[0] == (Cell("a", 10), Cell("1", 12), Cell("", 14))
    assert rows[1][0] == Cell("b", 14)
    assert [row[0].text for row in rows[:5]] == ["a", "b"]
