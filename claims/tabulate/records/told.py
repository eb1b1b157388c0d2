"""Whether a sentence tells anything of records, and how much: a label, a heading, a command, the opening of a list tell nothing."""

from __future__ import annotations

from collections.abc import Sequence

from claims.tabulate.records.telling import Telling, Word

LEADS_ON = (":", "：", "?", "？")
"""What ends so is told by what follows, or asked."""
JOINS = "-‐‑–_/."
"""A sign between a letter and a digit that makes the two one name: "B-5"."""


def tells_of_records(text: str, words: Sequence[Word], telling: Telling) -> bool:
    """Whether the sentence has a verb of telling, and ends."""
    # a capital begins a command or a name
    return not text.rstrip().endswith(LEADS_ON) and any(word.stem in telling.verbs and text[word.start].islower() for word in words)


def says_how_much(text: str, words: Sequence[Word], telling: Telling) -> bool:
    """Whether it says how many or how much, or that something is the most or more."""
    degrees = telling.highest | telling.lowest | telling.either_end | telling.more | telling.fewer
    return any(word.stem in degrees or (word.is_number and not is_of_name(text, word)) for word in words)


def is_of_name(text: str, word: Word) -> bool:
    """Whether a number is the end of a name: a letter stands before it, with no more than a joining sign between."""
    before = text[max(0, word.start - 2) : word.start]
    return bool(before) and (before[-1].isalpha() or (len(before) > 1 and before[-1] in JOINS and before[0].isalpha()))


def is_written_as_name(text: str, word: Word) -> bool:
    """Whether a word is a number or has a capital, where the sentence has any."""
    written = text[word.start : word.end]
    return word.is_number or any(sign.isupper() for sign in written) or is_all_lower(text)


def is_all_lower(text: str) -> bool:
    """Whether it is written without capitals, so that no name shows."""
    return text.islower()
