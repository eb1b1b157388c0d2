"""Changes: what was so much before is so much after, a rise or a fall by an amount or a percentage.

A text says these in pieces, in any order: "rose 5%", "from $1 billion", "to $1.05 billion".
Each wording gives some of the roles; pieces that stand together and do not
disagree are put together into one change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from claims.claim import Change, Rate, Sure
from claims.figure import Figure, Span
from claims.pattern import Match, Thing, Window
from claims.relate.rate import spread_over_years

FARTHEST_APART = 90
"""How many code points may lie between two pieces of one change."""


class Piece(msgspec.Struct):
    """A change being put together."""

    roles: dict[str, Thing]
    rising: bool | None
    span: Span


def changes(window: Window, met: Sequence[Match]) -> Iterator[Change]:
    """Each change of the window whose roles are enough to be judged, or to say what follows."""
    pieces = [piece for match in met if match.kind == "change" and (piece := _piece(match))]
    pieces.sort(key=lambda piece: (piece.span[0], -piece.span[1]))
    for whole in _put_together(pieces, window):
        claim = _claim(whole, window)
        if claim:
            yield claim
    yield from _yearly_changes(window, met)


def _piece(match: Match) -> Piece | None:
    roles = dict(match.roles)
    course = roles.pop("course", None)
    if course is not None:  # "from 16 to 6 percent" is read as one figure with two ends
        assert isinstance(course, Figure)
        if course.upper is None:
            return None
        roles["before"] = msgspec.structs.replace(course, upper=None)
        roles["after"] = msgspec.structs.replace(course, number=course.upper, upper=None)
    rising = match.holds.get("rising")
    return Piece(roles, rising if isinstance(rising, bool) else None, match.span)


def _put_together(pieces: Sequence[Piece], window: Window) -> Iterator[Piece]:
    current: Piece | None = None
    for piece in pieces:
        if current and _belong_together(current, piece, window):
            current.roles.update(piece.roles)
            current.rising = piece.rising if current.rising is None else current.rising
            current.span = min(current.span[0], piece.span[0]), max(current.span[1], piece.span[1])
        else:
            if current:
                yield current
            current = Piece(dict(piece.roles), piece.rising, piece.span)
    if current:
        yield current


def _belong_together(current: Piece, piece: Piece, window: Window) -> bool:
    if any(role in current.roles and current.roles[role].span != thing.span for role, thing in piece.roles.items()):
        return False
    spans = {thing.span: role for role, thing in current.roles.items()}
    if any(spans.get(thing.span, role) != role for role, thing in piece.roles.items() if thing.span != _course(current)):
        return False
    if None not in (current.rising, piece.rising) and current.rising != piece.rising:
        return False
    if piece.span[0] - current.span[1] > FARTHEST_APART:
        return False
    things = [*current.roles.values(), *piece.roles.values()]
    return len({window.sentence_of(thing) for thing in things}) == 1


def _course(piece: Piece) -> Span | None:
    before, after = piece.roles.get("before"), piece.roles.get("after")
    return before.span if before and after and before.span == after.span else None


def _claim(piece: Piece, window: Window) -> Change | None:
    roles: Mapping[str, Thing | None] = piece.roles
    before, after, by, percent, times, years = (_figure(roles.get(role)) for role in ("before", "after", "by", "percent", "times", "years"))
    if before is None or after is None or before.unit.dimension != after.unit.dimension:
        return None
    rising = piece.rising
    if by is not None and by.unit.kind != "points" and by.unit.dimension != before.unit.dimension:
        by = None
    if percent is not None and percent.unit.kind == "percent" and percent.low < 0:
        percent = None
    if by is None and percent is None and times is None and rising is None:
        return None
    return Change(piece.span, before, after, by, percent, times, years, rising)


def _figure(thing: Thing | None) -> Figure | None:
    return thing if isinstance(thing, Figure) else None


def _yearly_changes(window: Window, met: Sequence[Match]) -> Iterator[Change]:
    """So much more a year than before, where the level is printed only as a total over some years."""
    spread = [claim for claim in spread_over_years(met) if claim.total]
    for match in met:
        by = match.roles.get("by")
        if match.kind != "yearly_change" or not isinstance(by, Figure):
            continue
        level = _level_before(by, spread)
        if level and level.total:
            sure = Sure.SPELLED_OUT if window.sentence_of(by) == window.sentence_of(level.total) else Sure.LIKELY
            yield Change((level.evidence[0], match.span[1]), after=level, by=by, rising=match.holds.get("rising") is True, sure=sure)


def _level_before(by: Figure, spread: Sequence[Rate]) -> Rate | None:
    """The last total over some years that stands before the yearly change, in its currency."""
    before = [claim for claim in spread if claim.total and claim.total.unit.code == by.unit.code and claim.total.span[0] < by.span[0]]
    return before[-1] if before else None
