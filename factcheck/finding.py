"""A finding: a verdict as the formats for programs and continuous integration need it, on one line and with its places in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.claim import roles
from claims.document import Document, Place
from claims.figure import Span
from factcheck import amount
from factcheck.fingerprint import fingerprint
from factcheck.report import WORTH_A_LOOK, Report, Silenced
from factcheck.verdict import Outcome, Verdict


class Region(NamedTuple):
    """From where to where something stands in the file; `end` is the place after its last character."""

    printed: str
    start: Place
    end: Place


class Finding(NamedTuple):
    """One verdict at `note` or above.

    fingerprint  moved lines keep it, changed figures lose it
    nth          which one of those with the same fingerprint in the file it is, from 1
    figures      where its figures stand, in the order of the text; the evidence where it has none
    silenced     who has answered it already, if anybody has
    """

    document: Document
    verdict: Verdict
    fingerprint: str
    nth: int
    figures: tuple[Region, ...]
    silenced: Silenced | None = None

    @property
    def source(self) -> str:
        """The file's name."""
        return self.document.source

    @property
    def place(self) -> Place:
        """Where its first figure stands; a text without lines is on its first."""
        return self.figures[0].start

    @property
    def title(self) -> str:
        """What is wrong, in a few words."""
        verdict = self.verdict
        said = verdict.breach if verdict.outcome is Outcome.CONTRADICTED else "fits only if read loosely"
        off = f", off by a factor of {amount.number(verdict.off_by)}" if verdict.off_by else ""
        return f"{said}{off}" + (f" (looks like: {verdict.slip})" if verdict.slip else "")

    @property
    def message(self) -> str:
        """What is wrong, the sum, what would fit and the sources, on one line."""
        verdict = self.verdict
        fits = [f"{fit.shown} for “{fit.name}”" if fit.figure else f"{fit.name}: {fit.shown}" for fit in verdict.would_fit]
        parts = [f"{self.title}: {verdict.arithmetic}" if verdict.arithmetic else self.title]
        parts += [f"would fit: {' or '.join(fits)}"] if fits else []
        parts += [f"source: {source.name}, {source.shown}: {source.citation}" for source in verdict.sources]
        return "; ".join(parts)


def findings(reports: Iterable[Report]) -> Iterator[Finding]:
    """Each report's findings, worst first, and then those that are silenced, in the order of the text."""
    for report in reports:
        yield from findings_of(report)


def findings_of(report: Report) -> Iterator[Finding]:
    """The same for one report."""
    answered = {silenced.verdict: silenced for silenced in report.silenced}
    numbered: dict[Verdict, tuple[str, int]] = {}
    seen: Counter[str] = Counter()
    for verdict in report.verdicts:
        if verdict.level in WORTH_A_LOOK and verdict not in numbered:
            name = fingerprint(verdict)
            seen[name] += 1
            numbered[verdict] = (name, seen[name])
    silent = [verdict for verdict in numbered if verdict in answered]
    for verdict in (*dict.fromkeys(report.findings), *silent):
        yield Finding(report.document, verdict, *numbered[verdict], _regions(report.document, verdict), answered.get(verdict))


def spans(verdict: Verdict) -> list[Span]:
    """Where the figures of a verdict stand, in the order of the text; its evidence where it has none."""
    return sorted({thing.span for _, thing in roles(verdict.claim)}) or [verdict.claim.evidence]


def _regions(document: Document, verdict: Verdict) -> tuple[Region, ...]:
    return tuple(_region(document, span) for span in spans(verdict))


def _region(document: Document, span: Span) -> Region:
    start, last = document.place(span[0]), document.place(max(span[0], span[1] - 1))
    end = Place(max(1, last.line), last.column + 1, last.where)
    return Region(document.text[slice(*span)], Place(max(1, start.line), max(1, start.column), start.where), end)
