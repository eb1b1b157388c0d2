"""Each rule against its cases (tests/rules/*.md) and against its own examples.

A case names the outcome that the rule of its file must reach, with the figure
that would fit where it matters ("contradicted, 1,050,000"), or "nothing": the
figures must not be related by it at all.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import all_rules, check_text
from factcheck.rule import Rule
from factcheck.verdict import Verdict
from tests.cases import Case, cases_in, is_sheet, parts_of, sheet_of

RULES = {rule.name: rule for rule in all_rules()}
CASES = list(cases_in(Path(__file__).parent / "rules"))
SILENT_WHEN_KEPT = {"existing-day", "typed-in-number", "number-as-text"}
"""Of a day that is in the calendar there is nothing to say, nor of a cell that is as its neighbours are."""
EXAMPLE = re.compile(r"^(Wrong|Right|Follows): +(.+)$", re.MULTILINE)
TABLE = re.compile(r" \[([^][]*;[^][]*)\]$")
"""The table of an example, on its line: "[Train, To; 11, Bern; 12, Bern]"."""
SOURCE = re.compile(r"^Source: +(.+)$", re.MULTILINE)
"""What an example says that its text was written from."""


def verdicts_of(rule: str, text: str, **known: object) -> list[Verdict]:
    text, rows = parts_of(text)
    table = sheet_of(rows) if is_sheet(rows) else rows
    return [verdict for verdict in check_text(text, tables=[table] if rows else [], **known).verdicts if verdict.rule == rule]  # type: ignore[arg-type]


def on_lines(example: str) -> str:
    """An example with the rows of its table on lines of their own."""
    table = TABLE.search(example)
    if table is None:
        return example
    return "\n".join([example[: table.start()], *("|" + row.strip().replace(", ", "|") + "|" for row in table[1].split(";"))])


def put(source: str, folder: Path) -> list[Path]:
    """The source as a file, where there is one."""
    (folder / "source.txt").write_text(source, "utf-8")
    return [folder / "source.txt"] if source else []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, tmp_path: Path) -> None:
    sources = put(case.source, tmp_path)
    found = verdicts_of(case.file.replace("_", "-"), case.text, published=case.published, language=case.language, sources=sources)
    outcomes = [verdict.outcome.value for verdict in found] or ["nothing"]
    assert outcomes == [line.split(",")[0] for line in case.expected], [verdict.arithmetic for verdict in found]
    for verdict, line in zip(found, case.expected, strict=False):
        for told in line.split(", ")[1:]:
            assert told in (*(fit.shown for fit in verdict.would_fit), verdict.slip, verdict.breach, verdict.level, verdict.reason), verdict


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_examples_of_a_rule_hold(rule: Rule, tmp_path: Path) -> None:
    sources = put("".join(SOURCE.findall(rule.explanation)), tmp_path)
    examples = {kind: on_lines(example) for kind, example in EXAMPLE.findall(rule.explanation)}
    outcomes = {kind: [verdict.outcome.value for verdict in verdicts_of(rule.name, text, sources=sources)] for kind, text in examples.items()}
    if "Follows" in examples:  # a law that only says what follows: there is nothing to hold it against
        assert outcomes == {"Follows": ["follows"]}
        return
    assert outcomes["Wrong"].count("contradicted") == 1
    assert outcomes["Right"] or rule.name in SILENT_WHEN_KEPT
    assert not [verdict for verdict in check_text(parts_of(examples["Right"])[0], sources=sources).verdicts if verdict.level in ("error", "warning")]


def test_every_rule_has_cases_of_each_sort() -> None:
    for name, rule in RULES.items():
        outcomes = {line.split(",")[0] for case in CASES if case.file.replace("_", "-") == name for line in case.expected}
        assert outcomes & ({"follows"} if "Follows:" in rule.explanation else {"contradicted"}), name
        assert outcomes & {"exact", "rounded", "follows"} or name in SILENT_WHEN_KEPT, name
        assert "nothing" in outcomes, name
