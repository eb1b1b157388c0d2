"""Shares: a part of a whole, and what part that is.

A text says these in pieces: "3 of the 57", "60 per cent of the 1,842 schools", "£4.6m, or 2 per cent".
Pieces that have a figure in common, in one role, and do not disagree are put together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import prod

import msgspec

from claims.claim import Share, Sure
from claims.figure import Figure, Span
from claims.relate.counterpart import in_one_unit, in_unit_of, leaves_out_currency, with_one_currency
from claims.rounding import Hedge, Number
from claims.unit import Unit
from claims.wording.met import Met
from claims.wording.pattern import Match, Thing, Window

EXACTLY = Hedge("", None, None)
RATIO = Unit("plain", dimension="ratio")
FAR_TOO_MANY = 20
LARGE = 1000
"""A number printed out to so much has no scale word left out."""


class Piece(msgspec.Struct):
    """A share being put together."""

    roles: dict[str, Figure]
    span: Span
    sure: Sure
    within: bool = False
    """Whether the words say that the part is among the whole, by whatever name ("42 injured, of them 3 children")."""


def shares(window: Window, met: Met) -> Iterator[Share]:
    """Each share that the wording gives, where part and whole are in one unit."""
    told = met.of("share")
    if not told:
        return
    changes = [match for match in met.of("change") if "rising" in match.holds]
    again = {match.roles["again"].span: match.roles["amount"] for match in met.of("restatement")}
    moved = [match.roles for match in met.of("change") if "before" in match.roles]
    since = {roles["before"].span: after for roles in moved if isinstance(after := roles.get("after"), Figure)}
    pieces = [piece for match in told if (piece := _piece(match, changes, again, since))]
    pieces.sort(key=lambda piece: (-len(piece.roles), piece.span))
    for whole in _put_together(pieces):
        if claim := _claim(whole, window):
            yield claim


def of_one_kind(part: Figure, whole: Figure) -> bool:
    """Whether one figure can be a part of the other: the same unit, or bare counts of whatever they count."""
    bare = ("count", "plain")
    if leaves_out_currency(part, whole) or leaves_out_currency(whole, part):
        return True
    return part.unit.dimension == whole.unit.dimension or (part.unit.kind in bare and whole.unit.kind in bare)


def _piece(match: Match, changes: Sequence[Match], again: Mapping[Span, Thing], since: Mapping[Span, Figure]) -> Piece | None:
    roles = {role: thing for role, thing in match.roles.items() if isinstance(thing, Figure)}
    if chain := [roles.pop(role) for role in ("share2", "share3") if role in roles]:
        roles["share"] = _share_of_shares([roles["share"], *chain])
    if "one" in roles and "other" in roles:  # "5,000 fell ill and 50 died, a death rate of 1 percent"
        roles["part"], roles["whole"] = sorted((roles.pop("one"), roles.pop("other")), key=lambda figure: figure.low)
        if any(match.span[0] < change.span[1] and change.span[0] < match.span[1] for change in changes):
            return None  # "from $300 billion to $315 billion, a rate of 5 percent"
    if "share" in roles and "part" in roles and roles["share"].span < roles["part"].span:  # "30 percent, up from 20 percent, or 12,000 of 40,000"
        roles["share"] = since.get(roles["share"].span, roles["share"])
    share, part, whole = (roles.get(role) for role in ("share", "part", "whole"))
    open_or_likely = share is not None and (whole is None or match.holds.get("likely") is True)
    whole_first = whole is not None and share is not None and whole.span < share.span
    if open_or_likely and any(share in change.roles.values() and (whole_first or change.span[0] <= match.span[0]) for change in changes):
        return None  # "plunged 508 points, or 22.6 percent": so much less, not so much of it; but "make up 0.7 percent" is no rise
    if part is not None and whole is not None and (lent := in_unit_of(whole, part)) is not None:
        if lent.number != part.number and part.low >= LARGE:
            lent = msgspec.structs.replace(part, unit=whole.unit)  # "of the 1.6 million acres, 400,000"
        elif whole.unit.kind == "money" and part.unit.kind == "plain" and lent.low > whole.low * FAR_TOO_MANY:
            return None  # "46,000 of the $1.46 preference shares"
        elif lent.number != part.number and part.number.exponent >= 0:
            return None  # "3 of 12 million": of which of them the scale is cannot be told
        roles["part"] = part = lent
    if part is not None and whole is not None:
        roles["part"], roles["whole"] = part, whole = with_one_currency(part, whole)
    if part is not None and whole is not None and not of_one_kind(part, whole) and whole.unit.kind == "plain" and (together := in_one_unit(part, whole)):
        roles["part"], roles["whole"] = part, whole = together  # "36,000 tonnes of 45,000"
    if part is not None and whole is not None and not of_one_kind(part, whole):
        original = again.get(part.span)  # "¥18.2 billion ($2.8 billion), or 4 percent of the ¥455.7 billion"
        if not isinstance(original, Figure) or not of_one_kind(original, whole):
            return None
        roles["part"] = original
    if match.holds.get("short_of") is True:  # "not nearly a quarter of the $75 million"
        roles["share"] = msgspec.structs.replace(roles["share"], hedge=Hedge("", Fraction(1), None))
        roles["part"] = msgspec.structs.replace(roles["part"], hedge=Hedge())
    if "least" in match.holds and "share" not in roles:
        roles["share"] = _at_least(str(match.holds["least"]), match.span)
    return Piece(roles, match.span, Sure.LIKELY if match.holds.get("likely") is True else Sure.SPELLED_OUT, match.holds.get("within") is True)


def _share_of_shares(shares: Sequence[Figure]) -> Figure:
    """What is left when each is a share of the one before: "40 percent passed, and half of those" is a fifth."""
    mantissa = prod(share.number.mantissa * share.unit.size.numerator for share in shares)
    divisor = prod(share.number.divisor * share.unit.size.denominator for share in shares)
    number = Number(mantissa, sum(share.number.exponent for share in shares), divisor)
    return Figure((shares[0].span[0], shares[-1].span[1]), " of ".join(share.printed for share in reversed(shares)), number, unit=RATIO)


def _at_least(fraction: str, span: Span) -> Figure:
    """What a word says of a share that names no number: "most" is anything from a half to all."""
    least = Fraction(fraction)
    return Figure(span, "most", Number(least.numerator, 0, least.denominator), Number(1), RATIO, hedge=EXACTLY)


def _put_together(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces that say most come first; what others disagree with about a figure of theirs cannot be told."""
    groups: list[Piece] = []
    doubtful: list[Piece] = []
    for piece in pieces:
        for group in groups:
            if _shares_a_figure(group.roles, piece.roles):
                if _agree(group.roles, piece.roles):
                    kept = {role: figure for role, figure in group.roles.items() if role == "share" or piece.roles.get(role, figure).hedge != figure.hedge}
                    group.roles = {**group.roles, **piece.roles, **kept}
                    group.span = min(group.span[0], piece.span[0]), max(group.span[1], piece.span[1])
                    group.sure = min(group.sure, piece.sure)
                elif piece.sure >= group.sure and _tell_another(group.roles, piece.roles):
                    doubtful.append(group)
                break
        else:
            groups.append(Piece(dict(piece.roles), piece.span, piece.sure, piece.within))
    yield from (group for group in groups if group not in doubtful)


def _shares_a_figure(one: Mapping[str, Figure], other: Mapping[str, Figure]) -> bool:
    """Whether both speak of one part, or of one share; many parts may be of one whole."""
    return any(role in one and role in other and one[role].span == other[role].span for role in ("part", "share"))


def _tell_another(one: Mapping[str, Figure], other: Mapping[str, Figure]) -> bool:
    """Whether the other roles give the same share to a figure that is in none of the first."""
    return one.get("share") == other.get("share") and any(figure.span not in {known.span for known in one.values()} for figure in other.values())


def _agree(one: Mapping[str, Figure], other: Mapping[str, Figure]) -> bool:
    if any(role in one and one[role].span != thing.span for role, thing in other.items()):
        return False
    spans = {thing.span: role for role, thing in one.items()}
    return all(spans.get(thing.span, role) == role for role, thing in other.items())


def _claim(piece: Piece, window: Window) -> Share | None:
    part, whole, share = (piece.roles.get(role) for role in ("part", "whole", "share"))
    if whole is None or len({thing.span for thing in piece.roles.values()}) < len(piece.roles):
        return None
    if part is None:
        return Share(piece.span, None, whole, share, piece.sure) if share is not None and whole.unit.kind == "count" else None
    if not of_one_kind(part, whole) or part.low > whole.low * (FAR_TOO_MANY if not whole.printed[:1].isdigit() else FAR_TOO_MANY**2):
        return None  # "35,000 of the two models"
    if part.unit.per and not whole.unit.per:
        return None  # "$35 a share if 83 percent of the 7.6 million shares are tendered"
    named = "plain" not in (part.unit.kind, whole.unit.kind)
    if share is None and named and not piece.within and (part.unit.code, part.unit.per) != (whole.unit.code, whole.unit.per):
        return None  # of two things that are counted under two names, either may be the more
    return Share(piece.span, part, whole, share, piece.sure)
