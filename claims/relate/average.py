"""Averages: of the values listed beside them, or of what lies in a range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claims.claim import Average, Sure
from claims.figure import Figure, Span
from claims.relate.counterpart import in_unit_of
from claims.relate.listing import Listing, listings
from claims.wording.met import Met
from claims.wording.pattern import Match, Window

FEWEST_VALUES = 3
"""Of two values the average is seldom told; they are more often two other things."""
FARTHEST_OFF = 11
"""A wrong average may be a decimal place beyond all its values, but hardly two."""


def averages(window: Window, met: Met) -> Iterator[Average]:
    """Each average that the wording gives, with the values or the range that it must suit."""
    told = met.of("average")
    if not told:
        return
    lists = listings(window, met)
    ranges = [(match.span, ends) for match in met.of("range") if (ends := _ends(match))]
    given: set[Span] = set()
    for match in told:
        mean = match.roles.get("mean")
        if not isinstance(mean, Figure) or mean.upper or mean.span in given:
            continue
        claim = _of_values(match, mean, window, lists) or _within(match, mean, window, ranges)
        if claim:
            given.add(mean.span)
            yield claim


def _ends(match: Match) -> tuple[Figure, Figure] | None:
    """The lowest and the highest value; "11 to 43 minutes" is read as one figure with two ends."""
    low, high, both = (match.roles.get(role) for role in ("low", "high", "both"))
    if isinstance(both, Figure) and both.upper:
        return msgspec.structs.replace(both, upper=None), msgspec.structs.replace(both, number=both.upper, upper=None)
    return (low, high) if isinstance(low, Figure) and isinstance(high, Figure) else None


def _of_values(match: Match, mean: Figure, window: Window, lists: Sequence[Listing]) -> Average | None:
    """The list that stands last before the average, in its sentence or in the one before."""
    if match.holds.get("values") != "before":
        return None
    sentence = window.sentence_of(mean)
    for values in reversed(lists):
        some = tuple(value for value in values if value.span[1] <= match.span[0])
        if len(some) >= FEWEST_VALUES and sentence - window.sentence_of(some[-1]) <= 1:
            if _another_between(some[-1], mean, window) or any(value.number.divisor != 1 for value in some) or len({value.hedge for value in some}) > 1:
                return None
            return Average((some[0].span[0], match.span[1]), mean, tuple(in_unit_of(mean, value) or value for value in some)) if _suit(some, mean) else None
    return None


def _another_between(last: Figure, mean: Figure, window: Window) -> bool:
    """Whether something else of the average's unit stands between it and the list in another sentence: then the list is of something else."""
    if window.sentence_of(last) == window.sentence_of(mean):
        return False
    return any(isinstance(thing, Figure) and last.span[1] <= thing.span[0] < mean.span[0] and thing.unit == mean.unit for thing in window.things)


def _suit(values: Listing, mean: Figure) -> bool:
    """Whether the values measure or count what the average does; bare ones stand in the unit of the last ("12, 14 and 15 years")."""
    last = values[-1]
    if not min(value.low for value in values) / FARTHEST_OFF <= mean.low <= max(value.high for value in values) * FARTHEST_OFF:
        return False  # an average of other things: the bill of a household after the parts of a budget
    if mean.unit.per and not last.unit.per:
        mean = msgspec.structs.replace(mean, unit=last.unit)  # "34, 41 and 48 millimetres in the three months, 41 millimetres a month on average"
    bare = all(_measured(value) == _measured(mean) or in_unit_of(last, value) is not None for value in values)
    return bare and _measured(last) == _measured(mean) and _counted(mean) in ("", _counted(last))


def _within(match: Match, mean: Figure, window: Window, ranges: Sequence[tuple[Span, tuple[Figure, Figure]]]) -> Average | None:
    """The range in the same sentence or the one before, where it is the only one that the average can lie in."""
    sentence = window.sentence_of(mean)
    mean = next((msgspec.structs.replace(mean, unit=low.unit) for _, (low, _) in ranges if _is_without_its_per(mean, low)), mean)
    near = [(span, ends) for span, ends in ranges if _measured(ends[0]) == _measured(mean) and 0 <= sentence - window.sentence_of(ends[0]) <= 1]
    if len({ends[0].span for _, ends in near}) != 1:
        return None
    span, (low, high) = near[0]
    if mean.span in (low.span, high.span) or (window.sentence_of(low) != sentence and mean.period != high.period):
        return None
    sure = Sure.SPELLED_OUT if window.sentence_of(low) == sentence else Sure.LIKELY
    return Average((min(span[0], match.span[0]), max(span[1], match.span[1])), mean, (), low, high, sure=sure)


def _is_without_its_per(mean: Figure, low: Figure) -> bool:
    """Whether the average leaves out what the range goes to: "from $14 to $31 an hour and average $18"."""
    return mean.unit.kind == low.unit.kind == "money" and mean.unit.code == low.unit.code and not mean.unit.per and bool(low.unit.per)


def _counted(figure: Figure) -> str:
    return figure.unit.code if figure.unit.kind == "count" else ""


def _measured(figure: Figure) -> str:
    """What a figure measures; bare counts measure whatever they count."""
    return "" if figure.unit.kind in ("plain", "count") else figure.unit.dimension
