"""What an earlier run found, read from its JSON report or from a file of decisions, and what is new, unchanged or gone since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from factcheck.decision import Decision, Key
from factcheck.finding import findings_of
from factcheck.report import WORTH_A_LOOK, Report

NEW, UNCHANGED = "new", "unchanged"


class Seen(NamedTuple):
    """A finding of the earlier run."""

    key: Key
    rule: str
    figures: tuple[str, ...]


class Compared(NamedTuple):
    """Each finding of an article, new or unchanged, and what is gone."""

    since: dict[Key, str]
    gone: tuple[Seen, ...]


class _At(msgspec.Struct, frozen=True):
    printed: str


class _FilledBy(msgspec.Struct, frozen=True):
    at: _At


class _Role(msgspec.Struct, frozen=True):
    filled_by: _FilledBy


class _Claim(msgspec.Struct, frozen=True):
    roles: tuple[_Role, ...]


class _Verdict(msgspec.Struct, frozen=True):
    rule: str
    fingerprint: str
    claim: int
    level: str


class _Report(msgspec.Struct, frozen=True):
    source: str
    claims: tuple[_Claim, ...]
    verdicts: tuple[_Verdict, ...]


class _Reports(msgspec.Struct, frozen=True):
    reports: tuple[_Report, ...]


def seen_in(content: bytes, article_of: Callable[[str], str]) -> tuple[Seen, ...]:
    """The findings in a JSON report. Raises ValueError for anything else."""
    try:
        said = msgspec.json.decode(content, type=_Reports)
        return tuple(seen for report in said.reports for seen in _seen(report, article_of(report.source)))
    except (msgspec.MsgspecError, IndexError, UnicodeDecodeError, RecursionError) as problem:
        raise ValueError(f"neither a JSON report nor a file of decisions: {problem}") from None


def seen_by(decisions: Iterable[Decision]) -> tuple[Seen, ...]:
    """The findings that have been decided."""
    return tuple(Seen(decision.key, decision.rule, decision.figures) for decision in decisions)


def compared(report: Report, article: str, earlier: Iterable[Seen]) -> Compared:
    """An article's findings against those of the earlier run."""
    before = {seen.key: seen for seen in earlier if seen.key.article == article}
    now = [Key(article, finding.fingerprint, finding.nth) for finding in findings_of(report)]
    gone = tuple(seen for key, seen in before.items() if key not in set(now))
    return Compared({key: UNCHANGED if key in before else NEW for key in now}, gone)


def _seen(report: _Report, article: str) -> Iterable[Seen]:
    counted: Counter[str] = Counter()
    for verdict in report.verdicts:
        if verdict.level in WORTH_A_LOOK:
            counted[verdict.fingerprint] += 1
            figures = tuple(dict.fromkeys(role.filled_by.at.printed for role in report.claims[verdict.claim].roles))
            yield Seen(Key(article, verdict.fingerprint, counted[verdict.fingerprint]), verdict.rule, figures)
