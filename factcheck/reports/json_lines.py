"""The reports as JSON Lines: one object a file, each of the shape of a report in the JSON format; a file not read is `{"unread": …}`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.report import Report
from factcheck.reports import Page, Unread
from factcheck.reports.json import report_on_one_line, shape
from factcheck.reports.json.encoding import encoded


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """A line for each file, the unread last."""
    lines = [report_on_one_line(report) for report in reports]
    for file in unread:
        lines.append(encoded({"unread": shape.Unread(file.source, file.reason)}, indent=0))
    return "".join(f"{line}\n" for line in lines)
