"""What tells the languages apart, and where their sentences do not end: the rows of languages.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

ROWS = Path(__file__).with_name("languages.toml")


class Habits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's row; languages.toml says what each field means."""

    name: str
    telltales: frozenset[str] = frozenset()
    script: tuple[str, str] | None = None
    before_names: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    anywhere: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    ordinal_dots: bool = False


UNKNOWN = Habits("")


@cache
def habits() -> dict[str, Habits]:
    """Every language's row, by its ISO 639-1 code."""
    return msgspec.convert(tomllib.loads(ROWS.read_text("utf-8")), dict[str, Habits])


def habits_of(language: str) -> Habits:
    """One language's row; one without any habits for a language that has no row."""
    return habits().get(language, UNKNOWN)
