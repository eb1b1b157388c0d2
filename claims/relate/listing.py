"""A listing: figures of one kind that stand one after the other, joined by commas or "and"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.figure import Figure
from claims.relate.counterpart import in_unit_of
from claims.relate.share import of_one_kind
from claims.wording.met import Met
from claims.wording.pattern import Window

FEW = 10
LABELLING = (".", ")", ":")
MOST_LISTED = 16
Listing = tuple[Figure, ...]


def are_labels(parts: Sequence[Figure], window: Window) -> bool:
    """Whether they number what follows them: "in two ways: 1. by fire and 2. by water"."""
    return all(part.printed == str(number) and window.text_between(part.span[1], part.span[1] + 1) in LABELLING for number, part in enumerate(parts, 1))


def are_of_each(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether one of many is made of them: "an issue of 1,666,667 units, each consisting of one share and one warrant"."""
    return whole.unit.kind == "count" and all(part.low < FEW for part in parts) and sum(part.low for part in parts) * FEW < whole.low


def listings(window: Window, met: Met) -> tuple[Listing, ...]:
    """Every list of two figures or more, in the order of the text. So many "of them" are some of those before, and begin a list of their own."""
    joined = {match.roles["one"].span for match in met.of("listed")}
    of_them = {match.roles["number"].span for match in met.of("taking_up") if "number" in match.roles}
    wholes = {match.roles["whole"].span for match in met.of("share") if "part" in match.roles and "whole" in match.roles}
    set_beside = {match.roles["before"].span for match in met.of("change") if "before" in match.roles and match.holds.get("aside") is True}
    found: list[list[Figure]] = []
    before: Figure | None = None
    for thing in window.things:
        if not isinstance(thing, Figure) or thing.unit.code == "ordinal":
            continue  # "31 on Friday, 14 on Saturday"
        if thing.span in wholes or thing.span in set_beside:
            continue  # "32 of the 543 were dead and 160 missing"; "domestic $1.3 billion versus $1.4 billion and foreign $1.7 billion versus $1.1 billion"
        if not thing.upper:
            goes_on = before is not None and before.span in joined and thing.span not in of_them and _is_alike(before, thing)
            if goes_on and found and len(found[-1]) < MOST_LISTED:
                found[-1].append(thing)
            else:
                found.append([thing])
        before = thing
    return tuple(tuple(some) for some in found if len(some) > 1)


def _is_alike(one: Figure, other: Figure) -> bool:
    return (one.unit.per == other.unit.per and of_one_kind(one, other)) or in_unit_of(other, one) is not None or in_unit_of(one, other) is not None
