"""A sum given in two currencies must imply a rate of exchange near one that was to be had in some year.

Wrong:  Japan will pay 1.05 trillion yen ($900 million) over five years.
Right:  Japan will pay 1.05 trillion yen ($9 billion) over five years.

For a text whose day is not known, and for sums of other years than its own: the lowest and the highest rate of all years,
and three times beyond either, so that only slips of a decimal place or more show.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from claims.claim import Restatement
from claims.interval import Interval
from claims.unit import Unit
from factcheck.expression import Fact, known
from factcheck.outside import ExchangeRate, Outside
from factcheck.requirement import equal
from factcheck.rule import Required, Undecided, rule

YEARS = range(1999, 2027)
BEYOND = Interval(Fraction(1, 3), Fraction(3))
"""The yen stood at three times its lowest of these years in 1970, the pound and the rupee at less."""


@rule(about=Restatement)
def rate_of_any_year(claim: Restatement, outside: Outside) -> Required:
    amount, again = claim.amount.unit, claim.again.unit
    if not (amount.kind == again.kind == "money") or amount.code == again.code or amount.per != again.per:
        return None
    if outside.published is not None and not outside.is_of_another_time(claim.when):
        return None
    rates = list(_rates(again.code, amount.code, outside))
    if not rates:
        return Undecided(f"no rates of exchange for {amount.code} and {again.code} are at hand")
    band = Interval(min(rate.band.low for rate in rates), max(rate.band.high for rate in rates))
    name = f"{amount.code} per {again.code} from {rates[0].day.year} to {rates[-1].day.year}, three times beyond"
    return equal(known(claim.amount) / known(claim.again), Fact(band * BEYOND, name, rates[0].source, Unit("plain", amount.code, again.code)))


def _rates(base: str, quote: str, outside: Outside) -> Iterator[ExchangeRate]:
    """The rate of each midsummer that has one."""
    for year in YEARS:
        rate = outside.rate_of_day(base, quote, date(year, 6, 30)) if outside.rate_of_day else "none"
        if not isinstance(rate, str):
            yield rate
