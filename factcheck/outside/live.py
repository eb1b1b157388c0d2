"""Exchange rates asked of a service on the web, through the package forex-python: only when somebody says so.

One question for each pair and day, a few seconds for each answer. A service that cannot be reached, or talks nonsense, is
not asked again: there is one warning, and the reference rates serve instead, as they do for a pair that the service refuses.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from claims.interval import Interval
from factcheck.outside import ExchangeRate, RateOfDay
from factcheck.outside.fixings import first_day

SECONDS = 5.0
"""For a whole answer. forex-python has no limit of its own, and its service has been away for months at a time."""

ROOM = Fraction(3, 100)
"""How far the days around may lie from a rate that stands alone: nine of ten pairs of big currencies stay within it."""

MOST_DIGITS = 30
MOST_PLACES = 15
SHOWN = 120


class Answer(NamedTuple):
    """What the service said: a rate and the business day it is of."""

    day: date
    rate: Fraction


class Refusal(NamedTuple):
    """Why there is no answer, and whether asking anything else is of use."""

    reason: str
    is_final: bool


def live_rates(otherwise: RateOfDay, warn: Callable[[str], None], *, url: str | None = None, seconds: float = SECONDS) -> RateOfDay:
    """The rates of a service (forex-python's own, or one at `url` that speaks as it does), and `otherwise` where it has none."""
    refused: list[Refusal] = []

    @cache
    def rate_of_day(base: str, quote: str, day: date) -> ExchangeRate | str:
        instead = otherwise(base, quote, day)
        if base == quote or any(refusal.is_final for refusal in refused):
            return instead
        answer = _in_time(lambda: _ask(url, base, quote, day), seconds)
        if isinstance(answer, Answer):
            return _with_band(base, quote, answer, instead, url)
        if answer.is_final or not refused:
            warn(f"live exchange rates: {answer.reason}; the reference rates that come with the program are used instead")
        refused.append(answer)
        return instead

    return rate_of_day


def _with_band(base: str, quote: str, answer: Answer, instead: ExchangeRate | str, url: str | None) -> ExchangeRate:
    """The answer, in the band of the days around: the reference rates' where they reach, else a few per cent."""
    around = Interval.exactly(answer.rate) * Interval(1 - ROOM, 1 + ROOM)
    if isinstance(instead, ExchangeRate):
        around = instead.band
    band = Interval(min(around.low, answer.rate), max(around.high, answer.rate))
    return ExchangeRate(base, quote, band, answer.day, f"live rates of {_host_of(url)}")


def _host_of(url: str | None) -> str:
    return urlsplit(url).hostname or url if url else "theratesapi.com"


def _in_time(ask: Callable[[], Answer | Refusal], seconds: float) -> Answer | Refusal:
    """What `ask` gives, unless it takes too long: then it is left behind, and does not keep the program from ending."""
    answers: list[Answer | Refusal] = []
    asking = Thread(target=lambda: answers.append(ask()), daemon=True)
    asking.start()
    asking.join(seconds)
    return answers[0] if answers else Refusal(f"the service gave no answer within {seconds:g} seconds", is_final=True)


def _ask(url: str | None, base: str, quote: str, day: date) -> Answer | Refusal:
    """Ask the service for one pair on one day."""
    from forex_python.converter import CurrencyRates, RatesNotAvailableError  # type: ignore[import-untyped]

    service = CurrencyRates(force_decimal=True)
    said: list[str] = []
    decode = service._decode_rates

    def decode_and_keep(response: Any, **options: Any) -> Any:
        # get_rate gives the rate alone; the day it is of stands beside it in the answer
        said.append(response.text)
        return decode(response, **options)

    service._decode_rates = decode_and_keep
    if url:
        service._source_url = lambda: url
    try:
        rate = service.get_rate(base, quote, day)
        return _answer(day, rate, json.loads(said[0]).get("date"))
    except RatesNotAvailableError as error:
        return Refusal(_on_one_line(f"no rate of {base} in {quote} on {day} ({error})"), is_final=False)
    except Exception as error:  # whatever a stranger's answer can provoke in three libraries: not a reason to stop checking
        return Refusal(_on_one_line(f"no usable answer ({type(error).__name__}: {error})"), is_final=True)


def _answer(day: date, rate: object, fixed: object) -> Answer | Refusal:
    """The answer, if it is a rate, and of the days just before the one asked for."""
    number = Decimal(rate) if isinstance(rate, int | str) and not isinstance(rate, bool) else rate
    if not (isinstance(number, Decimal) and number.is_finite() and number > 0 and _is_written_out(number)):
        return Refusal(_on_one_line(f"no usable answer (the rate is {rate!r:.40})"), is_final=True)
    fixed_on = date.fromisoformat(str(fixed))
    if not first_day(day) <= fixed_on <= day:
        return Refusal(f"asked for {day}, the service gave a rate of {fixed_on}", is_final=False)
    return Answer(fixed_on, Fraction(number))


def _is_written_out(number: Decimal) -> bool:
    """Whether it is of a size that a rate can have; a fraction of 1e999999999 would fill the memory."""
    return abs(number.adjusted()) <= MOST_PLACES and len(number.as_tuple().digits) <= MOST_DIGITS


def _on_one_line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
