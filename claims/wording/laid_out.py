"""A language's wordings laid out: the patterns of its file with all that can be worked out beforehand, as the lexicon keeps them."""

from __future__ import annotations

from typing import Any
from zlib import crc32

import msgspec


class Wording(msgspec.Struct, frozen=True, array_like=True):
    """One way to word a claim.

    kind     of what kind of claim
    holds    what holds for it ("rising")
    written  its expression, as written in the file
    needs    the sets of cues it cannot do without, by their numbers
    figures  how many figures it cannot do without
    ends     over how many ends of sentences it may reach
    opens    whether it opens with the end of the sentence before
    """

    kind: str
    holds: dict[str, Any]
    written: str
    needs: list[int]
    figures: int
    ends: int
    opens: bool


class LaidOut(msgspec.Struct, frozen=True):
    """A language's wordings, made from the file of this `checksum`.

    figures_take_hedges  whether a hole stands for a figure with its hedge: where hedges stand on both sides of a figure, wordings would be full of them
    lists     the word lists as expressions
    cues      the sets of cues
    wordings  in the order of the file
    """

    checksum: int
    figures_take_hedges: bool
    lists: dict[str, str]
    cues: list[list[str]]
    wordings: list[Wording]


def checksum(written: bytes) -> int:
    """By which it is known whether a file is the one that was laid out; line ends are of no account."""
    return crc32(written.replace(b"\r\n", b"\n"))
