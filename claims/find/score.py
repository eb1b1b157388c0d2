"""Scores and votes: "3-1", "6-4, 3-6", "4:2", "voted 61 to 38". They are no figures, but "13-5/8" is one."""

from __future__ import annotations

import re

from claims.find.page import Page
from claims.find.unit import is_measured
from claims.phrases import last_word

SCORE = re.compile(r"([0-9]{1,3})[-–]([0-9]{1,3})(?![-–0-9]|[.,/⁄][0-9]|%)")
VOTES = re.compile(r"([0-9]{1,3}) to ([0-9]{1,3})(?![0-9]|[.,-][0-9]|%)")
GOALS = re.compile(r"[0-9]{1,3}:[0-9]{1,3}(?:[.,][0-9]{1,4})?(?![0-9:])")
"""A rate of exchange has decimals: "1:1.47"."""
QUOTE = re.compile(r"(?<=[0-9]/)[0-9]{2}(?![0-9]|[.,/][0-9])")
DECIMALS = re.compile(r"[.,][0-9]{1,4}/$")
LONGEST_DECIMALS = 6


def score_end(page: Page, place: int, before: str) -> int | None:
    """Where the score or the vote ends whose digits begin at `place`."""
    if (score := SCORE.match(page.plain, place) or VOTES.match(page.plain, place)) and (_are_votes if " " in score[0] else _is_score)(page, score):
        return score.end()
    if before == "/" and (quote := QUOTE.match(page.plain, place)) and DECIMALS.search(page.plain, max(0, place - LONGEST_DECIMALS), place):
        return quote.end()  # "240.34/44": bid and asked
    goals = GOALS.match(page.plain, place) if before in (" ", "", "(") else None
    return goals.end() if goals else None


def _is_score(page: Page, score: re.Match[str]) -> bool:
    """Two small numbers with a hyphen that do not rise, or that follow a cue, and have no unit."""
    end = score.end()
    following = page.plain[end : end + 1]
    if following == "-" or page.language.percent.at(page.lower, end + 1) or page.language.multipliers.at(page.lower, end + 1):
        return False
    if following.isalpha() and (page.language.spaced or not page.lower.startswith(tuple(page.language.words["score_endings"]), end)):
        return False
    return int(score.group(1)) >= int(score.group(2)) or is_score(page, score.start(), end)


def _are_votes(page: Page, votes: re.Match[str]) -> bool:
    """Whether "voted 61 to 38" tells the two sides of a vote or a game, and no change."""
    before = last_word(page.lower, votes.start() - 1)
    return (
        int(votes[1]) > int(votes[2])
        and before in page.language.words.get("score_cues", ())
        and before not in page.language.words.get("range_blockers", ())
        and not is_measured(page, votes.end())
    )


def is_score(page: Page, start: int, end: int) -> bool:
    """Whether "3-2" is the score of a game: a cue stands before it, or nothing that it could count after it."""
    if page.lower.startswith(tuple(page.language.words.get("score_endings", ("\n",))), end):
        return True
    words = page.lower[max(0, start - 24) : start].split()
    return any(word in page.language.words.get("score_cues", ()) for word in words[-3:])
