"""Reviewdog's diagnostics (rdjson), which it turns into comments on a change."""

from __future__ import annotations

from collections.abc import Sequence

from claims.document import Document
from claims.figure import Span
from factcheck.finding import Finding, findings, spans
from factcheck.report import Report
from factcheck.reports import Page, Unread
from factcheck.reports.json.encoding import encoded
from factcheck.verdict import Level

SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
SOURCE = {"name": "factcheck"}


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """The findings that nobody has silenced; a file not read is one too."""
    listed = [_diagnostic(finding, page) for finding in findings(reports) if not finding.silenced]
    listed += [{"message": file.reason, "location": {"path": page.path(file.source)}, "severity": "ERROR"} for file in unread]
    return encoded({"source": SOURCE, "diagnostics": listed}) + "\n"


def _diagnostic(finding: Finding, page: Page) -> dict[str, object]:
    path, document, verdict = page.path(finding.source), finding.document, finding.verdict
    stretches = spans(verdict)
    return {
        "message": finding.message,
        "location": {"path": path, "range": _range(document, stretches[0])},
        "severity": SEVERITIES[verdict.level],
        "code": {"value": verdict.rule},
        "related_locations": [
            {"message": document.text[slice(*span)], "location": {"path": path, "range": _range(document, span)}} for span in stretches[1:]
        ],
    }


def _range(document: Document, span: Span) -> dict[str, object]:
    return {"start": _position(document, span[0]), "end": _position(document, span[1])}


def _position(document: Document, offset: int) -> dict[str, int]:
    """Line and column; columns are counted in bytes of UTF-8 there."""
    place = document.place(offset)
    origin = document.origin(offset)
    before = document.text[origin.start : offset].encode("utf-8", "replace")
    return {"line": max(1, place.line), "column": max(1, origin.column + len(before))}
