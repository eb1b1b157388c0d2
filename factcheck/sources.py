"""The sources of a text: each read once, and the text's figures traced to them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path, PurePath
from typing import NamedTuple

from claims import Said, claims_in
from claims.claim import Sourced
from claims.language import language
from claims.read import read
from claims.tie import Tie
from claims.trace import Source, source_of, sourced, ties

MOST_SOURCES = 64
"""As many are kept at hand between articles; a text that was written from more is read anew for each."""


class Traced(NamedTuple):
    """What has become of each figure in the sources, what that asserts, and what must be said of the sources."""

    ties: tuple[Tie, ...]
    claims: tuple[Sourced, ...]
    remarks: tuple[str, ...]


def traced(said: Said, sources: Sequence[str | Path]) -> Traced:
    """The figures of a text in its sources. Raises `claims.read.Unreadable`."""
    others = [path for path in sources if os.path.realpath(path) != os.path.realpath(said.document.source)]
    read_in = [source_in(path) for path in others]
    found = ties(said, language(said.document.language).decimal, read_in)
    remarks = tuple(f"source {PurePath(source.document.source).name}: {remark}" for source in read_in for remark in source.document.remarks)
    return Traced(found, tuple(sourced(found)), remarks)


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
