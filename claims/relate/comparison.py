"""Comparisons: one amount is so much more, or so many times, another.

Where the words leave an amount to be understood ("…, a third more than the 120 it replaces"), it is the nearest before
them. Where they leave both ("Its neighbour, 306 metres high, is 18 metres shorter"), they are the only two amounts of
that kind in the sentence and the one before it, and the larger of them is the greater.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from fractions import Fraction

import msgspec

from claims.claim import Comparison, Sure
from claims.figure import Figure, Span
from claims.relate.counterpart import as_difference, in_one_unit, is_alike, nearest_before
from claims.relate.piece import as_points
from claims.wording.met import Met
from claims.wording.pattern import Match, Window

MEASURES = ("difference", "percent", "times")
MEANT, FARTHEST_OFF = Fraction(11, 10), 3
"""How many times a difference may be what is told where it is the wrong way about, and where it is the right way."""
SCALES = tuple(Fraction(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))


def comparisons(window: Window, met: Met) -> Iterator[Comparison]:
    """Each comparison that the wording gives, where both amounts are in one unit."""
    told = met.of("comparison")
    if not told:
        return
    denied, taking_up, back = (met.sentences(kind) for kind in ("denial", "taking_up", "points_back"))
    taken = {other.roles["before"].span for other in met.of("change") if "before" in other.roles}
    taken |= {other.roles["lesser"].span for other in told if "lesser" in other.roles}
    judged: set[frozenset[Span]] = set()
    compared: dict[Span, Figure] = {}
    for match in told:
        if window.sentence_at(match.span[0]) in denied:
            continue
        claim = _claim(match, window, taking_up, back, taken)
        if claim is not None and claim.sure is Sure.LIKELY and claim.greater.span in compared:
            # "$450 million, five times its estimate of $90 million and twice the record of …"
            claim = msgspec.structs.replace(claim, greater=compared[claim.greater.span])
        if claim is None:
            continue
        figures = frozenset(getattr(claim, role).span for role in ("greater", "lesser", *MEASURES) if getattr(claim, role))
        if not any(figures <= others for others in judged):
            judged.add(figures)
            compared.setdefault(claim.lesser.span, claim.greater)
            yield claim


def _claim(match: Match, window: Window, taking_up: Container[int], back: Container[int], taken: Collection[Span]) -> Comparison | None:
    roles = {role: thing for role, thing in match.roles.items() if isinstance(thing, Figure)}
    if "points" in roles:
        roles["difference"] = as_points(roles.pop("points"))
    sure = Sure.SPELLED_OUT
    if "greater" not in roles or "lesser" not in roles:
        completed = _completed(roles, match, window, taking_up, back, taken)
        if completed is None:
            return None
        roles, sure = completed, Sure.LIKELY
    if roles["greater"].upper or roles["lesser"].upper:
        return None
    if _is_a_pronoun(roles["greater"], roles["lesser"]) or _is_a_pronoun(roles["lesser"], roles["greater"]):
        return None
    together = in_one_unit(roles["greater"], roles["lesser"])
    if together is None:
        return None
    difference = roles.get("difference")
    if difference is not None and (difference := as_difference(difference, together[0])) is None:
        return None
    if "times" in roles and together[0].number == together[1].number:
        return None  # "32-bit chips that are three times faster than the 32-bit chips of today"
    if sure is Sure.LIKELY and _are_never_meant(*together, difference, roles.get("percent")):
        return None
    less = match.holds.get("less") is True
    return Comparison(
        match.span, *together, difference, roles.get("percent"), roles.get("times"), match.holds.get("more") is True, less, sure,
    )  # fmt: skip


def _are_never_meant(greater: Figure, lesser: Figure, difference: Figure | None, percent: Figure | None) -> bool:
    """Whether two amounts, one of which the words leave to be understood, lie so much farther apart, or so much nearer, than is told, or the wrong way,
    that another was meant.
    """
    start = lesser.low * lesser.unit.size
    way = greater.low * greater.unit.size - start
    told = difference.low * difference.unit.size if difference else percent.low * percent.unit.size * start if percent else None
    if not told or told < 0 or start <= 0:
        return False
    off = abs(way) / told
    if way <= 0:
        return not 1 / MEANT < off < MEANT
    return not 1 / FARTHEST_OFF < off < FARTHEST_OFF and not any(1 / MEANT < off * scale < MEANT for scale in SCALES)


def _is_a_pronoun(number: Figure, amount: Figure) -> bool:
    """Whether a number in words counts those that have such amounts: "only one exceeded 100 kilometers"."""
    return number.unit.kind == "plain" and not number.printed[:1].isdigit() and amount.unit.kind in ("money", "measure")


def _completed(
    roles: dict[str, Figure], match: Match, window: Window, taking_up: Container[int], back: Container[int], taken: Collection[Span]
) -> dict[str, Figure] | None:
    """The roles with the amounts that the words leave to be understood; not with those that are `taken` by what the words tell."""
    present = roles.get("greater") or roles.get("lesser")
    if present is not None:
        first = min(figure.span[0] for figure in roles.values())
        other = nearest_before(window, first, present, {*taken, *(figure.span for figure in roles.values())}, back=window.sentence_at(first) in back)
        if other is None or _is_parallel(other, present):
            return None
        return {**roles, "lesser" if "greater" in roles else "greater": other}
    two = _only_two(roles, match, window, taking_up)
    if two is None:
        return None
    greater, lesser = sorted(two, key=lambda figure: figure.low * figure.unit.size, reverse=True)
    return {**roles, "greater": greater, "lesser": lesser}


def _is_parallel(other: Figure, present: Figure) -> bool:
    """Whether nothing ties the two together: the other is a bound itself ("60% made less than $2,000, 42% less than $1,000"),
    or one is some number in words ("the leading ten").
    """
    bound = other.hedge.words != "" and (other.hedge.below is None) != (other.hedge.above is None)
    return bound or any(one.unit.kind == "plain" and not one.unit.code and not one.printed[:1].isdigit() for one in (other, present))


def _only_two(roles: dict[str, Figure], match: Match, window: Window, taking_up: Container[int]) -> tuple[Figure, Figure] | None:
    """The only two amounts of one kind before the words: in their sentence, one there and one in the sentence that it takes up, or both there."""
    here = window.sentence_at(match.span[0])
    difference = roles.get("difference")
    before = [
        thing
        for thing in window.things
        if isinstance(thing, Figure) and thing.span[1] <= match.span[0] and thing.unit.dimension != "ratio" and thing.unit.kind != "time" and not thing.upper
        and window.sentence_of(thing) in ((here - 1, here) if here in taking_up else (here,))
        and (difference is None or _can_differ_by(thing, difference))
    ]  # fmt: skip
    if len(before) < 2 or not is_alike(before[-1], before[-2]) or (window.sentence_of(before[-1]) != here and here not in taking_up):
        return None
    if any(is_alike(before[-1], other) for other in before[:-2]):
        return None
    return in_one_unit(before[-1], before[-2])


def _can_differ_by(amount: Figure, difference: Figure) -> bool:
    """Whether two such amounts can be so far apart: money by money, metres by metres."""
    return amount.unit.dimension == difference.unit.dimension if difference.unit.kind in ("money", "measure") else is_alike(amount, difference)
