"""A sentence looks at the tables around it only: a document of twice the length takes no more looks a sentence."""

from __future__ import annotations

from claims.document import table_of
from claims.tabulate.nearby import MOST_AFTER, MOST_BEFORE, Nearby
from claims.tabulate.records.sheet import Sheet, sheet_of
from claims.tabulate.records.telling import telling_of
from factcheck import check_text

ROWS = [["Harbour", "Country", "Berths"], ["Osthaven", "Denmark", "14"], ["Nordvik", "Norway", "22"], ["Sundby", "Sweden", "31"]]
TELLING = telling_of("en")
assert TELLING is not None


def sheets(count: int) -> list[Sheet]:
    """So many tables of the same records."""
    return [sheet for _ in range(count) if (sheet := sheet_of(table_of(ROWS), TELLING))]


def test_of_many_tables_that_have_a_word_only_the_nearest_are_looked_at() -> None:
    nearby = Nearby(sheets(200))
    assert 0 < len(list(nearby.of(frozenset(("osthaven", "berth")), 0))) <= MOST_BEFORE + MOST_AFTER


def test_a_table_is_found_by_its_word_however_many_others_stand_between() -> None:
    others = [[["Mill", "River", "Wheels"], [f"Mill{number}", "Aller", "2"], [f"Mill{number}b", "Leine", "3"]] for number in range(60)]
    report = check_text("Osthaven has 41 berths.", language="en", tables=(*others, ROWS))
    assert [verdict.arithmetic for verdict in report.findings] == ["41 = 14"]
