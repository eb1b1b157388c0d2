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

ROOM = Fraction(7, 200)
"""How far the days around may lie from a rate that stands alone: in nine of ten samples of fourteen big currencies since 1999 they stayed within it."""

MOST_DIGITS = 30
MOST_PLACES = 15


class Answer(NamedTuple):
    """What the service said: a rate and the business day it is of."""

    day: date
    rate: Fraction


class Refusal(NamedTuple):
    """Why there is no answer, and whether asking anything else is of use."""

    reason: str
    is_final: bool


NOT_INSTALLED = Refusal("the package forex-python is not installed", is_final=True)


def live_rates(otherwise: RateOfDay, warn: Callable[[str], None], *, url: str | None = None, seconds: float = SECONDS) -> RateOfDay:
    """The rates of a service (forex-python's own, or one at `url` that speaks as it does), and `otherwise` where it has none."""
    refused: list[Refusal] = []

    @cache
    def rate_of_day(base: str, quote: str, day: date) -> ExchangeRate | str:
        instead = otherwise(base, quote, day)
        if base == quote or any(refusal.is_final for refusal in refused):
            return instead
        answer = _in_time(lambda: _ask(url, base, quote, day), seconds) if _is_installed() else NOT_INSTALLED
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
    return ExchangeRate(base, quote, answer.rate, band, answer.day, f"live rates of {_host_of(url)}")


def _host_of(url: str | None) -> str:
    return (urlsplit(url).hostname or "that address") if url else "theratesapi.com"


def _is_installed() -> bool:
    """Import it before the clock runs: a cold disk is not a slow service."""
    try:
        import forex_python.converter  # noqa: F401
    except ImportError:
        return False
    return True


def _in_time(ask: Callable[[], Answer | Refusal], seconds: float) -> Answer | Refusal:
    """What `ask` gives, unless it takes too long: then it is left behind, and does not keep the program from ending."""
    answers: list[Answer | Refusal] = []
    asking = Thread(target=lambda: answers.append(ask()), daemon=True)
    asking.start()
    asking.join(seconds)
    return answers[0] if answers else Refusal(f"no answer within {seconds:g} seconds", is_final=True)


def _ask(url: str | None, base: str, quote: str, day: date) -> Answer | Refusal:
    """Ask the service for one pair on one day."""
    from forex_python.converter import CurrencyRates, RatesNotAvailableError

    service = CurrencyRates(force_decimal=True)
    said: list[str] = []
    decode = service._decode_rates

    def decode_and_keep(response: Any, **options: Any) -> Any:
        # get_rate gives the rate alone; the day it is of stands beside it in the answer
        said.append(response.text)
        return decode(response, **options)

    service._decode_rates = decode_and_keep
    if url:
        service._source_url = lambda: f"{url.rstrip('/')}/"
    try:
        rate = service.get_rate(base, quote, day)
        return _answer(day, rate, json.loads(said[0]).get("date"))
    except RatesNotAvailableError:
        return Refusal(f"{_host_of(url)} gives no rate of {base} in {quote} on {day}", is_final=False)
    except OSError as error:  # all that goes wrong in requests is one
        return Refusal(f"{_host_of(url)} cannot be reached ({type(error).__name__})", is_final=True)
    except Exception as error:  # whatever a stranger's answer can provoke in three libraries: not a reason to stop checking
        return Refusal(f"the answer of {_host_of(url)} is not a rate ({type(error).__name__})", is_final=True)


def _answer(day: date, rate: object, fixed: object) -> Answer | Refusal:
    """The answer, if it is of the days just before the one asked for. Raises ValueError where it is not a rate, or of no day."""
    number = Decimal(rate) if isinstance(rate, int | str) and not isinstance(rate, bool) else rate
    if not (isinstance(number, Decimal) and number.is_finite() and number > 0 and _is_written_out(number)):
        raise ValueError("not a rate")
    fixed_on = date.fromisoformat(str(fixed))
    if not first_day(day) <= fixed_on <= day:
        return Refusal(f"asked for {day}, the service gave a rate of {fixed_on}", is_final=False)
    return Answer(fixed_on, Fraction(number))


def _is_written_out(number: Decimal) -> bool:
    """Whether it is of a size that a rate can have; a fraction of 1e999999999 would fill the memory."""
    return abs(number.adjusted()) <= MOST_PLACES and len(number.as_tuple().digits) <= MOST_DIGITS
