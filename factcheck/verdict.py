"""What the checker concludes about one claim, and the arithmetic behind it."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import Literal

import msgspec

from claims.claim import Claim, Sourced
from claims.day import Day
from claims.figure import Figure
from claims.interval import Interval

Level = Literal["error", "warning", "note", "none"]
LEVELS: tuple[Level, ...] = ("none", "note", "warning", "error")


class Outcome(Enum):
    """The narrowest reading under which a claim can be true, or why none is named."""

    EXACT = "exact"
    """The printed digits agree."""
    ROUNDED = "rounded"
    """They agree once rounding and hedge words are allowed for."""
    STRAINED = "strained"
    """They agree only if trailing zeros are read loosely."""
    CONTRADICTED = "contradicted"
    """No honest reading agrees."""
    UNDECIDED = "undecided"
    """It cannot be said; the verdict gives the reason."""
    FOLLOWS = "follows"
    """Nothing in the text to hold it against: what follows from the claim is stated instead."""


class Fitting(msgspec.Struct, frozen=True):
    """What would fit: for a figure of the text, or for what it leaves open, every value that makes the claim true."""

    name: str
    values: Interval
    shown: str
    figure: Figure | Day | None = None


class Side(msgspec.Struct, frozen=True):
    """One side of the sum: its formula, and what it comes to as printed, as rounded and as read loosely, the rounded band printed as `shown`."""

    formula: str
    stated: Interval
    allowed: Interval
    loose: Interval
    shown: str


class Source(msgspec.Struct, frozen=True):
    """A fact from outside the text."""

    name: str
    shown: str
    citation: str


CANNOT_BE = "cannot be true"
"""What is said of a claim that no reading lets hold, where its law has no words of its own for that."""


class Verdict(msgspec.Struct, frozen=True):
    """The conclusion on one claim by one rule.

    arithmetic  the sum written out, in one line, as printed
    steps       the same as normalised values and allowed bands, a line each
    would_fit   for each figure the values that would fit, where it is flagged or follows
    off_by      how far outside, as a factor above 1; None where a factor says nothing
    slip        the known slip it looks like ("a thousand times too small"), or ""
    reason      why it is undecided, or ""
    sides       the left and the right side, where the claim was judged; none where it was not
    breach      what is said of it where it is contradicted
    """

    rule: str
    claim: Claim
    outcome: Outcome
    level: Level
    arithmetic: str
    steps: tuple[str, ...] = ()
    would_fit: tuple[Fitting, ...] = ()
    off_by: Fraction | None = None
    slip: str = ""
    reason: str = ""
    sources: tuple[Source, ...] = ()
    sides: tuple[Side, Side] | None = None
    breach: str = CANNOT_BE

    @property
    def is_against_a_source(self) -> bool:
        """Whether it says that a text is not what it was taken from; of which of the two is true it says nothing."""
        return isinstance(self.claim, Sourced)
