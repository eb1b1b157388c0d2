"""Annotations for GitHub Actions: the worst first, no more than are shown; the rest is for the step's summary (the format `markdown`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.finding import Finding, findings
from factcheck.report import Report
from factcheck.reports import Page, Unread
from factcheck.reports.terminal.visible import visible, without_commands
from factcheck.tied import tally
from factcheck.verdict import LEVELS, Level

COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
MOST_OF_A_KIND = 10
"""What GitHub shows of each kind for one step; it drops the others without a word."""
LONGEST_MESSAGE = 4000
"""GitHub cuts an annotation at 64 kB; nobody reads that much beside a line."""


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """A command a line, and a last line that says how many are not among them."""
    found = sorted((finding for finding in findings(reports) if not finding.silenced), key=_weight)
    unread_lines = [f"::error title=factcheck%3A not read,file={_property(page.path(file.source))}::{_message(file.reason)}" for file in unread]
    lines, left_out = unread_lines[:MOST_OF_A_KIND], max(0, len(unread_lines) - MOST_OF_A_KIND)
    room = dict.fromkeys(COMMANDS, MOST_OF_A_KIND)
    room["error"] -= len(lines)
    for finding in found:
        if room[finding.verdict.level] > 0:
            room[finding.verdict.level] -= 1
            lines.append(_annotation(finding, page))
        else:
            left_out += 1
    if left_out:
        lines.append(f"factcheck: {left_out:,} more, which GitHub would not show here: see the summary of this step")
    if any(report.ties for report in reports):
        lines.append(f"factcheck: against the sources: {tally(reports)}; each figure is in the summary of this step")
    return "".join(f"{line}\n" for line in lines)


def _weight(finding: Finding) -> tuple[int, Fraction]:
    return -LEVELS.index(finding.verdict.level), -(finding.verdict.off_by or Fraction(1))


def _annotation(finding: Finding, page: Page) -> str:
    command = COMMANDS[finding.verdict.level]
    said = ",".join(f"{name}={value}" for name, value in _properties(finding, page))
    return f"::{command} {said}::{_message(finding.message)}"


def _properties(finding: Finding, page: Page) -> Iterator[tuple[str, str]]:
    first, last = finding.figures[0], finding.figures[-1]
    yield "file", _property(page.path(finding.source))
    yield "line", str(first.start.line)
    yield "endLine", str(last.end.line)
    if first.start.line == last.end.line:  # GitHub takes columns within one line only
        yield "col", str(first.start.column)
        yield "endColumn", str(last.end.column)
    yield "title", _property(f"factcheck: {finding.verdict.rule}")


def _message(text: str) -> str:
    shown = visible(text)
    shown = shown if len(shown) <= LONGEST_MESSAGE else f"{shown[:LONGEST_MESSAGE]}…"
    return without_commands(shown).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
