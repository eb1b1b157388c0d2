"""Numbers that are names, sections, versions, scores, clock times, telephone numbers or addresses: they are no figures."""

from __future__ import annotations

import re

from claims.find.digits import GROUPED
from claims.find.money import money_after
from claims.find.page import Page
from claims.phrases import last_word

CHAIN = re.compile(r"[0-9]+(?:([-./:])[0-9]+)(?:\1[0-9]+)+")
CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?![0-9])")
HALF_DAY = re.compile(r" ?(?:[ap]\.m\.|[ap]m(?![^\W_]))", re.IGNORECASE)
HOUR = re.compile(r"[0-9]{1,2}")
HOUR_SIGN = re.compile(r"[0-9]{1,2} ?([^\W\d_])(?: ?[0-5][0-9])?(?![^\W_])")
SCORE = re.compile(r"([0-9]{1,3})[-–]([0-9]{1,3})(?![-–0-9]|[.,][0-9]|%)")
VOTES = re.compile(r"([0-9]{1,3}) to ([0-9]{1,3})(?![0-9]|[.,-][0-9]|%)")
GOALS = re.compile(r"[0-9]{1,3}:[0-9]{1,3}(?![0-9:])")
RUN = re.compile(r"[0-9]+(?:[-/.][0-9]+)*")
PAIRS = re.compile(r"0[0-9](?:[ .][0-9]{2}){4}(?![0-9])")
AREA_CODE = re.compile(r"0[0-9]{1,4}[/ -][0-9]{3,}")
DIALLED = re.compile(r"[0-9]{1,3}(?:[ .-]\(?[0-9]{2,5}\)?){2,5}(?![0-9])")
TELEPHONE = re.compile(r"[2-9][0-9]{2}-[0-9]{4}(?![0-9])")
PART_NUMBER = re.compile(r"(?<![^\W_])([A-Za-z]{2,5})[0-9]{1,6}$")
CODE = re.compile(r"([0-9]+)-([A-Za-z]{1,4})-[0-9]+")
"""The number of a case or of a part: "22-cv-1047"."""
NUMBERED_FROM_NAUGHT = re.compile(r"0[0-9]+(?![0-9]|[.,][0-9])")
DECADE = re.compile(r"[1-9]0s(?![^\W_])")
LONGEST_PART = 14
TOKEN_REACH = 120
MOST_NAMES = 4
"""A street's name has so many words at most."""
ALPHANUMERIC = re.compile(r"[^\W_]+")
MARKED = re.compile(r"[^\W_]+(?:[-+][0-9]+(?![^\W_]))*")
WESTERN = re.compile(r"[A-Za-z0-9]+")
"""Where words are not spaced, a name in letters ends where other signs begin: "G7首脳"."""


def name_at(page: Page, place: int) -> int | None:
    """Where the name ends that the digits at `place` belong to; None where they may be a figure."""
    plain = page.plain
    before = plain[place - 1 : place] if place else ""
    if before and (before.isalpha() or before in "_#№@\\") and (page.language.spaced or before.isascii()):
        return _run(page, place)
    if before == "-" and plain[place - 2 : place - 1].isalpha() and place > 1 and (page.language.spaced or plain[place - 2].isascii()):
        return _run(page, place)
    if (
        before == "-"
        and (part := PART_NUMBER.search(plain, max(0, place - LONGEST_PART), place - 1))
        and not page.language.currency_symbols.at(part[1], 0)
        and not page.language.currencies.at(part[1].lower(), 0)
    ):
        return _run(page, place)  # "scp2-173m", but "Rs500-600"
    if before == "+" and (dialled := DIALLED.match(plain, place)):
        return dialled.end()
    if before in ("/", "=", "&", ".", "?", "%") and _is_address(plain, place):
        return _run(page, place)
    if (chain := CHAIN.match(plain, place)) and not _is_grouped(page, chain):
        return chain.end()
    if pairs := PAIRS.match(plain, place):
        return pairs.end()
    if (score := SCORE.match(plain, place) or VOTES.match(plain, place)) and (_are_votes if " " in score[0] else _is_score)(page, score):
        return score.end()
    if (telephone := TELEPHONE.match(plain, place)) and not plain[telephone.end() : telephone.end() + 1].isalpha() and not _measured(page, telephone.end()):
        return telephone.end()
    if area := AREA_CODE.match(plain, place):
        return area.end()
    if before in (" ", "", "(") and (goals := GOALS.match(plain, place)):
        return goals.end()
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
    return _mark_end(page, place, before)


def _mark_end(page: Page, place: int, before: str) -> int | None:
    """Where digits end that are a decade's, a file's, or begin with a nought: "his 30s", "22-cv-1047", "007"."""
    plain, language = page.plain, page.language
    told = before == "'" or (before in (" ", "-") and last_word(page.lower, place - 1) in language.words.get("decade_openers", ()))
    if told and (decade := DECADE.match(plain, place)):
        return decade.end()
    if (code := CODE.match(plain, place)) and code[2].lower() not in language.no_noun and not _measured(page, code.end(1)):
        return code.end()  # but "6-foot-4" is a height, and "1-in-4" a share
    naught = NUMBERED_FROM_NAUGHT.match(plain, place) if language.spaced else None
    alone = naught is not None and place == 0 and naught.end() == len(plain)  # a cell of a table
    return naught.end() if naught and not alone and plain[naught.end() : naught.end() + 1] != "%" and not _measured(page, naught.end()) else None


def numbered_at(page: Page, place: int) -> int | None:
    """Where the number of a law, a file or a house ends: "n° 2023-270", "no 12"."""
    spot = place - (page.lower[place - 1 : place] == " ")
    for sign in page.language.words.get("number_signs", ()):
        if page.lower.endswith(sign, 0, spot) and not page.lower[spot - len(sign) - 1 : spot - len(sign)].isalnum() and (found := RUN.match(page.lower, place)):
            return found.end()
    return None


def _is_at_the_hour(page: Page, start: int, end: int) -> bool:
    """Whether the article of the hours stands before "7.15", and nothing after it that it could measure: "a las 7.15"."""
    return (
        last_word(page.lower, start - 1) in page.language.words.get("clock_articles", ()) and page.lower[start - 1 : start] == " " and not _measured(page, end)
    )


def _is_grouped(page: Page, chain: re.Match[str]) -> bool:
    """Whether "1.458.000" is one number in groups of three."""
    grouped = GROUPED.match(page.plain, chain.start())
    if grouped is None or grouped.end() != chain.end():
        return False
    return grouped.group(1) in page.language.groups or (
        grouped.group(1) == "." and money_after(page, chain.end() + (page.plain[chain.end() : chain.end() + 1] == " "), glued=False) is not None
    )


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
    for word in page.language.words.get("clock_words", ()):
        if page.lower.startswith(f" {word}", end) and not page.lower[end + 1 + len(word) : end + 2 + len(word)].isalpha():
            return end + 1 + len(word)
    return None


def _measured(page: Page, end: int) -> bool:
    language = page.language
    return bool(
        language.unit_names.at(page.lower, end + 1)
        or language.percent.at(page.lower, end + 1)
        or language.currencies.at(page.lower, end + 1)
        or language.unit_symbols.at(page.plain, end + 1)
    )


def _run(page: Page, place: int) -> int:
    found = (MARKED if page.language.spaced else WESTERN).match(page.plain, place)
    return found.end() if found else place + 1


def _is_address(plain: str, place: int) -> bool:
    """Whether the token around `place` is the address of a page or a person."""
    start = plain.rfind(" ", max(0, place - TOKEN_REACH), place) + 1
    token = plain[start : place + 1]
    return "://" in token or "www." in token or ".com" in token or "@" in token or ".org" in token


def is_named(page: Page, start: int, end: int) -> bool:
    """Whether a bare number is the number of something named: "Flight 610", "Section 301", "Boeing 747"."""
    plain, lower, language = page.plain, page.lower, page.language
    if is_house(page, end):
        return True
    if plain[start - 1 : start] not in (" ", "-") or start < 2:
        return False
    at = start - 1
    for phrase in language.words.get("long_names_before", ()):
        if lower.endswith(phrase, 0, at) and plain[at - len(phrase)].isupper():
            return True
    shortened = plain[at - 1] == "."
    at -= shortened
    word = last_word(lower, at)
    if not word[:1].isalpha():
        return word in language.names_before
    capital = plain[at - len(word)].isupper()
    if word in language.names_before and (capital or (shortened and len(word) == 1) or word not in language.words.get("name_words_strict", ())):
        return plain[end : end + 1] != " " or word != "no" or capital
    return False


def is_hour_in_words(page: Page, start: int, end: int) -> bool:
    """Whether a number in words is an hour of the day: "five o'clock", "half past nine", "a quarter to five"."""
    words, lower = page.language.words, page.lower
    if _clock_word(page, end) is not None or lower.endswith(tuple(f"{opener} " for opener in words.get("hour_openers", ("\n",))), 0, start):
        return True
    if not lower.endswith(tuple(words.get("quarter_words", ("\n",))), 0, end):
        return False
    hours = (end + 2 + len(join) for join in words.get("quarter_joins", ()) if lower.startswith(f" {join} ", end))
    return any(page.language.number_words.at(lower, hour) is not None for hour in hours)


def is_house(page: Page, end: int) -> bool:
    """Whether a street's name follows: "10 Downing Street"."""
    words, place = page.language.words.get("street_words", ()), end + 1
    for _ in range(MOST_NAMES if words and page.plain[end : end + 1] == " " else 0):
        word = ALPHANUMERIC.match(page.plain, place)
        if word is None or not word.group()[0].isupper():
            return False
        if place > end + 1 and word.group().lower() in words:
            return True
        place = word.end() + 1
    return False


def is_title(page: Page, start: int, end: int) -> bool:
    """Whether a number in words is part of a name, by the capitals of its own and of the next word: "the Ten Commandments"."""
    plain = page.plain
    article = last_word(page.lower, start - 1) in page.language.words.get("name_articles", ()) and plain[start - 1 : start] == " "
    return article and plain[start].isupper() and plain[end : end + 1] == " " and plain[end + 1 : end + 2].isupper()


def _is_score(page: Page, score: re.Match[str]) -> bool:
    """Two small numbers with a hyphen that do not rise, or that follow a cue, and have no unit."""
    end = score.end()
    following = page.plain[end : end + 1]
    if following.isalpha() or following == "-" or page.language.percent.at(page.lower, end + 1) or page.language.multipliers.at(page.lower, end + 1):
        return False
    return int(score.group(1)) >= int(score.group(2)) or is_score(page, score.start(), end)


def _are_votes(page: Page, votes: re.Match[str]) -> bool:
    """Whether "voted 61 to 38" tells the two sides of a vote or a game, and no change."""
    before = last_word(page.lower, votes.start() - 1)
    return (
        int(votes[1]) > int(votes[2])
        and before in page.language.words.get("score_cues", ())
        and before not in page.language.words.get("range_blockers", ())
        and not _measured(page, votes.end())
    )


def is_score(page: Page, start: int, end: int) -> bool:
    """Whether "3-2" is the score of a game: a cue stands before it, or nothing that it could count after it."""
    words = page.lower[max(0, start - 24) : start].split()
    return any(word in page.language.words.get("score_cues", ()) for word in words[-3:])
