"""How one language words its claims: the patterns of its file, each tried only in the sentences where all its cues stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from claims.cue import Cues, cues_of
from claims.pattern import GROUPS, SENTENCE_END, Match, Window, Wording, compile_wording, matches
from claims.reach import LONGEST_CLOSING, OPENING, ends_within
from claims.standing import Standing

FOLDER = Path(__file__).parent / "languages" / "wordings"

Try = tuple[int, int, int]
"""A wording by its number, and the stretch of the marked text in which it is to be looked for."""
Called = tuple[tuple[int, tuple[tuple[int, int, int], ...]], ...]
"""Wordings by a set of cues that all of them need: the bit of the set, and for each wording all its bits, its number, and how far before the sentence it begins."""


class Wordings:
    """The wordings of one language, and which cue words call for which of them."""

    def __init__(self, written: dict[str, Any]) -> None:
        """`written` is the language file: word lists under `words`, and a list of tables for each kind of claim."""
        self.words: dict[str, str] = written.pop("words", {})
        self.figures_take_hedges: bool = written.pop("figures_take_hedges", False)
        """Whether a hole stands for a figure with its hedge: where hedges stand on both sides of a figure, wordings would be full of them."""
        lists: dict[str, list[Cues]] = {}
        self.everything = [
            Wording(kind, {name: value for name, value in table.items() if name != "wordings"}, wording, cues_of(wording, self.words, GROUPS, lists))
            for kind, tables in written.items()
            for table in tables
            for wording in table["wordings"]
        ]
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._standing = Standing(wording.cues for wording in self.everything)
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

    def met_in(self, window: Window, kind: str | None = None) -> Iterator[Match]:
        """Every match of every wording, or of those of one kind, in the window, in the order of the language file."""
        marked = window.marked
        for number, start, end in sorted(self._tries(marked)):
            wording = self.everything[number]
            if kind is not None and wording.kind != kind:
                continue
            expression = self._compiled.get(number)
            if expression is None:
                expression = self._compiled[number] = compile_wording(wording.written, self.words)
            if expression.search(marked, start, end):
                yield from matches(wording, expression, window, start, end)

    def _tries(self, marked: str) -> Iterator[Try]:
        """The wordings all of whose cues stand in a sentence, or in as many sentences as they may reach over."""
        lines = marked.split(SENTENCE_END)
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        standing = [self._standing.of(line) for line in lines]
        for line, stands in enumerate(standing):
            for bit, called in self._within if stands & self._standing.with_a_figure else self._without_figures:
                if stands & bit:
                    for needed, number, before in called:
                        if stands & needed == needed:
                            start = max(starts[line] - before, starts[max(0, line - 1)]) if before else starts[line]
                            yield number, start, starts[line + 1]
        yield from self._tries_across(standing, starts)

    def _tries_across(self, standing: Sequence[int], starts: Sequence[int]) -> Iterator[Try]:
        everything = 0
        for stands in standing:
            everything |= stands
        for needed, number, ends in self._across:
            if everything & needed != needed:
                continue
            first = last = None
            for line in range(max(1, len(standing) - ends)):
                stands = 0
                for more in standing[line : line + ends + 1]:
                    stands |= more
                if stands & needed != needed:
                    continue
                if first is not None and last is not None and line > last:
                    yield number, starts[first], starts[last + 1]
                    first = None
                first, last = line if first is None else first, min(line + ends, len(standing) - 1)
            if first is not None and last is not None:
                yield number, starts[first], starts[last + 1]


@cache
def wordings_of(language: str) -> Wordings:
    """The wordings of a language by its ISO 639-1 code; none where it has no file."""
    path = FOLDER / f"{language}.toml"
    return Wordings(tomllib.loads(path.read_text("utf-8")) if path.exists() else {})
