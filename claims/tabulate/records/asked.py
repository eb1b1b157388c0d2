"""What a sentence asks of a table of records, answered: the claim that it makes, and whether some honest reading holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

import msgspec

from claims.claim import Average, Claim, Comparison, Repetition, Tally, Total
from claims.figure import Figure, Span
from claims.rounding import EXACTLY, Number, Reading
from claims.tabulate.records.link import Free, Linked, Mention, is_measure
from claims.tabulate.records.sheet import Field, number_in
from claims.tabulate.records.telling import Telling, Word
from claims.unit import PLAIN, Unit

COUNT = Unit("count")
PERCENT = ("%", "％")
MOST_MENTIONS = 5
NEAR = 4
"""So many words on, at most, stands what is counted or measured."""
SCALES = (1, 1000, 10**6, 10**9)

Rows = frozenset[int]


class Asked(NamedTuple):
    """The claim, and whether some honest reading of the sentence holds."""

    claim: Claim
    holds: bool


class Question(msgspec.Struct, frozen=True):
    """A sentence of the document linked to one table; `start` is where it begins in the document's text."""

    link: Linked
    telling: Telling
    span: Span
    text: str

    @property
    def every_row(self) -> Rows:
        """All rows of the table but those that sum others up."""
        return frozenset(range(len(self.link.sheet.rows))) - self.link.sheet.totals

    def figure(self, free: Free) -> Figure:
        """A number of the sentence as a figure of the document."""
        return figure_of(self.link.words[free.place], self.span[0], self.text)

    def cues(self, *lists: frozenset[str]) -> list[int]:
        """Where words of the lists stand that are no part of a cell, and not of a head that is named in more words."""
        stems = frozenset().union(*lists)
        bounds = {place for first, last, _ in self.bounds() for place in range(first, last + 1)}
        said = {word.stem for word in self.link.words}
        heads = [head for column in self.link.heads if len(said.intersection(head := self.link.sheet.columns[column].stems)) > 1 or len(head) == 1]
        return [place for place in self.link.places(stems) if place not in bounds and not any(self.link.words[place].stem in head for head in heads)]

    def measures(self) -> list[int]:
        """The columns of numbers that the sentence is about."""
        return [number for number in self.link.columns() if is_measure(self.link, number, self.telling.kinds)]

    def meant(self) -> Rows:
        """The rows that the mentions pick together: those of one column either way, those of several columns all at once."""
        rows, mentions = self.every_row, self.link.mentions
        for column in sorted({next(iter(mention.rows)) for mention in mentions if len(mention.rows) == 1}):
            rows &= frozenset().union(*(mention.rows[column] for mention in mentions if set(mention.rows) == {column}))
        return rows.intersection(*(mention.any_row for mention in mentions if len(mention.rows) > 1))

    def is_of_head(self, free: Free) -> bool:
        """Whether a number is a word of a head ("top 10")."""
        return any(free.digits in column.stems for column in self.link.sheet.columns)

    def says_how_often(self) -> bool:
        """Whether "so many times" is said."""
        return any(place and self.link.words[place - 1].is_number for place in self.cues(self.telling.times))

    def counts(self, free: Free) -> bool:
        """Whether a number stands before what rows are called, or what a head of names is, or some of them; not before the head of numbers."""
        columns = self.link.sheet.columns
        measured = {stem for column in self.measures() for stem in columns[column].stems} - self.telling.kinds
        names = {stem for column in columns for stem in column.stems} | self.telling.kinds | self.telling.times
        after = [word.stem for word in self.link.words[free.place + 1 : free.place + 1 + NEAR]]
        if self.text[self.link.words[free.place].end :].lstrip()[:1] in PERCENT:
            return False
        whole = {column.stems[0] for column in columns if len(column.stems) == 1 and not column.is_numeric}
        if after and after[0] in self.telling.kinds | whole:
            return True
        if after and after[0] in self.telling.partitive:
            return any(stem in names for stem in after)
        found = next((stem for stem in after if stem in measured or stem in names), None)
        return found is not None and found not in measured

    def bounds(self) -> Iterator[tuple[int, int, str]]:
        """Where "at least" and "at most" stand: first and last word, and which of the two."""
        stems = [word.stem for word in self.link.words]
        for sign, phrases in (("at least", self.telling.at_least), ("at most", self.telling.at_most)):
            for phrase in phrases:
                for first in range(len(stems) - len(phrase) + 1):
                    if tuple(stems[first : first + len(phrase)]) == phrase:
                        yield first, first + len(phrase) - 1, sign

    def row_sets(self) -> set[Rows]:
        """Every set of rows that some of the mentions pick together; of mentions of one column also those of either."""
        mentions = self.link.mentions[:MOST_MENTIONS]
        sets: set[Rows] = set() if mentions else {self.every_row}
        for size in range(1, len(mentions) + 1):
            for some in combinations(mentions, size):
                sets.add(frozenset.intersection(*(mention.any_row for mention in some)))
                if size > 1:
                    sets.add(frozenset.union(*(mention.any_row for mention in some)))
        for mention in mentions:
            sets.update(mention.rows.values())
            for column, edge in mention.edge.items():
                sets |= {rows & (mention.rows[column] | edge) for rows in sets} | {mention.rows[column] | edge, mention.rows[column] - edge}
        return sets


def figure_of(word: Word, start: int, text: str) -> Figure:
    """A number in a sentence that begins at `start` of the document."""
    digits = word.stem
    number = number_in(digits) or Number(0)
    return Figure((start + word.start, start + word.end), text[word.start : word.end], number, unit=COUNT if not number.exponent else PLAIN)


def cell_figure(field: Field, part: int = 0) -> Figure:
    """A cell, or one of the numbers in it, as a figure: exactly what stands there; one row where it is no number."""
    start = field.cell.start
    if field.parts:
        number, first, last = field.parts[part]
        return Figure((start + first, start + last), field.cell.text[first:last], number, unit=COUNT, hedge=EXACTLY)
    text = field.cell.text.rpartition("=")[2]  # "71 + 69 + 68 + 70 = 278"
    start += len(field.cell.text) - len(text)
    return Figure((start, start + len(text)), text.strip(), field.number or Number(1), unit=COUNT, hedge=EXACTLY)


def is_told_by(figure: Figure, value: Fraction) -> bool:
    """Whether the figure can tell the value: rounded, without its sign, in another scale."""
    said = figure.read(Reading.LOOSE)
    return any(said.low <= abs(value) * up / down <= said.high for up in SCALES for down in SCALES if up == 1 or down == 1)


def extent(rows: Iterable[int], question: Question, column: int) -> list[Fraction]:
    """The numbers of a column in those rows."""
    return [field.number.value for row in sorted(rows) if (field := question.link.sheet.rows[row][column]).number is not None]


def is_met(claim: Claim) -> bool:
    """Whether the claim itself holds as it is told, not only some other honest reading of its sentence."""
    match claim:
        case Tally(said=None):
            return claim.found > 0
        case Tally(said=Figure() as said):
            return said.low == claim.found or (claim.at_least and said.low <= claim.found) or (claim.at_most and said.low >= claim.found)
        case Repetition(figure=Figure() as figure, again=Figure() as again):
            return figure.read(Reading.LOOSE).meets(again.read(Reading.LOOSE))
        case Comparison():
            apart = claim.greater.low - claim.lesser.low
            return apart >= 0 and (claim.difference is None or claim.difference.low == apart)
        case Total(whole=Figure() as whole):
            return whole.low == sum(part.low for part in claim.parts)
        case Average():
            return is_told_by(claim.mean, sum((value.low for value in claim.values), Fraction(0)) / len(claim.values))
    return False


def condition_of(question: Question, mentions: Sequence[Mention], rest: Sequence[str] = ()) -> str:
    """The mentions as heads and cells."""
    sheet, words = question.link.sheet, question.link.words
    told = []
    for mention in mentions:
        column = max(mention.rows, key=lambda number: len(mention.rows[number]))
        told.append(f"{sheet.columns[column].head}: {question.text[words[mention.first].start : words[mention.last].end]}")
    return " · ".join((*told, *rest))
