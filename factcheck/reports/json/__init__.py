"""The whole report as JSON: one document for all files, its shape given by report.schema.json."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.claim import Claim, roles
from claims.day import Day
from claims.document import Document
from claims.figure import Figure, Span
from claims.interval import Interval
from claims.rounding import Hedge
from claims.tie import Tie
from claims.unit import Unit
from factcheck import amount
from factcheck.fingerprint import fingerprint
from factcheck.report import Report, Silenced
from factcheck.reports import Page, Unread, counts
from factcheck.reports.json import shape
from factcheck.reports.json.encoding import encoded
from factcheck.verdict import Fitting, Verdict


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """One JSON document; it looks the same on every page."""
    written = shape.Reports(
        version=1,
        counts=_counts(reports),
        reports=tuple(map(_report, reports)),
        unread=tuple(shape.Unread(file.source, file.reason) for file in unread),
    )
    return encoded(written) + "\n"


def report_on_one_line(report: Report) -> str:
    """One report as an object of its own."""
    return encoded(_report(report), indent=0)


def exact(value: Fraction | int) -> str:
    """A whole number or a fraction, as a string: no program that reads it must round it."""
    return str(value)


def _report(report: Report) -> shape.Report:
    document, published = report.document, report.document.published
    # A verdict may rest on a claim taken in another unit than the likeliest: it is listed after the others.
    answered = {silenced.verdict: silenced for silenced in report.silenced}
    numbers = {claim: number for number, claim in enumerate(dict.fromkeys([*report.claims, *(verdict.claim for verdict in report.verdicts)]))}
    return shape.Report(
        source=document.source,
        language=document.language,
        published=shape.Published(published.date.isoformat(), published.known_from) if published else None,
        remarks=document.remarks,
        counts=_counts([report]),
        figures=tuple(_figure(document, figure) for figure in report.figures),
        days=tuple(_day(document, day) for day in report.days),
        claims=tuple(_claim(document, claim, number) for claim, number in numbers.items()),
        verdicts=tuple(_verdict(verdict, numbers[verdict.claim], answered.get(verdict)) for verdict in report.verdicts),
        unchecked=tuple(thing.span for thing in report.unchecked),
        ties=tuple(_tie(document, tie) for tie in report.ties),
    )


def _tie(document: Document, tie: Tie) -> shape.Tie:
    found = tie.passage
    passage = shape.Passage(found.source, found.place, found.words, found.figure.printed, exact(found.figure.low), exact(found.figure.high)) if found else None
    return shape.Tie(_written(document, tie.figure.span), tie.outcome, tie.by, passage, tie.because)


def _counts(reports: Sequence[Report]) -> shape.Counts:
    return shape.Counts(**counts(reports)._asdict())


def _written(document: Document, span: Span) -> shape.Written:
    place = document.place(span[0])
    return shape.Written(span, place.line, place.column, place.where, document.text[slice(*span)])


def _figure(document: Document, figure: Figure) -> shape.Figure:
    return shape.Figure(
        at=_written(document, figure.span),
        low=exact(figure.low),
        high=exact(figure.high),
        unit=_unit(figure.unit),
        may_also_be=tuple(map(_unit, figure.may_also_be)),
        hedge=_hedge(figure.hedge),
        counts=figure.counts,
        period=figure.period,
        readings=shape.Readings(*map(_band, figure.readings)),
    )


def _day(document: Document, day: Day) -> shape.Day:
    return shape.Day(_written(document, day.span), day.year, day.month, day.day, day.weekday, day.fiscal)


def _unit(unit: Unit) -> shape.Unit:
    return shape.Unit(unit.kind, unit.code, unit.per, exact(unit.size), unit.dimension, exact(unit.zero))


def _hedge(hedge: Hedge) -> shape.Hedge:
    below, above = (None if part is None else exact(part) for part in (hedge.below, hedge.above))
    return shape.Hedge(hedge.words, below, above)


def _band(values: Interval) -> tuple[str, str]:
    return exact(values.low), exact(values.high)


def _claim(document: Document, claim: Claim, number: int) -> shape.Claim:
    filled = tuple(shape.Role(role, _figure(document, thing) if isinstance(thing, Figure) else _day(document, thing)) for role, thing in roles(claim))
    return shape.Claim(number, type(claim).__name__, _written(document, claim.evidence), shape.SURE[claim.sure], filled)


def _verdict(verdict: Verdict, claim: int, silenced: Silenced | None) -> shape.Verdict:
    return shape.Verdict(
        rule=verdict.rule,
        fingerprint=fingerprint(verdict),
        claim=claim,
        outcome=verdict.outcome.value,
        level=verdict.level,
        arithmetic=verdict.arithmetic,
        steps=verdict.steps,
        would_fit=tuple(map(_fitting, verdict.would_fit)),
        off_by=None if verdict.off_by is None else exact(verdict.off_by),
        off_by_about=None if verdict.off_by is None else amount.number(verdict.off_by),
        slip=verdict.slip,
        reason=verdict.reason,
        sources=tuple(shape.Source(source.name, source.shown, source.citation) for source in verdict.sources),
        silenced=shape.Silenced(silenced.by, silenced.reason) if silenced else None,
    )


def _fitting(fitting: Fitting) -> shape.Fitting:
    return shape.Fitting(fitting.name, _band(fitting.values), fitting.shown, fitting.figure.span if fitting.figure else None)
