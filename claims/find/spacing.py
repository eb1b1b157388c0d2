"""Runs of blanks, and lines that are broken or indented: read as one space, and the places told as they are in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

import msgspec

from claims.day import Day
from claims.figure import Figure

SIGNS_OF_RUNS = {"": ("  ", "\n ", " \n"), "\r": ("\r\n",), "\t": ("\t\n", "\n\t"), "\u00a0": ("\u00a0 ", " \u00a0", "\u00a0\u00a0")}
"""What shows that there are runs; those with a rare sign are looked for only where that is in the text."""
RUN = re.compile(r"[^\S\n]{2,}(?:\n[^\S\n]*)?|\n[^\S\n]+|[^\S\n]\n[^\S\n]*")
WIDEST = 3
"""More blanks than this on one line part the columns of a table."""


class Narrowed(msgspec.Struct, frozen=True):
    """A text with one blank for each run of them, and the way back."""

    text: str
    cuts: list[int]
    lost: list[int]

    def place(self, at: int) -> int:
        """Where in the text as it is given a place of the narrowed text is."""
        before = bisect_right(self.cuts, at)
        return at + self.lost[before - 1] if before else at


def narrowed(text: str) -> Narrowed | None:
    """The text with its runs of blanks narrowed; None where it has none."""
    if not any(sign in text for rare, signs in SIGNS_OF_RUNS.items() if rare in text for sign in signs):
        return None
    pieces: list[str] = []
    cuts: list[int] = []
    losses: list[int] = []
    length = reached = 0
    for run in RUN.finditer(text):
        start, end = run.span()
        if "\n" not in run.group() and (end - start > WIDEST or (text[start - 1 : start].isdigit() and text[end : end + 1].isdigit())):
            continue
        pieces += (text[reached:start], " ")
        length += start - reached + 1
        cuts.append(length)
        losses.append(end - start - 1)
        reached = end
    pieces.append(text[reached:])
    return Narrowed("".join(pieces), cuts, list(accumulate(losses))) if cuts else None


def figure_as_given(figure: Figure, text: str, narrow: Narrowed) -> Figure:
    """A figure of the narrowed text, where it stands in the text itself."""
    start, end = narrow.place(figure.span[0]), narrow.place(figure.span[1] - 1) + 1
    return msgspec.structs.replace(figure, span=(start, end), printed=text[start:end])


def day_as_given(day: Day, text: str, narrow: Narrowed) -> Day:
    """A day of the narrowed text, where it stands in the text itself."""
    start, end = narrow.place(day.span[0]), narrow.place(day.span[1] - 1) + 1
    return msgspec.structs.replace(day, span=(start, end), printed=text[start:end])
