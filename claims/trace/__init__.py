"""Figures → where they come from: each figure of an article, looked for in the texts that it was written from.

mention   what each figure measures, of which time, by the words around it
likeness  whether two of them are of the same thing
source    a text to look them up in

A value that is met again may be chance. So the words decide: which of several places a figure is from, whether it is from
there at all, and, where the source has another value of surely the same thing and time, that it differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from claims.claim import Sourced
from claims.figure import Figure
from claims.rounding import Reading
from claims.tie import Tie
from claims.trace.likeness import may_do_the_same, other_slot, other_time, same_slot, same_time
from claims.trace.mention import Mention, mentions
from claims.trace.source import BARE, Candidate, Source, candidates, source_of

if TYPE_CHECKING:
    from claims import Said

__all__ = ["Source", "source_of", "sourced", "ties"]

ALIKE = Fraction(1, 3)
"""So much of the words of one must be said of the other for a figure with the same value to be from there."""
SURELY_ALIKE = Fraction(2, 3)
"""So much of the words of each must be said of the other for another value to differ from it."""
AS_LIKELY = Fraction(4, 5)
"""What is at least this much as like as the best may be meant as well."""
WORTH_SHOWING = Fraction(1, 2)
NEAR = Fraction(3, 2)
"""A figure of the same thing that was miscopied is most often within this factor, has the same digits, or is another one of the source."""
FEWEST_DIGITS = 2
"""A single digit is met again everywhere."""


def ties(said: Said, decimal: str, sources: Sequence[Source]) -> tuple[Tie, ...]:
    """What has become of each figure of the article, in order."""
    return tuple(_tie(mention, [candidate for source in sources for candidate in candidates(mention, source)]) for mention in mentions(said, decimal))


def sourced(found: Iterable[Tie]) -> Iterator[Sourced]:
    """What the ties assert: that a figure is the source's, wherever its words say so."""
    for tie in found:
        if tie.passage and tie.by == "words":
            yield Sourced(tie.figure.span, tie.figure, tie.passage)


def _tie(mention: Mention, found: Sequence[Candidate]) -> Tie:
    figure = mention.figure
    same = [candidate for candidate in found if candidate.reading is not None]
    best = max(same, key=lambda candidate: _rank(mention, candidate), default=None)
    rival = _rival(mention, found)
    agrees = best is not None and _agrees(mention, best)
    if best and agrees and (rival is None or best.likeness.score >= rival.likeness.score * AS_LIKELY):
        loosely = "read loosely" if best.reading is Reading.LOOSE else ""
        return Tie(figure, "tied", "words", best.passage, "if its table is on another scale than it says" if best.shifted else loosely)
    if rival:
        return Tie(figure, "differs", "words", rival.passage)
    if best and best.reading is not Reading.LOOSE and not best.shifted and _is_telling(figure) and not _is_idle(mention, best):
        return Tie(figure, "tied", "value", best.passage, _why_not(mention, best))
    nearest = max(found, key=lambda candidate: candidate.likeness.score, default=None)
    return Tie(figure, "not found", "", nearest.passage if nearest and nearest.likeness.score >= WORTH_SHOWING else None)


def _rank(mention: Mention, candidate: Candidate) -> tuple[bool, bool, Fraction, bool, int]:
    """The likeliest of those with the value: by words, then time, then how exactly it is said."""
    assert candidate.reading is not None
    exactness = -candidate.reading
    return _agrees(mention, candidate), not candidate.shifted, candidate.likeness.score, same_time(mention, candidate.mention), exactness


def _agrees(mention: Mention, candidate: Candidate) -> bool:
    """Whether the words say that it may well be the same thing, and nothing says that it is not."""
    like = candidate.likeness
    alike = like.shared and max(like.named, like.asked_freely) >= ALIKE
    return alike and not other_time(mention, candidate.mention) and not other_slot(mention, candidate.mention)


def _why_not(mention: Mention, candidate: Candidate) -> str:
    if other_time(mention, candidate.mention):
        return "of another time there"
    if other_slot(mention, candidate.mention):
        return "of a change here and of a level there, or the other way about"
    return "other words there"


def _rival(mention: Mention, found: Sequence[Candidate]) -> Candidate | None:
    """The one that surely says another value of the same thing and time; None where several may, and they do not agree."""
    others = [candidate for candidate in found if candidate.reading is None and _is_surely_the_same(mention, candidate, found)]
    best = max(others, key=lambda candidate: candidate.likeness.score, default=None)
    if best is None:
        return None
    step = mention.figure.number.step * mention.figure.unit.size
    for candidate in found:
        is_meant_too = candidate.likeness.score >= best.likeness.score * AS_LIKELY and same_time(mention, candidate.mention)
        if is_meant_too and may_do_the_same(mention, candidate.mention) and abs(_value(candidate) - _value(best)) > step:
            return None
    return best


def _value(candidate: Candidate) -> Fraction:
    return candidate.figure.read(Reading.PRINTED).low


def _is_surely_the_same(mention: Mention, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    like, other = candidate.likeness, candidate.mention
    if not same_time(mention, other) or not same_slot(mention, other) or not like.shared or like.named < SURELY_ALIKE:
        return False
    figure = mention.figure
    if figure.unit.kind == "time" or figure.unit.per != candidate.figure.unit.per or (figure.unit.kind == "count" and not _counts_the_same(mention, other)):
        return False
    if like.asked == like.named == 1 and mention.is_alone:
        return True
    # A word that only one of them has may tell two things apart: then the value must look like a slip as well.
    return not like.is_told_of_others and like.asked_freely >= SURELY_ALIKE and _may_be_miscopied(figure, candidate, found if like.named == 1 else ())


def _counts_the_same(mention: Mention, other: Mention) -> bool:
    """Whether the noun that is counted is said there too."""
    code = mention.figure.unit.code
    if other.figure.unit.kind == "count" and other.figure.unit.code:
        return other.figure.unit.code == code
    return bool(mention.near & other.near) and (not code or code in other.near or any(word.startswith(code[:4]) for word in other.near | other.around))


def _may_be_miscopied(figure: Figure, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether the value may be a slip for the source's: near it, the same digits, two changed about, one wrong, or another figure of the source."""
    ours, theirs = abs(figure.low) * figure.unit.size, abs(candidate.figure.low) * candidate.figure.unit.size
    if ours and theirs and max(ours, theirs) <= NEAR * min(ours, theirs):
        return True
    digits, others = (str(abs(one.number.mantissa)).rstrip("0") for one in (figure, candidate.figure))
    if digits == others or (len(digits) > 1 and sorted(digits) == sorted(others)):
        return True
    if len(digits) == len(others) > FEWEST_DIGITS and sum(one != other for one, other in zip(digits, others, strict=True)) == 1:
        return True
    return any(other.reading is not None and other.source is candidate.source and _is_telling(figure) for other in found)


def _is_telling(figure: Figure) -> bool:
    """Whether its digits are enough to be known again by."""
    return len(str(abs(figure.number.mantissa))) >= FEWEST_DIGITS and figure.number.divisor == 1


def _is_idle(mention: Mention, candidate: Candidate) -> bool:
    """Whether a number of some kind met a bare one: "20 years" is no cell that holds 20."""
    kinds = (mention.figure.unit.kind, candidate.mention.figure.unit.kind)
    return "plain" in kinds and not all(kind in BARE for kind in kinds) and not (mention.figure.unit.kind == "money" and candidate.mention.is_cell)
