"""The index of the ties: each figure of a text with what has become of it in the sources, in words for the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from claims.document import Place
from claims.tie import Tie
from factcheck.report import Report

TIED, BY_VALUE, DIFFERS, NOT_FOUND = "tied", "tied by value only", "differs", "not found"
IN_PLURAL = {DIFFERS: "differ"}
IN_ORDER = (TIED, BY_VALUE, DIFFERS, NOT_FOUND)


class Tied(NamedTuple):
    """One line of the index; what stands `there` is empty where nothing like it was found."""

    tie: Tie
    place: Place
    printed: str
    outcome: str
    there: str = ""
    where: str = ""
    words: str = ""

    @property
    def told(self) -> str:
        """The line."""
        because = f" ({self.tie.because})" if self.tie.because else ""
        if not self.there:
            return f"{self.outcome}: “{self.printed}”"
        if self.outcome == NOT_FOUND:
            return f"{self.outcome}: “{self.printed}”; of the like there is “{self.there}” in {self.where}"
        return f"{self.outcome}: “{self.printed}” is “{self.there}” in {self.where}{because}"


def ties_of(report: Report) -> list[Tied]:
    """The index of one text, in its order."""
    return [_tied(report, tie) for tie in report.ties]


def tally(reports: Iterable[Report]) -> str:
    """How many figures are tied, differ, or are not found."""
    counted = Counter(outcome_of(tie) for report in reports for tie in report.ties)
    return ", ".join(f"{count:,} {IN_PLURAL.get(outcome, outcome) if count > 1 else outcome}" for outcome in IN_ORDER if (count := counted[outcome]))


def outcome_of(tie: Tie) -> str:
    """The outcome in words: what is tied by its value alone may be chance, and that is said."""
    return BY_VALUE if tie.outcome == "tied" and tie.by == "value" else tie.outcome


def _tied(report: Report, tie: Tie) -> Tied:
    place = report.document.place(tie.figure.span[0])
    at = Place(max(1, place.line), max(1, place.column), place.where)
    if tie.passage is None:
        return Tied(tie, at, tie.figure.printed, outcome_of(tie))
    where = ", ".join(part for part in (PurePath(tie.passage.source).name, tie.passage.place) if part)
    return Tied(tie, at, tie.figure.printed, outcome_of(tie), tie.passage.figure.printed, where, tie.passage.words)
