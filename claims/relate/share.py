"""Shares: a part of a whole, and what part that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.claim import Share
from claims.figure import Figure
from claims.pattern import Match, Window


def shares(window: Window, met: Sequence[Match]) -> Iterator[Share]:
    """Each share that the wording gives, where part and whole are in one unit."""
    for match in met:
        if match.kind != "share":
            continue
        part, whole, share = (match.roles.get(role) for role in ("part", "whole", "share"))
        if isinstance(part, Figure) and isinstance(whole, Figure) and of_one_kind(part, whole):
            yield Share(match.span, part, whole, share if isinstance(share, Figure) else None)


def of_one_kind(part: Figure, whole: Figure) -> bool:
    """Whether one figure can be a part of the other: the same unit, or bare counts of whatever they count."""
    bare = ("count", "plain")
    return part.unit.dimension == whole.unit.dimension or (part.unit.kind in bare and whole.unit.kind in bare)
