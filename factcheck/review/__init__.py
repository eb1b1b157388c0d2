"""A review: the reports on some articles, the decisions on their findings, and who may change them when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from factcheck.decision import LONGEST_REASON, Decision, Key, decided, honoured, is_bare
from factcheck.decisions import article_name, change, now, read_decisions
from factcheck.earlier import Seen
from factcheck.finding import Finding, findings
from factcheck.report import Report
from factcheck.reports import Page, Unread
from factcheck.reports.html import Desk, write

Checked = tuple[Sequence[Report], Sequence[Unread]]


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reviewer's page asks for: an answer to a finding, or "" to take it back; `seen` is when the decision that the reviewer saw was made."""

    article: Annotated[str, Meta(max_length=1_000)]
    fingerprint: Annotated[str, Meta(max_length=64)]
    nth: int
    answer: Literal["accept", "dismiss", "fixed", "needs-source", ""]
    reason: Annotated[str, Meta(max_length=LONGEST_REASON)]
    by: Annotated[str, Meta(min_length=1, max_length=200)]
    seen: Annotated[str, Meta(max_length=40)]


class Overtaken(Exception):
    """Somebody else has decided meanwhile."""

    def __init__(self, decision: Decision | None) -> None:
        super().__init__("somebody else has decided meanwhile")
        self.decision = decision


class Bare(Exception):
    """Whoever silences a finding says why."""


class NotFound(Exception):
    """There is no such finding in the articles under review."""


class Found(NamedTuple):
    """A finding, under the name by which it is decided."""

    finding: Finding
    article: str


class Review:
    """Articles under review. Files are checked anew for every page that is asked for, and decisions read anew for everything."""

    def __init__(self, check: Callable[[], Checked], decisions: Path, earlier: tuple[Seen, ...] | None = None, reviewer: str = "") -> None:
        self._check = check
        self._file = decisions
        self._earlier = earlier
        self._reviewer = reviewer
        self._found: dict[Key, Found] = {}
        self._lock = Lock()

    def page(self, *, is_served: bool) -> str:
        """The report's page as things stand now."""
        with self._lock:  # one check at a time is enough for two reviewers
            reports, unread = self._check()
            self._found = found_in(reports, self._file)
        decisions = read_decisions(self._file)
        articles = {report.document.source: article_name(report.document.source, self._file) for report in reports}
        heeded = [honoured(report, articles[report.document.source], decisions) for report in reports]
        return write(heeded, unread, Page(), Desk(decisions, self._earlier, articles, is_served, self._reviewer))

    def decisions(self) -> tuple[Decision, ...]:
        """All that is decided now."""
        return read_decisions(self._file)

    def decide(self, asked: Asked) -> Decision | None:
        """The decision that now stands, on the disk; None where it was taken back. Raises NotFound, Bare, Overtaken, Unusable, OSError."""
        key = Key(asked.article, asked.fingerprint, asked.nth)
        found = self._found.get(key)
        if found is None:
            raise NotFound
        if is_bare(asked.answer, asked.reason):
            raise Bare
        made = _decision(found, asked)

        def changed(there: tuple[Decision, ...]) -> list[Decision]:
            old = next((decision for decision in there if decision.key == key), None)
            if (old.at if old else "") != asked.seen:
                raise Overtaken(old)
            return [decision for decision in there if decision.key != key] + ([made] if made else [])

        change(self._file, changed)
        return made


def found_in(reports: Sequence[Report], decisions: Path) -> dict[Key, Found]:
    """Every finding by the name under which it is decided."""
    found = {}
    for finding in findings(reports):
        article = article_name(finding.source, decisions)
        found[Key(article, finding.fingerprint, finding.nth)] = Found(finding, article)
    return found


def _decision(found: Found, asked: Asked) -> Decision | None:
    if asked.answer == "":
        return None
    return decided(found.finding, found.article, asked.answer, asked.reason.strip(), asked.by.strip() or "-", now())
