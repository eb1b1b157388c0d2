"""Tables as they are published (tests/tables/pages/*.html): as a page, as Markdown, as values and printed; right as they stand, and with a slip.

Each page names its slip in a comment, "slip: 5,387 → 5,478": the first must not be flagged, the second must be. The pages
are our own, made after what budgets, reports of companies, elections, censuses and medal tables look like.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from claims.claim import roles
from claims.document import Document, Table
from claims.read import read
from factcheck import Report, check

PAGES = sorted((Path(__file__).parent / "tables" / "pages").glob("*.html"))
SLIP = re.compile(r"<!-- slip: (.+?) → (.+?) -->")
OFFICE = shutil.which("soffice")


class Page(NamedTuple):
    """A page with its slip, and what the slip is."""

    right: str
    wrong: str
    slip: str


def page(path: Path) -> Page:
    right = path.read_text("utf-8")
    meant, slip = SLIP.findall(right)[0]
    wrong = right.replace(f">{meant}<", f">{slip}<")
    assert right.count(f">{meant}<") == 1
    return Page(right, wrong, " ".join(slip.split()))


def as_markdown(document: Document) -> str:
    return "\n".join(f"{table.caption}\n\n{_pipes(table)}\n" for table in document.tables)


def _pipes(table: Table) -> str:
    rows = [f"| {' | '.join(cell.text.replace('*', chr(92) + '*') if not cell.repeated else '' for cell in row)} |" for row in table.rows]
    return "\n".join([rows[0], "|" + " --- |" * len(table.rows[0]), *rows[1:]])


def as_values(document: Document) -> str:
    out = io.StringIO()
    for table in document.tables:
        csv.writer(out).writerows([[table.caption], [], *(["" if cell.repeated else cell.text for cell in row] for row in table.rows), []])
    return out.getvalue()


FORMATS: dict[str, Callable[[Document], str]] = {"md": as_markdown, "csv": as_values}


def flagged(report: Report) -> list[str]:
    """The figures in question, each finding's in one line."""
    return ["; ".join(figure.printed for _, figure in roles(verdict.claim)) for verdict in report.flagged]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_as_a_page(path: Path, tmp_path: Path) -> None:
    made = page(path)
    (tmp_path / "wrong.html").write_text(made.wrong, "utf-8")
    assert flagged(check(path)) == []
    assert any(made.slip.strip("()−-") in line for line in flagged(check(tmp_path / "wrong.html")))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_in_another_format(path: Path, name: str, tmp_path: Path) -> None:
    made = page(path)
    for text, is_right in ((made.right, True), (made.wrong, False)):
        (tmp_path / "page.html").write_text(text, "utf-8")
        document = read(tmp_path / "page.html")
        (tmp_path / f"table.{name}").write_text(FORMATS[name](document), "utf-8")
        found = flagged(check(tmp_path / f"table.{name}", language=document.language))
        assert found == [] if is_right else any(made.slip.strip("()−-") in line for line in found)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every page printed, right and wrong."""
    folder = tmp_path_factory.mktemp("printed")
    for path in PAGES:
        made = page(path)
        (folder / f"{path.stem}.right.html").write_text(made.right, "utf-8")
        (folder / f"{path.stem}.wrong.html").write_text(made.wrong, "utf-8")
    command = [str(OFFICE), f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.html")))], capture_output=True, timeout=300, check=True)
    return folder


@pytest.mark.installs
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_printed(path: Path, printed: Path) -> None:
    language = read(path).language
    assert flagged(check(printed / f"{path.stem}.right.pdf", language=language)) == []
    found = flagged(check(printed / f"{path.stem}.wrong.pdf", language=language))
    assert any(page(path).slip.strip("()−-") in line for line in found)
