"""A newsroom's own exchange rates, from a CSV file with the columns date, base, quote and rate.

    date,base,quote,rate
    2024-03-01,USD,JPY,150.3

A row says what one unit of the base cost in the quote on that day, and serves the pair the other way round too. A pair that
the file has is judged by the file alone, with the same window as any other rate: a newsroom that keeps its own rate for the
rouble does not want another's on the days it left out. All other pairs get the reference rates: a file about the rouble is
no reason to stop checking the yen. The report names the source of each.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from factcheck.outside import ExchangeRate, RateOfDay
from factcheck.outside.fixings import Fixing, around, why_none

COLUMNS = ["date", "base", "quote", "rate"]
MOST_BYTES = 20_000_000
"""Twenty years of daily rates for a hundred pairs are half of it."""

CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
RATE = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?", re.ASCII)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
SHOWN = 40

Pair = tuple[str, str]


class RatesFileError(ValueError):
    """A rates file that cannot be used: which, on which line, and what to do about it."""

    def __init__(self, path: Path, line: int | None, what: str) -> None:
        super().__init__(f"{path}, line {line}: {what}" if line else f"{path}: {what}")
        self.path, self.line, self.what = path, line, what


class Row(NamedTuple):
    """One line of the file."""

    pair: Pair
    fixing: Fixing


def newsroom_rates(path: Path, otherwise: RateOfDay) -> RateOfDay:
    """The rates of a file, and `otherwise` for the pairs that it lacks. Raises RatesFileError where it cannot be used."""
    fixings = _fixings_of(path)
    source = f"rates file {path.name}"

    def rate_of_day(base: str, quote: str, day: date) -> ExchangeRate | str:
        known = fixings.get((base, quote))
        if known is None:
            return otherwise(base, quote, day)
        found = around(day, (Fixing(fixed, rate) for fixed, rate in known.items()))
        if found is None:
            return why_none(f"rate of {base} in {quote} in {path.name}", day, known)
        return ExchangeRate(base, quote, found.rate, found.band, found.day, source)

    return rate_of_day


def _fixings_of(path: Path) -> dict[Pair, dict[date, Fraction]]:
    """Each pair's rates by day, both ways round."""
    fixings: dict[Pair, dict[date, Fraction]] = {}
    for line, row in _rows_of(path):
        base, quote = row.pair
        day, rate = row.fixing
        known = fixings.setdefault(row.pair, {}).setdefault(day, rate)
        fixings.setdefault((quote, base), {}).setdefault(day, 1 / rate)
        if known != rate:
            raise RatesFileError(path, line, f"{base} in {quote} has another rate on {day} further up; keep one of the two")
    if not fixings:
        raise RatesFileError(path, None, "has no rates; add a line such as 2024-03-01,USD,JPY,150.3")
    return fixings


def _rows_of(path: Path) -> Iterator[tuple[int, Row]]:
    reader = csv.reader(io.StringIO(_text_of(path), newline=""))
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        if header != COLUMNS:
            raise RatesFileError(path, 1, f"begins with {_shown(','.join(header))}; the first line must be {','.join(COLUMNS)}")
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, _row(path, reader.line_num, [cell.strip() for cell in cells])
    except csv.Error as error:
        raise RatesFileError(path, reader.line_num, f"is not CSV ({error}); save the sheet as comma-separated values") from None


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RatesFileError(path, None, f"cannot be read ({reason}); give the path of a CSV file, or `live`") from None
    if len(raw) > MOST_BYTES:
        raise RatesFileError(path, None, f"is larger than {MOST_BYTES // 1_000_000} MB; keep only the pairs and days you need")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RatesFileError(path, line, "is not UTF-8 text; save the sheet as CSV in UTF-8") from None


def _row(path: Path, line: int, cells: list[str]) -> Row:
    if len(cells) != len(COLUMNS):
        raise RatesFileError(path, line, f"has {len(cells)} columns instead of 4: {','.join(COLUMNS)}; a rate has a decimal point and no comma")
    base, quote = (_currency(path, line, cell) for cell in cells[1:3])
    if base == quote:
        raise RatesFileError(path, line, f"base and quote are both {base}; name two currencies")
    return Row((base, quote), Fixing(_day(path, line, cells[0]), _rate(path, line, cells[3])))


def _currency(path: Path, line: int, cell: str) -> str:
    if not CURRENCY.fullmatch(cell.upper()):
        raise RatesFileError(path, line, f"{_shown(cell)} is not a currency; write its three-letter code, such as USD")
    return cell.upper()


def _day(path: Path, line: int, cell: str) -> date:
    try:
        if DAY.fullmatch(cell):
            return date.fromisoformat(cell)
    except ValueError:
        pass
    raise RatesFileError(path, line, f"{_shown(cell)} is not a day; write year-month-day, such as 2024-03-01")


def _rate(path: Path, line: int, cell: str) -> Fraction:
    if RATE.fullmatch(cell) and Fraction(cell) > 0:
        return Fraction(cell)
    raise RatesFileError(path, line, f"{_shown(cell)} is not a rate; write a number above zero with a decimal point, such as 150.3")


def _shown(text: str) -> str:
    """What the file says, short and on one line."""
    return repr(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")
