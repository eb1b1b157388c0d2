"""Shapes of text that slow careless readers down, each repeated as often as wanted; the tests and the benchmark share them."""

from __future__ import annotations

import random

SHAPES = (
    *("1,", "1.", "1 1", "1 ", "$", "€1", "9", "one ", "hundred ", "(", "[1", "½", "½ ", "1-", "1/", "1:", "a ", "million ", "1e9", "-", "+-", "%", "1% "),
    *("'1", '"5" ', "two and a half ", "Jan. ", "May 5, ", "1 to ", "from 1 to 2 ", "between 1 and ", "\u0301", "5 ft ", "5 ft 2 in ", "one in ", "1 per "),
    *("no. 1 ", "兆", "一", "1万", "百億", "１，", "1\u202f000\u202f", "zwei", "zweihundert", "dix-", "veinte y ", "x1я١", "İ", " \n", "\t1 \n"),
    *("www.1.com/", "1a", "about ", "more than about ", "a year earlier ", "Mr. A, 5, "),
)  # fmt: skip


def hostile(shape: str, letters: int) -> str:
    """The shape over and over."""
    return shape * (letters // len(shape) + 1)


def restless(pieces: tuple[str, ...], letters: int) -> str:
    """Pieces by chance, so that nothing comes again in the same surroundings."""
    chance = random.Random(1)
    return "".join(chance.choices(pieces, k=letters * len(pieces) // sum(map(len, pieces)) + 1))


RESTLESS = (("1, ", "7, ", "23, ", "4.5, "), ("one ", "two ", "five hundred ", "half "), ("$5 ", "7% ", "3 ft ", "1/2 ", "to "), ("1", "2", ".", ",", " "))
"""What no memory of what was read helps with."""
