"""Hostile text: nothing raises, and twice as much of it takes no more looks than twice, in every language."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import figures_in
from claims.find import read
from claims.find.doubting import LETTERS_THAT_PAY, doubts
from claims.language import language
from tests.benchmarks.hostile import SHAPES, hostile
from tests.benchmarks.news import LANGUAGES, articles

LETTERS = 1_500
MOST_GROWTH = 2.3
REPEATED = 600
FEW_LOOKS = 2_000
"""What a short text costs anyway."""


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_twice_as_much_hostile_text_takes_no_more_looks_than_twice(shape: str, code: str) -> None:
    """Counted in calls rather than in seconds, which depend on the machine."""
    once, twice = (_calls(hostile(shape, LETTERS * times), code) for times in (1, 2))
    assert twice <= MOST_GROWTH * once + FEW_LOOKS


def _calls(text: str, code: str) -> int:
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    tongue = language(code)
    doubts(tongue, LETTERS_THAT_PAY)
    sys.setprofile(count)
    try:
        read(text, tongue)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_quick_way_reads_news_as_the_complete_way_does(code: str) -> None:
    tongue = language(code)
    doubts(tongue, LETTERS_THAT_PAY)
    for article in articles(code, 20_000, seed=7):
        assert read(article, tongue) == read(article, tongue, completely=True)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_comes_again_is_read_as_it_was_the_first_time(shape: str, code: str) -> None:
    text, tongue = f"{hostile(shape, REPEATED)} 7 {hostile(shape, REPEATED)}", language(code)
    assert read(text, tongue) == read(text, tongue, completely=True)


@given(st.sampled_from(LANGUAGES), st.integers(0, 30), st.data())
def test_an_unrelated_paragraph_more_changes_nothing(code: str, seed: int, data: st.DataObject) -> None:
    """The figures of a text are the same with a quiet sentence before it, moved by as much."""
    quiet = {"en": "The mayor smiled.", "de": "Der Bürgermeister lächelte.", "fr": "Le maire souriait.", "es": "El alcalde sonreía.", "ja": "市長は微笑んだ。"}[
        code
    ]
    text = data.draw(st.sampled_from(articles(code, 3_000, seed)[0].split("\n\n")))
    alone, moved = figures_in(text, code), figures_in(f"{quiet}\n\n{text}", code)
    shift = len(quiet) + 2
    assert [(figure.span[0] + shift, figure.printed, figure.number, figure.unit, figure.hedge) for figure in alone] == [
        (figure.span[0], figure.printed, figure.number, figure.unit, figure.hedge) for figure in moved
    ]


def test_what_is_remembered_between_texts_is_bounded() -> None:
    """Ten thousand nouns that were never seen leave the caches no larger than they may be."""
    from claims.find import compound, count, measure

    for at in range(10_000):
        word = "".join(chr(97 + int(digit)) for digit in str(at))
        figures_in(f"They counted 12 {word}ers a {word}.")
    for cached in (count.counted, count._one_of, measure.per, compound.is_no_number):
        told = cached.cache_info()
        assert told.maxsize is not None
        assert told.currsize <= told.maxsize
