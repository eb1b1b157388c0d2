"""Changes that only seem to be told: an amount or a percentage of something else stands where one of the change would.

One slip spoils one figure of a change. Where a level agrees with neither the direction nor the measure, or where another
figure would suit better, the sentence has been misunderstood, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from claims.claim import Sure
from claims.figure import Figure, Span
from claims.relate.counterpart import in_one_unit
from claims.relate.piece import Piece
from claims.wording.pattern import Thing, Window

FARTHEST_SHARE = 16
"""How many code points may lie between a level and what share of a whole it is (" shares, or ")."""
NEAR = Fraction(1, 10)
"""How far, as a part of it, a measure may lie from the way between two levels and still be meant for it."""
FAR_APART, FAR_APART_IF_BARE = 50, 5
"""Two levels that are so many times apart are seldom of one thing, if a figure that is nearer stands beside them."""
ALIKE = 3
FAR_TOO_MUCH = 2
"""How many times what it should be a level is that was never meant ("has doubled, driving the ratio to 70, compared with 15 elsewhere")."""
BARE = ("plain", "count")


def without_share(piece: Piece, told_as_share: Collection[Span], window: Window) -> Piece:
    """Of "to 260,500 shares, or 6.4 percent of the total, from 370,500 shares, or 9.2 percent" no percentage is that of the change."""
    before, after, percent = (piece.roles.get(role) for role in ("before", "after", "percent"))
    if before is None or after is None or percent is None:
        return piece
    beside, other = sorted((before, after), key=lambda level: abs(level.span[1] - percent.span[0]))
    has_its_own = other.span in told_as_share or any(_follows(thing, other) for thing in window.things if thing != percent)
    if not has_its_own or not _follows(percent, beside):
        return piece
    return Piece({role: figure for role, figure in piece.roles.items() if role != "percent"}, piece.rising, piece.span, piece.sure)


def _follows(thing: Thing, level: Figure) -> bool:
    """Whether it is a percentage that stands close behind a level."""
    return isinstance(thing, Figure) and thing.unit.kind == "percent" != level.unit.kind and 0 < thing.span[0] - level.span[1] <= FARTHEST_SHARE


def is_a_percentage_itself(known: Figure, percent: Figure | None) -> bool:
    """Whether a bare number behind a percentage is another: "bills averaged 14.03 percent, against 14.23"."""
    if percent is None or known.unit.kind != "plain" or not 0 < known.span[0] - percent.span[1] <= FARTHEST_SHARE:
        return False
    return known.number.exponent < 0 and known.low < percent.low * ALIKE and percent.low < known.low * ALIKE


def is_of_a_part(piece: Piece, wholes: Collection[Span]) -> bool:
    """Whether what is after is the whole that a part stands before: of "33 of the 150 seats, down from 41" it is the part."""
    after = piece.roles.get("after")
    return "before" in piece.roles and after is not None and after.span in wholes


def without_its_own_base(piece: Piece, own_base: Collection[Span]) -> Piece:
    """Without a percentage that the words tell to be of another time than what the change is measured from: "rose by 2.8 billion in the last week
    of February to 121.5 billion, a gain of 8.3 percent over the same month last year".
    """
    percent = piece.roles.get("percent")
    if percent is None or percent.span not in own_base or not (piece.aside or "by" in piece.roles):
        return piece
    rising = None if piece.aside else piece.rising  # "8 million, compared with 6 million for tea, a drop of 4 percent from last year"
    return Piece({role: figure for role, figure in piece.roles.items() if role != "percent"}, rising, piece.span, piece.sure)


def is_of_something_else(piece: Piece, window: Window) -> bool:
    """Whether the two levels cannot be meant for each other."""
    before, after = piece.roles.get("before"), piece.roles.get("after")
    if before is None or after is None:
        return False
    by, kinds = piece.roles.get("by"), (before.unit.kind, after.unit.kind)
    if by is not None and ((piece.aside and piece.rising is None) or ("money" in kinds and by.unit.kind == "plain" and _is_in_words(by))):
        return True  # "1,400 seats, compared with 1,402, owned by 30 clubs"; "from $263 million. Shares are divided by eight"
    if any(_is_one(level) for level in (before, after)) or _stands_behind_a_range(piece, window):
        return True
    return _agrees_with_nothing(piece, before, after) or any(_is_outdone(level, other, window) for level, other in ((before, after), (after, before)))


def _is_one(level: Figure) -> bool:
    """Whether it is no more than the word for one: "from one to another"."""
    return level.unit.kind in ("plain", "count") and level.number.value == 1 and _is_in_words(level)


def _is_in_words(figure: Figure) -> bool:
    return not figure.printed[:1].isdigit()


def _agrees_with_nothing(piece: Piece, before: Figure, after: Figure) -> bool:
    """Whether neither the direction nor the measure that is told suits two levels, or what is set beside the change is far from its measure."""
    together = in_one_unit(before, after)
    if piece.rising is None or together is None or not (piece.aside or "by" in piece.roles or piece.sure < Sure.SPELLED_OUT):
        return False
    start, end = (figure.low * figure.unit.size for figure in together)
    if start == end or not start or not end:
        return False
    if (end > start) is piece.rising:
        return piece.aside and _is_far_too_much(piece.roles, start, end)
    if piece.aside and "times" in piece.roles:
        return True
    by, percent, way = piece.roles.get("by"), piece.roles.get("percent"), abs(end - start)
    suiting = ((figure, goal) for figure, goal in ((by, way), (percent, way / abs(start)), (percent, way / abs(end))) if figure)
    off = [abs(abs(figure.low * figure.unit.size) - goal) > NEAR * goal for figure, goal in suiting]
    return bool(off) and all(off)


def _is_far_too_much(roles: Mapping[str, Figure], start: Fraction, end: Fraction) -> bool:
    """Whether what is after is far more than the multiple that is told, or the amount of the change far more than the way."""
    times, by = roles.get("times"), roles.get("by")
    if by is not None:
        return abs(by.low * by.unit.size) > abs(end - start) * FAR_APART
    return times is not None and end > start * times.low * FAR_TOO_MUCH


def _stands_behind_a_range(piece: Piece, window: Window) -> bool:
    """Whether its words hang on a range, so that what looks like a course is another: "at 3.2 to 3.5 million, down from 2.4 to 2.7 million"."""
    behind = (thing for thing in window.things if isinstance(thing, Figure) and thing.upper is not None)
    return any(0 <= piece.span[0] - thing.span[1] <= len(", ") for thing in behind)


def _is_outdone(level: Figure, other: Figure, window: Window) -> bool:
    """Whether a level is far from the other, and another figure before it in its sentence is near that, in its unit or in none:
    "27,840 dollars for the 944, up from 26,775 dollars".
    """
    bare = (level.unit.kind == "plain" and other.unit.kind not in BARE) or (other.unit.kind == "plain" and level.unit.kind not in BARE)
    if level.span[0] > other.span[0] or not _are_far_apart(level, other, FAR_APART_IF_BARE if bare else FAR_APART):
        return False
    sentence = window.sentence_of(level)
    beside = (thing for thing in window.things if isinstance(thing, Figure) and thing.span[1] <= level.span[0] and window.sentence_of(thing) == sentence)
    return any(_is_of_its_kind(thing, other) and not _are_far_apart(thing, other, ALIKE) for thing in beside)


def _is_of_its_kind(thing: Figure, other: Figure) -> bool:
    kinds = {thing.unit.kind, other.unit.kind}
    return len(kinds) == 1 or kinds == set(BARE) or other.unit.kind == "plain"


def _are_far_apart(one: Figure, other: Figure, times: int) -> bool:
    together = in_one_unit(one, other)
    if together is None:
        return True
    low, high = sorted(abs(figure.low * figure.unit.size) for figure in together)
    return not low or high / low > times
