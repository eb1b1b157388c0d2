"""Times of the day: "3:45 a.m.", "14 h 20", "20.15 Uhr", "half past nine". They are no figures."""

from __future__ import annotations

import re

from claims.find.page import Page
from claims.find.unit import is_measured
from claims.phrases import last_word

CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?![0-9])")
HALF_DAY = re.compile(r" ?(?:[ap]\.m\.|[ap]m(?![^\W_]))", re.IGNORECASE)
HOUR = re.compile(r"[0-9]{1,2}")
HOUR_SIGN = re.compile(r"[0-9]{1,2} ?([^\W\d_])(?: ?[0-5][0-9])?(?![^\W_])")


def clock_end(page: Page, place: int) -> int | None:
    """Where the time of day ends whose digits begin at `place`."""
    plain = page.plain
    if (clock := CLOCK.match(plain, place)) and (":" in clock.group() or HALF_DAY.match(plain, clock.end()) or _is_at_the_hour(page, place, clock.end())):
        half = HALF_DAY.match(plain, clock.end())
        return half.end() if half else clock.end()
    if (clock := HOUR_SIGN.match(page.lower, place)) and _is_time_of_day(page, clock):
        return clock.end()
    if (hour := CLOCK.match(plain, place) or HOUR.match(plain, place)) and (word := _clock_word(page, hour.end())):
        return word
    for pattern in page.language.clock_patterns:
        if (told := pattern.match(page.lower, place)) and not page.language.spans_after.at(page.lower, told.end()):
            return told.end()
    if (hour := HOUR.match(plain, place)) and (half := HALF_DAY.match(plain, hour.end())):
        return half.end()
    return None


def _is_at_the_hour(page: Page, start: int, end: int) -> bool:
    """Whether the article of the hours stands before "7.15", and nothing after it that it could measure: "a las 7.15"."""
    if page.lower[start - 1 : start] != " " or is_measured(page, end):
        return False
    return last_word(page.lower, start - 1) in page.language.words.get("clock_articles", ())


def _is_time_of_day(page: Page, clock: re.Match[str]) -> bool:
    """Whether "14 h 20" is a time of the day rather than a span of time: by the word before it, or the other end after it."""
    words = page.language.words
    if clock.group(1) not in words.get("clock_hours", ()):
        return False
    if last_word(page.lower, clock.start() - 1) in words.get("clock_openers", ()):
        return True
    rest = page.lower[clock.end() : clock.end() + 4].lstrip(" ")
    return any(rest.startswith(f"{to} ") and rest[len(to) + 1 :][:1].isdigit() for to in words.get("clock_joins", ()))


def _clock_word(page: Page, end: int) -> int | None:
    """Where the word ends that makes the time of day of the hours before it: "20.15 Uhr"."""
    if page.lower[end : end + 1] != " ":
        return None
    for word in page.language.words.get("clock_words", ()):
        if page.lower.startswith(f" {word}", end) and not page.lower[end + 1 + len(word) : end + 2 + len(word)].isalpha():
            return end + 1 + len(word)
    return None


def is_hour_in_words(page: Page, start: int, end: int) -> bool:
    """Whether a number in words is an hour of the day: "five o'clock", "half past nine", "a quarter to five"."""
    words, lower = page.language.words, page.lower
    if _clock_word(page, end) is not None or lower.endswith(tuple(f"{opener} " for opener in words.get("hour_openers", ("\n",))), 0, start):
        return True
    if not lower.endswith(tuple(words.get("quarter_words", ("\n",))), 0, end):
        return False
    hours = (end + 2 + len(join) for join in words.get("quarter_joins", ()) if lower.startswith(f" {join} ", end))
    return any(page.language.number_words.at(lower, hour) is not None for hour in hours)
