"""How one language words its claims: the patterns of its file, compiled when one of their cue words is met."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from claims.pattern import Match, Window, Wording, compile_wording, cues_of, matches

FOLDER = Path(__file__).parent / "languages" / "wordings"


class Wordings:
    """The wordings of one language, and which cue words call for which of them."""

    def __init__(self, written: dict[str, Any]) -> None:
        """`written` is the language file: word lists under `words`, and a list of tables for each kind of claim."""
        self.words: dict[str, str] = written.pop("words", {})
        self.everything = [
            Wording(kind, {name: value for name, value in table.items() if name != "wordings"}, wording, cues_of(wording, self.words))
            for kind, tables in written.items()
            for table in tables
            for wording in table["wordings"]
        ]
        self._always = [number for number, wording in enumerate(self.everything) if not wording.cues]
        self._called_by: dict[str, list[int]] = {}
        for number, wording in enumerate(self.everything):
            for cue in wording.cues:
                self._called_by.setdefault(cue, []).append(number)
        self._compiled: dict[int, re.Pattern[str]] = {}

    def met_in(self, window: Window, kind: str | None = None) -> Iterator[Match]:
        """Every match of every wording, or of those of one kind, in the window, in the order of the language file."""
        marked = window.marked
        called = set(self._always)
        for cue, numbers in self._called_by.items():
            if cue in marked:
                called.update(numbers)
        for number in sorted(called):
            wording = self.everything[number]
            if kind is not None and wording.kind != kind:
                continue
            expression = self._compiled.get(number)
            if expression is None:
                expression = self._compiled[number] = compile_wording(wording.written, self.words)
            yield from matches(wording, expression, window)


@cache
def wordings_of(language: str) -> Wordings:
    """The wordings of a language by its ISO 639-1 code; none where it has no file."""
    path = FOLDER / f"{language}.toml"
    return Wordings(tomllib.loads(path.read_text("utf-8")) if path.exists() else {})
