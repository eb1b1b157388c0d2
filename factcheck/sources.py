"""The sources of a text: each read once, and the text's figures traced to them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from claims import Said, claims_in
from claims.claim import Sourced
from claims.language import language
from claims.read import read
from claims.tie import Tie
from claims.trace import Source, source_of, sourced, ties

MOST_SOURCES = 64
"""As many are kept at hand between articles; a text that was written from more is read anew for each."""


def traced(said: Said, sources: Sequence[str | Path]) -> tuple[tuple[Tie, ...], tuple[Sourced, ...]]:
    """What has become of each figure in the sources, and what that asserts. Raises `claims.read.Unreadable`."""
    others = [path for path in sources if os.path.realpath(path) != os.path.realpath(said.document.source)]
    found = ties(said, language(said.document.language).decimal, [source_in(path) for path in others])
    return found, tuple(sourced(found))


def source_in(path: str | Path) -> Source:
    """A source, read and laid out for looking up. Raises `claims.read.Unreadable`."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return _source_in(str(path), 0, 0)  # the reader says what is wrong
    return _source_in(str(path), status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=MOST_SOURCES)
def _source_in(path: str, _size: int, _changed: int) -> Source:
    said = claims_in(read(path))
    return source_of(said, language(said.document.language).decimal)
