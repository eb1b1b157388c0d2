"""Exchange rates: facts, days without a rate, pegs, a newsroom's own file, and a service that may be away."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.interval import Interval
from factcheck.outside import ExchangeRate
from factcheck.outside.exchange import rates_from
from factcheck.outside.live import live_rates
from factcheck.outside.newsroom import MOST_BYTES, RatesFileError
from factcheck.outside.reference import SOURCE, reference_rate
from factcheck.outside.ties import TIES
from tests.loopback_rates import RatesServer, rates_server

THURSDAY = date(2022, 1, 6)


def known(rate: ExchangeRate | str) -> ExchangeRate:
    assert isinstance(rate, ExchangeRate), rate
    return rate


# Reference rates


@pytest.mark.parametrize(
    ("base", "quote", "day", "rate"),
    [
        ("EUR", "USD", THURSDAY, Fraction("1.1315")),
        ("EUR", "JPY", THURSDAY, Fraction("131.05")),
        ("USD", "JPY", THURSDAY, Fraction("131.05") / Fraction("1.1315")),
        ("EUR", "USD", date(1999, 1, 4), Fraction("1.1789")),
        ("GBP", "EUR", date(2008, 12, 31), 1 / Fraction("0.9525")),
        ("USD", "TRY", date(2022, 3, 1), Fraction("15.5509") / Fraction("1.1162")),
    ],
)
def test_a_day_s_rate_lies_in_its_band(base: str, quote: str, day: date, rate: Fraction) -> None:
    found = known(reference_rate(base, quote, day))
    assert found.band.low <= rate <= found.band.high
    assert (found.base, found.quote, found.day, found.source) == (base, quote, day, SOURCE)
    assert found.band.high / found.band.low < Fraction(3, 2), "two weeks do not move it by half"


def test_the_band_is_what_the_days_around_moved_in() -> None:
    # from 30 December to 13 January the lowest was 1.1279 and the highest 1.1463
    assert known(reference_rate("EUR", "USD", THURSDAY)).band == Interval(Fraction("1.1279"), Fraction("1.1463"))


@pytest.mark.parametrize(
    ("day", "business_day"),
    [
        (date(2022, 1, 8), date(2022, 1, 7)),  # a Saturday
        (date(2022, 1, 9), date(2022, 1, 7)),  # a Sunday
        (date(2023, 1, 1), date(2022, 12, 30)),  # New Year on a Sunday
        (date(2024, 4, 1), date(2024, 3, 28)),  # Easter Monday
    ],
)
def test_a_day_without_trade_has_the_rate_of_the_last_with(day: date, business_day: date) -> None:
    assert known(reference_rate("USD", "JPY", day)).day == business_day


@pytest.mark.parametrize(
    ("base", "quote", "day", "reason"),
    [
        ("RUB", "USD", date(2024, 3, 1), "no reference rate for RUB within seven days before 2024-03-01: the last is of 2022-03-01"),
        ("USD", "RUB", date(2022, 3, 9), "no reference rate for RUB within seven days before 2022-03-09: the last is of 2022-03-01"),
        ("EUR", "ISK", date(2012, 1, 2), "no reference rate for ISK within seven days before 2012-01-02: the last is of 2008-12-09"),
        ("USD", "JPY", date(1998, 12, 31), "no reference rate for USD before 1999-01-04, asked for 1998-12-31"),
        ("EUR", "JPY", date(1, 1, 1), "no reference rate for JPY before 1999-01-04, asked for 0001-01-01"),
        ("USD", "DEM", date(1997, 5, 1), "no reference rate for USD before 1999-01-04, asked for 1997-05-01"),
        ("DEM", "EUR", date(1997, 5, 1), "no reference rate for DEM before 1999-01-01, asked for 1997-05-01"),
        ("USD", "GRD", date(2000, 5, 2), "no reference rate for GRD before 2001-01-01, asked for 2000-05-02"),
        ("VES", "USD", THURSDAY, "no reference rate for VES"),
    ],
)
def test_no_rate_has_a_reason(base: str, quote: str, day: date, reason: str) -> None:
    assert reference_rate(base, quote, day) == reason


def test_a_day_yet_to_come_has_no_rate() -> None:
    assert "within seven days before 9999-12-31: the last is of 20" in str(reference_rate("EUR", "USD", date.max))


def test_the_rouble_is_known_for_a_week_after_its_last() -> None:
    assert known(reference_rate("EUR", "RUB", date(2022, 3, 8))).day == date(2022, 3, 1)


CURRENCIES = st.sampled_from(["USD", "EUR", "JPY", "GBP", "CHF", "INR", "DEM", "AED", "XOF", "NPR", "HRK", "ISK"])


@settings(max_examples=60, deadline=None)
@given(base=CURRENCIES, quote=CURRENCIES, day=st.dates(date(1998, 1, 1), date(2026, 10, 30)))
def test_there_and_back_is_one(base: str, quote: str, day: date) -> None:
    there, back = reference_rate(base, quote, day), reference_rate(quote, base, day)
    assert isinstance(there, str) == isinstance(back, str)
    if isinstance(there, ExchangeRate) and isinstance(back, ExchangeRate):
        assert (there.band * back.band).meets(Interval.exactly(1))
        assert there.day == back.day <= day


@pytest.mark.parametrize(("first", "second", "third"), list(permutations(["USD", "JPY", "EUR"])))
def test_the_long_way_round_meets_the_short(first: str, second: str, third: str) -> None:
    long_way = known(reference_rate(first, second, THURSDAY)).band * known(reference_rate(second, third, THURSDAY)).band
    assert long_way.meets(known(reference_rate(first, third, THURSDAY)).band)


# What law fixes


@pytest.mark.parametrize(
    ("base", "quote", "day", "rate"),
    [
        ("EUR", "DEM", date(1999, 1, 1), Fraction("1.95583")),
        ("EUR", "ITL", date(2015, 6, 1), Fraction("1936.27")),
        ("DEM", "FRF", date(2001, 5, 5), Fraction("6.55957") / Fraction("1.95583")),
        ("HRK", "EUR", date(2023, 1, 1), 1 / Fraction("7.5345")),
        ("EUR", "BGN", date(2026, 1, 1), Fraction("1.95583")),
        ("TRY", "TRL", date(2005, 1, 1), Fraction(1_000_000)),
        ("USD", "USD", date(1950, 1, 1), Fraction(1)),
    ],
)
def test_a_conversion_rate_has_no_room(base: str, quote: str, day: date, rate: Fraction) -> None:
    found = known(reference_rate(base, quote, day))
    assert found.band == Interval.exactly(rate)
    assert found.day == day


def test_a_conversion_rate_names_its_law() -> None:
    assert known(reference_rate("EUR", "DEM", THURSDAY)).source == "Council Regulation (EC) No 2866/98 as amended"


@pytest.mark.parametrize("currency", ["SIT", "CYP", "MTL", "SKK", "EEK", "LVL", "LTL", "HRK", "BGN"])
def test_a_currency_ends_near_the_rate_that_replaced_it(currency: str) -> None:
    """The bank's last quotation and the regulation's rate agree: a slip of a digit in our table would show here."""
    since = next(tie.since for tie in TIES if tie.currency == currency)
    fixed = known(reference_rate("EUR", currency, date(since, 1, 2))).band.low
    quoted = known(reference_rate("EUR", currency, date(since - 1, 12, 31)))
    assert quoted.source == SOURCE
    assert min(abs(quoted.band.low / fixed - 1), abs(quoted.band.high / fixed - 1)) < Fraction(1, 2000)


@pytest.mark.parametrize(
    ("currency", "anchor", "officially", "not_this"),
    [("AED", "USD", "3.6725", "3.6"), ("SAR", "USD", "3.75", "3.8"), ("JOD", "USD", "0.71", "0.7"), ("NPR", "INR", "1.6", "1.5"), ("BAM", "EUR", "1.956", "2")],
)
def test_a_peg_has_a_little_room(currency: str, anchor: str, officially: str, not_this: str) -> None:
    found = known(reference_rate(anchor, currency, THURSDAY))
    assert found.band.low < Fraction(officially) < found.band.high
    assert not found.band.meets(Interval.exactly(Fraction(not_this)))
    assert found.source.startswith("peg of ")


def test_a_peg_carries_over_to_other_currencies() -> None:
    found = known(reference_rate("EUR", "AED", date(2022, 1, 8)))
    assert found.band.low < Fraction("1.1298") * Fraction("3.6725") < found.band.high
    assert found.day == date(2022, 1, 7)
    assert found.source == f"{SOURCE}; peg of 3.6725 AED per USD, Central Bank of the UAE"


def test_no_currency_is_tied_twice_and_no_anchor_is_tied() -> None:
    tied = [tie.currency for tie in TIES]
    assert len(tied) == len(set(tied))
    assert not set(tied) & {tie.anchor for tie in TIES}


def test_a_rate_is_cheap_and_imports_no_converter() -> None:
    program = """
import sys, time
from datetime import date
from factcheck.outside.exchange import rates_from
rate_of_day = rates_from(None, print)
assert "zipfile" not in sys.modules, "nothing is read before a rate is asked for"
start = time.process_time()
rate_of_day("USD", "JPY", date(2022, 1, 6))
print(time.process_time() - start)
print([name for name in ("currency_converter", "forex_python", "requests") if name in sys.modules])
"""
    lines = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.splitlines()
    assert float(lines[0]) < 0.15, "some 20 ms; far under the second that the package itself would take"
    assert lines[1] == "[]"


# A newsroom's own file


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "rates.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_newsroom_s_rate_wins_both_ways_round(tmp_path: Path) -> None:
    rates = rates_from(written(tmp_path, "date,base,quote,rate\n2022-01-05,USD,JPY,200\n2022-01-10,usd,jpy,210\n"), pytest.fail)
    there, back = known(rates("USD", "JPY", THURSDAY)), known(rates("JPY", "USD", THURSDAY))
    assert (there.band, there.day, there.source) == (Interval(Fraction(200), Fraction(210)), date(2022, 1, 5), "rates file rates.csv")
    assert back.band == Interval(Fraction(1, 210), Fraction(1, 200))


def test_a_newsroom_s_pair_gets_no_other_rate(tmp_path: Path) -> None:
    rates = rates_from(str(written(tmp_path, "date,base,quote,rate\n2022-01-05,USD,JPY,200\n")), pytest.fail)
    assert rates("USD", "JPY", date(2022, 1, 13)) == "no rate of USD in JPY in rates.csv within seven days before 2022-01-13: the last is of 2022-01-05"
    assert rates("USD", "JPY", date(2022, 1, 4)) == "no rate of USD in JPY in rates.csv before 2022-01-05, asked for 2022-01-04"


def test_other_pairs_get_the_reference_rates(tmp_path: Path) -> None:
    rates = rates_from(written(tmp_path, "date,base,quote,rate\n2024-03-01,USD,RUB,91.5\n"), pytest.fail)
    assert known(rates("EUR", "USD", THURSDAY)).source == SOURCE
    assert known(rates("RUB", "USD", date(2024, 3, 2))).band == Interval.exactly(1 / Fraction("91.5"))


def test_a_sheet_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    sheet = b'\xef\xbb\xbfDate, Base ,Quote,Rate\r\n"2022-01-05","USD","JPY","115.80"\r\n\r\n,,,\r\n'
    assert known(rates_from(written(tmp_path, sheet), pytest.fail)("USD", "JPY", THURSDAY)).band == Interval.exactly(Fraction("115.8"))


GOOD = "date,base,quote,rate\n2022-01-05,USD,JPY,115\n"


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        ("", 1, "the first line must be date,base,quote,rate"),
        ("2022-01-05,USD,JPY,115\n", 1, "the first line must be date,base,quote,rate"),
        ("date;base;quote;rate\n2022-01-05;USD;JPY;115\n", 1, "the first line must be date,base,quote,rate"),
        ("date,base,quote,rate\n", None, "add a line such as"),
        (GOOD + "2022-01-06,USD,JPY\n", 3, "has 3 columns instead of 4"),
        (GOOD + "2022-01-06,USD,JPY,115,8\n", 3, "a decimal point and no comma"),
        (GOOD + "06/01/2022,USD,JPY,115\n", 3, "write year-month-day"),
        (GOOD + "2022-02-30,USD,JPY,115\n", 3, "'2022-02-30' is not a day"),
        (GOOD + "2022-01-06,$,JPY,115\n", 3, "three-letter code"),
        (GOOD + "2022-01-06,USD,yen.,115\n", 3, "three-letter code"),
        (GOOD + "2022-01-06,USD,usd,1\n", 3, "name two currencies"),
        (GOOD + "2022-01-06,USD,JPY,0\n", 3, "a number above zero"),
        (GOOD + "2022-01-06,USD,JPY,-115\n", 3, "a number above zero"),
        (GOOD + "2022-01-06,USD,JPY,1e999999999\n", 3, "a number above zero"),
        (GOOD + "2022-01-06,USD,JPY,nan\n", 3, "a number above zero"),
        (GOOD + "2022-01-06,USD,JPY,1/3\n", 3, "a number above zero"),
        (GOOD + "2022-01-06,USD,JPY,１１５\n", 3, "a number above zero"),
        (GOOD + "2022-01-05,USD,JPY,116\n", 3, "keep one of the two"),
        (GOOD + "2022-01-05,JPY,USD,0.008\n", 3, "keep one of the two"),
        (GOOD.encode() + b"2022-01-06,USD,JPY,\xff\n", 3, "save the sheet as CSV in UTF-8"),
        (GOOD.encode("utf-16"), 1, "save the sheet as CSV in UTF-8"),
        (GOOD + '2022-01-06,USD,JPY,"' + "1" * 200_000 + '"\n', 3, "comma-separated values"),
        (b"PK\x03\x04" + bytes(500), 1, "the first line must be date,base,quote,rate"),
        (bytes(MOST_BYTES + 1), None, "larger than 20 MB"),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_what_to_do(tmp_path: Path, text: str | bytes, line: int | None, advice: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(RatesFileError) as caught:
        rates_from(path, pytest.fail)
    message = str(caught.value)
    assert caught.value.line == line
    assert message.startswith(f"{path}, line {line}: " if line else f"{path}: ")
    assert advice in message
    assert "\n" not in message
    assert len(message) < len(str(path)) + 250


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(RatesFileError, match="No such file"):
        rates_from(tmp_path / "none.csv", pytest.fail)
    with pytest.raises(RatesFileError, match="cannot be read"):
        rates_from(tmp_path, pytest.fail)


# A service on the web


@pytest.fixture(scope="module")
def server() -> Iterator[RatesServer]:
    with rates_server() as running:
        yield running


@pytest.fixture(autouse=True)
def _straight_to_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_live_rates_are_asked_for_once(server: RatesServer) -> None:
    rates = rates_from(f"live:{server.address('good')}", pytest.fail)
    before = len(server.asked)
    found, again = (known(rates("USD", "JPY", THURSDAY)) for _ in range(2))
    assert found == again
    assert server.asked[before:] == ["/good/2022-01-06?base=USD&symbols=JPY&rtype=fpy"]
    assert found.source == "live rates of 127.0.0.1"
    assert found.band.low <= Fraction("115.82") <= found.band.high


def test_a_live_rate_of_a_saturday_is_friday_s(server: RatesServer) -> None:
    assert known(rates_from(f"live:{server.address('good')}", pytest.fail)("USD", "JPY", date(2022, 1, 8))).day == date(2022, 1, 7)


def test_a_live_rate_without_reference_has_some_room(server: RatesServer) -> None:
    found = known(rates_from(f"live:{server.address('good')}", pytest.fail)("EUR", "XAU", THURSDAY))
    assert found.band.low < Fraction("0.00063") < found.band.high
    assert found.band.low * found.band.high < Fraction("0.00063") ** 2, "as much below as above, and the number is exact"
    assert found.band.high == Fraction("0.00063") * Fraction(207, 200)


def test_a_currency_the_service_does_not_know_does_not_end_the_asking(server: RatesServer) -> None:
    warnings: list[str] = []
    rates = rates_from(f"live:{server.address('good').rstrip('/')}", warnings.append)
    assert known(rates("CHF", "USD", THURSDAY)).source == SOURCE
    assert known(rates("USD", "GBP", THURSDAY)).source == SOURCE
    assert rates("USD", "VES", THURSDAY) == "no reference rate for VES"
    assert known(rates("USD", "JPY", THURSDAY)).source == "live rates of 127.0.0.1"
    assert warnings == [
        "live exchange rates: 127.0.0.1 gives no rate of CHF in USD on 2022-01-06; the reference rates that come with the program are used instead"
    ]


@pytest.mark.parametrize(
    ("manner", "told", "is_asked_again"),
    [
        ("garbage", "is not a rate", False),
        ("page", "is not a rate", False),
        ("huge", "is not a rate", False),
        ("nothing", "is not a rate", False),
        ("dateless", "is not a rate", False),
        ("silent", "no answer within 0.4 seconds", False),
        ("dripping", "no answer within 0.4 seconds", False),
        ("broken", "gives no rate", True),
        ("stale", "asked for 2022-01-06, the service gave a rate of 2020-12-02", True),
    ],
)
def test_a_bad_service_costs_one_warning_and_little_time(server: RatesServer, manner: str, told: str, is_asked_again: bool) -> None:
    warnings: list[str] = []
    rates = live_rates(reference_rate, warnings.append, url=server.address(manner), seconds=0.4)
    before, start = len(server.asked), time.monotonic()
    assert rates("USD", "JPY", THURSDAY) == reference_rate("USD", "JPY", THURSDAY)
    assert rates("USD", "GBP", THURSDAY) == reference_rate("USD", "GBP", THURSDAY)
    assert time.monotonic() - start < 5
    assert len(server.asked) - before == (2 if is_asked_again else 1)
    assert len(warnings) == 1
    assert told in warnings[0]
    assert "\n" not in warnings[0]


def test_a_service_that_is_not_there_costs_one_warning() -> None:
    with rates_server() as gone:
        address = gone.address("good")
    warnings: list[str] = []
    rates = rates_from(f"live:{address}", warnings.append)
    assert rates("USD", "JPY", THURSDAY) == reference_rate("USD", "JPY", THURSDAY)
    assert rates("USD", "VES", THURSDAY) == "no reference rate for VES"
    assert warnings == ["live exchange rates: 127.0.0.1 cannot be reached (ConnectionError); the reference rates that come with the program are used instead"]
