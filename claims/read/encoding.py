"""Bytes → text: which encoding they are in, and a remark where it is not plain UTF-8."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from claims.read.unreadable import Unreadable

SAMPLE_BYTES = 8192
"""Enough to tell an encoding from its letters; even, so that it ends between two-byte characters."""


class Decoded(NamedTuple):
    """The text, and what is to be said about how it was read."""

    text: str
    remark: str = ""


class Mark(NamedTuple):
    """A byte order mark and the encoding it announces."""

    mark: bytes
    encoding: str
    name: str


MARKS = (
    Mark(codecs.BOM_UTF8, "utf-8", "UTF-8 with a byte order mark"),
    Mark(codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16, whose mark begins the same
    Mark(codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    Mark(codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    Mark(codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


class Guess(NamedTuple):
    """An encoding without a mark, and the letters that a text in it is full of."""

    encoding: str
    name: str
    has_ascii: bool


TWO_BYTE = (
    Guess("utf-16-le", "UTF-16 without a byte order mark", True),
    Guess("utf-16-be", "UTF-16 without a byte order mark", True),
)
JAPANESE = (
    Guess("cp932", "Shift JIS", False),  # here ASCII proves nothing: it is the same in Western encodings
    Guess("euc_jp", "EUC-JP", False),
)
FAMILIAR_SHARE = 3
"""One character in so many must be kana, or ASCII where that tells: in the wrong encoding nearly all are rare characters."""


class Signature(NamedTuple):
    """How the files of a format begin that is not text."""

    start: bytes
    name: str
    advice: str


SIGNATURES = (
    Signature(b"%PDF-", "a PDF", "save it as plain text first"),
    Signature(b"PK\x03\x04", "a zip archive or an office document", "save it as plain text first"),
    Signature(b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text first"),
    Signature(b"{\\rtf", "an RTF document", "save it as plain text first"),
    Signature(b"\x1f\x8b", "a compressed file", "unpack it first"),
    Signature(b"\x89PNG", "an image", "give its text"),
    Signature(b"\xff\xd8\xff", "an image", "give its text"),
    Signature(b"GIF8", "an image", "give its text"),
)


def decoded(content: bytes, source: str) -> Decoded:
    """The text in `content`. Raises Unreadable where it is no text."""
    for signature in SIGNATURES:
        if content.startswith(signature.start):
            raise Unreadable(source, f"is {signature.name}, not text; {signature.advice}")
    found = _by_mark(content, source) or _as_utf8(content) or _by_letters(content) or _as_western(content)
    if "\0" in found.text or _is_mostly_control(found.text[:SAMPLE_BYTES]):
        raise Unreadable(source, "is a binary file, not text; give a text file")
    return found


def _by_mark(content: bytes, source: str) -> Decoded | None:
    for mark in MARKS:
        if content.startswith(mark.mark):
            try:
                return Decoded(content[len(mark.mark) :].decode(mark.encoding), f"read as {mark.name}")
            except UnicodeDecodeError as problem:
                place = problem.start + len(mark.mark)
                raise Unreadable(source, f"begins as {mark.name} but is broken at byte {place:,}; save it as UTF-8") from None
    return None


def _as_utf8(content: bytes) -> Decoded | None:
    if b"\0" in content:
        return None
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _by_letters(content: bytes) -> Decoded | None:
    """Two-byte encodings betray themselves by their letters: in the wrong one a text turns into rare characters."""
    for guess in TWO_BYTE if b"\0" in content else (*JAPANESE, *TWO_BYTE):
        sample = content[:SAMPLE_BYTES].decode(guess.encoding, "replace")
        familiar = sum("\u3040" <= letter <= "\u30ff" or (guess.has_ascii and (" " <= letter <= "~" or letter in "\t\r\n")) for letter in sample)
        told_by = len(sample) if guess.has_ascii else sum(letter > "~" for letter in sample)
        if familiar and familiar * FAMILIAR_SHARE >= told_by:
            try:
                return Decoded(content.decode(guess.encoding), f"read as {guess.name}")
            except UnicodeDecodeError:
                continue
    return None


def _as_western(content: bytes) -> Decoded:
    try:
        return Decoded(content.decode("cp1252"), "not UTF-8: read as Windows-1252")
    except UnicodeDecodeError:
        return Decoded(content.decode("latin-1"), "not UTF-8: read as Latin-1")


def _is_mostly_control(sample: str) -> bool:
    """Whether more than one in twenty characters are controls that no text has."""
    controls = sum(letter < " " and letter not in "\t\n\r\f\v\x1b" for letter in sample)
    return controls * 20 > len(sample)
