"""Which exchange rates a text is checked against: the reference rates, a newsroom's own, or a service's on the web."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.outside import RateOfDay
from factcheck.outside.reference import reference_rate

LIVE = "live"


def rates_from(choice: str | Path | None, warn: Callable[[str], None]) -> RateOfDay:
    """The rates that were chosen: None the reference rates, `live` a service's, `live:URL` that service's, else a CSV file's.

    `warn` is told in one line when the service cannot be used. Raises RatesFileError, which says what to do, for a file
    that cannot be used; that is found out now and not in the middle of a check.
    """
    if choice is None:
        return reference_rate
    if isinstance(choice, str) and (choice == LIVE or choice.startswith(f"{LIVE}:")):
        from factcheck.outside.live import live_rates

        return live_rates(reference_rate, warn, url=choice.removeprefix(LIVE).removeprefix(":") or None)

    from factcheck.outside.newsroom import newsroom_rates

    return newsroom_rates(Path(choice), reference_rate)
