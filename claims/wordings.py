"""How one language words its claims: the patterns of its file, compiled when one of their cue words is met."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from claims.cue import KIND, PART, Cues, cues_of
from claims.pattern import GROUPS, Match, Window, Wording, compile_wording, kind_of, matches

WORD = re.compile(r"[^\W\d_]+")
FOLDER = Path(__file__).parent / "languages" / "wordings"


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
        self._called_by: dict[str, list[int]] = {}
        for number, wording in enumerate(self.everything):
            for cue in wording.cues[0] if wording.cues else ("",):
                self._called_by.setdefault(cue, []).append(number)
        every_cue = {cue for wording in self.everything for cues in wording.cues for cue in cues}
        self._parts = tuple(cue for cue in every_cue if cue.startswith(PART))
        self._compiled: dict[int, re.Pattern[str]] = {}

    def met_in(self, window: Window, kind: str | None = None) -> Iterator[Match]:
        """Every match of every wording, or of those of one kind, in the window, in the order of the language file."""
        standing = self._cues_in(window)
        called = {number for cue in standing & self._called_by.keys() for number in self._called_by[cue]}
        for number in sorted(called):
            wording = self.everything[number]
            if (kind is not None and wording.kind != kind) or any(standing.isdisjoint(cues) for cues in wording.cues):
                continue
            expression = self._compiled.get(number)
            if expression is None:
                expression = self._compiled[number] = compile_wording(wording.written, self.words)
            yield from matches(wording, expression, window)

    def _cues_in(self, window: Window) -> set[str]:
        """Every cue that stands in the window."""
        marked = window.marked
        standing = {"", *WORD.findall(marked), *(KIND + kind_of(thing) for thing in window.things)}
        standing.update(part for part in self._parts if part[len(PART) :] in marked)
        return standing


@cache
def wordings_of(language: str) -> Wordings:
    """The wordings of a language by its ISO 639-1 code; none where it has no file."""
    path = FOLDER / f"{language}.toml"
    return Wordings(tomllib.loads(path.read_text("utf-8")) if path.exists() else {})
