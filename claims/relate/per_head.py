"""Sums per head: what all the people of a place eat, owe or emit, where the text tells how many they are."""

from __future__ import annotations

from collections.abc import Iterator

from claims.claim import Rate, Sure
from claims.figure import Figure, around
from claims.relate.period import of_no_period
from claims.wording.met import Met
from claims.wording.pattern import Window

FEWEST = 100_000
"""Fewer people are no nation, and what they have in common is seldom told."""
FEWEST_IN_ALL = 100
"""A sum that gives this many of them not even one is of some of them, or of each: "each of the 212,000 residents pays $1,946"."""


def per_head(window: Window, met: Met) -> Iterator[Rate]:
    """The one sum or measure of a sentence that tells of all the people of a place, and how many they are."""
    for match in met.of("population"):
        count = match.roles["count"]
        if not isinstance(count, Figure) or count.low < FEWEST or count.unit.kind not in ("count", "plain") or count.unit.per:
            continue
        sentence = window.sentence_of(count)
        beside = [thing for thing in window.things if isinstance(thing, Figure) and thing.span != count.span and window.sentence_of(thing) == sentence]
        sums = [of_no_period(figure) for figure in beside if figure.unit.kind in ("money", "measure")]
        if len(sums) == 1 and sums[0].unit.per == "" and sums[0].low >= count.low / FEWEST_IN_ALL:
            yield Rate(around(count.span, sums[0].span), None, count, sums[0], Sure.FAINT)
