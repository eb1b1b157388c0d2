"""How a language tells of the rows of a table: its words by what they ask (telling.toml), met by their stems."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from claims.language import language as known

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
SHORTEST_STEM = 3
SHORTEST_KIN = 5
ENDINGS = ("ing", "ed", "es", "s", "e")
NOT_ASKING = ("stop", "kinds", "plain", "ranked", "binding", "partitive", "verbs")
"""Lists of words that change nothing of what is asked."""
MONTH = "month "
"""What the stem of a month's name begins with; its number follows."""
Stems = tuple[str, ...]


class Word(NamedTuple):
    """One word or number of a text: its stem, and where it stands."""

    stem: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits, or as a number word."""
        return self.stem[0].isdigit()


class Telling(msgspec.Struct, frozen=True):
    """The words of one language, as stems.

    verbs      by which something is told of a record
    stop       what carries no content; `kinds`: what rows are called, whatever the table; `plain`: what is said of them
    highest …  superlatives; `either_end`: those that may mean either end, or the place in the list
    more …     comparatives; `than`, `over`, `at_least` …: before a threshold
    averaged, summed, different, times: how many rows are made into one figure; `partitive`: after a number of some of them
    asking     all words that say what is asked
    binding    what may stand between a head and its cell
    denied, elsewhen, ordered, spread: what turns, orders or spreads what is said over rows in ways that are not reckoned here
    between, after, before: what opens a stretch of time or of numbers; `joined`: what parts clauses; `together`: what tells the same of several rows
    ranked     heads of columns in which a low number is a high place
    nth, numbers: word → number; `irregular`: a form → the one whose stem is meant; `months`: name → number
    """

    verbs: frozenset[str]
    stop: frozenset[str]
    kinds: frozenset[str]
    plain: frozenset[str]
    highest: frozenset[str]
    lowest: frozenset[str]
    either_end: frozenset[str]
    more: frozenset[str]
    fewer: frozenset[str]
    than: frozenset[str]
    over: frozenset[str]
    below: frozenset[str]
    at_least: tuple[Stems, ...]
    at_most: tuple[Stems, ...]
    averaged: frozenset[str]
    summed: frozenset[str]
    different: frozenset[str]
    denied: frozenset[str]
    elsewhen: frozenset[str]
    ordered: frozenset[str]
    spread: frozenset[str]
    between: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    joined: frozenset[str]
    together: frozenset[str]
    only: frozenset[str]
    binding: frozenset[str]
    partitive: frozenset[str]
    times: frozenset[str]
    ranked: frozenset[str]
    nth: dict[str, int]
    numbers: dict[str, int]
    ordinal_endings: frozenset[str]
    irregular: dict[str, str]
    months: dict[str, int]
    asking: frozenset[str]

    def words_of(self, text: str) -> tuple[Word, ...]:
        """The words of a text in order, a month before its day; the endings of ordinals are left out."""
        found: list[Word] = []
        for match in WORD.finditer(text):
            word = match.group()
            if found and found[-1].end == match.start() and word in self.ordinal_endings:
                continue
            stem = self.stem(word)
            if stem.startswith(MONTH) and _ends_with_day(found):
                day = found.pop()  # "8 June" is told as "June 8"
                found += Word(stem, day.start, day.end), Word(day.stem, match.start(), match.end())
            else:
                found.append(Word(stem, match.start(), match.end()))
        return tuple(found)

    def stem(self, word: str) -> str:
        """A word without its endings; a number without its marks; a month by its number."""
        if word[0].isdigit():
            return word.replace(",", "")
        folded = folded_to_plain(word)
        if folded in self.numbers:
            return str(self.numbers[folded])
        if folded in self.months:
            return f"{MONTH}{self.months[folded]}"
        return stem_of(self.irregular.get(folded, folded))


def _ends_with_day(words: list[Word]) -> bool:
    """Whether the last word may be a day of the month that follows, and not of one before it."""
    if not words or not words[-1].stem.isdigit() or len(words[-1].stem) > 2:
        return False
    return len(words) < 2 or not words[-2].stem.startswith(MONTH)


def folded_to_plain(word: str) -> str:
    """Lower-case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign))


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """A word without the ending of a plural, a past or a participle."""
    if len(word) > SHORTEST_STEM and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ss"):
        return word
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            return stem[:-1] if ending in ("ing", "ed") and stem[-1] == stem[-2] and stem[-1] not in "ls" else stem
    return word


def is_kin(one: str, other: str) -> bool:
    """Whether one stem is the beginning of the other, as of "attend" and "attendance"."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= SHORTEST_KIN and longer.startswith(shorter))


@cache
def telling_of(language: str) -> Telling | None:
    """How a language tells of rows; None where that is not told yet."""
    tables = tomllib.loads((Path(__file__).parent / "telling.toml").read_text("utf-8"))
    if language not in tables:
        return None
    table: dict[str, list[str]] = tables[language]
    months = {name.rstrip("."): number for name, number in known(language).months.items()}
    pairs = {name: dict(line.split(" = ") for line in table.pop(name)) for name in ("nth", "numbers", "irregular")}
    numbers = {name: {word: int(value) for word, value in pairs[name].items()} for name in ("nth", "numbers")}
    endings = frozenset(table.pop("ordinal_endings"))
    several = {name: tuple(tuple(stem_of(word) for word in phrase.split()) for phrase in table.pop(name)) for name in ("at_least", "at_most")}
    met = frozenset(stem for phrases in several.values() for phrase in phrases for stem in phrase)
    single = {name: frozenset(stem_of(pairs["irregular"].get(word, word)) for word in words) for name, words in table.items()}
    lists: dict[str, Any] = {**single, **several, **numbers}
    asking = met.union(pairs["nth"], *(stems for name, stems in single.items() if name not in NOT_ASKING))
    return Telling(**lists, asking=asking, ordinal_endings=endings, irregular=pairs["irregular"], months=months)
