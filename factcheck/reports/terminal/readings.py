"""What was read, one line for each figure and day: where, as printed, its value, and whether anything checked it."""

from __future__ import annotations

from claims.day import Day
from claims.figure import Figure
from claims.rounding import Reading
from factcheck import amount
from factcheck.report import Report
from factcheck.reports.terminal.visible import visible

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def readings(report: Report) -> str:
    """The lines, in the order of the text."""
    unchecked = {thing.span for thing in report.unchecked}
    things: list[Figure | Day] = sorted([*report.figures, *report.days], key=lambda thing: thing.span)
    return "".join(f"{_line(report, thing, thing.span in unchecked)}\n" for thing in things)


def _line(report: Report, thing: Figure | Day, is_unchecked: bool) -> str:
    place = report.document.place(thing.span[0])
    where = f" {place.where}" if place.where else ""
    meant = _meant_by_figure(thing) if isinstance(thing, Figure) else _meant_by_day(thing)
    marks = "; not checked" if is_unchecked else ""
    return visible(f"{report.document.source}:{place.line}:{place.column}{where}: {thing.printed} = {meant}{marks}")


def _meant_by_figure(figure: Figure) -> str:
    value = amount.band(figure.read(Reading.PRINTED), figure.unit)
    parts = [
        value if figure.unit.code or figure.unit.kind == "plain" else f"{value} {figure.unit.kind}",
        f"of “{figure.counts}”" if figure.counts else "",
        f"hedged by “{figure.hedge.words}”" if figure.hedge.words else "",
        f"in “{figure.period}”" if figure.period else "",
        f"or {', '.join(dict.fromkeys(unit.code for unit in figure.may_also_be))}" if figure.may_also_be else "",
    ]
    return "; ".join(part for part in parts if part)


def _meant_by_day(day: Day) -> str:
    """What is printed of it, named after its finest part: "day 01-06", "month 2021-04", "year 1957", "Thursday"."""
    if day.fiscal:
        return f"financial year {day.year}"
    parts = {"year": day.year, "month": day.month, "day": day.day}
    said = {name: part for name, part in parts.items() if part is not None}
    weekday = "" if day.weekday is None else WEEKDAYS[day.weekday]
    date = f"{[*said][-1]} {'-'.join(f'{part:02}' for part in said.values())}" if said else ""
    return ", ".join(part for part in (weekday, date) if part)
