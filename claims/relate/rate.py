"""Rates: so much each, so many times, makes the total; so much over so many years; so much a week is so much a year."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import chain, islice, product

import msgspec

from claims import lexicon
from claims.claim import Rate, Sure
from claims.figure import Figure, Span, around
from claims.met import Met
from claims.pattern import Match, Window
from claims.relate.counterpart import LEAST_MONEY, leaves_out_currency
from claims.relate.digits import period_slips, scale_slips
from claims.relate.period import PER_TIME, in_unit_by_time, of_no_each, of_no_period, of_time
from claims.rounding import EXACTLY
from claims.unit import Unit

LENGTH, AREA = "[length]", "[length] ** 2"
MOST_RATES = 3
GIVEN_TO = 24
"""Code points, at most, between so much a month and those who get it: "₹2,000 a month to 1.5 million women"."""
NEXT_CLAUSE = ";"
LEAST_OFF, NEAR_A_POWER = Fraction(1, 50), Fraction(9, 10)
SLIPS = tuple(Fraction(10) ** power for power in (-6, -3, -1, 1, 3, 6))
"""Where three figures are only proposed to belong together, they are so far off at most, or so many times."""
MOST_FIGURES = 12
"""How many figures within two sentences are tried; where more stand, which belongs to which cannot be told."""


def rates(window: Window, met: Met) -> Iterator[Rate]:
    """Each rate that the wording gives, or that units and a cue word propose, where the units multiply out."""
    yield from spread_over_years(met)
    found: list[Rate] = []
    for match in met.of("rate"):
        fitting = filter(units_multiply_out, _in_each_unit(_spelled_out(match)))
        found.extend(claim for claim in islice(fitting, 1) if _suits(match, claim, window))
    of_each = {match.roles["count"].span for match in met.of("each_has")}
    proposed = (_proposed(match, window, of_each) for match in met.of("result"))
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
    if claim.each is None or (match.holds.get("per") is True and not claim.each.unit.per) or not _stands_alone(claim, window):
        return False
    return match.holds.get("named") is not True or (claim.count is not None and claim.count.unit.code in window.words_of(claim.each) | {claim.each.unit.per})


def _stands_alone(claim: Rate, window: Window) -> bool:
    """Whether the sentence of the total has no further amount of its unit: "$3 million each and 4 coaches $1 million" may be two parts of it."""
    if claim.count is None or claim.total is None or claim.total.unit.kind in ("count", "plain"):
        return True
    own = {figure.span for figure in (claim.each, claim.count, claim.total) if figure}
    sentence, unit = window.sentence_of(claim.total), claim.total.unit
    others = [thing for thing in window.things if isinstance(thing, Figure) and thing.span not in own and window.sentence_of(thing) == sentence]
    return not any((other.unit.kind, other.unit.code) == (unit.kind, unit.code) and other.unit.per in ("", "unit") for other in others)


def _in_each_unit(claim: Rate) -> Iterator[Rate]:
    """The rate with its `each` in the likeliest unit, then in the others it may be in; where it goes to a measure, in the base unit of that."""
    printed, count = claim.each, claim.count
    for unit in (printed.unit, *printed.may_also_be) if printed else ():
        assert printed is not None
        each = msgspec.structs.replace(printed, unit=unit)
        yield msgspec.structs.replace(claim, each=_for_a_measure(each) if count and count.unit.kind == "measure" else each)


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


def units_multiply_out(claim: Rate) -> bool:
    """Whether each × count can be the total, by their units."""
    each, count, total = claim.each, claim.count, claim.total
    if each is None or total is None or (_kind(each) != _kind(total) and each.unit.kind != "percent"):
        return False
    if each.unit.kind == "percent":
        return count is not None and count.unit.kind == "money" and count.unit.dimension == total.unit.dimension and not total.unit.per
    if each.unit.kind == "money" and each.unit.code != total.unit.code:
        return False
    if count is None:
        return each.unit.dimension == total.unit.dimension != "" and each.unit.dimension.endswith(PER_TIME) and each.unit.per != total.unit.per
    if each.unit.dimension == count.unit.dimension == LENGTH:
        return total.unit.dimension == AREA
    if count.unit.kind in ("time", "measure"):
        return each.unit.dimension == f"{total.unit.dimension} / {count.unit.dimension}"
    if count.unit.kind == "money":  # so many pesos for each of so many dollars
        return count.unit.code != total.unit.code and not count.unit.per and not total.unit.per
    both_by_time = each.unit.dimension.endswith(PER_TIME)
    if both_by_time != total.unit.dimension.endswith(PER_TIME):
        return False
    return count.unit.kind in ("count", "plain") and (both_by_time or total.unit.per in ("", each.unit.per)) and not count.unit.per


def _kind(figure: Figure) -> str:
    """The kind of a figure's unit; bare numbers count too."""
    return "count" if figure.unit.kind == "plain" else figure.unit.kind


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


def _proposed(match: Match, window: Window, of_each: Collection[Span]) -> Rate | None:
    """The one way in which the figures of the sentence, or of that and the one before, multiply out to the result of a cue word.

    `of_each` are counts of which each of several has so many: "each sold 16 million shares, which earned them $272 million apiece".
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
    each = _for_a_measure(each)
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
    return claim if units_multiply_out(claim) and _stands_alone(claim, window) and _of_each_other(window, each, count, total) else None


def _for_a_measure(each: Figure) -> Figure:
    """The rate, where it goes to a measure, in the base unit of that: "$6 a gram" is so much for the mass of a gram."""
    unit = each.unit
    divisor = lexicon.units().get(unit.per) or lexicon.units().get(unit.per.replace("**", " ** "))
    if divisor is None or divisor.kind not in ("measure", "time") or unit.dimension.endswith(PER_TIME):
        return each
    dimension = f"{unit.dimension.partition(' / ')[0]} / {divisor.dimension}"
    return msgspec.structs.replace(each, unit=Unit(unit.kind, unit.code, unit.per, unit.size / divisor.size, dimension))


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
    return claim.each is None or claim.each.unit.kind != "money" or LEAST_OFF < off < 1 / LEAST_OFF or any(NEAR_A_POWER < off * power < 1 / NEAR_A_POWER for power in SLIPS)


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
