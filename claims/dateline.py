"""The day an article appeared, worked out from its own text where nobody says it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

import msgspec

from claims.day import Day
from claims.document import Document, Published
from claims.figure import Span
from claims.wording.pattern import Thing, Window
from claims.wording.wordings import wordings_of

LONGEST_DATELINE = 60
"""A paragraph of its own that is no longer than this and holds a full date is a dateline."""
FARTHEST_DATELINE = 2000
"""Code points from the beginning or the end of the text: a line of its own further in is the heading of something quoted."""
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？")
NEAR_ENOUGH = 60
"""Code points around a year in which the words must stand that make it this year."""


def dateline(document: Document, things: Sequence[Thing]) -> Published | None:
    """When the article appeared: by a dateline, by "this year" and a date, or by the only full date in it; else None."""
    line = own_line(document, things)
    if line is not None:
        return line
    days = [thing for thing in things if isinstance(thing, Day) and thing.exists]
    full = [day for day in days if day.year is not None and day.day is not None]
    within_a_year = [day for day in days if day.year is None and day.day is not None and day.month is not None]
    this_year = _this_year(document, days) if within_a_year else None
    if this_year is not None and this_year.year is not None:
        day = msgspec.structs.replace(within_a_year[0], year=this_year.year)
        if day.exists:
            start = max(document.text.rfind("\n", 0, this_year.span[0]) + 1, this_year.span[0] - len("this year, "))
            words = document.text[start : this_year.span[1]]
            return Published(day.first, f"worked out from {within_a_year[0].printed!r} and {words!r}")
    different = {day.first for day in full}
    if len(different) == 1:
        return Published(different.pop(), f"taken from {full[0].printed!r}, the only full date in the text")
    return None


def own_line(document: Document, things: Sequence[Thing]) -> Published | None:
    """When the article appeared, by a full date in a short line that is no sentence; else None."""
    for day in things:
        if not isinstance(day, Day) or not day.exists or day.year is None or day.day is None:
            continue
        start, end = _paragraph_of(day, document)
        if min(start, len(document.text) - end) > FARTHEST_DATELINE:
            continue
        if end - start <= LONGEST_DATELINE and len(document.paragraphs) > 1 and not document.text[start:end].rstrip().endswith(SENTENCE_ENDS):
            return Published(day.first, f"worked out from {day.printed!r}, a line of its own")
    return None


def _paragraph_of(day: Day, document: Document) -> Span:
    place = bisect_right(document.paragraphs, day.span[0], key=lambda span: span[0]) - 1
    return document.paragraphs[place] if place >= 0 else (0, len(document.text))


def _this_year(document: Document, days: Sequence[Day]) -> Day | None:
    """The year that the text calls this year."""
    wordings = wordings_of(document.language)
    for day in days:
        if day.year is not None and day.month is None:
            start, end = max(0, day.span[0] - NEAR_ENOUGH), min(len(document.text), day.span[1] + NEAR_ENOUGH)
            if wordings.met_in(Window(document.text, (start, end), (day,))).of("this_year"):
                return day
    return None


def in_the_year_of(published: date, day: Day) -> Day:
    """A date without a year, given that which puts it nearest to the day the article appeared."""
    if day.year is not None or day.month is None:
        return day
    candidates = [msgspec.structs.replace(day, year=published.year + years) for years in (0, -1, 1)]
    return min((one for one in candidates if one.exists), key=lambda one: abs((one.first - published).days), default=day)
