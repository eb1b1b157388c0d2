"""Tables against themselves, and prose against tables (tests/tables/*.md): text and a Markdown table, and what must come of it.

Expected are the verdicts of the laws of totals and of the figures that prose takes from cells, in any order, or "nothing".
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import check, check_text
from tests.cases import Case, cases_in, parts_of

CASES = list(cases_in(Path(__file__).parent / "tables"))
NOT_LOOKED_AT = {"direction-of-change", "fall-within-whole", "order-of-days"}
"""Laws that hold of the same claims and say less."""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    prose, rows = parts_of(case.text)
    found = check_text(prose, language=case.language, tables=[rows]).verdicts
    told = sorted(f"{verdict.rule} {verdict.outcome.value}" for verdict in found if verdict.rule not in NOT_LOOKED_AT) or ["nothing"]
    assert told == sorted(case.expected), [verdict.arithmetic for verdict in found]


def test_a_finding_points_at_its_cell() -> None:
    rows = [["Town", "2023", "2024"], ["Roads", "1,210", "1,305"], ["Schools", "3,480", "3,612"], ["Total", "4,690", "4,971"]]
    report = check_text("", language="en", tables=[rows])
    (flagged,) = report.flagged
    assert report.document.place(flagged.claim.evidence[0]).where == "table 1, row 4, column 3"
    assert [fit.shown for fit in flagged.would_fit if fit.name == "1,305"] == ["1,358–1,360"]


def test_a_text_is_held_against_the_tables_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The change in ticket sales from 2022 to 2023 was 412 thousand.\n", "utf-8")
    (tmp_path / "sales.csv").write_text("(in thousands),2023,2022\nTicket sales,4310,3988\nSeason passes,1022,975\n", "utf-8")
    report = check(tmp_path / "story.txt", language="en", data=[tmp_path / "sales.csv"])
    (flagged,) = [verdict for verdict in report.flagged if verdict.rule == "amount-of-change"]
    before = flagged.claim.before  # type: ignore[union-attr]
    assert report.document.place(before.span[0]).where.startswith("sales.csv: ")  # type: ignore[union-attr]
