"""Silence in the text: `<!-- factcheck ignore RULE: reason -->` answers a rule's findings where it stands; one that answers nothing is remarked on.

It reaches as far as its paragraph, or, where it stands alone between blank lines, the next one. Without a
reason it does not count. What stands in such a comment itself is never a finding.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import NamedTuple

import msgspec

from claims.document import Document
from claims.figure import Span
from factcheck.finding import spans
from factcheck.report import WORTH_A_LOOK, Report, Silenced
from factcheck.verdict import Verdict

OPENING, CLOSING = "<!--", "-->"
WORDS = ("factcheck", "ignore")


class Ignore(NamedTuple):
    """One comment: where it stands, what it reaches, the rules it names and why."""

    span: Span
    reach: Span
    rules: tuple[str, ...]
    reason: str


def with_comments_heeded(report: Report, known_rules: Collection[str], idle_rules: Collection[str] = ()) -> Report:
    """The report with the verdicts silenced that its comments answer, and a remark on every comment that answers none.

    Rules are idle that had nothing to go by in this run: a comment on one of them may well have its reason.
    """
    comments = list(_ignores(report.document))
    if not comments:
        return report
    silenced, used = list(report.silenced), {(comment, rule) for comment in comments for rule in comment.rules if rule in idle_rules}
    for verdict in report.verdicts:
        if verdict.level not in WORTH_A_LOOK:
            continue
        for comment in comments:
            if _is_inside(verdict, comment):
                silenced.append(Silenced(verdict, "comment", "stands in a comment"))
                break
            if comment.reason and verdict.rule in comment.rules and _reaches(comment, verdict):
                silenced.append(Silenced(verdict, "comment", comment.reason))
                used.add((comment, verdict.rule))
                break
    remarks = [remark for comment in comments for remark in _remarks(report.document, comment, known_rules, used)]
    document = msgspec.structs.replace(report.document, remarks=(*report.document.remarks, *remarks))
    return msgspec.structs.replace(report, document=document, silenced=tuple(silenced))


def _remarks(document: Document, comment: Ignore, known_rules: Collection[str], used: Collection[tuple[Ignore, str]]) -> Iterator[str]:
    line = document.place(comment.span[0]).line
    if not comment.rules:
        yield f"line {line}: factcheck ignore names no rule: write factcheck ignore RULE: reason"
    for rule in comment.rules:
        if rule not in known_rules:
            from difflib import get_close_matches

            near = get_close_matches(rule, known_rules, n=1, cutoff=0.4)
            yield f"line {line}: factcheck ignore {rule}: no such rule" + (f"; did you mean {near[0]}?" if near else "")
        elif not comment.reason:
            yield f"line {line}: factcheck ignore {rule}: does not count without a reason: write factcheck ignore {rule}: reason"
        elif (comment, rule) not in used:
            yield f"line {line}: factcheck ignore {rule}: nothing there to ignore; take the comment out"


def _ignores(document: Document) -> Iterator[Ignore]:
    comments = [((comment.start, comment.start), comment.text) for comment in document.comments] or list(_comments_in(document.text))
    for span, text in comments:
        named, colon, reason = text.strip().removeprefix(OPENING).removesuffix(CLOSING).partition(":")
        words = named.replace(",", " ").split()
        if tuple(words[:2]) == WORDS:
            rules = tuple(dict.fromkeys(word.replace("_", "-") for word in words[2:]))
            yield Ignore(span, _reach(document, span), rules, " ".join(reason.split()) if colon else "")


def _comments_in(text: str) -> Iterator[tuple[Span, str]]:
    """The comments of a text that is read with its mark-up."""
    end = 0
    while (start := text.find(OPENING, end)) >= 0 and (closing := text.find(CLOSING, start + len(OPENING))) >= 0:
        end = closing + len(CLOSING)
        yield (start, end), text[start:end]


def _reach(document: Document, span: Span) -> Span:
    """The paragraph of a comment; the next one where nothing else stands in it, or where it stands between two."""
    paragraphs = document.paragraphs
    index = bisect_right(paragraphs, span[0], key=lambda paragraph: paragraph[0]) - 1
    if index >= 0:
        start, end = paragraphs[index]
        if span[0] <= end and (document.text[start : span[0]] + document.text[span[1] : end]).strip():
            return start, max(end, span[1])
    return span[0], paragraphs[index + 1][1] if index + 1 < len(paragraphs) else span[1]


def _reaches(comment: Ignore, verdict: Verdict) -> bool:
    return any(start < comment.reach[1] and end > comment.reach[0] for start, end in spans(verdict))


def _is_inside(verdict: Verdict, comment: Ignore) -> bool:
    return any(start >= comment.span[0] and end <= comment.span[1] for start, end in spans(verdict))
