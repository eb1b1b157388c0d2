"""Totals: parts that the text says make a whole, listed before it or after it.

A wording names the whole and the first or the last part; the run of parts is what stands listed with that one
("10 gold, 12 silver and 15 bronze"). Where a run may end sooner or later, the end is taken that suits the whole best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from claims.claim import Sure, Total
from claims.figure import Figure, Span
from claims.interval import Interval
from claims.pattern import Match, Thing, Window
from claims.relate.share import of_one_kind

MOST_PARTS = 16
NEAR = Interval(Fraction(3, 4), Fraction(4, 3))
"""How far from the whole a sum may lie and still be meant for it, where the wording alone does not tell."""
HUNDRED = Fraction(100)


def totals(window: Window, met: Sequence[Match]) -> Iterator[Total]:
    """Each total that the wording gives, where the parts share its unit."""
    wanted = [match for match in met if match.kind == "total"]
    if not wanted:
        return
    listed = {match.roles["one"].span for match in met if match.kind == "listed"}
    judged: set[tuple[Figure, ...]] = set()
    for match in wanted:
        claim = _balance(match) if "rest" in match.roles else _sum(match, window, listed)
        if claim and claim.parts not in judged:
            judged.add(claim.parts)
            yield claim


def run(window: Window, listed: set[Span], *, first: Thing | None = None, last: Thing | None = None) -> tuple[Figure, ...]:
    """The figures listed with the first of them, or with the last, of one kind with it, in the order of the text."""
    things = window.things
    step = 1 if first is not None else -1
    start = next(number for number, thing in enumerate(things) if thing is (first if first is not None else last))
    found = [things[start]]
    place = start + step
    while 0 <= place < len(things) and len(found) < MOST_PARTS:
        before, after = things[min(place, place - step)], things[max(place, place - step)]
        thing = things[place]
        if before.span not in listed or after is before or not _alike(thing, things[start]):
            break
        found.append(thing)
        place += step
    return tuple(thing for thing in found[::step] if isinstance(thing, Figure))


def _alike(thing: Thing, other: Thing) -> bool:
    return isinstance(thing, Figure) and isinstance(other, Figure) and thing.unit.per == other.unit.per and of_one_kind(thing, other)


def _sum(match: Match, window: Window, listed: set[Span]) -> Total | None:
    whole, first, last = (match.roles.get(role) for role in ("whole", "first", "last"))
    named = tuple(thing for role, thing in match.roles.items() if role.startswith("part") and isinstance(thing, Figure))
    parts = named or run(window, listed, first=first, last=last)
    if isinstance(whole, Figure):
        parts = tuple(part for part in parts if part.span != whole.span)
        goal = whole.low
        if not all(_alike(part, whole) for part in parts):
            return None
    elif parts and all(part.unit.kind == "percent" and not part.unit.per for part in parts):
        whole, goal = None, HUNDRED
    else:
        return None
    if not named:
        parts = _best(parts, goal, from_the_end=last is not None, fewest=int(str(match.holds.get("fewest", 2))))
    if len(parts) < 2 or len({part.span for part in parts}) < len(parts):
        return None
    near = NEAR.low * goal <= _plain_sum(parts) <= NEAR.high * goal
    weak = match.holds.get("near") is True or (whole is not None and _counts_differ(parts, whole))
    if weak and not near:
        return None
    span = min(match.span[0], parts[0].span[0]), max(match.span[1], parts[-1].span[1])
    return Total(span, parts, whole, at_least=match.holds.get("open") is True, sure=Sure.LIKELY if weak else Sure.SPELLED_OUT)


def _best(parts: Sequence[Figure], goal: Fraction, *, from_the_end: bool, fewest: int) -> tuple[Figure, ...]:
    """The parts of a run that come nearest to the whole: those from its beginning, or those up to its end."""
    if len(parts) < fewest:
        return ()
    runs = [tuple(parts[-length:] if from_the_end else parts[:length]) for length in range(fewest, len(parts) + 1)]
    return min(runs, key=lambda some: (abs(_plain_sum(some) - goal), -len(some)))


def _plain_sum(parts: Sequence[Figure]) -> Fraction:
    return sum((part.low for part in parts), Fraction(0))


def _counts_differ(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether something else is counted in the parts than in the whole."""
    names = {part.unit.code for part in parts if part.unit.kind == "count"}
    return bool(names) and names != {whole.unit.code}


def _balance(match: Match) -> Total | None:
    """What is left of the greater of two amounts when the lesser is taken from it ("leaving", "a net gain of")."""
    one, other, rest = (match.roles.get(role) for role in ("one", "other", "rest"))
    if not (isinstance(one, Figure) and isinstance(other, Figure) and isinstance(rest, Figure)):
        return None
    if not (_alike(one, other) and _alike(other, rest)) or rest.low >= max(one.low, other.low):
        return None
    whole, part = (one, other) if one.low >= other.low else (other, one)
    return Total(match.span, (part, rest), whole, sure=Sure.LIKELY)

