"""Reports: what people see, what programs get, and that no text of an article can do harm in either."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Claim, Rate, Restatement, Sure, Timing, Total
from claims.day import Day
from claims.document import Published
from claims.figure import Figure
from claims.interval import Interval
from claims.read import document_from
from claims.rounding import Hedge, Number
from claims.unit import Unit
from factcheck.report import Report
from factcheck.reports import Page, Unread, counts, formats, writer
from factcheck.reports.json.shape import schema
from factcheck.reports.terminal import excerpt
from factcheck.reports.terminal.readings import readings
from factcheck.reports.terminal.visible import columns, visible
from factcheck.verdict import Fitting, Level, Outcome, Source, Verdict

SCHEMA = Path(__file__).parents[1] / "factcheck/reports/report.schema.json"
YEN = Unit("money", "JPY", dimension="JPY")
DOLLAR = Unit("money", "USD", dimension="USD")
TEXT = (
    "Bridge to cost more\n\nThe bridge will cost 1.05 trillion yen ($9 million) over five years, the ministry said on Thursday. Some 4,000 people work there.\n"
)
EXACT = Interval(Fraction(9), Fraction(9))


def figure(text: str, printed: str, number: Number, unit: Unit, **more: object) -> Figure:
    start = text.index(printed)
    return Figure((start, start + len(printed)), printed, number, unit=unit, **more)  # type: ignore[arg-type]


def report_on(text: str = TEXT, source: str = "bridge.txt") -> Report:
    """A report with a verdict of every kind on a text that holds the figures of TEXT."""
    yen, dollars = (
        figure(text, "1.05 trillion yen", Number(105, 10), YEN),
        figure(text, "$9 million", Number(9, 6), DOLLAR, may_also_be=(Unit("money", "CAD"),)),
    )
    years, people = (
        figure(text, "five years", Number(5), Unit("time", "year")),
        figure(text, "4,000", Number(4000), Unit("count", "person"), counts="people", hedge=Hedge("some")),
    )
    at = text.index("Thursday")
    thursday = Day((at, at + 8), "Thursday", weekday=3)
    evidence = (yen.span[0], years.span[1])
    twice, yearly = Restatement(evidence, yen, dollars), Rate(evidence, count=years, total=yen)
    timing, total = Timing(thursday.span, weekday=thursday, sure=Sure.FAINT), Total(evidence, (yen, yen), yen, Sure.LIKELY)
    rate = Source("yen to the dollar", "115.9–116.1", "European Central Bank reference rates, 2022-01-06")
    wrong = Fitting("$9 million", Interval(Fraction(9 * 10**9), Fraction(91 * 10**8)), "$9–9.1 billion", dollars)
    verdicts = (
        Verdict("weekday-of-date", timing, Outcome.EXACT, "none", "Thursday = Thursday"),
        Verdict("parts-make-total", total, Outcome.CONTRADICTED, "warning", "1.05 trillion yen + 1.05 trillion yen = 1.05 trillion yen", off_by=Fraction(2)),
        Verdict(
            "days-rate",
            twice,
            Outcome.CONTRADICTED,
            "error",
            "1.05 trillion yen ÷ yen to the dollar = $9 million",
            ("allowed  $9.05 billion = $9 million",),
            (wrong,),
            Fraction(7054, 7),
            "percent for points",
            sources=(rate,),
        ),
        Verdict(
            "each-times-count",
            yearly,
            Outcome.FOLLOWS,
            "none",
            "a year: ¥210 billion",
            ("from 1.05 trillion yen ÷ five years",),
            (Fitting("a year", EXACT, "¥209–211 billion"),),
        ),
        Verdict("one-rate", twice, Outcome.UNDECIDED, "none", "", reason="no rate for that day"),
        Verdict("same-figure", twice, Outcome.STRAINED, "note", "1.05 trillion yen = $9 million"),
    )
    document = document_from(text, source, "en", Published(date(2022, 1, 6), "given"), ("read as UTF-16",))
    claims: tuple[Claim, ...] = (twice, yearly, timing, total)
    return Report(document, (yen, dollars, years, people), (thursday,), claims, verdicts)


def terminal(*reports: Report, unread: tuple[Unread, ...] = (), width: int = 100, in_colour: bool = False) -> str:
    return writer("terminal")(reports, unread, Page(width, in_colour))


def test_the_formats_are_those_in_the_folder() -> None:
    assert {"json", "terminal"} <= set(formats())


def test_people_read_the_worst_first_and_the_counts_last() -> None:
    lines = terminal(report_on()).splitlines()
    assert lines[0] == "bridge.txt: language en, published 2022-01-06 (given)"
    assert lines[1] == "remark: read as UTF-16"
    firsts = [line for line in lines if line.startswith("bridge.txt:3:")]
    assert [line.split(": ")[1] for line in firsts] == ["error days-rate", "warning parts-make-total", "note same-figure"]
    assert firsts[0] == "bridge.txt:3:22: error days-rate: cannot be true, off by a factor of 1,008 (looks like: percent for points)"
    headings = [line for line in lines if line in ("What follows", "Checked, and fits", "Undecided", "Read, and checked by nothing (line)")]
    assert headings == ["What follows", "Checked, and fits", "Undecided", "Read, and checked by nothing (line)"]
    assert lines[-1] == "4 figures and 1 day read, 3 claims checked, 2 flagged, 1 undecided, 1 unchecked"


def test_a_finding_shows_sum_band_fit_and_source() -> None:
    text = terminal(report_on())
    finding = text[text.index("error days-rate") : text.index("warning")]
    for said in (
        "    1.05 trillion yen ÷ yen to the dollar = $9 million\n    allowed  $9.05 billion = $9 million\n",
        "    would fit  $9–9.1 billion for “$9 million”\n",
        "    source  yen to the dollar, 115.9–116.1: European Central Bank reference rates, 2022-01-06\n",
    ):
        assert said in finding
    assert "“1.05 trillion yen, $9 million”: no rate for that day" in text
    assert "    allowed  a year: ¥209–211 billion\n" in text
    assert "Read, and checked by nothing (line)\n    4,000 (3)\n" in text


def marked_by_carets(report: str) -> list[str]:
    """What stands above each run of carets, by columns."""
    found = []
    lines = report.splitlines()
    for above, carets in pairwise(lines):
        if re.fullmatch(r"  │ [ ^]*\^", carets):
            signs = [sign for sign in above if not unicodedata.combining(sign)]
            cells = [cell for sign in signs for cell in ([sign, ""] if unicodedata.east_asian_width(sign) in "WF" else [sign])]
            found += ["".join(cells[run.start() : run.end()]) for run in re.finditer(r"\^+", carets)]
    return found


@pytest.mark.parametrize("width", [40, 60, 100, 5000])
def test_carets_stand_below_the_figures_and_lines_fit_the_page(width: int) -> None:
    text = terminal(report_on(), width=width)
    assert marked_by_carets(text)[:2] == ["1.05 trillion yen", "$9 million"], "a figure is not broken where it fits on a row"
    excerpted = [line for line in text.splitlines() if line.startswith("  │")]
    assert excerpted
    assert all(columns(line) <= min(width, 120) for line in excerpted)


@pytest.mark.parametrize("before", ["橋の費用は、", "Cafe\u0301 \U0001f600 ", "a\tb\u00a0c ", "\u202eevil\u202c ", "\x1b[31mred ", "x" * 300 + " "])
def test_carets_stand_right_after_any_text(before: str) -> None:
    text = before + TEXT[TEXT.index("The bridge") :]
    assert marked_by_carets(terminal(report_on(text)))[:2] == ["1.05 trillion yen", "$9 million"]


HOSTILE = "\x1b]0;title\x07\x1b[2J [bold red]no markup[/] \u202e\u2066 \x00\x9b31m\u200b \ud800 :smile:"


@pytest.mark.parametrize("in_colour", [False, True])
def test_no_text_reaches_the_terminal_unescaped(in_colour: bool) -> None:
    hostile = report_on(TEXT.replace("The bridge", HOSTILE + " The bridge"), source=f"{HOSTILE}.txt")
    text = terminal(hostile, unread=(Unread(HOSTILE, HOSTILE),), in_colour=in_colour) + readings(hostile)
    text = re.sub(r"\x1b\[[0-9;]*m", "", text) if in_colour else text
    assert all(line.isprintable() for line in text.splitlines())
    assert "[bold red]no markup[/]" in text
    assert ":smile:" in text
    assert r"\u202e" in text
    assert r"\x1b" not in text
    assert r"\u001b" in text


def test_colour_underlines_instead_of_carets() -> None:
    text = terminal(report_on(), in_colour=True)
    assert not marked_by_carets(re.sub(r"\x1b\[[0-9;]*m", "", text))
    assert "\x1b[1;4;31m1.05 trillion yen\x1b[0m" in text
    assert "\x1b" not in terminal(report_on())


@given(st.text(max_size=60))
def test_what_is_visible_is_printable_and_stays_so(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert visible(shown) == shown


def test_a_page_long_sentence_is_shown_around_its_figures_only() -> None:
    text = "word " * 20_000 + TEXT[TEXT.index("The bridge") : TEXT.index("Some")] + "word " * 20_000
    shown = [line for line in terminal(report_on(text + "4,000 people")).splitlines() if line.startswith("  │")]
    assert shown[0].startswith("  │ …")
    assert sum(map(len, shown)) < 3 * excerpt.LONGEST


def test_many_files_are_counted_together() -> None:
    last = terminal(report_on(), report_on(), unread=(Unread("a.txt", "a.txt: is empty"),)).splitlines()[-1]
    assert last == "2 files, 8 figures and 2 days read, 6 claims checked, 4 flagged, 2 undecided, 2 unchecked, 1 file not read"
    assert counts([]).flagged == 0


def test_the_schema_is_the_one_checked_in() -> None:
    assert SCHEMA.read_text("utf-8") == schema(), "write it anew: the command is at the top of factcheck/reports/json/shape.py"
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_text("utf-8")))


def test_programs_get_the_whole_report() -> None:
    encoded = writer("json")([report_on(), report_on(source="\udcff.txt")], [Unread("gone.txt", "gone.txt: no such file")], Page())
    whole = json.loads(encoded)
    jsonschema.validate(whole, json.loads(SCHEMA.read_text("utf-8")))
    assert (whole["version"], len(whole["reports"]), whole["reports"][1]["source"]) == (1, 2, "\\udcff.txt")
    assert whole["unread"] == [{"source": "gone.txt", "reason": "gone.txt: no such file"}]
    one = whole["reports"][0]
    yen = one["figures"][0]
    assert (yen["low"], yen["high"], yen["unit"]["code"]) == ("1050000000000", "1050000000000", "JPY")
    assert yen["at"] == {"span": [42, 59], "line": 3, "column": 22, "where": "", "printed": "1.05 trillion yen"}
    assert TEXT[42:59] == "1.05 trillion yen"
    verdict = next(verdict for verdict in one["verdicts"] if verdict["rule"] == "days-rate")
    assert (verdict["off_by"], verdict["off_by_about"], verdict["level"]) == ("7054/7", "1,008", "error")
    assert verdict["would_fit"][0]["values"] == ["9000000000", "9100000000"]
    claim = one["claims"][verdict["claim"]]
    assert (claim["kind"], [role["role"] for role in claim["roles"]]) == ("Restatement", ["amount", "again"])
    assert one["published"] == {"date": "2022-01-06", "known_from": "given"}
    assert one["unchecked"] == [list(report_on().figures[3].span)]


def test_a_claim_taken_in_another_unit_is_listed_too() -> None:
    report = report_on()
    first = report.verdicts[2]
    assert isinstance(first.claim, Restatement)
    canadian = Restatement(first.claim.evidence, first.claim.amount, figure(TEXT, "$9 million", Number(9, 6), Unit("money", "CAD")))
    taken = Verdict("days-rate", canadian, Outcome.EXACT, "none", "")
    whole = json.loads(writer("json")([Report(report.document, report.figures, report.days, report.claims, (taken,))], [], Page()))
    number = whole["reports"][0]["verdicts"][0]["claim"]
    assert whole["reports"][0]["claims"][number]["roles"][1]["filled_by"]["unit"]["code"] == "CAD"


def test_reports_are_the_same_every_time() -> None:
    for name in formats():
        assert writer(name)([report_on()], [], Page()) == writer(name)([report_on()], [], Page())


def test_what_was_read_is_listed_with_its_meaning() -> None:
    assert readings(report_on()).splitlines() == [
        "bridge.txt:3:22: 1.05 trillion yen = ¥1.05 trillion",
        "bridge.txt:3:41: $9 million = $9 million; or CAD",
        "bridge.txt:3:58: five years = 5 year",
        "bridge.txt:3:91: Thursday = Thursday",
        "bridge.txt:3:106: 4,000 = 4,000 person; of “people”; hedged by “some”; not checked",
    ]


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        (Day((0, 1), "x", 2022, 1, 6, 3), "Thursday, day 2022-01-06"),
        (Day((0, 1), "x", month=1, day=6), "day 01-06"),
        (Day((0, 1), "x", 2021, 4), "month 2021-04"),
        (Day((0, 1), "x", 1957), "year 1957"),
        (Day((0, 1), "x", 2023, fiscal=True), "financial year 2023"),
    ],
)
def test_a_day_is_listed_with_what_is_printed_of_it(day: Day, meant: str) -> None:
    report = Report(document_from("x"), (), (day,), (), ())
    assert readings(report) == f"-:1:1: x = {meant}; not checked\n"


LEVELS: tuple[Level, ...] = ("error", "warning", "note", "none")


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_in_print_is_that_of_the_verdict(level: Level) -> None:
    report = report_on()
    claim = report.verdicts[2].claim
    verdict = Verdict("days-rate", claim, Outcome.CONTRADICTED, level, "sum")
    text = terminal(Report(report.document, report.figures, report.days, report.claims, (verdict,)))
    assert (f": {level} days-rate: cannot be true" in text) == (level != "none")
