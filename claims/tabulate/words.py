"""What the words of tables say, by language: total, less, change, in thousands."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

BEGINNING = "…"
DEFAULT = "en"
SPACES = re.compile(r"\s+")
WHOLE = ("stop", "levels", "minus")
"""Lists whose words are looked up, not searched for."""
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""The tables of scale words, with the power of ten that each stands for."""


class Words(msgspec.Struct, frozen=True):
    """The word lists of one language, each an expression that finds one of its words.

    total      what says that a line is the sum of others
    result     what may be a sum, and may be another line like the rest ("Net sales", "Other, net")
    whole_year  what the quarters before it may make
    less       what is taken off; `within`: what is told of a line that is added already
    change     what names a difference; `not_added`: what nobody adds up (prices, rates)
    calendar   what nobody adds up unless a year is named with it ("Year", but "Year ended June 2024")
    ratio      what may name one line divided by another (spending per head, density)
    changed …  what a sentence says of cells; `stop`: words that name no row; `levels`: words before what a change leads to
    minus      arrows that are written for a minus sign
    """

    total: re.Pattern[str]
    result: re.Pattern[str]
    whole_year: re.Pattern[str]
    less: re.Pattern[str]
    within: re.Pattern[str]
    change: re.Pattern[str]
    not_added: re.Pattern[str]
    calendar: re.Pattern[str]
    ratio: re.Pattern[str]
    percent: re.Pattern[str]
    thousand: re.Pattern[str]
    million: re.Pattern[str]
    billion: re.Pattern[str]
    trillion: re.Pattern[str]
    changed: re.Pattern[str]
    fallen: re.Pattern[str]
    averaged: re.Pattern[str]
    shared: re.Pattern[str]
    summed: re.Pattern[str]
    added_up: re.Pattern[str]
    stop: frozenset[str]
    levels: frozenset[str]
    minus: frozenset[str] = frozenset()

    def power_in(self, text: str) -> int | None:
        """The power of ten that a note gives ("in millions": 6); None where it gives none."""
        lowered = text.lower()
        for name, power in SCALES.items():
            if getattr(self, name).search(lowered):
                return power
        return None


@cache
def words_of(language: str) -> Words:
    """The words of a language; those of English where a language has none."""
    tables = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    read: dict[str, Any] = {name: frozenset(words) if name in WHOLE else _one_of(words) for name, words in tables.get(language, tables[DEFAULT]).items()}
    return Words(**read)


def _one_of(words: list[str]) -> re.Pattern[str]:
    """An expression for any of the words; what is no letter needs no edge ("%", "’000")."""
    return re.compile("|".join(sorted(map(_edged, words), key=len, reverse=True)))


def _edged(word: str) -> str:
    stem = word.removesuffix(BEGINNING)
    before = r"(?<!\w)" if (stem[0].isalnum() and stem[0].isascii()) or (stem[0].isalpha() and stem.isascii()) else ""
    after = r"(?!\w)" if stem == word and stem[-1].isalnum() and stem[-1] < "\u3040" else ""
    return before + re.escape(stem) + after
