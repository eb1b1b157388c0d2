"""Why a file cannot be read, in one line for the person who named it."""

from __future__ import annotations

STANDARD_INPUT = "-"


class Unreadable(Exception):
    """Which file, what is wrong with it and what to do about it: one line."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{'standard input' if source == STANDARD_INPUT else source}: {reason}")
