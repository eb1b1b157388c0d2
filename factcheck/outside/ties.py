"""Currencies whose value in another is fixed by law: those the euro replaced, renamed ones, and pegs.

A peg is kept by trading, so the market strays from it a little: it has room on either side. A conversion rate has none.
Real pegs only, and only of currencies that the European Central Bank does not quote (the dollar of Hong Kong, it does).
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from claims.interval import Interval

EXACT = Fraction(0)
PEG_ROOM = Fraction(1, 200)
"""The Saudi riyal, fixed at 3.75, has traded between 3.74 and 3.77 in its worst months."""

EURO_LAW = "Council Regulation (EC) No 2866/98 as amended"


class Tie(NamedTuple):
    """So many units of `currency` are one unit of `anchor`, from the first day of the year `since`."""

    currency: str
    anchor: str
    units: str
    since: int
    source: str = EURO_LAW
    room: Fraction = EXACT

    @property
    def units_of_one(self) -> Interval:
        """Units of the currency for one unit of its anchor, with the room that a peg needs."""
        units = Fraction(self.units)
        return Interval(units * (1 - self.room), units * (1 + self.room))


def _peg(currency: str, anchor: str, units: str, since: int, keeper: str) -> Tie:
    return Tie(currency, anchor, units, since, f"peg of {units} {currency} per {anchor}, {keeper}", PEG_ROOM)


TIES: tuple[Tie, ...] = (
    # irrevocable conversion rates of the currencies that the euro replaced
    Tie("ATS", "EUR", "13.7603", 1999),
    Tie("BEF", "EUR", "40.3399", 1999),
    Tie("DEM", "EUR", "1.95583", 1999),
    Tie("ESP", "EUR", "166.386", 1999),
    Tie("FIM", "EUR", "5.94573", 1999),
    Tie("FRF", "EUR", "6.55957", 1999),
    Tie("IEP", "EUR", "0.787564", 1999),
    Tie("ITL", "EUR", "1936.27", 1999),
    Tie("LUF", "EUR", "40.3399", 1999),
    Tie("NLG", "EUR", "2.20371", 1999),
    Tie("PTE", "EUR", "200.482", 1999),
    Tie("GRD", "EUR", "340.750", 2001),
    Tie("SIT", "EUR", "239.640", 2007),
    Tie("CYP", "EUR", "0.585274", 2008),
    Tie("MTL", "EUR", "0.429300", 2008),
    Tie("SKK", "EUR", "30.1260", 2009),
    Tie("EEK", "EUR", "15.6466", 2011),
    Tie("LVL", "EUR", "0.702804", 2014),
    Tie("LTL", "EUR", "3.45280", 2015),
    Tie("HRK", "EUR", "7.53450", 2023),
    Tie("BGN", "EUR", "1.95583", 2026),
    # currencies that lost zeros
    Tie("TRL", "TRY", "1000000", 2005, "Turkish Law No. 5083"),
    Tie("ROL", "RON", "10000", 2006, "Romanian Law No. 348/2004"),
    # francs and others guaranteed in euros
    Tie("XAF", "EUR", "655.957", 1999, "peg of 655.957 XAF per EUR, Bank of Central African States"),
    Tie("XOF", "EUR", "655.957", 1999, "peg of 655.957 XOF per EUR, Central Bank of West African States"),
    Tie("KMF", "EUR", "491.96775", 1999, "peg of 491.96775 KMF per EUR, Central Bank of the Comoros"),
    Tie("XPF", "EUR", "119.331742", 1999, "peg of 119.331742 XPF per EUR, Institut d'émission d'outre-mer"),
    _peg("BAM", "EUR", "1.95583", 1999, "Central Bank of Bosnia and Herzegovina"),
    _peg("CVE", "EUR", "110.265", 1999, "Bank of Cape Verde"),
    # the dollar's
    _peg("AED", "USD", "3.6725", 1998, "Central Bank of the UAE"),
    _peg("BHD", "USD", "0.376", 2001, "Central Bank of Bahrain"),
    _peg("JOD", "USD", "0.709", 1996, "Central Bank of Jordan"),
    _peg("OMR", "USD", "0.3845", 1986, "Central Bank of Oman"),
    _peg("QAR", "USD", "3.64", 2001, "Qatar Central Bank"),
    _peg("SAR", "USD", "3.75", 1987, "Saudi Central Bank"),
    _peg("DJF", "USD", "177.721", 1974, "Central Bank of Djibouti"),
    _peg("AWG", "USD", "1.79", 1986, "Central Bank of Aruba"),
    _peg("ANG", "USD", "1.79", 1972, "Central Bank of Curaçao and Sint Maarten"),
    _peg("XCG", "USD", "1.79", 2025, "Central Bank of Curaçao and Sint Maarten"),
    _peg("BBD", "USD", "2", 1976, "Central Bank of Barbados"),
    _peg("BMD", "USD", "1", 1973, "Bermuda Monetary Authority"),
    _peg("BSD", "USD", "1", 1974, "Central Bank of The Bahamas"),
    _peg("BZD", "USD", "2", 1977, "Central Bank of Belize"),
    _peg("PAB", "USD", "1", 1905, "National Bank of Panama"),
    _peg("XCD", "USD", "2.7", 1977, "Eastern Caribbean Central Bank"),
    # a neighbour's
    _peg("MOP", "HKD", "1.03", 1984, "Monetary Authority of Macao"),
    _peg("BND", "SGD", "1", 1968, "Brunei Darussalam Central Bank"),
    _peg("BTN", "INR", "1", 1975, "Royal Monetary Authority of Bhutan"),
    _peg("NPR", "INR", "1.6", 1994, "Nepal Rastra Bank"),
    _peg("LSL", "ZAR", "1", 1981, "Central Bank of Lesotho"),
    _peg("NAD", "ZAR", "1", 1994, "Bank of Namibia"),
    _peg("SZL", "ZAR", "1", 1987, "Central Bank of Eswatini"),
    _peg("FKP", "GBP", "1", 1972, "Government of the Falkland Islands"),
    _peg("GIP", "GBP", "1", 1972, "Government of Gibraltar"),
    _peg("SHP", "GBP", "1", 1977, "Government of Saint Helena"),
)

_TIE_OF = {tie.currency: tie for tie in TIES}


def tie_of(currency: str, day: date) -> Tie | None:
    """What the currency is fixed to on a day, if to anything."""
    tie = _TIE_OF.get(currency)
    return tie if tie and day.year >= tie.since else None


def first_tied(currency: str) -> date | None:
    """The day that the currency is fixed from, if it ever is."""
    tie = _TIE_OF.get(currency)
    return date(tie.since, 1, 1) if tie else None
