"""The report: everything that was read, related and judged; nothing is thrown away."""

from __future__ import annotations

from typing import Literal

import msgspec

from claims.claim import Claim, roles
from claims.day import Day
from claims.document import Document
from claims.figure import Figure
from claims.tie import Tie
from factcheck.verdict import LEVELS, Level, Outcome, Verdict

FLAGGED: tuple[Level, ...] = ("error", "warning")
WORTH_A_LOOK: tuple[Level, ...] = (*FLAGGED, "note")

Silencer = Literal["comment", "baseline", "decision", "unchanged lines"]


class Silenced(msgspec.Struct, frozen=True):
    """A verdict that someone has answered already: by a comment in the text, a baseline, a review's decision, or because its lines are not new."""

    verdict: Verdict
    by: Silencer
    reason: str = ""


class Report(msgspec.Struct, frozen=True):
    """One document with its figures, days, claims and verdicts, each in the order of the text.

    silenced  verdicts that are no findings any more
    ties      what has become of each figure in the sources of the text; none where no source was given
    """

    document: Document
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    silenced: tuple[Silenced, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def findings(self) -> tuple[Verdict, ...]:
        """The verdicts at `note` or above that nobody has silenced, worst first."""
        answered = {silenced.verdict for silenced in self.silenced}
        found = [verdict for verdict in self.verdicts if verdict.level in WORTH_A_LOOK and verdict not in answered]
        return tuple(sorted(found, key=lambda verdict: (-LEVELS.index(verdict.level), -(verdict.off_by or 1), verdict.claim.evidence)))

    @property
    def flagged(self) -> tuple[Verdict, ...]:
        """The findings at `warning` or above, worst first."""
        return tuple(verdict for verdict in self.findings if verdict.level in FLAGGED)

    @property
    def undecided(self) -> tuple[Verdict, ...]:
        """The verdicts that could not be reached, each with its reason."""
        return tuple(verdict for verdict in self.verdicts if verdict.outcome is Outcome.UNDECIDED)

    @property
    def unchecked(self) -> tuple[Figure | Day, ...]:
        """The figures and days that no verdict rests on: silence about them is not approval."""
        judged = {thing.span for verdict in self.verdicts if verdict.outcome is not Outcome.UNDECIDED for _, thing in roles(verdict.claim)}
        everything: list[Figure | Day] = [*self.figures, *self.days]
        everything.sort(key=lambda thing: thing.span)
        return tuple(thing for thing in everything if thing.span not in judged)
