"""Where the sentences, paragraphs and lines of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claims.figure import Span
from claims.read.languages import Habits, habits_of

LINE_END = re.compile(r"\r\n?|\n")
STOP = re.compile(r"[.!?…。！？｡]+[\"'”’»›)\]）」』】]*(?:\[[0-9a-z]{1,3}\]){0,9}")
"""With its closing quotes and the numbers of notes; never asks for what follows, so that a long run of stops is read once."""
LIST_MARK = re.compile(r"(?:[-*•–·▪◦‣#>|+]+|[0-9]{1,3}[.)]|[a-z]\))\s")
LETTERS_AND_DOTS = re.compile(r"(?:[^\W\d_]\.){0,8}[^\W\d_]")
"""Single letters with dots between: "U.S", "p.m", "z"."""
FULL_STOPS_WITHOUT_SPACE = frozenset("。！？｡")
CLOSING_QUOTES = frozenset("」』）】")
TOKEN_REACH = 16
"""No abbreviation is longer; bounds the look back from a full stop."""
EAST_ASIAN = "\u2e80"
"""From here on scripts break lines between any two characters …"""
EAST_ASIAN_WORD = 3
"""… except before a few signs that may not begin a line."""


def lines(text: str) -> Iterator[Span]:
    """Each line without its end; \\n, \\r\\n and \\r end one."""
    start = 0
    for end in LINE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Runs of lines with something in them, without the white space around."""
    return tuple((block[0][0], block[-1][1]) for block in _blocks(text))


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Every sentence, heading and list entry, without the white space around."""
    return sentences_of(text, (stretch for block in _blocks(text) for stretch in _stretches(text, block)), language)


def sentences_of(text: str, stretches: Iterable[Span], language: str = "en") -> tuple[Span, ...]:
    """Every sentence of the stretches, each of which begins and ends with a letter or sign and holds whole sentences."""
    habits = habits_of(language)
    return tuple(sentence for stretch in stretches for sentence in _split(text, stretch, habits))


@lru_cache(maxsize=1)  # paragraphs and sentences are asked for one after the other
def _blocks(text: str) -> tuple[list[Span], ...]:
    """The lines of each paragraph, each trimmed."""
    return tuple(_each_block(text))


def _each_block(text: str) -> Iterator[list[Span]]:
    block: list[Span] = []
    for start, end in lines(text):
        line = text[start:end]
        bare = line.strip()
        if bare:
            first = start + len(line) - len(line.lstrip())
            block.append((first, first + len(bare)))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _stretches(text: str, block: Sequence[Span]) -> Iterator[Span]:
    """The lines of a paragraph joined where the writer's program wrapped them, apart where the writer broke them."""
    start, end = block[0]
    width = max(stop - begin for begin, stop in block) if len(block) > 1 else 0
    line_start = start
    for begin, stop in block[1:]:
        if _is_broken_on_purpose(text, (line_start, end), (begin, stop), width):
            yield start, end
            start = begin
        line_start, end = begin, stop
    yield start, end


def _is_broken_on_purpose(text: str, line: Span, following: Span, width: int) -> bool:
    """A line break is the writer's own before a list mark, after a heading, or where the next word would still have fitted."""
    if LIST_MARK.match(text, *following) or text.startswith("#", line[0]):
        return True
    first = text[following[0]]
    if first.islower() or text[line[1] - 1] in ",;、，":
        return False
    word = EAST_ASIAN_WORD if first >= EAST_ASIAN else len(text[slice(*following)].split(None, 1)[0])
    return line[1] - line[0] + 1 + word <= width


def _split(text: str, stretch: Span, habits: Habits) -> Iterator[Span]:
    start, end = stretch
    for stop in STOP.finditer(text, start, end):
        after = stop.end()
        if after < end and _ends_a_sentence(text, stop, start, end, habits):
            yield start, after
            while text[after].isspace():
                after += 1
            start = after
    yield start, end


def _ends_a_sentence(text: str, stop: re.Match[str], start: int, end: int, habits: Habits) -> bool:
    after = stop.end()
    following = text[after]
    if not FULL_STOPS_WITHOUT_SPACE.isdisjoint(stop[0]):
        # 「…。」と述べた: what is quoted goes on where a particle follows the quote.
        return not (stop[0][-1] in CLOSING_QUOTES and "ぁ" <= following <= "ゟ")
    if not following.isspace():
        return False
    while after < end and text[after].isspace():
        after += 1
    if text[after].islower():
        return False
    return stop[0][0] != "." or stop[0].startswith("..") or not _is_abbreviation(text, stop.start(), start, after, habits)


def _is_abbreviation(text: str, dot: int, start: int, after: int, habits: Habits) -> bool:
    """Whether the full stop at `dot` belongs to the word before it, given what stands at `after`."""
    before = text[max(start, dot - TOKEN_REACH) : dot].split()
    token = before[-1].lstrip("\"'“‘«„([-–—") if before and not text[dot - 1].isspace() else ""
    word = token.rsplit("-", 1)[-1].casefold()
    if token.isdecimal():
        if dot - len(token) <= start:
            return True  # the number of a list entry
        return habits.ordinal_dots and len(token) <= 2 and not _starts_a_sentence(text, after, habits)
    if word in habits.before_names:
        return True
    if word in habits.before_numbers and text[after].isdecimal():
        return True
    if word in habits.anywhere or LETTERS_AND_DOTS.fullmatch(token):
        return not _starts_a_sentence(text, after, habits)
    return False


def _starts_a_sentence(text: str, after: int, habits: Habits) -> bool:
    words = text[after : after + TOKEN_REACH].lstrip("\"'“‘«„([").replace("’", "'").split(None, 1)
    return bool(words) and words[0].split("'")[0].rstrip(",").casefold() in habits.starters
