"""GitLab's code quality report: a JSON list, each finding with a fingerprint that is its own and does not hang on its line."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from factcheck.finding import Finding, findings
from factcheck.report import Report
from factcheck.reports import Page, Unread
from factcheck.reports.json.encoding import encodable, encoded
from factcheck.verdict import Level

SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info"}
NOT_READ = "file-not-read"


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """The findings that nobody has silenced; a file not read is one too."""
    listed = [_finding(finding, page) for finding in findings(reports) if not finding.silenced]
    listed += [_entry(NOT_READ, file.reason, "blocker", page.path(file.source), 1, "") for file in unread]
    return encoded(listed) + "\n"


def _finding(finding: Finding, page: Page) -> dict[str, object]:
    verdict = finding.verdict
    name = f"{finding.fingerprint} {finding.nth}"
    return _entry(verdict.rule, finding.message, SEVERITIES[verdict.level], page.path(finding.source), finding.place.line, name)


def _entry(rule: str, message: str, severity: str, path: str, line: int, name: str) -> dict[str, object]:
    path = encodable(path)
    return {
        "description": encodable(message),
        "check_name": rule,
        "fingerprint": sha256(f"{path}\n{rule}\n{name}".encode()).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
