"""How one language words its claims: the patterns of its file, each tried only in the sentences where all its cues stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from itertools import accumulate
from operator import or_
from pathlib import Path

import msgspec

from claims.wording.laid_out import LaidOut, Wording, checksum
from claims.wording.met import Met, Try
from claims.wording.pattern import ANY_THING, SENTENCE_END, Search, Window, compile_wording
from claims.wording.reach import LONGEST_CLOSING
from claims.wording.standing import Standing, at_least

FOLDER = Path(__file__).parent.parent / "languages" / "wordings"
LEXICON = Path(__file__).parent.parent / "lexicon" / "wordings"

Called = tuple[int, int, int, str]
"""The bits of all that a wording needs, its number, how far before its sentence it begins or over how many ends it may reach, and its kind."""
Groups = tuple[tuple[int, list[Called]], ...]
"""The wordings of one sentence by the bit of the rarest thing that they need."""
MOST_KEPT = 500
"""Sorts of sentences by the kinds of their figures; a thousand articles have two hundred."""


class Wordings:
    """The wordings of one language, and which cue words call for which of them."""

    def __init__(self, told: LaidOut) -> None:
        self.everything = told.wordings
        self.figures_take_hedges = told.figures_take_hedges
        self._lists = told.lists
        self._compiled: dict[int, tuple[Wording, Search]] = {}
        self._standing = standing = Standing(told.cues)
        within: defaultdict[int, list[Called]] = defaultdict(list)
        self._across: list[Called] = []
        for number, wording in enumerate(told.wordings):
            needed = standing.needed(wording.needs, wording.figures)
            if wording.ends:
                self._across.append((needed, number, wording.ends + wording.opens, wording.kind))
            else:
                within[standing.rarest(wording.needs)].append((needed, number, LONGEST_CLOSING if wording.opens else 0, wording.kind))
        self._within: Groups = tuple(within.items())
        self._with_figures: dict[int, Groups] = {}

    def met_in(self, window: Window) -> Met:
        """Where the wordings are met in a window: each is to be looked for in a sentence, or in as many as it may reach over, where all its cues stand."""
        lines = window.marked.split(SENTENCE_END)
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        words = [self._standing.of(line) for line in lines]
        figures = [len(ANY_THING.findall(line)) for line in lines]
        tries: defaultdict[str, list[Try]] = defaultdict(list)
        for line, stands in enumerate(words):
            stands |= at_least(figures[line])
            for bit, called in self._called_with(stands & self._standing.with_a_figure):
                if stands & bit:
                    for needed, number, before, kind in called:
                        if stands & needed == needed:
                            start = max(starts[line] - before, starts[max(0, line - 1)]) if before else starts[line]
                            tries[kind].append((number, start, starts[line + 1]))
        together = {0: [reduce(or_, words) | at_least(sum(figures))]}
        for needed, number, ends, kind in self._across:
            if together[0][0] & needed == needed:
                if ends not in together:
                    together[ends] = _together(words, figures, ends + 1)
                tries[kind].extend((number, starts[first], starts[last]) for first, last in _runs(together[ends], needed, ends + 1, len(words)))
        return Met(window, tries, self._wording)

    def _called_with(self, figures: int) -> Groups:
        """Those of the wordings of one sentence for which it has the figures, by the bits of these: few sorts of sentences, and few wordings for each."""
        called = self._with_figures.get(figures)
        if called is None:
            lacking = self._standing.with_a_figure & ~figures
            some = ((bit, [one for one in group if not one[0] & lacking]) for bit, group in self._within)
            if len(self._with_figures) >= MOST_KEPT:
                self._with_figures.clear()
            called = self._with_figures[figures] = tuple((bit, group) for bit, group in some if group)
        return called

    def _wording(self, number: int) -> tuple[Wording, Search]:
        compiled = self._compiled.get(number)
        if compiled is None:
            wording = self.everything[number]
            compiled = self._compiled[number] = wording, compile_wording(wording.written, self._lists)
        return compiled


def _together(words: Sequence[int], figures: Sequence[int], length: int) -> list[int]:
    """The bits of each run of so many sentences; of all of them, where they are fewer."""
    firsts = range(max(1, len(words) - length + 1))
    return [reduce(or_, words[first : first + length]) | at_least(sum(figures[first : first + length])) for first in firsts]


def _runs(together: Sequence[int], needed: int, length: int, sentences: int) -> Iterator[tuple[int, int]]:
    """The runs of sentences where the cues of a wording stand, from the first to that after the last; those that overlap as one."""
    first = last = 0
    for place, stands in enumerate(together):
        if stands & needed == needed:
            if place >= last:
                if last:
                    yield first, last
                first = place
            last = min(place + length, sentences)
    if last:
        yield first, last


@cache
def wordings_of(language: str) -> Wordings:
    """The wordings of a language by its ISO 639-1 code; none where it has no file.

    They are those of the lexicon, unless the language's file has been edited since.
    """
    file = FOLDER / f"{language}.toml"
    written = file.read_bytes() if file.exists() else b""
    compiled = LEXICON / f"{language}.json"
    told = msgspec.json.decode(compiled.read_bytes(), type=LaidOut) if compiled.exists() else None
    if told is None or told.checksum != checksum(written):
        from claims.wording.laying_out import laid_out

        told = laid_out(written)
    return Wordings(told)
