"""What a text can assert about its figures: the closed list that joins language to laws.

A claim holds figures by role, `evidence` (the span of the words that licensed it)
and how `sure` it is that the text asserts it. A role that the text leaves open is
None: a law then says what follows for it. A role may also be given by another claim:
a yearly level that is printed only as "so much over five years" is that Rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from fractions import Fraction
from typing import Literal

import msgspec

from claims.day import Day
from claims.figure import Figure, Span


class Sure(IntEnum):
    """How sure it is that the text asserts the relation."""

    FAINT = 0
    """The figures stand apart, or may be about different things: worth a note."""
    LIKELY = 1
    """Units and a cue word fit, but the sentence does not spell it out."""
    SPELLED_OUT = 2
    """The sentence says it in so many words."""


class Rate(msgspec.Struct, frozen=True, tag=True):
    """So much `each`, `count` times, makes `total`: a price, a wage, a yearly sum. Without a printed count, one period is reckoned in the other."""

    evidence: Span
    each: Figure | None = None
    count: Figure | None = None
    total: Figure | None = None
    sure: Sure = Sure.SPELLED_OUT


class Restatement(msgspec.Struct, frozen=True, tag=True):
    """`amount`, given `again` in another unit, currency or scale; `when` is the earliest year that the sentence speaks of."""

    evidence: Span
    amount: Figure
    again: Figure
    when: Day | None = None
    sure: Sure = Sure.SPELLED_OUT


class Change(msgspec.Struct, frozen=True, tag=True):
    """`before` became `after`: a rise or a fall `by` an amount or points, of `percent` of `before`, or to so many `times` it.

    `rising` is None where the words do not say. With `years`, the percent applies anew each year.
    """

    evidence: Span
    before: Figure | Rate | None = None
    after: Figure | Rate | None = None
    by: Figure | None = None
    percent: Figure | None = None
    times: Figure | None = None
    years: Figure | None = None
    rising: bool | None = None
    sure: Sure = Sure.SPELLED_OUT


class Share(msgspec.Struct, frozen=True, tag=True):
    """`part` is `share` (a percentage, a fraction, so many in a thousand) of `whole`."""

    evidence: Span
    part: Figure | None = None
    whole: Figure | None = None
    share: Figure | None = None
    sure: Sure = Sure.SPELLED_OUT


class Total(msgspec.Struct, frozen=True, tag=True):
    """`parts` make `whole`; without a printed whole, percentages make 100. The whole may be more where it is `at_least` their sum ("of which")."""

    evidence: Span
    parts: tuple[Figure, ...]
    whole: Figure | None = None
    at_least: bool = False
    sure: Sure = Sure.SPELLED_OUT


class Comparison(msgspec.Struct, frozen=True, tag=True):
    """`greater` exceeds `lesser`: by a `difference`, by `percent` of the lesser, or as so many `times` it.

    With `more`, "three times more" may be four times as much; with `less`, the percent is of the greater.
    """

    evidence: Span
    greater: Figure
    lesser: Figure
    difference: Figure | None = None
    percent: Figure | None = None
    times: Figure | None = None
    more: bool = False
    less: bool = False
    sure: Sure = Sure.SPELLED_OUT


class Average(msgspec.Struct, frozen=True, tag=True):
    """`mean` is the average of `values`, or of `count` values that lie between `low` and `high`."""

    evidence: Span
    mean: Figure
    values: tuple[Figure, ...] = ()
    low: Figure | None = None
    high: Figure | None = None
    count: Figure | None = None
    sure: Sure = Sure.SPELLED_OUT


class Repetition(msgspec.Struct, frozen=True, tag=True):
    """`figure` is said `again`, of the same thing: in headline and body, in digits and words; or a rate of exchange is used again."""

    evidence: Span
    figure: Figure | Restatement
    again: Figure | Restatement
    sure: Sure = Sure.LIKELY


class Timing(msgspec.Struct, frozen=True, tag=True):
    """What the text says of days: a `weekday` of a `date`; from `start` to `end` so long a `duration`, or an `age` reached; an `anniversary`."""

    evidence: Span
    date: Day | None = None
    weekday: Day | None = None
    start: Day | None = None
    end: Day | None = None
    duration: Figure | None = None
    age: Figure | None = None
    anniversary: Figure | None = None
    sure: Sure = Sure.SPELLED_OUT


class Passage(msgspec.Struct, frozen=True, tag=True):
    """A figure of another text: how it is read there, the file, the place in it for a person ("line 3", "Sheet1!B4"), and what it is said of."""

    figure: Figure
    source: str
    place: str
    words: str = ""


class Sourced(msgspec.Struct, frozen=True, tag=True):
    """`figure` says of the same thing and the same time what a source of the text gives in `passage`."""

    evidence: Span
    figure: Figure
    passage: Passage
    sure: Sure = Sure.LIKELY


class Tally(msgspec.Struct, frozen=True, tag=True):
    """`said` rows of a table meet a condition; `found` says how many do, `rows` one cell of each. Nothing said: some row does.

    condition  heads and cells ("venue: Kent · crowd > 9000")
    at_least   whether there may be more than are said, `at_most` fewer
    """

    evidence: Span
    condition: str
    found: int
    said: Figure | None = None
    rows: tuple[Figure, ...] = ()
    at_least: bool = False
    at_most: bool = False
    sure: Sure = Sure.LIKELY


class Entry(msgspec.Struct, frozen=True, tag=True):
    """What a `cell` of a spreadsheet ("B5") holds, and what it should.

    kind     typed in: a number where the cells beside it hold copies of `formula`; sum: a formula that adds up a range;
             text: a text that looks like a number
    holds    the number in it, exact; None for a text, which no formula counts
    should   what the formula of its neighbours gives here; the sum with what is left out; the number that the text looks like
    beside   the cell that holds the formula, or those that are left out
    """

    evidence: Span
    kind: Literal["typed in", "sum", "text"]
    cell: str
    formula: str = ""
    figure: Figure | None = None
    holds: Fraction | None = None
    should: Fraction | None = None
    beside: str = ""
    sure: Sure = Sure.LIKELY


Claim = Restatement | Change | Share | Total | Rate | Comparison | Average | Repetition | Timing | Sourced | Entry | Tally


def roles(claim: Claim) -> Iterator[tuple[str, Figure | Day]]:
    """Each figure and day of a claim with its role, in the order of the roles; those of a claim in a role stand in its place."""
    for name in type(claim).__struct_fields__:
        value: object = getattr(claim, name)
        for thing in value if isinstance(value, tuple) and name != "evidence" else (value,):
            if isinstance(thing, Figure | Day):
                yield name, thing
            elif isinstance(thing, Rate | Restatement):
                yield from roles(thing)
