"""Enumerations: "four goals: schools, policing, jobs and homes" announces so many things, and each that follows counts as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Sure, Total
from claims.figure import Figure
from claims.rounding import Number
from claims.wording.met import Met
from claims.wording.pattern import ANY_THING, SENTENCE_END, Window

MOST_WORDS = 7
"""A longer member is a clause, in which a comma need not part one member from the next."""
MOST_ANNOUNCED = 12
MOST_FORGOTTEN = 2
"""A list that lacks more than so many of its members is a list of something else, or of some of them."""
TOO_INVOLVED = re.compile(r"[()\[\]\"“”«»–—:]")


def enumerations(window: Window, met: Met) -> Iterator[Total]:
    """Each number of things that a list follows, where it is plain what its members are and they are no more than announced.

    A list that seems longer may have members of two parts ("food and drink"); one that is shorter has lost something.
    """
    some_named = {match.roles["whole"].span for match in met.of("share") if "part" in match.roles and "whole" in match.roles}
    for match in met.of("enumeration"):
        announced = match.roles.get("announced")
        if not isinstance(announced, Figure) or not 2 < announced.low <= MOST_ANNOUNCED or announced.hedge.words:
            continue
        members = _members(window, window.position(match.span[1]), str(match.holds["joins"]))
        if len(members) > 1 and announced.low - MOST_FORGOTTEN <= len(members) <= announced.low and announced.span not in some_named:
            parts = tuple(Figure(span, words, Number(1), unit=announced.unit) for span, words in members)
            yield Total((announced.span[0], members[-1][0][1]), parts, announced, sure=Sure.LIKELY)


def _members(window: Window, start: int, joins: str) -> list[tuple[tuple[int, int], str]]:
    """The members of the list from `start` to the end of the sentence with their places; none where it cannot be told what they are."""
    text = window.marked[start:].partition(SENTENCE_END)[0].rstrip(" .!?。")
    if ANY_THING.search(text) or TOO_INVOLVED.search(text):
        return []
    joined = list(re.finditer(joins, text))
    commas = list(re.finditer(r"[,;、，]", text))
    if len(joined) != 1 or any(comma.start() > joined[0].end() for comma in commas):
        return []
    edges = [comma.span() for comma in commas if text[comma.end() : joined[0].start()].strip()]  # of "jobs, and homes" the comma goes with the "and"
    found, begin = [], 0
    for end, following in [*edges, joined[0].span(), (len(text), len(text))]:
        words = text[begin:end].strip(" ,;")
        if not words or len(words.split()) > MOST_WORDS:
            return []
        place = window.offset(start + begin + text[begin:end].index(words))
        found.append(((place, place + len(words)), words))
        begin = following
    return found
