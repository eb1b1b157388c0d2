"""What stands where in the report that people read: the flagged first, then what follows, what fits, what is open, what nothing checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.claim import roles
from claims.day import Day
from claims.document import Document
from claims.figure import Figure, Span
from factcheck import amount
from factcheck.report import Report
from factcheck.reports import counts, many
from factcheck.reports.terminal.excerpt import Run, excerpts
from factcheck.reports.terminal.visible import columns, visible
from factcheck.tied import DIFFERS, NOT_FOUND, tally, ties_of
from factcheck.verdict import LEVELS, Level, Outcome, Verdict

UNCHECKED_LISTED = 40
"""As many as a reader looks through; `factcheck figures` lists them all."""
INDENT = "    "
BAR = "  │ "
LEVEL_STYLES: dict[Level, str] = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan", "none": "bold green"}
HEADING, QUIET, MARKED, LABEL, PLACE = "bold", "dim", "underline", "blue", "bold"
TIE_STYLES = {DIFFERS: "bold yellow", NOT_FOUND: QUIET}
OUTCOMES = {
    Outcome.EXACT: "exact",
    Outcome.ROUNDED: "fits once rounding is allowed for",
    Outcome.STRAINED: "fits only if read loosely",
    Outcome.UNDECIDED: "undecided",
    Outcome.FOLLOWS: "follows",
}


class Piece(NamedTuple):
    """Words in one style."""

    text: str
    style: str = ""


Line = list[Piece]


def lines(reports: Sequence[Report], unread: int, width: int, *, with_carets: bool) -> Iterator[Line]:
    """The whole report, line by line. Without carets, marked words are told by their style."""
    for report in reports:
        yield from _report(report, width, with_carets)
        yield []
    if reports:
        yield _counts(reports, unread)


def _report(report: Report, width: int, with_carets: bool) -> Iterator[Line]:
    yield from _head(report.document)
    for verdict in report.findings:
        yield []
        yield from finding(report.document, verdict, width, with_carets)
    chosen = {Outcome.FOLLOWS: "What follows", Outcome.EXACT: "Checked, and fits", Outcome.UNDECIDED: "Undecided"}
    for outcome, title in chosen.items():
        kinds = (Outcome.EXACT, Outcome.ROUNDED) if outcome is Outcome.EXACT else (outcome,)
        verdicts = [verdict for verdict in report.verdicts if verdict.outcome in kinds and not verdict.is_against_a_source]
        if verdicts:
            yield []
            yield [Piece(title, HEADING)]
        for verdict in verdicts:
            yield from entry(report.document, verdict, width)
    yield from _ties(report, width)
    yield from _unchecked(report, width)


def _ties(report: Report, width: int) -> Iterator[Line]:
    """What has become of each figure in the sources, a line each."""
    if not report.ties:
        return
    yield []
    yield [Piece(f"Against the sources: {tally([report])}", HEADING)]
    for found in ties_of(report):
        place = f"{found.place.line}:{found.place.column}" + (f" {found.place.where}" if found.place.where else "")
        first, *others = _broken(f"{place} {found.told}", width - len(INDENT) - 2)
        yield [Piece(f"  {first}", TIE_STYLES.get(found.outcome, ""))]
        yield from ([Piece(f"{INDENT}{row}", TIE_STYLES.get(found.outcome, ""))] for row in others)


def _head(document: Document) -> Iterator[Line]:
    published = document.published
    day = f"published {published.date} ({published.known_from})" if published else "no day of publication known"
    yield [Piece(visible(document.source), HEADING), Piece(visible(f": language {document.language}, {day}"), QUIET)]
    for remark in document.remarks:
        yield [Piece("remark: ", LABEL), Piece(visible(remark))]


def finding(document: Document, verdict: Verdict, width: int, with_carets: bool) -> Iterator[Line]:
    """A verdict that asks for something: the sentence with its figures marked, the sum, what would fit."""
    wrong = verdict.breach if verdict.outcome is Outcome.CONTRADICTED else OUTCOMES[verdict.outcome]
    off = f", off by a factor of {amount.number(verdict.off_by)}" if verdict.off_by else ""
    slip = f" (looks like: {verdict.slip})" if verdict.slip else ""
    yield [
        Piece(f"{visible(document.source)}:{_place(document, verdict)}: ", PLACE),
        Piece(verdict.level, LEVEL_STYLES[verdict.level]),
        Piece(f" {verdict.rule}: ", HEADING),
        Piece(visible(f"{wrong}{off}{slip}")),
    ]
    for rows in excerpts(document, _marks(verdict), width - len(BAR)):
        for row in rows:
            yield from _row(row, LEVEL_STYLES[verdict.level], with_carets)
    yield from _sum(verdict, width)
    yield from _labelled("would fit", [f"{fit.shown} for “{fit.name}”" if fit.figure else f"{fit.name}: {fit.shown}" for fit in verdict.would_fit], width)
    yield from _sources(verdict, width)


def _row(row: Iterable[Run], style: str, with_carets: bool) -> Iterator[Line]:
    runs = list(row)
    yield [Piece(BAR, QUIET), *(Piece(run.text, f"{MARKED} {style}" if run.is_marked else "") for run in runs)]
    if with_carets and any(run.is_marked for run in runs):
        carets = "".join(("^" if run.is_marked else " ") * columns(run.text) for run in runs)
        yield [Piece(BAR, QUIET), Piece(carets.rstrip(), style)]


def entry(document: Document, verdict: Verdict, width: int) -> Iterator[Line]:
    """A verdict that asks for nothing: its place, its sum, and what the sum rests on."""
    kind = f" ({OUTCOMES[verdict.outcome]})" if verdict.outcome in (Outcome.EXACT, Outcome.ROUNDED) else ""
    yield [Piece(f"  {_place(document, verdict)} ", PLACE), Piece(verdict.rule, LABEL), Piece(kind, QUIET)]
    if verdict.reason:
        words = ", ".join(thing.printed for _, thing in roles(verdict.claim))
        yield from _wrapped(f"“{words}”: {verdict.reason}" if words else verdict.reason, width)
    yield from _sum(verdict, width)
    if verdict.outcome is Outcome.FOLLOWS:
        yield from _labelled("allowed", [f"{fit.name}: {fit.shown}" for fit in verdict.would_fit], width)
    yield from _sources(verdict, width)


def _sum(verdict: Verdict, width: int) -> Iterator[Line]:
    if verdict.arithmetic:
        yield from _wrapped(verdict.arithmetic, width)
    for step in verdict.steps:
        yield from _wrapped(step, width, QUIET)


def _sources(verdict: Verdict, width: int) -> Iterator[Line]:
    yield from _labelled("source", [f"{source.name}, {source.shown}: {source.citation}" for source in verdict.sources], width)


def _labelled(label: str, entries: Iterable[str], width: int) -> Iterator[Line]:
    for number, entry in enumerate(entries):
        shown = label if number == 0 else " " * len(label)
        margin = len(INDENT) + len(label) + 2
        first, *others = _broken(entry, width - margin)
        yield [Piece(INDENT), Piece(f"{shown}  ", LABEL), Piece(first)]
        yield from ([Piece(" " * margin + row)] for row in others)


def _wrapped(text: str, width: int, style: str = "") -> Iterator[Line]:
    yield from ([Piece(INDENT), Piece(row, style)] for row in _broken(text, width - len(INDENT)))


def _broken(text: str, width: int) -> list[str]:
    """The text on rows of at most `width` columns, broken between words; a longer word has a row of its own."""
    text = visible(text)
    if columns(text) <= width:
        return [text]
    rows = [""]
    for word in text.split():
        if rows[-1] and columns(rows[-1]) + 1 + columns(word) > width:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}" if rows[-1] else word
    return rows


def _unchecked(report: Report, width: int) -> Iterator[Line]:
    things = report.unchecked
    if not things:
        return
    yield []
    yield [Piece("Read, and checked by nothing (line)", HEADING)]
    listed = [f"{thing.printed} ({report.document.place(thing.span[0]).line})" for thing in things[:UNCHECKED_LISTED]]
    more = f" … and {len(things) - UNCHECKED_LISTED:,} more: see factcheck figures" if len(things) > UNCHECKED_LISTED else ""
    yield from _wrapped(", ".join(listed) + more, width, QUIET)


def _marks(verdict: Verdict) -> list[Span]:
    things: list[Figure | Day] = [thing for _, thing in roles(verdict.claim)]
    return [thing.span for thing in things] or [verdict.claim.evidence]


def _place(document: Document, verdict: Verdict) -> str:
    place = document.place(min(_marks(verdict))[0])
    return f"{place.line}:{place.column}" + (f" {visible(place.where)}" if place.where else "")


def _counts(reports: Sequence[Report], unread: int) -> Line:
    total = counts(reports)
    levels = {verdict.level for report in reports for verdict in report.flagged}
    worst: Level = max(levels, key=LEVELS.index, default="none")
    files = "" if len(reports) == 1 and not unread else f"{many(len(reports), 'file')}, "
    return [
        Piece(f"{files}{many(total.figures, 'figure')} and {many(total.days, 'day')} read, {many(total.claims_checked, 'claim')} checked, "),
        Piece(f"{total.flagged:,} flagged", LEVEL_STYLES[worst]),
        Piece(f", {total.undecided:,} undecided, {total.unchecked:,} unchecked"),
        Piece(f", {total.silenced:,} silenced" if total.silenced else ""),
        Piece(f"; against the sources: {tally(reports)}" if any(report.ties for report in reports) else ""),
        Piece(f", {many(unread, 'file')} not read" if unread else "", LEVEL_STYLES["error"]),
    ]
