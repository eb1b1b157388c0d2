"""The formats for continuous integration, read by readers that are not ours; and no text of an article, name of a file or reason does harm in any."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import msgspec
import pytest

from claims.claim import Restatement
from factcheck import check_text
from factcheck.report import Report, Silenced
from factcheck.reports import Page, Unread, formats, writer
from factcheck.verdict import Fitting, Source, Verdict
from tests.published_schemas import published_schema
from tests.test_reports import report_on

WRONG = "Spending rose 15% from $100 million to $105 million."
FOR_PROGRAMS = ("json", "json-lines", "sarif", "gitlab", "rdjson")

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}
"""What GitLab's manual asks of a code quality report."""

POSITION = {"type": "object", "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}}
LOCATION = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {
        "path": {"type": "string"},
        "range": {"type": "object", "required": ["start"], "additionalProperties": False, "properties": {"start": POSITION, "end": POSITION}},
    },
}
RDJSON = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": LOCATION,
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
                    "related_locations": {"type": "array", "items": {"type": "object", "properties": {"message": {"type": "string"}, "location": LOCATION}}},
                },
            },
        },
    },
}
"""The messages DiagnosticResult, Diagnostic and Location of reviewdog's protocol, whose reader refuses fields that it does not know."""


def written(name: str, *reports: Report, unread: tuple[Unread, ...] = (), folder: str = "") -> str:
    return writer(name)(reports, unread, Page(folder=folder, explanations={"days-rate": "A law.\n\nWrong: …"}))


def silenced(report: Report) -> Report:
    """The three findings of `report_on`, two of them answered."""
    answers = (Silenced(report.verdicts[1], "comment", "as the ministry has it"), Silenced(report.verdicts[2], "baseline"))
    return msgspec.structs.replace(report, silenced=answers)


def test_sarif_is_what_its_schema_says() -> None:
    schema = published_schema("https://json.schemastore.org/sarif-2.1.0.json")
    for report in (report_on(), silenced(report_on()), check_text(WRONG, language="en")):
        log = json.loads(written("sarif", report, unread=(Unread("gone.txt", "gone.txt: no such file"),)))
        jsonschema.validate(log, schema)


def test_sarif_tells_places_fingerprints_and_states() -> None:
    run = json.loads(written("sarif", silenced(report_on(source="news/a b.txt"))))["runs"][0]
    by_rule = {result["ruleId"]: result for result in run["results"]}
    rate = by_rule["days-rate"]
    region = rate["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 22, 39)
    assert rate["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "news/a%20b.txt", "uriBaseId": "%SRCROOT%"}
    assert [place["message"]["text"] for place in rate["relatedLocations"]] == ["$9 million"]
    assert rate["baselineState"] == "unchanged"
    assert by_rule["parts-make-total"]["suppressions"] == [{"kind": "inSource", "justification": "as the ministry has it"}]
    assert (by_rule["same-figure"]["level"], by_rule["same-figure"]["baselineState"]) == ("note", "new")
    assert "suppressions" not in by_rule["same-figure"]
    assert run["tool"]["driver"]["rules"][rate["ruleIndex"]]["shortDescription"]["text"] == "A law."
    moved = json.loads(written("sarif", report_on("A line more.\n\n" + report_on().document.text)))["runs"][0]["results"]
    before = json.loads(written("sarif", report_on()))["runs"][0]["results"]
    assert [result["partialFingerprints"] for result in moved] == [result["partialFingerprints"] for result in before]


def test_gitlab_has_unique_fingerprints_that_do_not_hang_on_lines() -> None:
    twice = check_text(f"{WRONG}\n\n{WRONG}", language="en")
    listed = json.loads(written("gitlab", twice, report_on(), unread=(Unread("gone.txt", "gone.txt: no such file"),)))
    jsonschema.validate(listed, GITLAB)
    fingerprints = [entry["fingerprint"] for entry in listed]
    assert len(set(fingerprints)) == len(fingerprints) == 6
    moved = json.loads(written("gitlab", check_text(f"A line.\n\n{WRONG}\n\n{WRONG}", language="en")))
    assert [entry["fingerprint"] for entry in moved] == fingerprints[:2]
    assert moved[0]["location"]["lines"]["begin"] != listed[0]["location"]["lines"]["begin"]


def test_gitlab_paths_start_from_the_folder_of_the_run() -> None:
    listed = json.loads(written("gitlab", report_on(source="/builds/paper/news/a.txt"), folder="/builds/paper"))
    assert {entry["location"]["path"] for entry in listed} == {"news/a.txt"}


def test_rdjson_is_what_reviewdog_reads_with_columns_in_bytes() -> None:
    report = check_text("Über 3 Brücken: " + WRONG, language="en")
    result = json.loads(written("rdjson", report, unread=(Unread("gone.txt", "gone.txt: no such file"),)))
    jsonschema.validate(result, RDJSON)
    at = result["diagnostics"][0]["location"]["range"]
    line = report.document.text.encode()
    assert line[at["start"]["column"] - 1 : at["end"]["column"] - 1].decode() == "15%"


def test_junit_is_read_by_another_program() -> None:
    junitparser = pytest.importorskip("junitparser")
    text = written("junit", silenced(report_on()), check_text("Nothing here.", language="en"), unread=(Unread("gone.txt", "no such file"),))
    whole = junitparser.JUnitXml.fromstring(text.partition("\n")[2])
    assert (whole.tests, whole.failures, whole.errors) == (5, 1, 1)
    results = {case.name: [type(result).__name__ for result in case.result] for suite in whole for case in suite}
    assert results["same-figure 3:22"] == ["Failure"]
    assert results["days-rate 3:22"] == ["Skipped"]
    assert results["no findings"] == []
    assert results["is read"] == ["Error"]


def test_github_gets_the_worst_first_and_no_more_than_it_shows() -> None:
    many = [check_text(WRONG.replace("15%", f"{percent}%"), language="en") for percent in range(20, 44)]
    lines = written("github", report_on(), *many).splitlines()
    kinds = [line.partition(" ")[0] for line in lines[:-1]]
    assert kinds == ["::error"] * 10 + ["::warning", "::notice"]
    assert "1,008" in lines[0]
    assert "43%25" in lines[1], "of two errors the one further off comes first"
    assert lines[-1] == "factcheck: 15 more, which GitHub would not show here: see the summary of this step"
    assert re.match(r"::error file=bridge\.txt,line=3,endLine=3,col=22,endColumn=51,title=factcheck%3A days-rate::", lines[0])


def test_concise_is_a_line_a_finding_without_those_that_are_answered() -> None:
    lines = written("concise", silenced(report_on())).splitlines()
    assert lines[0].startswith("bridge.txt:3:22: note same-figure: fits only if read loosely: ")
    assert [line.split(":")[0] for line in lines] == ["bridge.txt", "bridge.txt", "1 file, 3 claims checked, 0 flagged"]


def test_json_lines_is_an_object_a_file() -> None:
    lines = [json.loads(line) for line in written("json-lines", report_on(), silenced(report_on()), unread=(Unread("x", "x: gone"),)).splitlines()]
    assert [set(line) == {"unread"} for line in lines] == [False, False, True]
    assert [verdict["silenced"]["by"] for verdict in lines[1]["verdicts"] if verdict["silenced"]] == ["comment", "baseline"]
    schema = json.loads((Path(__file__).parents[1] / "factcheck/reports/report.schema.json").read_text("utf-8"))
    jsonschema.validate(lines[1], {"$defs": schema["$defs"], "$ref": "#/$defs/Report"})


HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</testsuites><!--",
    "]]><x>",
    "&#x3c;b&#x3e;",
    "\x1b]0;title\x07\x1b[2J",
    "\x9b31m",
    "::error::owned",
    "\n::error file=x::owned",
    "\r::set-output name=x::y",
    "\u2028::warning::owned",
    "##[error]owned",
    "###[group]x",
    "##vso[task.setvariable variable=x]y",
    "##teamcity[buildStatus status='SUCCESS']",
    "%0A::error::owned",
    "`owned` @everyone [a](javascript:alert(1)) | x |",
    "```\n# owned",
    "\u202egnp.exe\u202c\u2066",
    "\x00\x08\ufffe\ud800",
    "section_end:0:x\r\x1b[0K",
]
"""Scripts, attributes, ends of documents, escapes of terminals, commands to the services that run builds, mark-up and text that runs backwards."""


def everywhere(payload: str) -> tuple[Report, Unread]:
    """A report that holds the payload in every field of text that an article, a file's name, a reason or a source can fill."""
    report = report_on(report_on().document.text.replace("The bridge", f"{payload} The bridge"), source=f"{payload}.txt")
    first = report.verdicts[2]
    assert isinstance(first.claim, Restatement)
    claim = msgspec.structs.replace(first.claim, amount=msgspec.structs.replace(first.claim.amount, printed=payload, counts=payload))
    fit = Fitting(payload, first.would_fit[0].values, payload, first.claim.amount)
    changed: dict[str, Any] = {"claim": claim, "arithmetic": payload, "steps": (payload,), "would_fit": (fit,), "slip": payload}
    verdict = msgspec.structs.replace(first, **changed, reason=payload, sources=(Source(payload, payload, payload),))
    answered = msgspec.structs.replace(report.verdicts[1], arithmetic=payload)
    document = msgspec.structs.replace(report.document, remarks=(payload,))
    verdicts: tuple[Verdict, ...] = (verdict, answered)
    return msgspec.structs.replace(report, document=document, verdicts=verdicts, silenced=(Silenced(answered, "decision", payload),)), Unread(payload, payload)


def is_no_command(line: str) -> bool:
    return not line.lstrip().startswith("::") and not re.search(r"##\w*\[", line)


def json_is_whole(text: str, payload: str) -> None:
    """Every object can be read, and what was said comes back as it was, half characters apart."""
    objects = [json.loads(text)] if text.startswith(("[\n", "{\n")) else [json.loads(line) for line in text.splitlines()]
    assert payload.encode("utf-8", "backslashreplace").decode() in set(strings_in(objects))


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (found for part in value.values() for found in strings_in(part))
    elif isinstance(value, list):
        yield from (found for part in value for found in strings_in(part))


def xml_is_whole(text: str, payload: str) -> None:
    whole = ElementTree.fromstring(text.partition("\n")[2])
    assert {element.tag for element in whole.iter()} == {"testsuites", "testsuite", "testcase", "failure", "skipped", "error"}
    attributes = {name for element in whole.iter() for name in element.attrib}
    assert attributes <= {"name", "classname", "tests", "failures", "errors", "skipped", "time", "message", "type"}


def markdown_is_code(text: str, payload: str) -> None:
    """Outside of code spans there are only our own words."""
    for line in text.splitlines():
        outside = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", line)
        assert re.fullmatch(r"[\w\s#*,:.-]*", outside), line


def annotations_are_ours(text: str, payload: str) -> None:
    for line in text.splitlines():
        command = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert command, line
        assert all(re.fullmatch(r"(file|line|endLine|col|endColumn|title)=[^,]*", part) for part in command[2].split(",")), line


READERS: dict[str, Callable[[str, str], None]] = {
    **dict.fromkeys(FOR_PROGRAMS, json_is_whole),
    "junit": xml_is_whole,
    "markdown": markdown_is_code,
    "github": annotations_are_ours,
}


@pytest.mark.parametrize("payload", HOSTILE)
@pytest.mark.parametrize("name", [name for name in formats() if name != "html"])
def test_nothing_hostile_gets_through(name: str, payload: str) -> None:
    report, unread = everywhere(payload)
    text = written(name, report, unread=(unread,))
    text.encode()
    assert all(line.isprintable() for line in re.split(r"\n|\t", text)) or name in FOR_PROGRAMS, text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text), "no format holds a raw control character"
    if name != "github":
        assert all(map(is_no_command, text.splitlines())), text
    READERS.get(name, lambda _, __: None)(text, payload)
    if name == "sarif":
        address = json.loads(text)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9%/._~'-]+", address)
        assert unquote(address, errors="surrogateescape").encode("utf-8", "replace").startswith(payload.encode("utf-8", "replace")[:1])
