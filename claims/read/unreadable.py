"""Why a file cannot be read, in one line for the person who named it."""

from __future__ import annotations


class Unreadable(Exception):
    """What is wrong, where, and what to do about it: one line."""
