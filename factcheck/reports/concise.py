"""One line for each finding, as compilers print them: file, line, column, level, rule, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.finding import findings
from factcheck.report import Report
from factcheck.reports import Page, Unread, counts, many
from factcheck.reports.terminal.visible import visible, without_commands
from factcheck.tied import tally


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """The findings that nobody has silenced, and a last line of counts."""
    lines = [
        visible(f"{finding.source}:{finding.place.line}:{finding.place.column}: {finding.verdict.level} {finding.verdict.rule}: {finding.message}")
        for finding in findings(reports)
        if not finding.silenced
    ]
    lines += [visible(f"{report.document.source}: remark: {remark}") for report in reports for remark in report.document.remarks]
    total = counts(reports)
    files, claims, not_read = many(len(reports), "file"), many(total.claims_checked, "claim"), many(len(unread), "file")
    sources = f"; against the sources: {tally(reports)}" if any(report.ties for report in reports) else ""
    lines.append(f"{files}, {claims} checked, {total.flagged:,} flagged" + (f", {not_read} not read" if unread else "") + sources)
    return without_commands("".join(f"{line}\n" for line in lines))
