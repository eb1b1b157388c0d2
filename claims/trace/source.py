"""A source: a text that figures may come from, laid out for looking them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from claims.claim import Passage
from claims.figure import Figure
from claims.interval import Interval
from claims.rounding import EXACTLY, PLAIN, Reading
from claims.trace.likeness import Likeness, likeness
from claims.trace.lookup import Lookup, lookup_of
from claims.trace.mention import Mention, Tokens, mentions, title_of, vocabulary
from claims.unit import Unit

if TYPE_CHECKING:
    from claims import Said
    from claims.document import Document

BARE = ("plain", "count")
NEVER_IN_A_BARE_CELL = ("percent", "points")
"""A column of percentages says so."""
UNSAID_SCALES = (3, 6, 9)
"""Powers of ten that a table may be in without saying so; what it does say may not be meant of each row ("in thousands of dollars", and ships)."""

CENTS = 2
"""A dividend or a price may be in the hundredth part of its money."""


class Source(msgspec.Struct, frozen=True):
    """A document with the mention of each of its figures, every reading of them, and how many figures each word is said of."""

    document: Document
    mentions: tuple[Mention, ...]
    readings: tuple[tuple[Interval, ...], ...]
    counted: Mapping[str, int]
    title: Tokens
    lookup: Lookup

    def passage(self, mention: Mention, figure: Figure) -> Passage:
        """Where one of its figures stands, for a person; `figure` is how it is read."""
        place = self.document.place(mention.figure.span[0])
        line = f"line {place.line}" if place.line and not (mention.is_cell and place.where) else ""
        return Passage(figure, self.document.source, ", ".join(part for part in (place.where, line) if part), mention.words)


class Candidate(msgspec.Struct, frozen=True):
    """A figure of a source that an article's figure may come from.

    figure   as it is read in the article's unit
    reading  the narrowest under which both can be the same; None where none is
    shifted  whether that is so only if its table is in thousands or more and does not say it, or says it and this row is not
    """

    source: Source
    mention: Mention
    figure: Figure
    likeness: Likeness
    reading: Reading | None
    shifted: bool = False

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return self.source.passage(self.mention, self.figure)


def source_of(said: Said, decimal: str) -> Source:
    """What a document says, as a source."""
    found = mentions(said, decimal)
    readings = tuple(mention.figure.readings for mention in found)
    return Source(said.document, found, readings, vocabulary(found), title_of(said), lookup_of(found, readings))


def candidates(mention: Mention, source: Source) -> Iterator[Candidate]:
    """The figures of the source that have the value, or words, of the article's figure."""
    figure = mention.figure
    based, bare = figure.readings, _bare_readings(figure)
    beside = mention.near | mention.around
    numbers, are_all = source.lookup.numbers(mention, bare[Reading.LOOSE], source.title)
    for number in numbers:
        other, readings = source.mentions[number], source.readings[number]
        if other.is_cell and readings[0].high < 0 <= based[0].low:
            readings = tuple(Interval(-band.high, -band.low) for band in readings)  # prose tells a bracketed loss or outflow by its words
        is_bare = other.is_cell and other.figure.unit.kind == "plain" and figure.unit.kind not in NEVER_IN_A_BARE_CELL
        if not is_bare and not _is_of_one_kind(figure, other.figure):
            continue
        reading = _narrowest(bare if is_bare else based, readings)
        if reading is None and other.near.isdisjoint(beside):
            continue
        shift = _unsaid_scale(bare, readings, other.power) if is_bare and reading is None else 0
        read = _as_copied(_as_measured(other.figure, figure.unit, shift, figure.low >= 0) if is_bare else other.figure, figure)
        if reading is not None and not shift:
            reading = _narrowest(based, read.readings)
        if reading is None and not shift and not are_all:
            continue  # other values are told of when all are at hand that the words may mean
        like = likeness(mention, other, source.counted, source.title)
        yield Candidate(source, other, read, like, Reading.ROUNDED if shift else reading, bool(shift))


def _narrowest(ours: tuple[Interval, ...], theirs: tuple[Interval, ...]) -> Reading | None:
    return next((reading for reading in Reading if ours[reading].meets(theirs[reading])), None)


def _bare_readings(figure: Figure) -> tuple[Interval, ...]:
    """The readings in the unit of the figure, as a bare number in a table may be."""
    unit = figure.unit
    return tuple(Interval((band.low - unit.zero) / unit.size, (band.high - unit.zero) / unit.size) for band in figure.readings)


def _unsaid_scale(bare: tuple[Interval, ...], readings: tuple[Interval, ...], said: int | None) -> int:
    found = bare[Reading.ROUNDED]
    scales = (*UNSAID_SCALES, -CENTS) if said is None else (-said, -said - CENTS)
    return next((power for power in scales if found.meets(readings[Reading.ROUNDED] * Interval.exactly(Fraction(10) ** power))), 0)


def _as_measured(cell: Figure, unit: Unit, power: int, without_sign: bool) -> Figure:
    """A bare number of a table in the unit of the article's figure, and without the sign that prose tells by words."""
    mantissa = abs(cell.number.mantissa) if without_sign else cell.number.mantissa
    number = msgspec.structs.replace(cell.number, mantissa=mantissa, exponent=cell.number.exponent + power)
    return msgspec.structs.replace(cell, number=number, unit=unit)


def _as_copied(passage: Figure, figure: Figure) -> Figure:
    """The source's figure; exact where it is at least as fine as the article's: who copies 12.4 does not get 12.5 by rounding."""
    finer = abs(passage.number.step * passage.unit.size) <= abs(figure.number.step * figure.unit.size)
    return msgspec.structs.replace(passage, hedge=EXACTLY) if finer and passage.hedge == PLAIN else passage


def _is_of_one_kind(figure: Figure, other: Figure) -> bool:
    """Whether the two can be the same at all; a sign that stands for several currencies may be any of them."""
    if figure.unit.kind in BARE and other.unit.kind in BARE:
        return (figure.unit.code == "times") == (other.unit.code == "times")
    ours, theirs = (figure.unit, *figure.may_also_be), (other.unit, *other.may_also_be)
    return any(one.kind == another.kind and one.dimension == another.dimension for one in ours for another in theirs)
