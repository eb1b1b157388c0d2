"""Cues: what must stand in a stretch of text for a wording to be met there, so that most wordings need not be tried.

A cue is a whole word ("rose"), a part of one ("…rais"), a sign ("(") or a kind of figure ("{percent"). A wording has several
sets of cues, and one of each set must stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Cues = frozenset[str]
PART = "…"
KIND = "{"
AHEAD = KIND
"""No cue that ever stands: it marks the figures that are only looked at, before or after, and may be those of the next hole."""
ATOM = re.compile(
    r"\\(?P<escaped>[^\w\s{])|\\.|\[\^?\]?[^\]]*\]|\{[0-9,]+\}|\{(?P<hole>\w+):(?P<kinds>[\w|]+)\}|\{(?P<list>[a-z_]\w*)\}"
    r"|(?P<word>[^\W\d_]+)|(?P<open>\((?:\?<?[:=!])?)|(?P<close>\))|(?P<or>\|)|(?P<sign>[^\w\s.…‥~/?*+{}$^])|.",
    re.DOTALL,
)
NEED_NOT_STAND = re.compile(r"\?|\*|\{0,")
GLUED = re.compile(r"(?:\((?:\?:)?)*(?:[^\W\d_]|\\[wS]|\[)")
"""What makes a part of a word of what stands before it: a letter, perhaps as the first of a group ("progress(?:é|e)")."""
GLUED_BEFORE = re.compile(r"(?:[^\W\d_]|\\w[+*?]?|\][+*?]?|\))\Z")
LONGEST_GLUE = 3
"""Characters that GLUED_BEFORE can take: "\\w+" is the longest."""
SPACED_LETTER = re.compile(r"[a-zà-ÿ]")
"""A letter of a script that puts spaces between words, so that its words can be told whole."""


class Needed(NamedTuple):
    """What a wording cannot do without: one of each set of cues, that with the fewest first, and so many figures."""

    cues: tuple[Cues, ...]
    figures: int


def needed_by(written: str, words: Mapping[str, str], groups: Mapping[str, Sequence[str]], lists: dict[str, list[Cues]]) -> Needed:
    """What a wording needs.

    words   the word lists of the language
    groups  the groups of kinds
    lists   the sets of cues of the word lists that have been met already; it is added to
    """
    found = _Reader(written, words, groups, lists).alternatives()
    figures = sum(AHEAD not in cues and all(cue.startswith(KIND) for cue in cues) for cues in found)
    return Needed(tuple(sorted(set(found), key=lambda some: (len(some), sorted(some)))), figures)


class _Reader:
    """Reads a wording from left to right, group by group."""

    def __init__(self, written: str, words: Mapping[str, str], groups: Mapping[str, Sequence[str]], lists: dict[str, list[Cues]]) -> None:
        self.written, self.words, self.groups, self.lists = written, words, groups, lists
        self.place = 0

    def _is_glued_before(self, atom: re.Match[str]) -> bool:
        start = atom.start()
        return GLUED_BEFORE.search(self.written, max(0, start - LONGEST_GLUE), start) is not None

    def alternatives(self) -> list[Cues]:
        """What is needed from here to the end of the group; of several alternatives, one of the cues of any."""
        several: list[list[Cues]] = [[]]
        while self.place < len(self.written) and (atom := ATOM.match(self.written, self.place)):
            self.place = atom.end()
            if atom["close"]:
                break
            if atom["or"]:
                several.append([])
            else:
                several[-1].extend(self._needed(atom))
        if len(several) == 1:
            return several[0]
        fewest = [min(needed, key=_how_common, default=Cues()) for needed in several]
        return [Cues().union(*fewest)] if all(fewest) else []

    def _needed(self, atom: re.Match[str]) -> list[Cues]:
        found: list[Cues] = []
        if atom["open"]:
            found = self.alternatives()
            if atom["open"].endswith("!"):
                return []
            if atom["open"].endswith("="):
                found = [cues | {AHEAD} for cues in found]
        elif atom["kinds"]:
            found = [Cues(KIND + kind for name in atom["kinds"].split("|") for kind in self.groups.get(name, (name,)))]
        elif atom["list"]:
            name = atom["list"]
            if name not in self.lists:
                self.lists[name] = _Reader(self.words[name], self.words, self.groups, self.lists).alternatives()
            found = self.lists[name]
        elif atom["word"]:
            return self._word(atom)
        elif sign := atom["sign"] or atom["escaped"]:
            found = [Cues({sign})]
        if NEED_NOT_STAND.match(self.written, self.place):
            return []
        if atom["open"] and (self._is_glued_before(atom) or GLUED.match(self.written, self.place)):
            return [Cues(PART + cue if cue[0].isalpha() else cue for cue in cues) for cues in found]
        return found

    def _word(self, atom: re.Match[str]) -> list[Cues]:
        word = atom["word"]
        whole = SPACED_LETTER.match(word) is not None
        if NEED_NOT_STAND.match(self.written, self.place):
            word, whole = word[:-1], False
        if GLUED.match(self.written, self.place) or self._is_glued_before(atom):
            whole = False
        return [Cues({word if whole else PART + word})] if word else []


def _how_common(cues: Cues) -> tuple[bool, int, int]:
    """Few words are better cues than many, long ones better than short, and any words better than signs."""
    return any(len(cue) == 1 and not cue.isalpha() for cue in cues), len(cues), -min(map(len, cues))
