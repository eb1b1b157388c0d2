"""Sentence patterns: plain words with holes for figures.

Each figure is shrunk to one mark, a control character that tells its kind, so
a whole amount behaves like a single letter and an ordinary regular expression
can do the matching. How patterns are written is told in
`claims/languages/wordings/en.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from claims.day import Day
from claims.figure import Figure, Span

Thing = Figure | Day
Search = Callable[[str, int, int], re.Match[str] | None]
"""Looks for a wording in a marked text, from one place to another."""

MOST_THINGS = 250
"""How many figures one window of text may hold."""
KINDS = (
    *("times", "ordinal", "fraction", "percent", "money", "measure", "count", "plain", "degree", "points", "time"),
    *("date", "month", "year", "weekday", "clock"),
)
MARKS = dict(zip(KINDS, map(chr, (*range(0x01, 0x09), *range(0x0E, 0x16))), strict=True))
"""Control characters that are no white space: no text has them, and a class of them compiles many times faster than one of rarer characters."""
GROUPS = {
    "amount": ("money", "measure", "count", "plain", "degree"),
    "share": ("percent", "fraction"),
    "number": ("count", "plain"),
    "by": ("money", "measure", "count", "plain", "points", "degree"),
    "level": ("money", "measure", "count", "plain", "percent", "degree"),
    "any": ("money", "measure", "count", "plain", "percent", "points", "time", "degree", "fraction"),
    "day": ("date", "month", "year"),
}
PASSED_OVER = ("time", "ordinal", "date", "month", "year", "weekday", "clock")
"""Kinds that "~" passes over: when, and how long, not how much."""
ANY_MARK = "".join(MARKS.values())
SENTENCE_END = "\n"
HOLE = re.compile(r"\{(?P<role>\w+)(?::(?P<kinds>[\w|]+))?\}")
GAPS = (("……", 120), ("…", 48), ("‥", 16), ("~", 60))
"""How many characters each of the gap signs may stand for: half a sentence, some words, a word or two, some words and days."""


class Match(NamedTuple):
    """Where a wording was met: the figures by role, and the span of the words in the text."""

    kind: str
    roles: Mapping[str, Thing]
    holds: Mapping[str, object]
    span: Span


def kind_of(thing: Thing) -> str:
    """Which kind of hole a figure or a day fits into."""
    if isinstance(thing, Day):
        if thing.day is not None:
            return "date"
        if thing.month is not None:
            return "month"
        return "year" if thing.year is not None else "weekday"
    unit = thing.unit
    if unit.kind == "plain":
        return unit.code if unit.code in ("times", "ordinal") else "fraction" if unit.dimension == "ratio" else "plain"
    return "degree" if unit.dimension.startswith("[temperature") or unit.code == "degree" else unit.kind


def marks(kinds: str) -> str:
    """The marks of some kinds or groups of kinds ("money|percent"), for a character class."""
    names = [name for kind in kinds.split("|") for name in GROUPS.get(kind, (kind,))]
    return "".join(MARKS[name] for name in dict.fromkeys(names))


AMOUNT_MARKS = marks("|".join(kind for kind in KINDS if kind not in PASSED_OVER))


def _with_hedge(text: str, thing: Thing, floor: int) -> Span:
    """The place of a figure with the hedge that stands before it or after it, not from before `floor`."""
    start, end = thing.span
    words = thing.hedge.words if isinstance(thing, Figure) else ""
    if words and text.startswith(words, end):
        return start, end + len(words)
    return (start - len(words), end) if words and text.endswith(words, floor, start) else (start, end)


class Window:
    """A stretch of text in which figures may be related, with every figure shrunk to one character."""

    def __init__(self, text: str, span: Span, things: Sequence[Thing], sentence_ends: Sequence[int] = (), *, with_hedges: bool = False) -> None:
        """`things` in order and all within `span`; `sentence_ends` are where sentences end; `with_hedges`: a figure's mark stands for its hedge too."""
        self.span = span
        self._text = text
        self.things = things[:MOST_THINGS]
        ends = (end if text[end : end + 1].isspace() else end - 1 for end in sentence_ends)  # where no space follows, the stop itself is the end
        self._ends = [end for end in sorted(set(ends)) if span[0] < end < span[1]]
        plain = _in_small_letters(text)
        pieces: list[str] = []
        self._starts: list[int] = []
        """Where in the marked text each piece of ordinary text begins."""
        self._offsets: list[int] = []
        position, length = span[0], 0
        for thing in self.things:
            start, end = _with_hedge(text, thing, position) if with_hedges else thing.span
            self._starts.append(length)
            self._offsets.append(position)
            pieces += self._cut_at_ends(plain, position, start), MARKS[kind_of(thing)]
            length += start - position + 1
            position = end
        self._starts.append(length)
        self._offsets.append(position)
        pieces.append(self._cut_at_ends(plain, position, span[1]))
        self.marked = "".join(pieces)

    def _cut_at_ends(self, plain: str, start: int, end: int) -> str:
        piece = plain[start:end]
        for sentence_end in self._ends:
            if start <= sentence_end < end:
                piece = piece[: sentence_end - start] + SENTENCE_END + piece[sentence_end - start + 1 :]
        return piece

    def thing_at(self, position: int) -> Thing:
        """The figure whose mark stands at a place in the marked text."""
        return self.things[bisect_left(self._starts, position + 1) - 1]

    def offset(self, position: int) -> int:
        """The place in the text of a place in the marked text."""
        piece = bisect_right(self._starts, position) - 1
        return self._offsets[piece] + position - self._starts[piece]

    def position(self, offset: int) -> int:
        """The place in the marked text of a place in the text that no figure covers."""
        piece = bisect_right(self._offsets, offset) - 1
        return self._starts[piece] + offset - self._offsets[piece]

    def sentence_of(self, thing: Thing) -> int:
        """The number of the sentence that a figure stands in, from 0."""
        return self.sentence_at(thing.span[0])

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence at a place in the text, from 0."""
        return bisect_left(self._ends, offset)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence at a place in the text begins."""
        number = self.sentence_at(offset)
        return self._ends[number - 1] + 1 if number else self.span[0]

    def text_between(self, start: int, end: int) -> str:
        """The text between two places, as it is printed."""
        return self._text[start:end]

    def sentence_around(self, offset: int) -> str:
        """The sentence at a place in the text, in small letters."""
        start = self.sentence_start(offset)
        end = min((end for end in self._ends if end >= offset), default=self.span[1])
        return self._text[start:end].lower()

    def words_of(self, thing: Thing) -> frozenset[str]:
        """The words of the sentence that a figure stands in, in small letters."""
        return frozenset(WORD.findall(self.marked.split(SENTENCE_END)[self.sentence_of(thing)]))

    @cached_property
    def words_between(self) -> tuple[str, ...]:
        """The marked text before, between and after the figures: one piece more than there are figures."""
        return tuple(ANY_THING.split(self.marked))


SPACED_LETTER = re.compile(r"[a-zà-ÿ]")
"""A word of a script that puts spaces between words, so that its edges can be told."""
WORD = re.compile(r"[^\W\d_]+")
ANY_THING = re.compile(f"[{ANY_MARK}]")
PLAIN_SIGNS = dict.fromkeys("\n\r\t\v\f\u00a0\u202f\u2009\u2028\u2029" + ANY_MARK, " ") | {"’": "'"}
"""What wordings do not tell from a space, or an apostrophe; one after the other, because few texts have more than two of them."""


@lru_cache(maxsize=1)  # the windows of a text are made one after the other
def _in_small_letters(text: str) -> str:
    """The text as wordings see it, as long as it was: in small letters, with plain spaces and apostrophes."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    for sign, plain in PLAIN_SIGNS.items():
        small = small.replace(sign, plain)
    return small


EDGES = re.compile(r"(?:\\b|\(\?<[!=][^()\[\]\\]*\))+(?=\[|[^\W\d_])")
"""What an expression opens with that takes no letters: the edge of a word, and what must not stand before it; then a letter or a figure."""


def compile_wording(written: str, lists: Mapping[str, str]) -> Search:
    """`{rise}` stands for a word list, `{before:money}` for a figure, `…` for some words, `//` for the end of a sentence.

    `lists` are the word lists as expressions.
    """

    def hole(found: re.Match[str]) -> str:
        return f"(?P<{found['role']}>[{marks(found['kinds'])}])" if found["kinds"] else HOLE.sub(hole, lists[found["role"]])

    expression = re.sub(" ?// ?", "//", written).replace("//", rf"[.!?。！？]?[\"”»'’)]*{SENTENCE_END}")
    for sign, reach in GAPS:
        never = AMOUNT_MARKS if sign == "~" else ANY_MARK
        gap = rf"[^{never}{SENTENCE_END}]{{0,{reach}}}?"
        expression = expression.replace(f" {sign} ", rf"(?: | {gap}[ (“\"'-])").replace(sign, gap)
    expression = (r"\b" if SPACED_LETTER.match(expression) else "") + HOLE.sub(hole, expression)
    edges = EDGES.match(expression)
    if not edges:
        return re.compile(expression).search
    return _search(re.compile(edges.group()).match, re.compile(expression[edges.end() :]).search)


def _search(stands_at_edges: Search, search: Search) -> Search:
    """A search for what stands at certain edges: an expression that opens with a letter or a figure is met much sooner."""

    def search_between(marked: str, start: int, end: int) -> re.Match[str] | None:
        found = search(marked, start, end)
        while found and not stands_at_edges(marked, found.start(), end):
            found = search(marked, found.start() + 1, end)
        return found

    return search_between
