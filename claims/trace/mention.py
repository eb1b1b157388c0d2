"""The mention of a figure: the words that say what it measures, of which time it is, and what it does in the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from claims.claim import Change, Comparison, roles
from claims.day import Day
from claims.figure import Figure, Span
from claims.language import language
from claims.tabulate import grids_in
from claims.tabulate.grid import Grid, years_in
from claims.tabulate.view import tokens_of
from claims.tabulate.words import Words, words_of

if TYPE_CHECKING:
    from claims import Said

Slot = Literal["level", "change", "before", ""]
"""A level, the change of one, or the level before a change; "" where the sentence does not tell."""
Tokens = frozenset[str]

WORD = re.compile(r"[\u3400-\u9fff々]+|[\u30a1-\u30ff]+|[^\W\d_\u3040-\u30ff\u3400-\u9fff々]+")
EAST_ASIAN = "\u3400"
END_OF_CLAUSE = re.compile(r"[,;:–—(（、；：]")
BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）")
LAST_WORD = re.compile(r"\w+")
LONGEST_QUOTE = 160
NO_WORDS: Tokens = frozenset()
NO_YEARS: frozenset[int] = frozenset()
CHANGES = ("by", "percent", "times", "difference")


class Told(NamedTuple):
    """What a claim says of a figure: its slot, whether it rises, the time of the claim's later level, and whether the claim is of one thing that changes."""

    slot: Slot = ""
    rising: bool | None = None
    later: str = ""
    is_of_one_thing: bool = False


UNTOLD = Told()


class Mention(msgspec.Struct, frozen=True):
    """One figure with what is said of it.

    near     the words beside it: since the figure before and up to the next, or the names of its row and column
    around   the other words of its sentence, or of its table's section and caption
    years    of which it is, as far as is told; `months` too, and `period`: other words for its time ("first", "quarter")
    opener   the word right before it
    rising   whether it tells of a rise, where it tells of a change
    is_cell  whether it stands in a table
    power    the power of ten that a table says its numbers are in
    is_alone  whether no other figure of its sentence is in the same unit, which the words could be meant for
    """

    figure: Figure
    near: Tokens
    around: Tokens
    years: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    period: Tokens = frozenset()
    slot: Slot = ""
    opener: str = ""
    rising: bool | None = None
    is_cell: bool = False
    power: int | None = None
    is_alone: bool = False
    words: str = ""


def mentions(said: Said, decimal: str) -> tuple[Mention, ...]:
    """The mention of every figure of a document, in order."""
    words, months = words_of(said.document.language), language(said.document.language).months
    grids = grids_in(said.document, decimal)
    in_cells = {mention.figure.span: mention for grid in grids for mention in _of_grid(grid, words, months)}
    prose = [figure for figure in said.figures if figure.span not in in_cells]
    found = [*_of_prose(said, prose, words), *in_cells.values()]
    return tuple(sorted(found, key=lambda mention: mention.figure.span))


def told(text: str, words: Words) -> Tokens:
    """The words that tell one thing from another; of East Asian words every two signs."""
    kept: set[str] = set()
    for word in WORD.findall(text.lower()):
        if word[0] >= EAST_ASIAN and len(word) > 1:
            kept.update(word[at : at + 2] for at in range(len(word) - 1))
        elif not words.changed.fullmatch(word):
            kept |= tokens_of(word, words)
    return frozenset(kept)


def _of_grid(grid: Grid, words: Words, months: Mapping[str, int]) -> Iterator[Mention]:
    above = told(f"{grid.table.caption} {grid.table.where if not grid.table.where.startswith('table ') else ''}", words)
    for row in grid.rows:
        name, group = grid.names[row], grid.groups[row]
        for column, figure in enumerate(grid.figures[row]):
            if figure is None or not any(sign.isdigit() for sign in figure.printed):
                continue
            head = grid.head(row, column)
            years = years_in(head) or years_in(name) or years_in(group)
            yield Mention(
                figure,
                told(f"{name} {head}", words),
                told(group, words) | above,
                frozenset(years),
                frozenset(months[word] for word in WORD.findall(f"{name} {head} {group}".lower()) if word in months),
                slot="change" if words.change.search(head.lower()) else "level",
                is_cell=True,
                power=grid.power,
                words=", ".join(part for part in (name, head) if part),
            )


def _of_prose(said: Said, figures: Sequence[Figure], words: Words) -> Iterator[Mention]:
    document = said.document
    slots = dict(_slots(said))
    days = sorted(said.days, key=lambda day: day.span)
    starts, day_starts = [figure.span[0] for figure in figures], [day.span[0] for day in days]
    for start, end in document.sentences:
        within = figures[bisect_left(starts, start) : bisect_left(starts, end)]
        if within:
            dated = days[bisect_left(day_starts, start) : bisect_left(day_starts, end)]
            text = _blanked(document.text, (start, end), [*(figure.span for figure in within), *(day.span for day in dated)])
            quote = " ".join(document.text[start:end].split())
            yield from _of_sentence(Sentence(start, text, quote, within, dated), slots, words)


class Sentence(NamedTuple):
    """A sentence: its text with figures and days blanked out, and those."""

    start: int
    text: str
    quote: str
    figures: Sequence[Figure]
    days: Sequence[Day]

    def days_of(self, figure: Figure, beside: Sequence[Span]) -> list[Day]:
        """The days that tell of which time a figure is: those beside it, or in its brackets; what stands in other brackets is said of those only."""
        brackets = [(found.start() + self.start, found.end() + self.start) for found in BRACKETS.finditer(self.text)]

        def bracket_of(span: Span) -> Span | None:
            return next(((first, last) for first, last in brackets if first <= span[0] < last), None)

        own = bracket_of(figure.span)
        inside = [day for day in self.days if bracket_of(day.span) == own] or [day for day in self.days if bracket_of(day.span) is None]
        for first, last in beside:
            if found := [day for day in inside if first <= day.span[0] - self.start < last]:
                return found
        return inside


def _of_sentence(sentence: Sentence, slots: Mapping[Span, Told], words: Words) -> Iterator[Mention]:
    every = told(sentence.text, words)
    is_of_change = bool(words.changed.search(sentence.text.lower()))
    ends = [0, *(figure.span[1] - sentence.start for figure in sentence.figures)]
    begins = [*(figure.span[0] - sentence.start for figure in sentence.figures), len(sentence.text)]
    carried = subject = told(sentence.text[: begins[0]], words)
    for number, figure in enumerate(sentence.figures):
        left, right = (sentence.text[ends[at] : begins[at]] for at in (number, number + 1))
        left = END_OF_CLAUSE.split(left)[-1] if number else left  # what comes before is said of the figure before
        slot, rising, later, is_of_one_thing = slots.get(figure.span, UNTOLD)
        carried = told(left, words) | (subject if is_of_one_thing else NO_WORDS) or carried
        opener = (LAST_WORD.findall(left.removesuffix(figure.hedge.words)) or [""])[-1].lower()
        right = END_OF_CLAUSE.split(right, maxsplit=1)[0]
        beside = ((ends[number + 1], ends[number + 1] + len(right)), (begins[number] - len(left), begins[number]))
        slot = slot or (_slot_after(opener, words) if is_of_change else "level")
        is_level = slot in ("level", "before")
        days = sentence.days_of(figure, beside if is_level else ())  # "up 5% over 2023" is of another year
        years = frozenset(day.year for day in days if day.year is not None)
        told_years = frozenset(years_in(figure.period)) | (NO_YEARS if is_level else years) or frozenset(years_in(later))
        near = carried | told(right, words) | told(figure.counts, words)
        yield Mention(
            figure,
            near,
            every - near,
            told_years or years,
            frozenset(day.month for day in days if day.month is not None),
            told(figure.period, words),
            slot,
            opener,
            not words.fallen.search(opener) if slot == "change" and rising is None and words.changed.fullmatch(opener) else rising,
            is_alone=sum(other.unit.dimension == figure.unit.dimension for other in sentence.figures) == 1,
            words=sentence.quote if len(sentence.quote) <= LONGEST_QUOTE else f"{sentence.quote[:LONGEST_QUOTE]}…",
        )


def _slots(said: Said) -> Iterator[tuple[Span, Told]]:
    for claim in said.claims:
        is_change = isinstance(claim, Change | Comparison)
        rising = claim.rising if isinstance(claim, Change) else None
        later = claim.after.period if isinstance(claim, Change) and isinstance(claim.after, Figure) else ""
        for role, thing in roles(claim):
            if not isinstance(thing, Figure):
                continue
            tells_change = is_change and role in CHANGES
            slot: Slot = "change" if tells_change else "before" if role == "before" else "level"
            yield thing.span, Told(slot, rising if tells_change else None, later if tells_change else "", is_change)


def _slot_after(opener: str, words: Words) -> Slot:
    """What a figure is in a sentence about a change, by the word right before it."""
    if opener in words.levels:
        return "level"
    return "change" if words.changed.fullmatch(opener) else ""


def _blanked(text: str, within: Span, spans: Sequence[Span]) -> str:
    """The sentence with figures and days blanked out."""
    start, end = within
    signs = list(text[start:end])
    for first, last in spans:
        for at in range(max(first, start), min(last, end)):
            signs[at - start] = " "
    return "".join(signs)


def vocabulary(found: Sequence[Mention]) -> Mapping[str, int]:
    """Of how many things each word is said; the figures of one row are of one thing."""
    counted: dict[str, int] = {}
    for near in {mention.near for mention in found}:
        for word in near:
            counted[word] = counted.get(word, 0) + 1
    return counted


def title_of(said: Said) -> Tokens:
    """The words of the document's first paragraph, where that is a title: they hold for all of it."""
    start, end = said.document.paragraphs[0] if len(said.document.paragraphs) > 1 else (0, 0)
    return told(said.document.text[start:end], words_of(said.document.language)) if end - start <= LONGEST_QUOTE else NO_WORDS
