"""What is read in text, language by language; and that reading never fails, overlaps, or depends on which way it took."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import figures_in, lexicon
from claims.day import Day
from claims.figure import Figure
from claims.find import read
from claims.find.doubting import LETTERS_THAT_PAY, doubts
from claims.language import language
from tests.cases import Case, cases_in

HERE = Path(__file__).parent
CASES = list(cases_in(HERE / "languages"))
FIGURE = re.compile(r"^figure (?P<printed>.+?) = (?P<low>[-\d./]+)(?: to (?P<high>[-\d./]+))?(?: (?P<unit>[^|]+?))?(?P<more>(?: \| .+)?)$")
DAY = re.compile(r"^day (?P<printed>.+) = (?P<when>.+)$")


@pytest.fixture(autouse=True, scope="module")
def _the_quick_way_is_open() -> None:
    """It opens in each language only where so much is read that it pays."""
    for code in lexicon.languages():
        read("word " * 2_500, language(code))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_text_is_read_as_the_case_says(case: Case) -> None:
    found = read(case.text, language(case.file))
    wanted = [FIGURE.match(line) for line in case.expected if line.startswith("figure ")]
    assert all(wanted), "a line is no figure as this file writes them"
    assert wanted or "nothing" in case.expected, "a case says what is found"
    lines = [_as_written(figure, match.groupdict()) for figure, match in zip(found.figures, wanted, strict=False) if match]
    assert lines == [match.group() for match in wanted if match]
    assert [figure.printed for figure in found.figures[len(wanted) :]] == []
    days = [line for line in case.expected if DAY.match(line)]
    if days:
        assert [f"day {day.printed} = {_when(day)}" for day in found.days] == days


def _as_written(figure: Figure, wanted: dict[str, str | None]) -> str:
    """The figure in the words of the case, as much as the case says of it."""
    low = _in_style(figure.low, wanted["low"] or "")
    line = f"figure {figure.printed} = {low}"
    if figure.upper is not None:
        line += f" to {_in_style(figure.high, wanted['high'] or '')}"
    unit = figure.unit.code + (f" per {figure.unit.per}" if figure.unit.per else "")
    line += f" {unit}" if unit else ""
    told = {"hedge": figure.hedge.words, "counts": figure.counts, "period": figure.period}
    for part in (wanted["more"] or "").split(" | ")[1:]:
        name = part.split(" ")[0]
        line += f" | {name} {told[name]}"
    return line


def _in_style(value: Fraction, wanted: str) -> str:
    return wanted if wanted and Fraction(wanted) == value else str(value)


def _when(day: Day) -> str:
    if day.weekday is not None and day.year is None:
        return f"weekday {day.weekday}"
    parts = [f"{day.year:04d}" if day.year else "", f"{day.month:02d}" if day.month else "", f"{day.day:02d}" if day.day else ""]
    return "-".join(part for part in parts if part)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_quick_way_reads_what_the_complete_way_reads(case: Case) -> None:
    tongue = language(case.file)
    doubts(tongue, LETTERS_THAT_PAY)
    assert read(case.text, tongue) == read(case.text, tongue, completely=True)


GLUED = st.sampled_from(
    ["約", "第", "最大で", "は", "の", "に", "、", "（", "マイナス", "数", "毎時", "至少", "3", "10", "39", "2024", "1983", "12.5", "1,200", "５", "三",
    "二十", "万", "億", "兆", "1兆500億", "円", "ドル", "元", "人", "%", "ポイント", "年", "月", "日", "時", "時間", "キロ", "㎡", "兆瓦", "倍", "割", "半",
    "以上", "余り", "当たり", "から", "と", "で", "増えた", "。", "，", "年度", "人目", "号", "分の", "ずつ", "~", "/"]
)  # fmt: skip


@given(st.lists(GLUED, max_size=12).map("".join), st.sampled_from(["ja", "zh"]))
def test_glued_words_are_read_alike_in_both_ways(text: str, code: str) -> None:
    tongue = language(code)
    assert read(f"同省は{text}した。", tongue) == read(f"同省は{text}した。", tongue, completely=True)


PIECES = st.sampled_from(
    ["$", "€", "1,", "1.", "5", "12", "2019", " ", "-", "–", "%", " percent", " million", "half ", "one ", "two", " to ", " and ", "between ", "(",
    ")", ",", ".", "/", ":", "°C", " km", "½", "兆", "円", "万", "１", "İ", "ß", "\u0301", "\u202f", "'", '"', "\n", "e9", "x10", "a ", " a year",
    " per ", "about ", "jan. ", "May ", "+", "±", "s", "th", "-fold"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60), st.sampled_from(lexicon.languages()))
def test_no_text_fails_and_spans_slice_what_is_printed(text: str, code: str) -> None:
    found = read(text, language(code))
    reached = 0
    for thing in sorted((*found.figures, *found.days, *found.ordinals), key=lambda thing: thing.span):
        assert thing.printed == text[thing.span[0] : thing.span[1]]
        assert thing.span[0] >= reached, "two figures overlap"
        reached = thing.span[1]


@given(st.integers(0, 10**12 - 1), st.integers(0, 4))
def test_a_grouped_number_reads_back(whole: int, places: int) -> None:
    printed = f"{whole:,}" + ("." + "7" * places if places else "")
    (figure,) = figures_in(f"They spent ${printed} there.")
    assert figure.low == Fraction(printed.replace(",", ""))


@pytest.mark.parametrize(
    "piece", ["1,", "1 1", "$", "€1", "9", "one ", "(", "½", "1-", "1/", "a ", "million ", "1.", "½ ", "e9", "-", "two and a half ", "Jan. ", "%",
    "'1", "1 to ", "\u0301", "5 ft ", "1% "]
)  # fmt: skip
def test_twice_as_much_text_takes_no_more_looks_than_twice(piece: str) -> None:
    """Counted in look-ups rather than in seconds, which depend on the machine."""
    looks = [_looks(piece * times) for times in (2_000, 4_000)]
    assert looks[1] <= 2.3 * looks[0] + 2_000


def _looks(text: str) -> int:
    import sys

    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    tongue = language("en")
    sys.setprofile(count)
    try:
        read(text, tongue)
    finally:
        sys.setprofile(None)
    return calls


def test_a_language_that_is_not_known_is_told_with_those_that_are() -> None:
    with pytest.raises(LookupError, match="en"):
        figures_in("5", "xx")
