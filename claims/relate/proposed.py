"""Rates that units and a cue word propose: three figures beside each other that multiply out, and no other three that would."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from itertools import product

import msgspec

from claims import lexicon
from claims.claim import Rate, Sure
from claims.figure import Figure, Span, around
from claims.relate.period import PER_TIME, of_no_period
from claims.relate.product import for_a_measure, stands_alone, units_multiply_out
from claims.wording.pattern import Match, Window

MOST_RATES = 3
GIVEN_TO = 24
"""Code points, at most, between so much a month and those who get it: "₹2,000 a month to 1.5 million women"."""
NEXT_CLAUSE = ";"
LEAST_OFF, NEAR_A_POWER = Fraction(1, 50), Fraction(9, 10)
SLIPS = tuple(Fraction(10) ** power for power in (-6, -3, -1, 1, 3, 6))
"""Where three figures are only proposed to belong together, they are so far off at most, or so many times."""
MOST_FIGURES = 12
"""How many figures within two sentences are tried; where more stand, which belongs to which cannot be told."""


def proposed_rate(match: Match, window: Window, of_each: Collection[Span]) -> Rate | None:
    """The one way in which the figures of the sentence, or of that and the one before, multiply out to the result of a cue word.

    `of_each` are counts of which each of several has so many ("each sold 16 million shares, which earned them $272 million apiece"),
    or of which only a part is meant ("2.6 million of the 3.1 million shares at $24 each").
    """
    result = match.roles["result"]
    assert isinstance(result, Figure)
    if match.holds.get("each") is True and result.unit.per != "unit":
        return None
    sentence = window.sentence_of(result)
    for reach in (0, 1):
        near = [thing for thing in window.things if isinstance(thing, Figure) and 0 <= sentence - window.sentence_of(thing) <= reach]
        beside = [figure for figure in near if figure.span not in of_each]
        eaches = [figure for figure in beside if figure.unit.per or " / " in figure.unit.dimension]
        if len(beside) > MOST_FIGURES or len(eaches) > MOST_RATES:
            return None
        triples = (triple for triple in product(eaches, beside, beside) if result in triple)
        found = [claim for triple in triples if (claim := _by_units(match, window, *triple))]
        if found:
            return found[0] if len(found) == 1 and _can_be_a_slip(found[0]) else None
    return None


def _by_units(match: Match, window: Window, each: Figure, count: Figure, total: Figure) -> Rate | None:
    if len({each.span, count.span, total.span}) < 3 or each.upper or count.upper or total.upper:
        return None
    if NEXT_CLAUSE in window.text_between(min(each.span[1], total.span[1]), max(each.span[0], total.span[0])):
        return None  # "$80 for all of it; or $45 a line for four lines"
    each = for_a_measure(each)
    evidence = around(match.span, each.span, count.span, total.span)
    if total.unit.per == "year" and total.unit.kind == "money" and count.unit.kind == "count" and not each.unit.dimension.endswith(PER_TIME):
        total = of_no_period(total)  # "£2,100 a head": a year, as the sum is
    if count.unit.kind == "time" and count.unit.per == total.unit.per != "":
        total = of_no_period(total)  # "50 hours a week at $11 an hour, $550 a week"
    if count.unit.dimension.endswith(PER_TIME) and not total.unit.per and (measure := lexicon.units().get(count.unit.code)):
        count = msgspec.structs.replace(count, unit=measure)  # "500 gallons a year … $90"
    claim = Rate(evidence, each, count, total, Sure.LIKELY)
    if each.unit.kind == total.unit.kind == "count" and each.unit.code != total.unit.code:
        return None
    return claim if units_multiply_out(claim) and stands_alone(claim, window) and _of_each_other(window, each, count, total) else None


def _of_each_other(window: Window, each: Figure, count: Figure, total: Figure) -> bool:
    """Whether what is counted is what the rate goes to: by its unit, by "each", or by a word beside the rate."""
    if count.unit.kind in ("time", "measure"):
        here, before = window.sentence_of(count) == window.sentence_of(total), each.span[0] < count.span[0]
        goes_to_it = count.unit.kind == "measure" and each.unit.per == count.unit.code  # "42 cents a litre. For 500,000 litres …"
        return here and (window.sentence_of(each) == window.sentence_of(count) or (before and goes_to_it))
    if each.unit.per == "unit":
        return count.unit.kind == "count" and window.sentence_of(count) == window.sentence_of(each) and count.span[0] < each.span[0]
    if count.unit.kind != "count":
        return False
    if each.unit.per in (count.unit.code, "person"):
        return True
    one_sentence = window.sentence_of(count) == window.sentence_of(each) == window.sentence_of(total)
    both_by_time = each.unit.dimension.endswith(PER_TIME) and total.unit.dimension.endswith(PER_TIME)
    return both_by_time and one_sentence and each.span[1] < count.span[0] <= each.span[1] + GIVEN_TO


def _can_be_a_slip(claim: Rate) -> bool:
    """Whether the product is the total, or is off as slips are: by little, or by a power of ten."""
    each, count, total = (figure.low * figure.unit.size for figure in (claim.each, claim.count, claim.total) if figure)
    off = each * count / total if total else Fraction(0)
    if claim.each is None or claim.each.unit.kind != "money" or LEAST_OFF < off < 1 / LEAST_OFF:
        return True
    return any(NEAR_A_POWER < off * power < 1 / NEAR_A_POWER for power in SLIPS)
