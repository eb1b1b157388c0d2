"""JUnit's XML, which most services for continuous integration can show: a suite a file, a failed case a finding."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.finding import Finding, findings_of
from factcheck.report import Report
from factcheck.reports import Page, Unread
from factcheck.reports.terminal.visible import visible, without_commands
from factcheck.tied import ties_of


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """One document; what is silenced is a skipped case, a file without findings a passed one."""
    whole = Element("testsuites", name="factcheck")
    for report in reports:
        _suite(whole, report, page)
    for file in unread:
        suite = SubElement(whole, "testsuite", name=visible(page.path(file.source)), tests="1", failures="0", errors="1", skipped="0", time="0")
        case = SubElement(suite, "testcase", name="is read", classname=visible(page.path(file.source)), time="0")
        SubElement(case, "error", message=visible(file.reason), type="not-read")
    for count in ("tests", "failures", "errors"):
        whole.set(count, str(sum(int(suite.get(count, "0")) for suite in whole)))
    indent(whole)
    return without_commands(f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(whole, encoding="unicode")}\n')


def _suite(whole: Element, report: Report, page: Page) -> None:
    path, found = visible(page.path(report.document.source)), list(findings_of(report))
    silenced = sum(finding.silenced is not None for finding in found)
    tests, failures = str(max(1, len(found))), str(len(found) - silenced)
    suite = SubElement(whole, "testsuite", name=path, tests=tests, failures=failures, errors="0", skipped=str(silenced), time="0")
    if report.ties:
        properties = SubElement(suite, "properties")
        for tied in ties_of(report):
            SubElement(properties, "property", name=f"figure {tied.place.line}:{tied.place.column}", value=visible(tied.told))
    for finding in found:
        _case(suite, finding, path)
    if not found:
        SubElement(suite, "testcase", name="no findings", classname=path, time="0")


def _case(suite: Element, finding: Finding, path: str) -> None:
    verdict, place = finding.verdict, finding.place
    case = SubElement(suite, "testcase", name=f"{verdict.rule} {place.line}:{place.column}", classname=path, time="0")
    if finding.silenced:
        SubElement(case, "skipped", message=visible(f"{finding.silenced.by}: {finding.silenced.reason}".removesuffix(": ")))
        return
    failure = SubElement(case, "failure", message=visible(finding.title), type=verdict.level)
    failure.text = visible(f"{finding.source}:{place.line}:{place.column}: {finding.message}")
