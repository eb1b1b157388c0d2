"""Timing: weekdays and dates, spans from day to day, years ago, anniversaries, and days that are told as past.

What the wordings leave open is the day the article appeared: `on_the_calendar` puts it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from claims.claim import Claim, Sure, Timing
from claims.dateline import in_the_year_of
from claims.day import DAYS_A_MONTH, Day
from claims.document import Document
from claims.figure import Figure, Span, around
from claims.relate.lasting import is_about_so_long, of_years_in_order
from claims.rounding import EXACTLY, Number
from claims.unit import Unit
from claims.wording.met import Met
from claims.wording.pattern import Match, Thing, Window

DAYS_A_WEEK = 7
A_DAY = timedelta(days=1)
DAYS_A_YEAR = 366
EITHER_WAY = re.compile(r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})(?:/[0-9]+)?")
"""A date in numbers that is read day first in one country and month first in another."""
MONTHS = 12
DAYS_TOGETHER = re.compile(r"(?<![0-9])(?P<first>[0-9]{1,2}) ?[-–—] ?(?P<last>[0-9]{1,2})(?![-–/.]?[0-9])")
LONG_YEAR = re.compile(r"(?:19|20)[0-9]{3}")
"""A year with a digit too many: "20014"."""


def timings(window: Window, met: Met) -> Iterator[Timing]:
    """Each relation of days that the wording gives."""
    told = [claim for match in met.of("timing") if not _is_called_off(match, met, window) if (claim := _told(match))]
    settled = {figure.span for claim in told if claim.end for figure in (claim.duration, claim.anniversary) if figure}
    yield from (claim for claim in told if claim.end or not {figure.span for figure in (claim.duration, claim.anniversary) if figure} & settled)


def _is_called_off(match: Match, met: Met, window: Window) -> bool:
    """Whether the sentence has words with which the wording says something else ("moved from 2030 to 2025")."""
    unless = match.holds.get("unless")
    sentence = window.sentence_at(match.span[1] - 1)
    return unless is not None and any(window.sentence_at(other.span[0]) == sentence for other in met.of(str(unless)))


def _told(match: Match) -> Timing | None:
    days = {role: thing for role, thing in match.roles.items() if isinstance(thing, Day)}
    duration, anniversary, last = (_figure(match.roles.get(role)) for role in ("duration", "anniversary", "last"))
    if "weekday" in days and "date" in days and _can_be_read_both_ways(days["date"]):
        return None
    if years := match.holds.get("years"):
        anniversary = Figure(match.span, str(years), Number(int(str(years))), unit=Unit("plain", "ordinal"))
    start, end = days.get("start"), days.get("end")
    if last is not None and start is not None:  # "January 10–17, 2016"
        start, end = _within_a_month(start, last, days.get("year"))
        if end is None:
            return None
    if start is not None and end is not None and start.year is None and start.month == end.month:  # "from March 5 to March 12, 2021"
        start = msgspec.structs.replace(start, year=end.year)
    if start is not None and end is not None and duration is not None:
        start, end = of_years_in_order(start, end)
    if start is not None and end is not None and end.year is None and start.year is not None:
        end = _following(start, end)
    if anniversary is not None and start is not None and end is not None and (end.year or 0) < (start.year or 0):
        start, end = end, start  # "opened in 1937, … its 75th anniversary in 2012"
    sure = Sure.LIKELY if match.holds.get("likely") is True else Sure.SPELLED_OUT
    return Timing(match.span, days.get("date"), days.get("weekday"), start, end, duration, None, anniversary, sure)


def _following(start: Day, end: Day) -> Day:
    """The end of a span of days as the next such day after its start: "2024年10月1日から31日まで"."""
    if end.month is None:
        return msgspec.structs.replace(end, year=start.year, month=start.month) if start.day and end.day and start.day < end.day else end
    return msgspec.structs.replace(end, year=start.year) if start.month and start.month <= end.month else end


def _figure(thing: object) -> Figure | None:
    return thing if isinstance(thing, Figure) else None


def _can_be_read_both_ways(day: Day) -> bool:
    found = EITHER_WAY.fullmatch(day.printed)
    return found is not None and found["first"] != found["second"] and max(int(found["first"]), int(found["second"])) <= MONTHS


def _within_a_month(start: Day, last: Figure, year: Day | None) -> tuple[Day, Day | None]:
    """A span of days of one month, of which only the first is printed with it."""
    if last.number.exponent or last.number.divisor != 1 or not 1 <= last.number.mantissa <= DAYS_A_MONTH:
        return start, None
    start = msgspec.structs.replace(start, year=year.year if year and start.year is None else start.year)
    return start, Day(last.span, last.printed, start.year, start.month, last.number.mantissa)


def on_the_calendar(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims; the day the article appeared is put in where a Timing leaves a day or a year to it, and those it cannot help are left out."""
    published = document.published.date if document.published else None
    for claim in claims:
        if isinstance(claim, Timing):
            dated = _dated(claim, published)
            if dated is not None:
                yield dated
        else:
            yield claim


def _as_day(when: date, span: Span) -> Day:
    return Day(span, when.isoformat(), when.year, when.month, when.day)


def _dated(claim: Timing, published: date | None) -> Timing | None:
    today = _as_day(published, claim.evidence) if published else None
    if claim.weekday is not None and claim.date is not None:
        if not claim.date.exists:
            return None
        return msgspec.structs.replace(claim, date=_with_weekday(claim.date, claim.weekday, published), sure=claim.sure if claim.date.year else Sure.LIKELY)
    if claim.date is not None and claim.start is None:  # a day told as past
        tomorrow = _as_day(published + A_DAY, claim.evidence) if published else None  # elsewhere it may be a day later
        return msgspec.structs.replace(claim, end=tomorrow) if tomorrow and claim.date.exists and claim.date.year is not None else None
    if claim.start is None or claim.end is not None:
        return _of_one_year(claim, published)
    if published is None or claim.start.year is None or claim.start.year >= published.year:
        return None
    if claim.anniversary is not None:  # it may be kept a year ahead, or be a year ago
        count = claim.anniversary.number.mantissa
        wide = msgspec.structs.replace(claim.anniversary, number=Number(count - 1), upper=Number(count + 1), hedge=EXACTLY)
        return msgspec.structs.replace(claim, end=today, anniversary=wide)
    if claim.duration is not None and not (today and is_about_so_long(claim.start, today, claim.duration)):
        return None
    return msgspec.structs.replace(claim, end=today)


def _of_one_year(claim: Timing, published: date | None) -> Timing:
    """Two days of one month, neither with a year, are of one year: that of the article."""
    start, end = claim.start, claim.end
    if start is None or end is None or published is None or start.year or end.year or start.month != end.month:
        return claim
    return msgspec.structs.replace(claim, start=msgspec.structs.replace(start, year=published.year), end=msgspec.structs.replace(end, year=published.year))


def _with_weekday(day: Day, weekday: Day, published: date | None) -> Day:
    """A date without a year in the year in which it has the weekday, of those next to the day the article appeared; else in the nearest."""
    if day.year is not None or published is None or day.month is None:
        return day
    years = (msgspec.structs.replace(day, year=published.year + more) for more in (0, -1, 1))
    near = [one for one in years if one.exists and abs((one.first - published).days) < DAYS_A_YEAR]
    return next((one for one in near if one.first.weekday() == weekday.weekday), in_the_year_of(published, day))


def days_alone(document: Document, things: Sequence[Thing]) -> Iterator[Timing]:
    """Dates that no calendar has; weekdays within dates; and, for want of a year, the article's own week.

    A weekday alone in an article, and a date alone within the week before it
    appeared, are very likely the same day: worth a note if they cannot be.
    """
    alone_weekdays, alone_dates = [], []
    for place, thing in enumerate(things):
        if not isinstance(thing, Day):
            continue
        day = _with_long_year(thing, things[place + 1 : place + 2])
        if last := _last_of(day):
            yield Timing(day.span, start=day, end=last)
        if not day.exists:
            yield Timing(day.span, date=day)
        elif day.weekday is not None and day.day is not None:
            weekday = Day(day.span, day.printed, weekday=day.weekday)
            dated = _with_weekday(day, weekday, document.published.date if document.published else None)
            if dated.year is not None:
                yield Timing(day.span, dated, weekday, sure=Sure.SPELLED_OUT if day.year is not None else Sure.LIKELY)
        elif day.weekday is not None:
            alone_weekdays.append(day)
        elif day.day is not None and day.year is None:
            alone_dates.append(day)
    if document.published and len(alone_weekdays) == 1:
        yield from _of_one_week(alone_weekdays[0], alone_dates, document.published.date)


def _last_of(day: Day) -> Day | None:
    """The other end of days of one month that are printed together ("August 9–12, 2023")."""
    found = DAYS_TOGETHER.search(day.printed) if day.day is not None and day.year is not None else None
    if found is None or int(found["first"]) != day.day or not 1 <= int(found["last"]) <= DAYS_A_MONTH:
        return None
    return msgspec.structs.replace(day, day=int(found["last"]))


def _with_long_year(day: Day, following: Sequence[Thing]) -> Day:
    """A month or a date with the year of five digits that is printed after it."""
    if day.month is None or day.year is not None or not following or not isinstance(following[0], Figure):
        return day
    number = following[0]
    if LONG_YEAR.fullmatch(number.printed) is None or not 0 < number.span[0] - day.span[1] <= 2:
        return day
    return msgspec.structs.replace(day, span=around(day.span, number.span), printed=f"{day.printed} {number.printed}", year=number.number.mantissa)


def _of_one_week(weekday: Day, dates: Sequence[Day], published: date) -> Iterator[Timing]:
    in_years = [in_the_year_of(published, day) for day in dates]
    of_the_week = [day for day in in_years if day.exists and day.year and 0 <= (published - day.first).days < DAYS_A_WEEK]
    if len(of_the_week) == 1:
        yield Timing(around(weekday.span, of_the_week[0].span), of_the_week[0], weekday, sure=Sure.FAINT)
