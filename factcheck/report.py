"""The report: everything that was read, related and judged; nothing is thrown away."""

from __future__ import annotations

import msgspec

from claims.claim import Claim, roles
from claims.day import Day
from claims.document import Document
from claims.figure import Figure
from factcheck.verdict import LEVELS, Level, Outcome, Verdict

FLAGGED: tuple[Level, ...] = ("error", "warning")


class Report(msgspec.Struct, frozen=True):
    """One document with its figures, days, claims and verdicts, each in the order of the text."""

    document: Document
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def flagged(self) -> tuple[Verdict, ...]:
        """The verdicts at `warning` or above, worst first."""
        found = [verdict for verdict in self.verdicts if verdict.level in FLAGGED]
        return tuple(sorted(found, key=lambda verdict: (-LEVELS.index(verdict.level), -(verdict.off_by or 1), verdict.claim.evidence)))

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
