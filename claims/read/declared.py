"""A day as a file declares it, for programs to read: "2024-05-01T09:30:00Z", "D:20240501093000+09'00'"."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

BY_NUMBER = re.compile(r"(?:D:)?([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?![0-9]{7})")
EARLIEST = 1900


def day_declared(written: str) -> date | None:
    """The day, where it is one that an article can have appeared on."""
    written = written.strip()[:60]
    found = BY_NUMBER.match(written)
    try:
        day = date(*map(int, found.groups())) if found else parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return day if EARLIEST <= day.year <= datetime.now().year + 1 else None
