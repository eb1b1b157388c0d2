"""How one language words its claims: the patterns of its file, each tried only in the sentences where all its cues stand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce
from itertools import accumulate
from operator import or_
from pathlib import Path
from typing import Any

from claims.cue import Cues, needed_by
from claims.met import Met, Search, Try
from claims.pattern import ANY_THING, GROUPS, SENTENCE_END, Window, Wording, compile_wording
from claims.reach import LONGEST_CLOSING, OPENING, ends_within
from claims.standing import Standing, at_least

FOLDER = Path(__file__).parent / "languages" / "wordings"

Called = tuple[tuple[int, tuple[tuple[int, int, int], ...]], ...]
"""Wordings by a set of cues that all of them need: the bit of the set, and of each wording all bits, its number, and how far before its sentence it begins."""


class Wordings:
    """The wordings of one language, and which cue words call for which of them."""

    def __init__(self, written: dict[str, Any]) -> None:
        """`written` is the language file: word lists under `words`, and a list of tables for each kind of claim."""
        self.words: dict[str, str] = written.pop("words", {})
        self.figures_take_hedges: bool = written.pop("figures_take_hedges", False)
        """Whether a hole stands for a figure with its hedge: where hedges stand on both sides of a figure, wordings would be full of them."""
        lists: dict[str, list[Cues]] = {}
        self.everything = [
            Wording(kind, {name: value for name, value in table.items() if name != "wordings"}, wording)
            for kind, tables in written.items()
            for table in tables
            for wording in table["wordings"]
        ]
        self._search: dict[int, Search] = {}
        self._standing = Standing(needed_by(wording.written, self.words, GROUPS, lists) for wording in self.everything)
        within: list[tuple[int, int, int]] = []
        self._across: list[tuple[int, int, int]] = []
        for number, (wording, needed) in enumerate(zip(self.everything, self._standing.needed, strict=True)):
            opening = OPENING.match(wording.written)
            ends = ends_within(wording.written[opening.end() if opening else 0 :], self.words)
            if ends:
                self._across.append((needed, number, ends + (opening is not None)))
            else:
                within.append((needed, number, LONGEST_CLOSING if opening else 0))
        self._within = self._called(within)
        self._without_figures = self._called(called for called in within if not called[0] & self._standing.with_a_figure)

    def _called(self, wordings: Iterable[tuple[int, int, int]]) -> Called:
        """The wordings by that of the sets of cues each needs which few texts have."""
        called: dict[int, list[tuple[int, int, int]]] = {}
        for wording in wordings:
            called.setdefault(self._standing.rarest(wording[0]), []).append(wording)
        return tuple((bit, tuple(some)) for bit, some in called.items())

    def met_in(self, window: Window) -> Met:
        """Where the wordings are met in a window."""
        tries: dict[str, list[Try]] = {}
        for found in self._tries(window.marked):
            tries.setdefault(self.everything[found[0]].kind, []).append(found)
        return Met(window, tries, self._wording)

    def _wording(self, number: int) -> tuple[Wording, Search]:
        wording, search = self.everything[number], self._search.get(number)
        if search is None:
            search = self._search[number] = compile_wording(wording.written, self.words).search
        return wording, search

    def _tries(self, marked: str) -> Iterator[Try]:
        """The wordings all of whose cues stand in a sentence, or in as many sentences as they may reach over."""
        lines = marked.split(SENTENCE_END)
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        words = [self._standing.of(line) for line in lines]
        figures = [len(ANY_THING.findall(line)) for line in lines]
        for line, stands in enumerate(words):
            stands |= at_least(figures[line])
            for bit, called in self._within if figures[line] else self._without_figures:
                if stands & bit:
                    for needed, number, before in called:
                        if stands & needed == needed:
                            start = max(starts[line] - before, starts[max(0, line - 1)]) if before else starts[line]
                            yield number, start, starts[line + 1]
        everything = reduce(or_, words) | at_least(sum(figures))
        for needed, number, ends in self._across:
            if everything & needed == needed:
                for first, last in _runs(words, figures, needed, ends):
                    yield number, starts[first], starts[last]


def _runs(words: Sequence[int], figures: Sequence[int], needed: int, ends: int) -> Iterator[tuple[int, int]]:
    """The longest runs of sentences, from the first to that after the last, in all of which the cues of a wording stand that reaches over so many ends."""
    first = last = 0
    for line in range(max(1, len(words) - ends)):
        beyond = min(line + ends + 1, len(words))
        if (reduce(or_, words[line:beyond]) | at_least(sum(figures[line:beyond]))) & needed != needed:
            continue
        if line >= last:
            if last:
                yield first, last
            first = line
        last = beyond
    if last:
        yield first, last


@cache
def wordings_of(language: str) -> Wordings:
    """The wordings of a language by its ISO 639-1 code; none where it has no file."""
    path = FOLDER / f"{language}.toml"
    return Wordings(tomllib.loads(path.read_text("utf-8")) if path.exists() else {})
