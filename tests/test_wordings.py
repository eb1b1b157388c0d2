"""How each language words its claims: texts in which a rule must find something, and texts in which none may.

A case of tests/wordings/xx.md says "flagged RULE", once for every rule that must flag it, or "not flagged".
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import check_text
from tests.cases import Case, cases_in

CASES = list(cases_in(Path(__file__).parent / "wordings"))
LEVELS = ("error", "warning")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_only_what_is_wrong_is_flagged(case: Case) -> None:
    report = check_text(case.text, language=case.file, published=case.published)
    flagged = [f"flagged {verdict.rule}" for verdict in report.verdicts if verdict.level in LEVELS]
    assert sorted(set(flagged)) == sorted(set(case.expected) - {"not flagged"}), [verdict.arithmetic for verdict in report.verdicts]


def test_each_language_has_texts_of_both_sorts() -> None:
    for language in {case.file for case in CASES}:
        expected = {line.split(" ")[0] for case in CASES if case.file == language for line in case.expected}
        assert expected == {"flagged", "not"}, language
