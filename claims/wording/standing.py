"""Standing: which cues stand in a stretch of text, and so which wordings are worth trying there; each set of cues is one bit of a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.wording.cue import KIND, PART
from claims.wording.pattern import MARKS

WORD_OR_SIGN = re.compile(r"\w+|[^\w\s]")
"""Signs, and among them the marks of figures; a word may have digits in it yet."""
LETTERS = re.compile(r"[^\W\d_]+")
ALWAYS = 1
"""The bit of a wording that needs nothing."""
AT_LEAST = (0, 2, 6, 14)
"""The bits of so many figures: where two stand, one does."""
FIRST_SET = 16
BEGINNING = 2
"""Letters by which the parts of words are looked up."""
LONGEST_RARE = 12
LONGEST_KEPT = 24
MOST_KEPT = 50_000
"""Words whose bits are kept; a language has no more that news uses."""


def at_least(figures: int) -> int:
    """The bits of a number of figures."""
    return AT_LEAST[min(figures, len(AT_LEAST) - 1)]


def _how_often(cue: str) -> int:
    """A guess, good enough to be fast: the shorter a word, the more often it stands."""
    return 1 << 2 * max(0, LONGEST_RARE - len(cue))


class Standing:
    """The sets of cues of a language's wordings as bits: those `needed` by a wording, and those `of` a text."""

    def __init__(self, cues: Sequence[Sequence[str]]) -> None:
        self.with_a_figure = AT_LEAST[-1]
        """The bits that only a figure can fill."""
        self._whole: dict[str, int] = {}
        self._parts: dict[str, list[tuple[str, int]]] = {}
        parts: dict[str, int] = {}
        for number, some in enumerate(cues):
            bit = FIRST_SET << number
            if all(cue.startswith(KIND) for cue in some):
                self.with_a_figure |= bit
            for cue in some:
                where, cue = (parts, cue[len(PART) :]) if cue.startswith(PART) else (self._whole, cue)
                where[cue] = where.get(cue, 0) | bit
        for part, bit in parts.items():
            self._parts.setdefault(part[:BEGINNING], []).append((part, bit))
        self._order = [(any(cue.startswith(KIND) for cue in some), sum(map(_how_often, some))) for some in cues]
        self._of_marks = {mark: self._whole.get(KIND + kind, 0) for kind, mark in MARKS.items()}
        self._kept = dict(self._of_marks)

    def needed(self, sets: Sequence[int], figures: int) -> int:
        """The bits of some sets of cues, by their numbers, and of so many figures."""
        return sum((FIRST_SET << number for number in sets), ALWAYS | at_least(figures))

    def rarest(self, sets: Sequence[int]) -> int:
        """The bit of that of some sets which few texts are likely to have: words rather than kinds of figures, and few rather than many."""
        return FIRST_SET << min(sets, key=self._order.__getitem__) if sets else ALWAYS

    def of(self, marked: str) -> int:
        """The bits of the sets of which a cue stands in a marked text."""
        kept, standing = self._kept, ALWAYS
        for word in WORD_OR_SIGN.findall(marked):
            bits = kept.get(word)
            standing |= self._looked_up(word) if bits is None else bits
        return standing

    def _looked_up(self, word: str) -> int:
        if word.isalpha():
            bits = self._of_word(word)
        else:
            bits = self._whole.get(word, 0)
            for letters in LETTERS.findall(word):
                bits |= self._of_word(letters)
        if len(word) <= LONGEST_KEPT:
            if len(self._kept) >= MOST_KEPT:
                self._kept = dict(self._of_marks)
            self._kept[word] = bits
        return bits

    def _of_word(self, word: str) -> int:
        bits = self._whole.get(word, 0)
        for place in range(len(word) if self._parts else 0):
            for length in range(1, min(BEGINNING, len(word) - place) + 1):
                for part, bit in self._parts.get(word[place : place + length], ()):
                    if word.startswith(part, place):
                        bits |= bit
        return bits
