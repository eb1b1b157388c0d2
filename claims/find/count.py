"""What is counted: the words after a number that name it ("new jobs", "households"), and one of them ("household")."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.find.measure import CACHED, singular
from claims.find.page import Page
from claims.unit import Unit

WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
MOST_WORDS = 5


@lru_cache(CACHED)
def counted(noun: str) -> Unit:
    """The unit of a counted noun."""
    return Unit("count", noun, dimension=noun)


def noun_after(page: Page, place: int) -> tuple[str, str, int]:
    """The words that say what is counted, the last of them as one of its kind, and where they end; empty where nothing is."""
    language, lower = page.language, page.lower
    if not language.spaced:
        found = language.counters.at(lower, place)
        return (page.text[place : found[1]], found[0], found[1]) if found else ("", "", place)
    start = place + 1
    if lower[place : place + 1] not in (" ", "-"):
        return "", "", place
    for opener in language.words.get("noun_openers", ()):
        written = opener if opener.endswith("'") else f"{opener} "
        if lower.startswith(written, start):
            start += len(written)
            break
    if language.words.get("nouns_large"):
        return _large_noun(page, start)
    cursor, first = start, ""
    for _ in range(MOST_WORDS):
        word = WORD.match(lower, cursor)
        if word is None or (word.group() in language.no_noun and word.group() not in language.words.get("counted_skips", ())):
            break
        name = word.group()
        if looks_plural(page, name) and name not in language.words.get("counted_skips", ()):
            return page.text[start : word.end()], singular(page, name), word.end()
        first = first or name
        cursor = word.end() + 1
        if lower[word.end() : cursor] != " ":
            break
    return "", "", place


def _large_noun(page: Page, start: int) -> tuple[str, str, int]:
    """The next word with a capital, where every noun has one; "Landes- und Bundespolizisten" ends with its last word."""
    language, cursor = page.language, start
    skips, adjectives = language.words.get("counted_skips", ()), tuple(language.words["adjective_endings"])
    hangs = False
    for _ in range(MOST_WORDS):
        word = WORD.match(page.lower, cursor)
        if word is None or (word.group() in language.no_noun and word.group() not in skips and not hangs):
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
    """Whether a noun names more than one: it ends as plurals do, or is known to be one."""
    if noun in page.language.words.get("irregular", {}):
        return True
    endings = page.language.words.get("plural_endings", ())
    return len(noun) > 3 and any(ending and noun.endswith(ending) for ending, _ in endings) and not noun.endswith(("ss", "us", "is"))
