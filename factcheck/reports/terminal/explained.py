"""All that was found on one line of a file: each verdict with its sum, and the law behind it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.document import Document
from factcheck.finding import spans
from factcheck.report import Report
from factcheck.reports import Page
from factcheck.reports.terminal import painted
from factcheck.reports.terminal.layout import BAR, HEADING, LABEL, QUIET, Line, Piece, entry, finding
from factcheck.reports.terminal.visible import visible
from factcheck.verdict import Outcome, Verdict


def explained(report: Report, line: int, page: Page) -> str:
    """The verdicts that rest on a figure in a line, worst first, and the figures there that nothing checked; "" where there are none."""
    verdicts = sorted((verdict for verdict in report.verdicts if line in _lines(report.document, verdict)), key=lambda verdict: verdict.level == "none")
    answered = {silenced.verdict: silenced for silenced in report.silenced}
    lines: list[Line] = []
    for verdict in verdicts:
        lines += finding(report.document, verdict, page.width, not page.in_colour) if verdict.level != "none" else _quiet(report, verdict, page)
        if verdict in answered:
            lines.append([Piece("    silenced  ", LABEL), Piece(visible(f"{answered[verdict].by}: {answered[verdict].reason}"))])
        lines += _law(page.explanations.get(verdict.rule, ""))
    unchecked = [thing.printed for thing in report.unchecked if report.document.place(thing.span[0]).line == line]
    if unchecked:
        lines.append([Piece("Read, and checked by nothing", HEADING), Piece(visible(f": {', '.join(unchecked)}"))])
    return painted(lines, page)


def _quiet(report: Report, verdict: Verdict, page: Page) -> Iterator[Line]:
    if verdict.outcome is Outcome.UNDECIDED:
        yield [Piece("undecided", HEADING)]
    yield from entry(report.document, verdict, page.width)


def _law(explanation: str) -> Iterator[Line]:
    yield []
    for row in explanation.strip().splitlines():
        yield [Piece(BAR, QUIET), Piece(visible(row), QUIET)]
    yield []


def _lines(document: Document, verdict: Verdict) -> set[int]:
    return {document.place(offset).line for start, end in spans(verdict) for offset in (start, end - 1)}
