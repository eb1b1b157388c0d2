"""Rates: so much each, so many times, makes the total; so much over so many years; so much a week is so much a year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

import msgspec

from claims.claim import Rate, Sure
from claims.figure import Figure, around
from claims.relate.counterpart import LEAST_MONEY, leaves_out_currency
from claims.relate.digits import period_slips, scale_slips
from claims.relate.period import PER_TIME, in_unit_by_time, of_no_each, of_no_period, of_time
from claims.relate.product import for_a_measure, stands_alone, units_multiply_out
from claims.relate.proposed import proposed_rate
from claims.rounding import EXACTLY
from claims.unit import Unit
from claims.wording.met import Met
from claims.wording.pattern import Match, Window


def rates(window: Window, met: Met) -> Iterator[Rate]:
    """Each rate that the wording gives, or that units and a cue word propose, where the units multiply out."""
    yield from spread_over_years(met)
    found: list[Rate] = []
    for match in met.of("rate"):
        fitting = filter(units_multiply_out, _in_each_unit(_spelled_out(match)))
        found.extend(claim for claim in islice(fitting, 1) if _suits(match, claim, window))
    of_each = {match.roles["count"].span for match in met.of("each_has")}
    wholes = {match.roles["whole"].span for match in met.of("share") if match.roles.keys() == {"part", "whole"}}
    proposed = (proposed_rate(match, window, of_each | wholes) for match in met.of("result"))
    by_digits = (_by_digits(*three) for three in scale_slips(window, met))
    by_period = (Rate(around(each.span, total.span), each, None, total, Sure.LIKELY) for each, total in period_slips(window))
    for claim in chain(proposed, by_digits, by_period):
        if claim and not any(_same(claim, other) or _have_one_product(claim, other) for other in found):
            found.append(claim)
    yield from found


def _by_digits(each: Figure, count: Figure, total: Figure) -> Rate | None:
    """The rate of three figures whose digits multiply out, where their units do; a sum a year comes of a sum a year."""
    count = of_no_each(count)
    bare = count.unit.kind == "plain" and {each.unit.kind, total.unit.kind} == {"count"}
    if not (bare or count.unit.kind == "count") or count.unit.code == total.unit.code:
        return None
    claim = Rate(around(each.span, count.span, total.span), of_no_period(each), count, of_no_period(total), Sure.LIKELY)
    return claim if units_multiply_out(claim) else None


def _spelled_out(match: Match) -> Rate:
    """The rate in the roles that a wording gives, its figures in the units that its words tell."""
    each, count, total = (_figure(match, role) for role in ("each", "count", "total"))
    count = count and of_no_each(count)
    if each and match.holds.get("each_of_count") is True:
        each = _of_one(each, count)
    each, total = of_time(each, match.holds.get("each_per")), of_time(total, match.holds.get("total_per"))
    return _in_one_period(match, each, total) if each and total and count is None else _reckoned(match, each, count, total)


def _suits(match: Match, claim: Rate, window: Window) -> bool:
    """Whether what each goes to is told, where the wording asks for that, and what is counted is named in its sentence, or in its unit."""
    if claim.each is None or (match.holds.get("per") is True and not claim.each.unit.per) or not stands_alone(claim, window):
        return False
    return match.holds.get("named") is not True or (claim.count is not None and claim.count.unit.code in window.words_of(claim.each) | {claim.each.unit.per})


def _in_each_unit(claim: Rate) -> Iterator[Rate]:
    """The rate with its `each` in the likeliest unit, then in the others it may be in; where it goes to a measure, in the base unit of that."""
    printed, count = claim.each, claim.count
    for unit in (printed.unit, *printed.may_also_be) if printed else ():
        assert printed is not None
        each = msgspec.structs.replace(printed, unit=unit)
        yield msgspec.structs.replace(claim, each=for_a_measure(each) if count and count.unit.kind == "measure" else each)


def _of_one(each: Figure, count: Figure | None) -> Figure:
    """A bare sum that the wording tells to be for one of what is measured: "at a price of 32 cents, 3,500 kilowatt-hours"."""
    if count is None or each.unit.per or count.unit.kind not in ("measure", "time"):
        return each
    if count.unit.kind == "time":
        return of_time(each, count.unit.code) or each
    unit = Unit(each.unit.kind, each.unit.code, count.unit.code, each.unit.size, f"{each.unit.dimension} / {count.unit.code}")
    return msgspec.structs.replace(each, unit=unit)


def spread_over_years(met: Met) -> Iterator[Rate]:
    """Totals over a span of time, and the same totals as they are given again in another currency."""
    told = met.of("spread")
    again = {match.roles["again"].span: match.roles["amount"] for match in met.of("restatement")} if told else {}
    for match in told:
        total, count = _figure(match, "total"), _figure(match, "count")
        if total is None or count is None or total.unit.per:
            continue
        count = msgspec.structs.replace(count, hedge=EXACTLY)  # "over five years": five to the day, and no more
        original = again.get(total.span)
        if isinstance(original, Figure) and original.unit.kind == "money":
            yield Rate((original.span[0], match.span[1]), None, count, original)
        yield Rate(match.span, None, count, total)


def _reckoned(match: Match, each: Figure | None, count: Figure | None, total: Figure | None) -> Rate:
    """The rate with its total for the same span of time: "Rs 6,000 a year, in three instalments of Rs 2,000"."""
    if each and total and total.unit.kind == "money" and each.unit.kind == "plain" and each.unit.per and abs(each.low) >= LEAST_MONEY:
        each = in_unit_by_time(each, total)  # "600 million euros in five years, 120 million a year"
    money = count if each and each.unit.kind == "percent" else each  # "2 percent of the $450 million, or 9 million"
    if money and total and leaves_out_currency(total, money):
        total = msgspec.structs.replace(total, unit=Unit("money", money.unit.code, dimension=money.unit.code))
    if each and count and total and total.unit.per and not each.unit.per and total.unit.kind == "money":
        total = of_no_period(total)
    if each and count and total and not total.unit.per and each.unit.dimension == f"{total.unit.dimension}{PER_TIME}" and count.unit.kind in ("count", "plain"):
        each = of_no_period(each)  # "each of the 18 teams pays $2 million a year, for a total of $36 million"
    return Rate(match.span, each, count, total)


def _in_one_period(match: Match, one: Figure, other: Figure) -> Rate:
    """Of a sum a week and a sum a year, the one for the shorter time is the `each`; a bare number a year is of what the other counts."""
    if other.unit.kind == "plain" and other.unit.per and one.unit.kind in ("count", "money"):
        other = in_unit_by_time(other, one)
    shorter, longer = sorted((one, other), key=lambda figure: figure.unit.size, reverse=True)
    return Rate(match.span, shorter, None, longer)


def _have_one_product(one: Rate, other: Rate) -> bool:
    """Whether two rates take so much each as many times: that makes one total, and what else is told is of something else."""
    return one.count is not None and one.each is not None and other.each is not None and (one.count, one.each.span) == (other.count, other.each.span)


def _same(one: Rate, other: Rate) -> bool:
    """Whether two rates are of the same figures."""
    first, second = ({figure.span for figure in (rate.each, rate.count, rate.total) if figure} for rate in (one, other))
    return first == second


def _figure(match: Match, role: str) -> Figure | None:
    thing = match.roles.get(role)
    return thing if isinstance(thing, Figure) else None
