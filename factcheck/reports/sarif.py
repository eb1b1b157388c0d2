"""SARIF 2.1.0, the exchange format of analysers: findings with related places, stable fingerprints, suppressions and the state against the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import quote

from claims.claim import Passage, Sourced
from factcheck.finding import Finding, Region, findings
from factcheck.report import Report, Silencer
from factcheck.reports import Page, Unread
from factcheck.reports.json.encoding import encoded
from factcheck.tied import Tied, ties_of
from factcheck.verdict import Level

Node = dict[str, object]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "note", "none": "none"}
SUPPRESSED_BY: dict[Silencer, str] = {"comment": "inSource", "decision": "external"}
FINGERPRINT = "factcheckFigures/v1"
DISTRIBUTION = "figures-factcheck"
ROOT = "%SRCROOT%"


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """One log with one run."""
    found = list(findings(reports))
    rules = sorted({finding.verdict.rule for finding in found})
    driver: Node = {"name": "factcheck", "rules": [_rule(name, page.explanations.get(name, "")) for name in rules]}
    with suppress(PackageNotFoundError):  # run from a folder: the version is not known
        driver["version"] = version(DISTRIBUTION)
    run: Node = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": _notifications(reports, unread, page)}],
        "results": [_result(finding, rules.index(finding.verdict.rule), page) for finding in found],
    }
    if any(report.ties for report in reports):
        run["properties"] = {"ties": [_tie(tied, report, page) for report in reports for tied in ties_of(report)]}
    return encoded({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(name: str, explanation: str) -> Node:
    first = explanation.strip().partition("\n")[0] or name
    return {"id": name, "shortDescription": {"text": first}, "fullDescription": {"text": explanation.strip() or name}}


def _tie(tied: Tied, report: Report, page: Page) -> Node:
    """A figure's place in a source, which SARIF has no words for."""
    node: Node = {"file": page.path(report.document.source), "line": tied.place.line, "column": tied.place.column, "printed": tied.printed}
    node["outcome"] = tied.outcome
    if tied.tie.passage:
        node["source"] = {"file": page.path(tied.tie.passage.source), "place": tied.tie.passage.place, "printed": tied.there, "words": tied.words}
    return node


def _notifications(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> list[Node]:
    remarks = [(report.document.source, remark, "note") for report in reports for remark in report.document.remarks]
    said = [*((file.source, file.reason, "error") for file in unread), *remarks]
    return [
        {"level": level, "message": {"text": text}, "locations": [{"physicalLocation": {"artifactLocation": _file(source, page)}}]}
        for source, text, level in said
    ]


def _result(finding: Finding, rule: int, page: Page) -> Node:
    verdict, silenced = finding.verdict, finding.silenced
    first, *others = finding.figures
    result: Node = {
        "ruleId": verdict.rule,
        "ruleIndex": rule,
        "level": LEVELS[verdict.level],
        "message": {"text": finding.message},
        "locations": [_place(first, finding.source, page)],
        "relatedLocations": [
            {"id": number, **_place(region, finding.source, page), "message": {"text": region.printed}} for number, region in enumerate(others, 1)
        ],
        "partialFingerprints": {FINGERPRINT: f"{finding.fingerprint}:{finding.nth}"},
        "baselineState": "unchanged" if silenced and silenced.by in ("baseline", "unchanged lines") else "new",
    }
    if isinstance(verdict.claim, Sourced):
        related = result["relatedLocations"]
        assert isinstance(related, list)
        related.append(_place_in_source(len(others) + 1, verdict.claim.passage, page))
    if silenced and silenced.by in SUPPRESSED_BY:
        result["suppressions"] = [{"kind": SUPPRESSED_BY[silenced.by], "justification": silenced.reason}]
    return result


def _place_in_source(number: int, passage: Passage, page: Page) -> Node:
    text = ": ".join(part for part in (f"{passage.figure.printed}, {passage.place}", passage.words) if part)
    return {"id": number, "physicalLocation": {"artifactLocation": _file(passage.source, page)}, "message": {"text": text}}


def _place(region: Region, source: str, page: Page) -> Node:
    start, end = region.start, region.end
    lines = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column, "snippet": {"text": region.printed}}
    return {"physicalLocation": {"artifactLocation": _file(source, page), "region": lines}}


def _file(source: str, page: Page) -> Node:
    path = page.path(source)
    address = quote(_as_bytes(path))
    if path.startswith("/"):
        return {"uri": f"file://{address}"}
    return {"uri": address, "uriBaseId": ROOT}


def _as_bytes(path: str) -> bytes:
    """The file's name as the system has it."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # no file can have that name
        return path.encode("utf-8", "backslashreplace")
