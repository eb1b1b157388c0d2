"""No sound claim is ever contradicted: true values, rounded in any way a writer rounds, satisfy every law.

Each law has a way of drawing true values at random, and the claim that a text would make of them.
`FACTCHECK_EXAMPLES=10000 pytest tests/test_soundness.py` draws ten thousand a law.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.claim import Average, Change, Claim, Comparison, Entry, Passage, Rate, Repetition, Restatement, Share, Sourced, Tally, Timing, Total
from claims.day import Day
from claims.figure import Figure
from claims.interval import Interval
from claims.lexicon import units
from claims.rounding import Hedge, Number
from claims.unit import PERCENT, PERCENTAGE_POINT, TIMES, Unit
from factcheck import all_rules
from factcheck.judge import verdict_on
from factcheck.outside import ExchangeRate, Outside
from factcheck.verdict import Outcome

EXAMPLES = int(os.environ.get("FACTCHECK_EXAMPLES", "100"))
NOWHERE = (0, 0)
USD = Unit("money", "USD", dimension="USD")
PLAIN = Unit("plain")
Draw = Callable[[st.SearchStrategy[int]], int]
TODAY = date(2022, 1, 6)


def rounded(draw: Draw, value: Fraction, unit: Unit = PLAIN) -> Figure:
    """A true value in base units as a writer might print it: some digits, half up or down, perhaps hedged."""
    in_unit = value / unit.size
    size = 0
    while abs(in_unit) >= Fraction(10) ** (size + 1):
        size += 1
    while in_unit and abs(in_unit) < Fraction(10) ** size:
        size -= 1
    exponent = size - draw(st.integers(2, 5)) + 1
    step = Fraction(10) ** exponent
    number = Number(round(in_unit / step), exponent)
    hedges = [Hedge()]
    if number.value >= in_unit:
        hedges.append(Hedge("nearly", Fraction(1, 10), None))
    if number.value <= in_unit:
        hedges.append(Hedge("more than", None, Fraction(3, 20)))
    hedges.append(Hedge("about", Fraction(1, 20), Fraction(1, 20)))
    return Figure(NOWHERE, str(number.value), number, unit=unit, hedge=hedges[draw(st.integers(0, len(hedges) - 1))])


def exactly(count: int, unit: Unit = PLAIN) -> Figure:
    return Figure(NOWHERE, str(count), Number(count), unit=unit)


def amount(draw: Draw) -> Fraction:
    return Fraction(draw(st.integers(1, 10**7)), 10 ** draw(st.integers(0, 3))) * 10 ** draw(st.integers(0, 6))


def change(draw: Draw) -> Claim:
    before, percent, rising = amount(draw), Fraction(draw(st.integers(1, 999)), 1000), bool(draw(st.integers(0, 1)))
    after = before * (1 + percent if rising else 1 - percent)
    by = abs(after - before)
    return Change(NOWHERE, rounded(draw, before, USD), rounded(draw, after, USD), rounded(draw, by, USD), rounded(draw, percent, PERCENT), rising=rising)


def multiple(draw: Draw) -> Claim:
    before, times = amount(draw), Fraction(draw(st.integers(11, 200)), 10)
    return Change(NOWHERE, rounded(draw, before), rounded(draw, before * times), times=rounded(draw, times, TIMES), rising=True)


def one_end(draw: Draw) -> Claim:
    """The amount and the percentage of a change, with only one of its ends."""
    before, percent, rising = amount(draw), Fraction(draw(st.integers(1, 999)), 1000), bool(draw(st.integers(0, 1)))
    after = before * (1 + percent if rising else 1 - percent)
    by, part = rounded(draw, abs(after - before), USD), rounded(draw, percent, PERCENT)
    if draw(st.integers(0, 1)):
        return Change(NOWHERE, rounded(draw, before, USD), None, by, part, rising=rising)
    return Change(NOWHERE, None, rounded(draw, after, USD), by, part, rising=rising)


def multiple_as_percentage(draw: Draw) -> Claim:
    times = Fraction(draw(st.integers(11, 200)), 10)
    return Change(NOWHERE, percent=rounded(draw, times - 1, PERCENT), times=rounded(draw, times, TIMES), rising=True)


def points(draw: Draw) -> Claim:
    before, by = Fraction(draw(st.integers(1, 500)), 1000), Fraction(draw(st.integers(1, 400)), 1000)
    return Change(NOWHERE, rounded(draw, before, PERCENT), rounded(draw, before + by, PERCENT), rounded(draw, by, PERCENTAGE_POINT), rising=True)


def compound(draw: Draw) -> Claim:
    before, percent, years = amount(draw), Fraction(draw(st.integers(1, 200)), 1000), draw(st.integers(2, 20))
    year = Unit("time", "year", size=Fraction(31557600), dimension="[time]")
    after = before * (1 + percent) ** years
    return Change(NOWHERE, rounded(draw, before), rounded(draw, after), percent=rounded(draw, percent, PERCENT), years=exactly(years, year), rising=True)


def share(draw: Draw) -> Claim:
    whole, part = amount(draw), Fraction(draw(st.integers(1, 1000)), 1000)
    return Share(NOWHERE, rounded(draw, whole * part), rounded(draw, whole), rounded(draw, part, PERCENT))


def part_only(draw: Draw) -> Claim:
    whole, part = amount(draw), Fraction(draw(st.integers(1, 1000)), 1000)
    return Share(NOWHERE, rounded(draw, whole * part), rounded(draw, whole))


def total(draw: Draw) -> Claim:
    parts = [amount(draw) for _ in range(draw(st.integers(2, 6)))]
    return Total(NOWHERE, tuple(rounded(draw, part) for part in parts), rounded(draw, sum(parts, Fraction(0))))


def hundred(draw: Draw) -> Claim:
    weights = [draw(st.integers(1, 100)) for _ in range(draw(st.integers(2, 6)))]
    return Total(NOWHERE, tuple(rounded(draw, Fraction(weight, sum(weights)), PERCENT) for weight in weights))


def of_which(draw: Draw) -> Claim:
    parts = [amount(draw) for _ in range(draw(st.integers(2, 6)))]
    return Total(NOWHERE, tuple(rounded(draw, part) for part in parts), rounded(draw, sum(parts, amount(draw))), at_least=True)


def share_of_people(draw: Draw) -> Claim:
    many = draw(st.integers(1, 200))
    some = Fraction(draw(st.integers(0, many)), many)
    whole = Figure(NOWHERE, str(many), Number(many), unit=Unit("count", "person", dimension="person"))
    return Share(NOWHERE, None, whole, rounded(draw, some, PERCENT))


def rate(draw: Draw) -> Claim:
    each, count = amount(draw), draw(st.integers(1, 10**6))
    return Rate(NOWHERE, rounded(draw, each, USD), rounded(draw, Fraction(count)), rounded(draw, each * count, USD))


def month_and_year(draw: Draw) -> Claim:
    each = amount(draw)
    month = Unit("money", "USD", "month", Fraction(12, 31557600), "USD / [time]")
    year = Unit("money", "USD", "year", Fraction(1, 31557600), "USD / [time]")
    return Rate(NOWHERE, rounded(draw, each * month.size, month), None, rounded(draw, each * 12 * year.size, year))


def comparison(draw: Draw) -> Claim:
    lesser, times = amount(draw), Fraction(draw(st.integers(10, 200)), 10)
    greater = lesser * times
    return Comparison(NOWHERE, rounded(draw, greater), rounded(draw, lesser), rounded(draw, greater - lesser), None, rounded(draw, times, TIMES))


def so_much_less(draw: Draw) -> Claim:
    """"20 percent fewer", "half as many", "three times more" in either sense."""
    lesser, times = amount(draw), Fraction(draw(st.integers(11, 200)), 10)
    greater = lesser * times
    match draw(st.integers(0, 2)):
        case 0:
            return Comparison(NOWHERE, rounded(draw, greater), rounded(draw, lesser), None, rounded(draw, 1 - 1 / times, PERCENT), less=True)
        case 1:
            return Comparison(NOWHERE, rounded(draw, greater), rounded(draw, lesser), times=rounded(draw, 1 / times))
        case _:
            said = rounded(draw, times - draw(st.integers(0, 1)), TIMES)
            return Comparison(NOWHERE, rounded(draw, greater), rounded(draw, lesser), times=said, more=True)


def average(draw: Draw) -> Claim:
    values = [amount(draw) for _ in range(draw(st.integers(2, 6)))]
    mean = sum(values, Fraction(0)) / len(values)
    return Average(NOWHERE, rounded(draw, mean), tuple(rounded(draw, value) for value in values), rounded(draw, min(values)), rounded(draw, max(values)))


def lengths(draw: Draw) -> Claim:
    value = amount(draw)
    mile, kilometer = (Unit("measure", code, size=size, dimension="[length]") for code, size in (("mile", Fraction("1609.344")), ("kilometer", Fraction(1000))))
    return Restatement(NOWHERE, rounded(draw, value, mile), rounded(draw, value, kilometer))


def temperatures(draw: Draw) -> Claim:
    celsius, fahrenheit = units()["degree_Celsius"], units()["degree_Fahrenheit"]
    value = celsius.zero + Fraction(draw(st.integers(1, 900)), 10)
    return Restatement(NOWHERE, rounded(draw, value - celsius.zero, celsius), rounded(draw, value - fahrenheit.zero, fahrenheit))


def temperature_differences(draw: Draw) -> Claim:
    value = Fraction(draw(st.integers(1, 300)), 10)
    return Restatement(NOWHERE, rounded(draw, value, units()["delta_degree_Celsius"]), rounded(draw, value, units()["delta_degree_Fahrenheit"]))


def currencies_of_long_ago(draw: Draw) -> Claim:
    claim = currencies(draw)
    return msgspec.structs.replace(claim, when=Day(NOWHERE, "1987", 1987))


def currencies(draw: Draw) -> Claim:
    value = amount(draw)
    return Restatement(NOWHERE, rounded(draw, value * 116, Unit("money", "JPY", dimension="JPY")), rounded(draw, value, USD))


def two_conversions(draw: Draw) -> Claim:
    first, second = currencies(draw), currencies(draw)
    assert isinstance(first, Restatement)
    assert isinstance(second, Restatement)
    return Repetition(NOWHERE, first, second)


def repetition(draw: Draw) -> Claim:
    value = amount(draw)
    return Repetition(NOWHERE, rounded(draw, value, USD), rounded(draw, value, USD))


def taken_from_a_source(draw: Draw) -> Claim:
    value = amount(draw)
    return Sourced(NOWHERE, rounded(draw, value, USD), Passage(rounded(draw, value, USD), "release.txt", "line 3"))


def sum_of_a_sheet(draw: Draw) -> Claim:
    value = amount(draw)
    return Entry(NOWHERE, "sum", "B5", "=SUM(B2:B4)", holds=value, should=value)


def day(draw: Draw) -> date:
    return date(1900, 1, 1) + timedelta(days=draw(st.integers(0, 45000)))


def printed(draw: Draw, one: date, *, least: int = 0) -> Day:
    """A day as a writer might print it: in full, as a month, or as a year."""
    how = draw(st.integers(least, 2))
    return Day(NOWHERE, one.isoformat(), one.year, one.month if how else None, one.day if how == 2 else None)


def per_head(draw: Draw) -> Claim:
    """What all the people of a place owe: a hundred thousand each at most."""
    people, each = draw(st.integers(100_000, 100_000_000)), draw(st.integers(1, 100_000))
    return Rate(NOWHERE, None, rounded(draw, Fraction(people), Unit("count", "person")), rounded(draw, Fraction(people * each), USD))


def age(draw: Draw) -> Claim:
    born, later = sorted((day(draw), day(draw)))
    years = later.year - born.year - ((later.month, later.day) < (born.month, born.day))
    year = Unit("time", "year", size=Fraction(31557600), dimension="[time]")
    said = Figure(NOWHERE, str(years), Number(years), unit=year, hedge=Hedge("", None, None))
    return Timing(NOWHERE, start=printed(draw, born), end=printed(draw, later), age=said)


def duration(draw: Draw) -> Claim:
    start, end = sorted((day(draw), day(draw)))
    one = Unit("time", "day", size=Fraction(86400), dimension="[time]")
    days = Fraction((end - start).days + draw(st.integers(0, 1)))  # the last day counted, or not
    return Timing(NOWHERE, start=printed(draw, start), end=printed(draw, end), duration=rounded(draw, days * 86400, one))


def weekday(draw: Draw) -> Claim:
    one = day(draw)
    return Timing(NOWHERE, date=printed(draw, one, least=2), weekday=Day(NOWHERE, "a weekday", weekday=one.weekday()))


def told_as_past(draw: Draw) -> Claim:
    told, published = sorted((day(draw), day(draw)))
    return Timing(NOWHERE, date=printed(draw, told), end=printed(draw, published))


def anniversary(draw: Draw) -> Claim:
    start = day(draw)
    years = draw(st.integers(1, 100))
    return Timing(
        NOWHERE,
        start=printed(draw, start),
        end=Day(NOWHERE, str(start.year + years), start.year + years),
        anniversary=Figure(NOWHERE, f"{years}th", Number(years), unit=Unit("plain", "ordinal")),
    )


def tally(draw: Draw) -> Claim:
    """So many rows as there are, or a bound on the right side of them."""
    found, beyond = draw(st.integers(0, 40)), draw(st.integers(0, 3))
    at_least, at_most = beyond == 1, beyond == 2
    said = exactly(max(0, found - at_least + at_most), Unit("count")) if beyond < 3 else None
    return Tally(NOWHERE, "venue: Kent", max(found, 1) if said is None else found, said, at_least=at_least, at_most=at_most)


CLAIMS = {function.__name__: function for function in (
    change, one_end, multiple, multiple_as_percentage, so_much_less, points, compound, share, part_only, share_of_people, total, of_which,
    hundred, rate, month_and_year, comparison, average, lengths, currencies, two_conversions, repetition, per_head, age, duration, told_as_past,
    temperatures, temperature_differences, currencies_of_long_ago, weekday, anniversary, tally,
    taken_from_a_source, sum_of_a_sheet,
)}  # fmt: skip


def the_rate(base: str, quote: str, when: date) -> ExchangeRate:
    return ExchangeRate(base, quote, Fraction(116), Interval(Fraction(116), Fraction(116)), when, "this test")


@pytest.mark.parametrize("kind", CLAIMS)
def test_no_sound_claim_is_contradicted(kind: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        claim = CLAIMS[kind](data.draw)
        for rule in all_rules():
            if rule.about is type(claim):
                verdict = verdict_on(claim, rule, Outside(TODAY, the_rate))
                assert verdict is None or verdict.outcome is not Outcome.CONTRADICTED, verdict

    check()


def test_every_rule_is_tried() -> None:
    """A law that no claim here reaches would be sound only in name."""

    @settings(max_examples=30, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        for make in CLAIMS.values():
            claim = make(data.draw)
            for rule in all_rules():
                if rule.about is type(claim) and verdict_on(claim, rule, Outside(TODAY, the_rate)):
                    reached.add(rule.name)

    reached: set[str] = set()
    collect()
    said_of_open_or_impossible_figures = {"earlier-total", "rise-within-level", "existing-day", "fall-within-whole", "same-dimension"}
    said_of_how_a_sheet_is_made = {"typed-in-number", "number-as-text"}
    assert {rule.name for rule in all_rules()} - reached <= said_of_open_or_impossible_figures | said_of_how_a_sheet_is_made
