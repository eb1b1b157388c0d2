"""Markdown for a comment or the summary of a build: the findings by file, with the article's words as code, where nothing is mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.finding import Finding, findings_of
from factcheck.report import Report
from factcheck.reports import Page, Unread, counts, many
from factcheck.reports.terminal.visible import visible, without_commands
from factcheck.tied import tally, ties_of


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """A heading and a list; files without findings are counted only."""
    total = counts(reports)
    silenced = f", {total.silenced:,} silenced" if total.silenced else ""
    open_ones = f"{total.undecided:,} undecided, {total.unchecked:,} unchecked{silenced}"
    lines = ["## Figures checked", ""]
    lines += [f"{many(len(reports), 'file')}, {many(total.claims_checked, 'claim')} checked, **{total.flagged:,} flagged**, {open_ones}."]
    for report in reports:
        found = [finding for finding in findings_of(report) if not finding.silenced]
        if found or report.document.remarks:
            lines += ["", f"### {code(page.path(report.document.source))}", ""]
            lines += [f"- Remark: {code(remark)}" for remark in report.document.remarks]
            lines += [line for finding in found for line in _finding(finding)]
    for report in reports:
        if report.ties:
            lines += ["", f"### Against the sources: {code(page.path(report.document.source))}", "", f"{tally([report])}.", ""]
            lines += [f"- line {found.place.line}: {code(found.told)}" for found in ties_of(report)]
    if unread:
        lines += ["", "### Not read", "", *(f"- {code(file.reason)}" for file in unread)]
    return without_commands("".join(f"{line}\n" for line in lines))


def code(text: str) -> str:
    """The text as code: within longer backticks than it holds, and never empty."""
    shown = visible(text)
    longest = max(map(len, re.findall("`+", shown)), default=0)
    fence, margin = "`" * (longest + 1), " " if longest or not shown.strip() or shown != shown.strip() else ""
    return f"{fence}{margin}{shown}{margin}{fence}"


def _finding(finding: Finding) -> Iterator[str]:
    verdict, place = finding.verdict, finding.place
    yield f"- **{verdict.level}** {verdict.rule}, line {place.line}: {code(finding.title)}"
    if verdict.arithmetic:
        yield f"  - {code(verdict.arithmetic)}"
    for fit in verdict.would_fit:
        yield f"  - would fit: {code(fit.shown)} for {code(fit.name)}"
    for source in verdict.sources:
        yield f"  - source: {code(f'{source.name}, {source.shown}: {source.citation}')}"
