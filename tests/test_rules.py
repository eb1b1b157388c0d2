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
from tests.cases import Case, cases_in

RULES = {rule.name: rule for rule in all_rules()}
CASES = list(cases_in(Path(__file__).parent / "rules"))
SILENT_WHEN_KEPT = {"existing-day"}
"""Of a day that is in the calendar there is nothing to say."""
EXAMPLE = re.compile(r"^(Wrong|Right|Follows): +(.+)$", re.MULTILINE)


def verdicts_of(rule: str, text: str, **known: object) -> list[Verdict]:
    return [verdict for verdict in check_text(text, **known).verdicts if verdict.rule == rule]  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    found = verdicts_of(case.file.replace("_", "-"), case.text, published=case.published, language=case.language)
    outcomes = [verdict.outcome.value for verdict in found] or ["nothing"]
    assert outcomes == [line.split(",")[0] for line in case.expected], [verdict.arithmetic for verdict in found]
    for verdict, line in zip(found, case.expected, strict=False):
        for told in line.split(", ")[1:]:
            assert told in (*(fit.shown for fit in verdict.would_fit), verdict.slip, verdict.level, verdict.reason), verdict


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_examples_of_a_rule_hold(rule: Rule) -> None:
    examples = dict(EXAMPLE.findall(rule.explanation))
    outcomes = {kind: [verdict.outcome.value for verdict in verdicts_of(rule.name, text)] for kind, text in examples.items()}
    if "Follows" in examples:  # a law that only says what follows: there is nothing to hold it against
        assert outcomes == {"Follows": ["follows"]}
        return
    assert outcomes["Wrong"].count("contradicted") == 1
    assert outcomes["Right"] or rule.name in SILENT_WHEN_KEPT
    assert not [verdict for verdict in check_text(examples["Right"]).verdicts if verdict.level in ("error", "warning")]


def test_every_rule_has_cases_of_each_sort() -> None:
    for name, rule in RULES.items():
        outcomes = {line.split(",")[0] for case in CASES if case.file.replace("_", "-") == name for line in case.expected}
        assert outcomes & ({"follows"} if "Follows:" in rule.explanation else {"contradicted"}), name
        assert outcomes & {"exact", "rounded", "follows"} or name in SILENT_WHEN_KEPT, name
        assert "nothing" in outcomes, name
