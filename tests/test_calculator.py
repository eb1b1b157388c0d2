"""The desk calculator against its cases (tests/calculator.md), and against whatever is typed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.calculator import Miswritten, calculate
from factcheck.outside import Outside
from factcheck.outside.exchange import rates_from
from tests.cases import Case, cases_of

OUTSIDE = Outside(None, rates_from(None, lambda _: None))


def said(typed: str) -> tuple[str, ...]:
    """The result and its band, or "refused" and why."""
    try:
        found = calculate(typed, OUTSIDE)
    except Miswritten as problem:
        return "refused", str(problem)
    return found.result, found.allowed


@pytest.mark.parametrize("case", list(cases_of(Path(__file__).with_name("calculator.md"))), ids=str)
def test_sum(case: Case) -> None:
    assert said(case.text) == case.expected


def test_dollars_of_another_year_are_reckoned_or_refused_in_words() -> None:
    first, second = said("100 dollars of 1990 in 2023 dollars")
    if find_spec("cpi"):
        assert first == "$233.1"
    else:
        assert "price indices are not installed" in second


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,+-*/()%$€ xinofperyearkmtobillion", max_size=60))
def test_whatever_is_typed_is_reckoned_or_refused(typed: str) -> None:
    first, second = said(typed)
    assert first
    assert "\n" not in second
