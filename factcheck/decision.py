"""A decision: what a reviewer made of one finding, when, and why; and which decisions still stand.

A decision names its finding by article, fingerprint and number. The fingerprint is made of the
figures: once one of them is changed no finding has that name any more, and the decision has lapsed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from factcheck.finding import Finding, findings_of
from factcheck.report import Report, Silenced

Answer = Literal["accept", "dismiss", "fixed", "needs-source"]
ANSWERS: dict[Answer, str] = {
    "accept": "the figures stand as they are",
    "dismiss": "the text does not say that: a false alarm",
    "fixed": "the text has been put right",
    "needs-source": "somebody has to look it up",
}
SILENCING: tuple[Answer, ...] = ("accept", "dismiss")
"""Answers after which a finding is none any more. What is said to be fixed is flagged until it is gone."""

LONGEST_NAME = 1_000
LONGEST_REASON = 2_000
Name = Annotated[str, Meta(max_length=LONGEST_NAME)]


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of factcheck-decisions.json."""

    article: Annotated[str, Meta(max_length=LONGEST_NAME, description="the file, as seen from the folder of the decisions, with forward slashes")]
    fingerprint: Annotated[str, Meta(pattern="^[0-9a-f]{16}$", description="the finding's: of its rule and its normalised figures")]
    nth: Annotated[int, Meta(ge=1, le=1_000_000, description="which of those with this fingerprint in the article, from 1")]
    rule: Name
    figures: Annotated[tuple[Name, ...], Meta(max_length=1_000, description="the figures as they were printed when it was decided")]
    answer: Answer
    reason: Annotated[str, Meta(max_length=LONGEST_REASON)]
    by: Annotated[str, Meta(min_length=1, max_length=200)]
    at: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", description="when, in UTC")]

    @property
    def key(self) -> Key:
        """What it is about; there is one decision on each."""
        return Key(self.article, self.fingerprint, self.nth)


class Key(NamedTuple):
    """The name of a finding over all articles."""

    article: str
    fingerprint: str
    nth: int


class Lapsed(NamedTuple):
    """A decision whose finding is not there any more, and what became of it."""

    decision: Decision
    why: str


class Standing(NamedTuple):
    """Of one article: the decision on each finding that has one, and the decisions that have none any more."""

    decided: dict[Key, Decision]
    lapsed: tuple[Lapsed, ...]


def is_bare(answer: str, reason: str) -> bool:
    """Whether an answer silences a finding and gives no reason."""
    return answer in SILENCING and not reason.strip()


def decided(finding: Finding, article: str, answer: Answer, reason: str, by: str, at: str) -> Decision:
    """The decision on a finding."""
    figures = tuple(region.printed[:LONGEST_NAME] for region in finding.figures)
    return Decision(article, finding.fingerprint, finding.nth, finding.verdict.rule, figures, answer, reason, by, at)


def standing(report: Report, article: str, decisions: Iterable[Decision]) -> Standing:
    """Which decisions on an article stand, and which have lapsed."""
    found = {Key(article, finding.fingerprint, finding.nth): finding for finding in findings_of(report)}
    ours = {decision.key: decision for decision in decisions if decision.article == article}
    others = [finding for key, finding in found.items() if key not in ours]
    return Standing(
        {key: decision for key, decision in ours.items() if key in found},
        tuple(Lapsed(decision, _what_became(decision, others)) for key, decision in ours.items() if key not in found),
    )


def honoured(report: Report, article: str, decisions: Iterable[Decision]) -> Report:
    """The report with the findings silenced that a reviewer has accepted or dismissed."""
    answers = standing(report, article, decisions).decided
    silenced = list(report.silenced)
    for finding in findings_of(report):
        decision = answers.get(Key(article, finding.fingerprint, finding.nth))
        if decision and decision.answer in SILENCING and not finding.silenced:
            silenced.append(Silenced(finding.verdict, "decision", f"{decision.answer} by {decision.by}" + (f": {decision.reason}" if decision.reason else "")))
    return msgspec.structs.replace(report, silenced=tuple(silenced))


def _what_became(decision: Decision, others: Iterable[Finding]) -> str:
    """A finding of the same rule that shares a figure is the old one with another figure changed."""
    for finding in others:
        now = [region.printed for region in finding.figures]
        if finding.verdict.rule == decision.rule and set(now) & set(decision.figures):
            return f"its figures have changed: {', '.join(decision.figures)} → {', '.join(now)}"
    if decision.answer == "fixed":
        return "fixed, and no longer found"
    return "no longer found: its figures have changed, or its words"
