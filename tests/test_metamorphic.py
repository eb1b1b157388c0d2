"""Said otherwise, it is judged the same: other spellings, marks, mark-up, scales, and a sentence more change no verdict.

Fed by the English cases of tests/rules, so every law added is tried in all of these ways.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claims import figures_in
from factcheck import check, check_text
from factcheck.report import Report
from tests.cases import Case, cases_in

CASES = [case for case in cases_in(Path(__file__).parent / "rules") if case.language == "en"]
ONE_PARAGRAPH = [case for case in CASES if "\n" not in case.text]
BRITISH = (("kilometer", "kilometre"), ("meter", "metre"), ("liter", "litre"), ("favor", "favour"))
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTED = re.compile(r"(?<![\w.,$£€/–-])(?:[2-9]|1[0-2]) (?=[a-z]{4})")
"""A number that a newspaper would as soon write in letters: a small one, with what it counts in small letters behind it."""
METRIC = {"kilometers": "miles", "kilometres": "miles", "tonnes": "tons", "tons": "tonnes", "hectares": "acres", "litres": "gallons", "liters": "gallons"}
METRIC_WORD = re.compile(rf"\b(?:{'|'.join(METRIC)})\b")
OF_ONE_MEASURE = {"percentage-change", "amount-of-change", "parts-make-total", "share-of-whole", "difference-of-two", "times-the-lesser", "direction-of-change"}
"""Laws to which it is all the same in which unit a thing is measured, if only it is one unit throughout."""
TO_A_DECIMAL = re.compile(r"(?<=[$£€])([0-9]+)\.([0-9]+)")
SCALES = {"million": "billion", "billion": "trillion"}
SCALE_WORD = re.compile("|".join(SCALES))
ONE_OF_MANY = 40
"""Every so many cases one is written out to be checked in a process of its own, which is slow."""


def outcomes(report: Report) -> list[tuple[str, str]]:
    """Which rules said what, in no order."""
    return sorted((verdict.rule, verdict.outcome.value) for verdict in report.verdicts)


def as_it_is(case: Case) -> list[tuple[str, str]]:
    return outcomes(check_text(case.text, language="en", published=case.published))


def in_british_spelling(text: str) -> str:
    for american, british in BRITISH:
        text = re.sub(rf"\b(kilo|centi|milli)?{american}", rf"\g<1>{british}", text) if american == "meter" else text.replace(american, british)
    return re.sub(r"(?<=[0-9]) percent\b", " per cent", text)


def with_percent_signs(text: str) -> str:
    return re.sub(r"(?<=[0-9]) (?:percent|per cent)\b", "%", text)


def in_fine_type(text: str) -> str:
    """With the marks of a typesetter: bent apostrophes, and spaces at which no line ends between a number and its unit."""
    return re.sub(r"(?<=[0-9]) (?=[a-z])", "\u00a0", text.replace("'", "’"))


def with_a_sentence_more(text: str) -> str:
    return f"{text}\n\nThe mayor thanked everybody who had come."


WAYS: tuple[Callable[[str], str], ...] = (in_british_spelling, with_percent_signs, in_fine_type, with_a_sentence_more)


@pytest.mark.parametrize("say", WAYS, ids=lambda say: say.__name__)
@pytest.mark.parametrize("case", ONE_PARAGRAPH, ids=str)
def test_said_otherwise_it_is_judged_the_same(case: Case, say: Callable[[str], str]) -> None:
    assert outcomes(check_text(say(case.text), language="en", published=case.published)) == as_it_is(case)


@pytest.mark.parametrize("case", ONE_PARAGRAPH, ids=str)
def test_in_mark_up_it_is_judged_the_same(case: Case, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><html><body><p>{html.escape(case.text)}</p></body></html>", "utf-8")
    assert outcomes(check(page, language="en", published=case.published)) == as_it_is(case)


def is_all_in_scales(text: str) -> bool:
    """Whether every figure with a size is an amount of money with a scale word, so that all can be a thousand times as large."""
    figures = [figure for figure in figures_in(text) if figure.unit.dimension != "ratio" and figure.unit.kind not in ("percent", "points", "time")]
    return len(figures) > 1 and all(figure.unit.kind == "money" and SCALE_WORD.search(figure.printed) for figure in figures)


@pytest.mark.parametrize("case", [case for case in ONE_PARAGRAPH if is_all_in_scales(case.text)], ids=str)
def test_a_thousand_times_the_money_is_judged_the_same(case: Case) -> None:
    larger = SCALE_WORD.sub(lambda found: SCALES[found.group()], case.text)
    assert outcomes(check_text(larger, language="en", published=case.published)) == as_it_is(case)


@pytest.mark.parametrize("case", [case for case in ONE_PARAGRAPH if COUNTED.search(case.text)], ids=str)
def test_in_words_it_is_judged_the_same(case: Case) -> None:
    spelled = COUNTED.sub(lambda found: f"{WORDS[int(found.group())]} ", case.text)
    assert outcomes(check_text(spelled, language="en", published=case.published)) == as_it_is(case)


def is_in_one_unit(text: str) -> bool:
    """Whether all that is measured is measured in one unit, which has a sister in the other system."""
    measures = {figure.unit.code for figure in figures_in(text) if figure.unit.kind == "measure"}
    return len(measures) == 1 and len(set(METRIC_WORD.findall(text))) == 1


@pytest.mark.parametrize("case", [case for case in ONE_PARAGRAPH if is_in_one_unit(case.text)], ids=str)
def test_in_another_system_of_units_it_is_judged_the_same(case: Case) -> None:
    said = METRIC_WORD.sub(lambda found: METRIC[found.group()], case.text)
    there, here = (
        [outcome for outcome in some if outcome[0] in OF_ONE_MEASURE]
        for some in (outcomes(check_text(said, language="en", published=case.published)), as_it_is(case))
    )
    assert there == here


def is_all_money_to_a_decimal(text: str) -> bool:
    """Whether every figure with a size is money with a decimal point, so that each can be ten times as large and be as exact."""
    figures = [figure for figure in figures_in(text) if figure.unit.dimension != "ratio" and figure.unit.kind not in ("percent", "points", "time")]
    return len(figures) > 1 and all(figure.unit.kind == "money" and TO_A_DECIMAL.match(text, figure.span[0] + 1) for figure in figures)


@pytest.mark.parametrize("case", [case for case in ONE_PARAGRAPH if is_all_money_to_a_decimal(case.text)], ids=str)
def test_ten_times_the_money_is_judged_the_same(case: Case) -> None:
    larger = TO_A_DECIMAL.sub(lambda found: f"{found[1]}{found[2][0]}.{found[2][1:]}".rstrip("."), case.text)
    assert outcomes(check_text(larger, language="en", published=case.published)) == as_it_is(case)


def test_two_runs_print_the_same_bytes(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("\n\n".join(case.text for case in CASES[::ONE_OF_MANY]), "utf-8")
    command = [sys.executable, "-m", "factcheck", "check", str(article), "--language", "en", "--output-format", "json"]
    printed = [subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=False).stdout for seed in ("1", "2")]
    assert printed[0]
    assert printed[0] == printed[1]
