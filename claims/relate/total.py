"""Totals: parts that the text says make a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.claim import Total
from claims.figure import Figure
from claims.pattern import Match, Window
from claims.relate.share import of_one_kind

MOST_PARTS = 16


def totals(window: Window, met: Sequence[Match]) -> Iterator[Total]:
    """Each total that the wording gives, where the parts share its unit. A match with only its first part takes the run that follows."""
    for match in met:
        if match.kind != "total":
            continue
        whole = match.roles.get("whole")
        parts = tuple(thing for role, thing in match.roles.items() if role.startswith("part") and isinstance(thing, Figure))
        if isinstance(whole, Figure) and len(parts) > 1 and all(of_one_kind(part, whole) for part in parts):
            yield Total(match.span, parts, whole)
