"""A sum given in two currencies must imply a rate of exchange that was to be had.

Wrong:  Japan will pay 1.05 trillion yen ($90 billion), it said on January 6, 2022.
Right:  Japan will pay 1.05 trillion yen ($9 billion), it said on January 6, 2022.

The rate is that of the day the article appeared, within the band that the days
around it moved in. A rate that is as far off as rates move in a year is
strained, not wrong: newsrooms and budgets reckon with rates of their own.
"""

from fractions import Fraction

from claims.claim import Restatement
from claims.interval import Interval
from claims.unit import Unit
from factcheck.expression import Fact, known
from factcheck.outside import Outside
from factcheck.requirement import equal
from factcheck.rule import Required, Undecided, rule

A_YEARS_MOVE = Interval(Fraction(100, 117), Fraction(117, 100))
"""Against the dollar, the yen, the pound, the euro, the Swiss franc, the Canadian dollar, the rupee and the won moved
less than this within a year in nine years of ten (European Central Bank reference rates, 1999 to 2026)."""


@rule(about=Restatement)
def days_rate(claim: Restatement, outside: Outside) -> Required:
    amount, again = claim.amount.unit, claim.again.unit
    if not (amount.kind == again.kind == "money") or amount.code == again.code or amount.per != again.per:
        return None
    if outside.is_of_another_time(claim.when):
        return None
    if outside.published is None:
        return Undecided("the day the article appeared is not known: --published gives it")
    if outside.rate_of_day is None:
        return Undecided("no rates of exchange are at hand")
    rate = outside.rate_of_day(again.code, amount.code, outside.published)
    if isinstance(rate, str):
        return Undecided(rate)
    unit = Unit("plain", amount.code, again.code)
    fact = Fact(rate.band, f"{amount.code} per {again.code} on {rate.day}", rate.source, unit, rate.rate, rate.band * A_YEARS_MOVE)
    return equal(known(claim.amount) / known(claim.again), fact)
