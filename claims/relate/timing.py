"""Timing: weekdays and dates, spans from day to day, ages and anniversaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claims.claim import Sure, Timing
from claims.dateline import in_the_year_of
from claims.day import Day
from claims.document import Document
from claims.figure import Figure
from claims.pattern import Match, Thing, Window
from claims.rounding import EXACTLY

DAYS_A_WEEK = 7


def timings(window: Window, met: Sequence[Match]) -> Iterator[Timing]:
    """Each relation of days that the wording gives."""
    for match in met:
        if match.kind != "timing":
            continue
        days = {role: thing for role, thing in match.roles.items() if isinstance(thing, Day)}
        duration, age, anniversary = (_figure(match.roles.get(role)) for role in ("duration", "age", "anniversary"))
        if age is not None and not age.hedge.words:
            age = msgspec.structs.replace(age, hedge=EXACTLY)
        yield Timing(match.span, days.get("date"), days.get("weekday"), days.get("start"), days.get("end"), duration, age, anniversary)


def _figure(thing: object) -> Figure | None:
    return thing if isinstance(thing, Figure) else None



def weekdays_of_dates(document: Document, things: Sequence[Thing]) -> Iterator[Timing]:
    """Weekdays that stand beside a date; dates that no calendar has; and, for want of a year, the article's own week.

    A weekday alone in an article, and a date alone within the week before it
    appeared, are very likely the same day: worth a note if they cannot be.
    """
    days = [thing for thing in things if isinstance(thing, Day)]
    alone_weekdays, alone_dates = [], []
    for day in days:
        if day.day is not None and not day.exists:
            yield Timing(day.span, date=day)
        if day.weekday is not None and day.day is not None:
            dated = in_the_year_of(document.published.date, day) if document.published else day
            if dated.year is not None:
                weekday = Day(day.span, day.printed, weekday=day.weekday)
                yield Timing(day.span, dated, weekday, sure=Sure.SPELLED_OUT if day.year is not None else Sure.LIKELY)
        elif day.weekday is not None:
            alone_weekdays.append(day)
        elif day.day is not None and day.year is None:
            alone_dates.append(day)
    if document.published and len(alone_weekdays) == 1:
        published = document.published.date
        in_years = [in_the_year_of(published, day) for day in alone_dates]
        of_the_week = [day for day in in_years if day.exists and day.year and 0 <= (published - day.first).days < DAYS_A_WEEK]
        if len(of_the_week) == 1:
            spans = sorted((alone_weekdays[0].span, of_the_week[0].span))
            yield Timing((spans[0][0], spans[1][1]), of_the_week[0], alone_weekdays[0], sure=Sure.FAINT)
