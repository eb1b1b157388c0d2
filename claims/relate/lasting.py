"""How long something lasted: a duration, with the day on which it began and that on which it ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from claims.claim import Sure, Timing
from claims.day import Day
from claims.figure import Figure, Span, around
from claims.wording.met import Met
from claims.wording.pattern import Thing, Window

NEAR = 2
"""A duration more than so many times off is of something else."""
ANY_YEAR = 2001
SECONDS_A_DAY = 86400


def spans_of_time(window: Window, met: Met) -> Iterator[Timing]:
    """So long a time, with one day at which something began and one at which it ended, in one sentence or the one before."""
    lasted = _by_sentence(window, met, "lasted", "duration")
    begun, ended = (_by_sentence(window, met, *told) if lasted else {} for told in (("began", "start"), ("ended", "end")))
    told_otherwise = _told_otherwise(met) if begun and ended else set()
    for sentence, told in lasted.items():
        durations = [duration for duration in told if duration.span not in told_otherwise]
        starts, ends = _days_near(begun, sentence), _days_near(ended, sentence)
        days = sorted({day.span: day for day in (*starts, *ends)}.values(), key=lambda day: (day.year or 0, day.month or 0, day.day or 0))
        if len(durations) != 1 or len(days) != 2 or days[0] not in starts or days[1] not in ends:
            continue
        (duration,), (start, end) = durations, of_years_in_order(*days)
        if isinstance(duration, Figure) and is_about_so_long(start, end, duration):
            yield Timing(around(start.span, end.span, duration.span), None, None, start, end, duration, sure=Sure.LIKELY)
    yield from _later(window, met)


def of_years_in_order(start: Day, end: Day) -> tuple[Day, Day]:
    """Two days of one year, of which the first or neither is printed with it: any year without a leap day does."""
    if start.year is None and end.year is None and start.month and end.month:
        return msgspec.structs.replace(start, year=ANY_YEAR), msgspec.structs.replace(end, year=ANY_YEAR)
    if start.year is None and end.year is not None and start.month and end.month:
        return msgspec.structs.replace(start, year=end.year if start.month <= end.month else end.year - 1), end
    return start, end


def _by_sentence(window: Window, met: Met, kind: str, role: str) -> dict[int, list[Thing]]:
    found: dict[int, list[Thing]] = {}
    for match in met.of(kind):
        thing = match.roles[role]
        things = found.setdefault(window.sentence_of(thing), [])
        if thing not in things:
            things.append(thing)
    return found


def _days_near(found: Mapping[int, Sequence[Thing]], sentence: int) -> list[Day]:
    return [day for number in (sentence - 1, sentence) for day in found.get(number, ()) if isinstance(day, Day) and day.exists]


def is_about_so_long(start: Day, end: Day, duration: Figure) -> bool:
    """Whether a duration can be meant for the time between two days: it comes near it, whichever way it is off."""
    try:
        days = start.days_until(end)
    except ValueError:
        return False
    seconds = duration.low * duration.unit.size
    return seconds > 0 and days.high * SECONDS_A_DAY >= seconds / NEAR and days.low * SECONDS_A_DAY <= seconds * NEAR


def _told_otherwise(met: Met) -> set[Span]:
    """Where times stand that are ages, or are told in one breath with their days."""
    ages = {match.roles["age"].span for match in met.of("aged")}
    return ages | {match.roles["duration"].span for match in met.of("timing") if {"start", "end", "duration"} <= match.roles.keys()}


def _later(window: Window, met: Met) -> Iterator[Timing]:
    """"Nine years later, in 1998": held against the one day before it, in its sentence or the one before."""
    for match in met.of("later"):
        end, duration = match.roles["end"], match.roles["duration"]
        assert isinstance(duration, Figure)
        sentence = window.sentence_at(match.span[0])
        days = [thing for thing in window.things if isinstance(thing, Day) and thing.span[1] <= match.span[0]]
        before = [day for day in days if sentence - window.sentence_of(day) in (0, 1)]
        since = [thing for thing in window.things if before and before[-1].span[1] <= thing.span[0] < duration.span[0]]
        if any(isinstance(thing, Figure) and thing.unit.kind == "time" for thing in since):
            continue  # "in 2007 17 of them, three years later 37, and five years later, in 2015, 69"
        if len(before) == 1 and isinstance(end, Day) and before[0].year and end.year and is_about_so_long(before[0], end, duration):
            yield Timing(around(before[0].span, match.span), None, None, before[0], end, duration, sure=Sure.LIKELY)
