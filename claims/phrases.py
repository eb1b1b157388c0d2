"""Phrases with what they mean, laid out for quick look-up at a place of a text."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

import msgspec

Value = TypeVar("Value")

FIRST_WORD = re.compile(r"[^\W\d_]+|.", re.DOTALL)
LONGEST_WORD = 40
"""Letters looked back over in search of the beginning of a word."""
FEW = 2
"""More phrases with one word than these are passed over together where the text has none of them."""


class Phrases(msgspec.Struct, Generic[Value], frozen=True):
    """Phrases with what they mean, to be found at a place of the text or just before it; the longest wins."""

    spaced: bool
    by_first: dict[str, list[tuple[str, Value]]]
    filled: dict[str, list[tuple[str, Value]]]
    """By the last word; laid out when first asked for, because most tables never are."""
    spelled: dict[str, tuple[str, ...]] = {}
    """The phrases alone by their first word, of those words that many begin with: so many are passed over in one step."""
    ending: dict[str, tuple[str, ...]] = {}
    """The same by the last word."""

    @property
    def by_last(self) -> dict[str, list[tuple[str, Value]]]:
        """The phrases by their last word (by their last letter, where words are not spaced)."""
        if not self.filled:
            rows = sorted((row for rows in self.by_first.values() for row in rows), key=lambda row: -len(row[0]))
            for row in rows:
                self.filled.setdefault(last_word(row[0], len(row[0])) if self.spaced else row[0][-1], []).append(row)
        return self.filled

    def at(self, text: str, place: int) -> tuple[Value, int] | None:
        """What begins at `place`, and where it ends."""
        rows = self.by_first.get(_first_word(text, place) if self.spaced else text[place : place + 1])
        if rows is None or (len(rows) > FEW and not text.startswith(_spelled(self.spelled, rows), place)):
            return None
        for phrase, value in rows:
            end = place + len(phrase)
            if text.startswith(phrase, place) and not self._runs_on(text, end - 1):
                return value, end
        return None

    def before(self, text: str, place: int) -> tuple[Value, int] | None:
        """What ends at `place`, and where it begins."""
        rows = (self.filled or self.by_last).get(last_word(text, place) if self.spaced else text[place - 1 : place])
        if rows is None or (len(rows) > FEW and not text.endswith(_spelled(self.ending, rows), 0, place)):
            return None
        for phrase, value in rows:
            start = place - len(phrase)
            if start >= 0 and text.startswith(phrase, start) and (start == 0 or not self._runs_on(text, start - 1)):
                return value, start
        return None

    def _runs_on(self, text: str, place: int) -> bool:
        """Whether a word goes on from `place` to the next letter."""
        here, there = text[place : place + 1], text[place + 1 : place + 2]
        return here.isalpha() and there.isalpha() and (self.spaced or (here.isascii() and there.isascii()))


def _spelled(known: dict[str, tuple[str, ...]], rows: list[tuple[str, Value]]) -> tuple[str, ...]:
    """The phrases of some rows, remembered by the first of them."""
    found = known.get(rows[0][0])
    if found is None:
        found = known[rows[0][0]] = tuple(phrase for phrase, _ in rows)
    return found


_LAST: list[tuple[str, int, str]] = [("", -1, "")]
"""The word that was looked at last: a dozen tables are asked for what begins at the same place."""


def _first_word(text: str, place: int) -> str:
    """The word, or the one sign, that begins at `place`."""
    last = _LAST[0]
    if last[1] == place and last[0] is text:
        return last[2]
    found = FIRST_WORD.match(text, place)
    word = found.group() if found else ""
    _LAST[0] = (text, place, word)
    return word


def last_word(text: str, place: int) -> str:
    """The word, or the one sign, that ends at `place`."""
    floor = place - LONGEST_WORD if place > LONGEST_WORD else 0
    start = text.rfind(" ", floor, place) + 1
    if start and (word := text[start:place]).isalpha():
        return word
    start = place
    while start > floor and text[start - 1].isalpha():
        start -= 1
    return text[start:place] if start < place else text[place - 1 : place]


def phrases(table: dict[str, Value], *, spaced: bool = True) -> Phrases[Value]:
    """A table laid out by the first word of its phrases (by their first letter, where words are not spaced), the longest first."""
    by_first: dict[str, list[tuple[str, Value]]] = {}
    for row in table.items():
        phrase = row[0]
        if phrase:
            first = FIRST_WORD.match(phrase) if spaced and not phrase.isalpha() else None
            by_first.setdefault(first.group() if first else phrase if spaced else phrase[0], []).append(row)
    for rows in by_first.values():
        if len(rows) > 1:
            rows.sort(key=lambda row: -len(row[0]))
    return Phrases(spaced, by_first, {}, {}, {})
