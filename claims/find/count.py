"""What is counted: the words after a number that name it ("new jobs", "households"), and one of them ("household")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from claims.find.measure import CACHED, singular, singular_of
from claims.find.page import Page
from claims.language import language
from claims.unit import Unit

WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
MOST_WORDS = 5


@lru_cache(CACHED)
def counted(noun: str) -> Unit:
    """The unit of a counted noun."""
    return Unit("count", noun, dimension=noun)


@lru_cache(CACHED)
def _openers(code: str) -> tuple[str, ...]:
    """The words between a number and its noun, as they are written before that: "of ", "d'"."""
    return tuple(opener if opener.endswith("'") else f"{opener} " for opener in language(code).words.get("noun_openers", ()))


@lru_cache(CACHED * 8)
def _one_of(code: str, noun: str) -> str | None:
    """One of what a plural names; None for a noun that looks like no plural, or that only stands before what is counted ("others")."""
    words = language(code).words
    if noun in words.get("counted_skips", ()) or not is_plural(words, noun):
        return None
    return singular_of(words, noun)


def noun_after(page: Page, place: int) -> tuple[str, str, int]:
    """The words that say what is counted, the last of them as one of its kind, and where they end; empty where nothing is."""
    tongue, lower = page.language, page.lower
    if not tongue.spaced:
        found = tongue.counters.at(lower, place)
        return (page.text[place : found[1]], found[0], found[1]) if found else ("", "", place)
    start = place + 1
    if lower[place : place + 1] not in (" ", "-"):
        return "", "", place
    for opener in _openers(tongue.code):
        if lower.startswith(opener, start):
            start += len(opener)
            break
    if tongue.words.get("nouns_large"):
        return _large_noun(page, start)
    cursor = start
    for _ in range(MOST_WORDS):
        word = WORD.match(lower, cursor)
        if word is None or ((name := word.group()) in tongue.no_noun and name not in tongue.words.get("counted_skips", ())):
            break
        end = word.end()
        if (one := _one_of(tongue.code, name)) is not None:
            return page.text[start:end], one, end
        cursor = end + 1
        if lower[end:cursor] != " ":
            break
    return "", "", place


def _large_noun(page: Page, start: int) -> tuple[str, str, int]:
    """The next word with a capital, where every noun has one; "Landes- und Bundespolizisten" ends with its last word."""
    tongue, cursor = page.language, start
    skips, adjectives = tongue.words.get("counted_skips", ()), tuple(tongue.words["adjective_endings"])
    hangs = False
    for _ in range(MOST_WORDS):
        word = WORD.match(page.lower, cursor)
        if word is None or (word.group() in tongue.no_noun and word.group() not in skips and not hangs):
            break
        end = word.end()
        hangs = page.lower.startswith("- ", end)
        if page.plain[cursor].isupper():
            if not hangs:
                return page.text[start:end], singular(page, word.group()), end
        elif not word.group().endswith(adjectives) and word.group() not in skips and "- " not in page.plain[start:cursor]:
            break
        cursor = end + 1 + hangs
        hangs = hangs or "- " in page.plain[start:end]
        if page.lower[cursor - 1 : cursor] != " ":
            break
    return "", "", start - 1


def looks_plural(page: Page, noun: str) -> bool:
    """Whether a noun names more than one."""
    return is_plural(page.language.words, noun)


def is_plural(words: dict[str, Any], noun: str) -> bool:
    """Whether a noun ends as plurals do, or is known to be one."""
    if noun in words.get("irregular", {}):
        return True
    endings = words.get("plural_endings", ())
    return len(noun) > 3 and any(ending and noun.endswith(ending) for ending, _ in endings) and not noun.endswith(("ss", "us", "is"))
