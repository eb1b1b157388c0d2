"""Figures → claims: which figures the text relates to which, and by which words. One file for each kind of claim.

A relation that cannot be told from an innocent neighbour is not proposed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from claims.claim import Claim, Timing
from claims.day import Day
from claims.document import Document
from claims.figure import Span
from claims.relate import age, average, change, comparison, currency, enumeration, lasting, per_head, rate, repetition, restatement, share, timing, total
from claims.relate.quotation import without_quotes
from claims.wording.met import Met
from claims.wording.pattern import MOST_THINGS, Thing, Window
from claims.wording.wordings import wordings_of

Relate = Callable[[Window, Met], Iterable[Claim]]
IN_A_WINDOW: tuple[Relate, ...] = (
    restatement.restatements,
    rate.rates,
    per_head.per_head,
    change.changes,
    share.shares,
    total.totals,
    enumeration.enumerations,
    comparison.comparisons,
    average.averages,
    timing.timings,
    lasting.spans_of_time,
    age.ages,
    repetition.taken_up,
)
LONGEST_HEADING = 120
FARTHEST_SENTENCE = 3
"""How many sentences on a figure may still speak of the one before."""


def claims_from(document: Document, things: Sequence[Thing]) -> tuple[Claim, ...]:
    """Every claim that the document makes about its figures and days (`things`, in order), in the order of the text."""
    wordings = wordings_of(document.language)
    things = without_quotes(document.text, things)
    found: dict[Claim, None] = {}
    for window in windows(document, things, with_hedges=wordings.figures_take_hedges):
        met = wordings.met_in(window)
        for relate in IN_A_WINDOW:
            found.update(dict.fromkeys(relate(window, met)))
    found = dict.fromkeys(currency.of_named_countries(document, tuple(found)))
    found = dict.fromkeys(timing.on_the_calendar(document, found))
    told = {claim.weekday.span for claim in found if isinstance(claim, Timing) and claim.weekday}
    found.update(dict.fromkeys(claim for claim in timing.days_alone(document, things) if claim.weekday is None or claim.weekday.span not in told))
    found.update(dict.fromkeys(repetition.repetitions(document, things, tuple(found))))
    return tuple(sorted(found, key=lambda claim: claim.evidence))


def windows(document: Document, things: Sequence[Thing], *, with_hedges: bool = False) -> Iterator[Window]:
    """Stretches of text in which figures may be related: a paragraph, with the heading above it where there is one.

    A long paragraph is as many stretches as there are groups of figures in it, with the sentences beside them.
    """
    starts = [thing.span[0] for thing in things]
    ends = [span[1] for span in document.sentences]
    for start, end in _stretches(document):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        within = ends[bisect_left(ends, start) : bisect_left(ends, end)]
        bounds = (start, *within, end)
        for some in _near_each_other(things[first:last], within):
            before, after = bisect_left(within, some[0].span[0]), bisect_left(within, some[-1].span[1])
            yield Window(document.text, (bounds[max(0, before - 1)], bounds[min(after + 2, len(bounds) - 1)]), some, within, with_hedges=with_hedges)


def _near_each_other(things: Sequence[Thing], sentence_ends: Sequence[int]) -> Iterator[Sequence[Thing]]:
    first = 0
    sentences = [bisect_left(sentence_ends, thing.span[0]) for thing in things]
    for number in range(1, len(things) + 1):
        if number == len(things) or number - first == MOST_THINGS or sentences[number] - sentences[number - 1] > FARTHEST_SENTENCE:
            yield things[first:number]
            first = number


def _is_a_date(thing: Thing) -> bool:
    """Whether it can be related to something that is no figure of the window: the day the article appeared."""
    return isinstance(thing, Day) and thing.day is not None and thing.year is not None


def _stretches(document: Document) -> Iterator[Span]:
    heading: int | None = None
    for start, end in document.paragraphs:
        text = document.text[start:end].rstrip()
        if end - start <= LONGEST_HEADING and not text.endswith((".", "!", "?", "。", '"', "”", ":")):
            if heading is not None:
                yield heading, start
            heading = start
            continue
        yield (start if heading is None else heading), end
        heading = None
    if heading is not None:
        yield heading, len(document.prose)
