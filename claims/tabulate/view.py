"""A grid as prose speaks of it: subjects down, periods or other heads across, each with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

import msgspec

from claims.figure import Figure
from claims.tabulate.grid import YEARS, Grid, years_in
from claims.tabulate.words import Words

WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
SHORTEST_STEM = 4

Tokens = frozenset[str]


class Line(msgspec.Struct, frozen=True):
    """A row or a column: the words of its name, those of the section it stands in, the years it names."""

    name: str
    tokens: Tokens
    around: Tokens
    years: tuple[int, ...]


class View(msgspec.Struct, frozen=True):
    """Subjects down and heads across; `figures` by subject and head. `power`: what the notes of the table say of its scale.

    weights  how much each word of the subjects' names tells, `head_weights` of the heads'; `known` are all words of the table
    """

    subjects: tuple[Line, ...]
    heads: tuple[Line, ...]
    figures: tuple[tuple[Figure | None, ...], ...]
    power: int | None
    weights: dict[str, Fraction]
    head_weights: dict[str, Fraction]
    known: Tokens

    @property
    def years(self) -> frozenset[int]:
        """All years across."""
        return frozenset(year for head in self.heads for year in head.years)


def tokens_of(text: str, words: Words) -> Tokens:
    """The words that tell one name from another, without their plural endings."""
    return frozenset(_stem(word) for word in WORD.findall(text.lower()) if word not in words.stop and not YEARS.fullmatch(word))


def _stem(word: str) -> str:
    if len(word) > SHORTEST_STEM:
        for ending, instead in (("ies", "y"), ("sses", "ss"), ("es", "e"), ("s", "")):
            if word.endswith(ending) and not word.endswith(("ss", "us", "is")):
                return (word[: -len(ending)] + instead).removesuffix("e")
        return word.removesuffix("e")
    return word


def view_of(grid: Grid, words: Words) -> View:
    """The view with the years across, where some line names years; as printed where none does."""
    heads = [next((head[column] for head in reversed(grid.heads) if head[column]), "") for column in grid.columns]
    used = [column for column in grid.columns if any(row[column] is not None for row in grid.figures)]
    filled = [row for row in grid.rows if grid.is_value_row(row)]
    across = tuple(_line(heads[column], "", words) for column in used)
    down = tuple(_line(grid.names[row], grid.groups[row], words) for row in filled)
    figures = tuple(tuple(grid.figures[row][column] for column in used) for row in filled)
    turned = not any(head.years for head in across) and sum(1 for line in down if line.years) > 1
    if turned:
        across, down, figures = down, across, tuple(zip(*figures, strict=True))
    known = frozenset(word for line in (*down, *across) for word in line.tokens | line.around) | tokens_of(grid.table.caption, words)
    return View(down, across, figures, grid.power, weights(down), weights(across), known)


def _line(name: str, around: str, words: Words) -> Line:
    return Line(name, tokens_of(name, words), tokens_of(around, words), years_in(name))


class Likeness(msgspec.Struct, frozen=True):
    """How like a line's name is to what is said: how much of the name is said, and how much of what is said is the name."""

    named: Fraction
    asked: Fraction
    around: Fraction

    @property
    def score(self) -> Fraction:
        """From 0 to 1, and a little for the section it stands in."""
        return (self.named + self.asked) / 2 + (self.around / 10 if self.named else 0)


def likeness(line: Line, said: Tokens, common: dict[str, Fraction]) -> Likeness:
    """How like the line's name is to what is said; rare words weigh more."""
    own = sum((common.get(word, Fraction(1)) for word in line.tokens), Fraction(0))
    met = sum((common.get(word, Fraction(1)) for word in line.tokens & said), Fraction(0))
    asked = sum((common.get(word, Fraction(1)) for word in said if word in common), Fraction(0))
    if not own or not asked:
        return Likeness(Fraction(0), Fraction(0), Fraction(0))
    return Likeness(met / own, met / asked, Fraction(len(line.around & said), max(1, len(line.around))))


def weights(lines: Iterable[Line]) -> dict[str, Fraction]:
    """How much each word of the names tells: the less, the more lines have it."""
    counted: dict[str, int] = {}
    for line in lines:
        for word in line.tokens:
            counted[word] = counted.get(word, 0) + 1
    return {word: Fraction(1, 1) if number == 1 else Fraction(2, 1 + number) for word, number in counted.items()}
