"""How surely two figures measure the same thing at the same time, by the words around them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import msgspec

from claims.trace.mention import Mention, Tokens

NONE = Fraction(0)
UNKNOWN_WEIGHT = Fraction(1, 2)
"""A word that the source never uses may tell another thing, or be the writer's own ("reached", "the firm")."""


class Likeness(msgspec.Struct, frozen=True):
    """How much of the source's words for a figure the article says, and how much of the article's words for its figure are the source's.

    asked   counts words that the source does not know in full, `asked_freely` for half
    shared  whether any word beside the one stands beside the other, or in its sentence
    is_told_of_others  whether the article's words have one that the source says of other figures only
    """

    named: Fraction
    asked: Fraction
    asked_freely: Fraction
    shared: bool
    is_told_of_others: bool

    @property
    def score(self) -> Fraction:
        """From 0 to 1."""
        return (self.named + self.asked_freely) / 2 if self.shared else NONE


def likeness(figure: Mention, passage: Mention, counted: Mapping[str, int], title: Tokens) -> Likeness:
    """How like what is said of `figure` is to what the source says in `passage`."""
    beside, in_reach = figure.near | figure.around, passage.near | passage.around | title

    def weight(word: str) -> Fraction:
        return Fraction(2, 1 + counted.get(word, 1))

    own = sum(map(weight, passage.near), NONE)
    named = sum(map(weight, passage.near & beside), NONE)
    met = sum((weight(word) for word in figure.near & in_reach), NONE)
    missed = sum((weight(word) for word in figure.near - in_reach if word in counted), NONE)
    strange = sum(1 for word in figure.near - in_reach if word not in counted)
    shared = bool(figure.near & (passage.near | passage.around) or passage.near & figure.around)
    return Likeness(_part(named, own), _part(met, met + missed + strange), _part(met, met + missed + UNKNOWN_WEIGHT * strange), shared, missed > 0)


def _part(some: Fraction, whole: Fraction) -> Fraction:
    return some / whole if whole else NONE


def other_time(figure: Mention, passage: Mention) -> bool:
    """Whether both say of which time they are, and it is not the same."""
    return any(one and other and not one & other for one, other in ((figure.years, passage.years), (figure.months, passage.months)))


def same_time(figure: Mention, passage: Mention) -> bool:
    """Whether both are surely of the same time: they say the same of it."""
    if passage.is_cell:
        return (figure.years, figure.months) == (passage.years, passage.months) and figure.period <= passage.near | passage.around
    return (figure.years, figure.months, figure.period) == (passage.years, passage.months, passage.period)


def other_slot(figure: Mention, passage: Mention) -> bool:
    """Whether one tells a level and the other a change, or the one a rise and the other a fall."""
    if figure.rising is not None and passage.rising is not None and figure.rising != passage.rising:
        return True
    return {figure.slot, passage.slot} in ({"level", "change"}, {"before", "change"})


def may_do_the_same(figure: Mention, passage: Mention) -> bool:
    """Whether nothing says that they do different things in their sentences."""
    return not other_slot(figure, passage) and (figure.slot == passage.slot or "" in (figure.slot, passage.slot))


def same_slot(figure: Mention, passage: Mention) -> bool:
    """Whether both surely do the same in their sentences."""
    if figure.slot and passage.slot:
        return figure.slot == passage.slot and not other_slot(figure, passage)
    return figure.slot == passage.slot and not passage.is_cell and figure.opener == passage.opener
