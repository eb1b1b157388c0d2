"""The bytes of a file or of standard input, never more than a limit."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from claims.read.unreadable import STANDARD_INPUT, Unreadable

LARGEST_BYTES = 50 * 1024 * 1024
"""A year of a newspaper's articles in one file; beyond this a text is no article, and reading it would not end in bounded time."""


def content_of(source: str) -> bytes:
    """What the file holds. Raises Unreadable."""
    try:
        content = _from_standard_input() if source == STANDARD_INPUT else _from_file(Path(source))
    except FileNotFoundError:
        raise Unreadable(source, "no such file; check the path") from None
    except IsADirectoryError:
        raise Unreadable(source, "is a folder; name the files in it") from None
    except PermissionError:
        raise Unreadable(source, "may not be read; check its permissions") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise Unreadable(source, f"cannot be opened ({reason}); check the path") from None
    if len(content) > LARGEST_BYTES:
        raise Unreadable(source, f"is larger than {LARGEST_BYTES // 1024**2} MB; split it into articles")
    return content


def _from_standard_input() -> bytes:
    # A test, or a program that calls this one, may have put a text stream in its place.
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        return (sys.stdin.read(LARGEST_BYTES + 1) if sys.stdin else "").encode("utf-8", "surrogateescape")
    return stream.read(LARGEST_BYTES + 1)


def _from_file(path: Path) -> bytes:
    if path.is_dir():
        raise IsADirectoryError
    with path.open("rb") as stream:
        return stream.read(LARGEST_BYTES + 1)
