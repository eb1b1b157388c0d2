"""The fingerprint of a finding: kept when the text around it changes, lost when its figures do."""

from __future__ import annotations

import re

import pytest

from factcheck import check_text
from factcheck.fingerprint import fingerprint

WRONG = "Spending rose 15% from $100 million to $105 million."


def fingerprints(text: str) -> list[str]:
    return [fingerprint(verdict) for verdict in check_text(text, language="en").flagged]


@pytest.mark.parametrize(
    "same",
    [
        f"A line before.\n\nAnother one.\n\n{WRONG}",
        "Outlays rose by 15 percent from $100 million to $105 million, it said.",
        "Spending rose 15% from $0.100 billion to $105,000,000.",
    ],
)
def test_it_is_kept_where_only_the_text_around_changes(same: str) -> None:
    assert len(fingerprints(WRONG)) == 1
    assert fingerprints(same) == fingerprints(WRONG)
    assert re.fullmatch("[0-9a-f]{16}", fingerprints(WRONG)[0])


@pytest.mark.parametrize(
    "changed",
    [
        "Spending rose 16% from $100 million to $105 million.",
        "Spending rose 15% from $100 million to $106 million.",
        "Spending rose 15% from €100 million to €105 million.",
        "Spending fell 15% from $105 million to $100 million.",
    ],
)
def test_it_is_lost_where_a_figure_changes(changed: str) -> None:
    assert len(fingerprints(changed)) == 1
    assert fingerprints(changed) != fingerprints(WRONG)
