"""Repetitions: a figure, or a rate of exchange, that the text uses again for the same thing.

Two figures that differ are held to be meant for one only where the text says so: what the heading says, the body says
again; "the 16 climbers" are those that were counted before. And only where one could be the other misprinted (the same
digits on another scale, two digits changed about), or, of things counted, where they are close.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import msgspec

from claims.claim import Claim, Repetition, Restatement, Sure
from claims.document import Document
from claims.figure import Figure
from claims.relate.misprint import DIGITS_TO_CHANGE_ABOUT, DIGITS_TO_KNOW_AGAIN, are_turned_about, digits_of, is_a_misprint, is_rescaled
from claims.rounding import Reading
from claims.wording.met import Met
from claims.wording.pattern import Thing, Window

LONGEST_HEADING = 120
LEAST_SHORT = 1000000
"""So much at least is a heading's number that may be a sum of money without its currency."""
CLOSE = Fraction(1, 4)
"""A count that is off by no more than this part may be the same count; one that is further off is of others."""
FARTHEST = 2
"""Numbers that are so many times apart agree under no reading."""
MOST_DIGITS_MISCOUNTED = 4
FEWEST = 3
"""A count below this ("the two") is of some of them more often than not."""
LOOKED_BACK_OVER = 24
NEXT_WORDS = 16
"""Code points after a number without a noun in which a word may say what it is of ("72 missing")."""
WORD = re.compile(r"[^\W\d_]+")
STEM = 5
SHORTEST_NOUN = 4


def repetitions(document: Document, things: Sequence[Thing], claims: Iterable[Claim]) -> Iterator[Repetition]:
    """What the heading says and the body says again; and the rates of exchange of one pair of currencies."""
    yield from one_rate_each(claims)
    yield from _of_heading(document, [thing for thing in things if isinstance(thing, Figure)])


def one_rate_each(claims: Iterable[Claim]) -> Iterator[Repetition]:
    """The rates of exchange of each pair of currencies and year: the middle one of them, held against each of the others."""
    rates: dict[tuple[str, str, int | None], list[Restatement]] = {}
    for claim in claims:
        if isinstance(claim, Restatement) and claim.amount.unit.kind == "money" and claim.amount.unit.code != claim.again.unit.code and claim.again.low:
            if claim.amount.unit.code > claim.again.unit.code:
                claim = msgspec.structs.replace(claim, amount=claim.again, again=claim.amount)
            rates.setdefault((claim.amount.unit.code, claim.again.unit.code, claim.when.year if claim.when else None), []).append(claim)
    for some in rates.values():
        middle = sorted(some, key=lambda claim: Fraction(claim.amount.low) / claim.again.low)[(len(some) - 1) // 2] if len(some) > 2 else some[0]
        yield from (Repetition(claim.evidence, middle, claim, Sure.LIKELY) for claim in some if claim is not middle)


def _of_heading(document: Document, figures: Sequence[Figure]) -> Iterator[Repetition]:
    """Each figure of the heading, held against the body's one that agrees with it, or else against the one that it could be a misprint of."""
    if len(document.paragraphs) < 2:
        return
    start, end = document.paragraphs[0]
    if end - start > LONGEST_HEADING or document.text[start:end].rstrip().endswith((".", "!", "。")):
        return
    heading = [figure for figure in figures if figure.span[1] <= end]
    body = [figure for figure in figures if figure.span[0] >= end]
    for figure in heading:
        alike = [other for other in body if _of_one_unit(figure, other) or _is_short_for(figure, other)]
        again = next((other for other in alike if _agree(figure, other)), None) or _the_same_number(figure, body)
        if again is None:
            only = sum(_of_one_unit(figure, other) for other in heading) == 1
            again = (_the_one_misprinted(figure, alike, document) or _the_one_turned_about(figure, alike, document)) if only else None
        if again is not None and _is_short_for(figure, again):
            figure = msgspec.structs.replace(figure, unit=again.unit)
        if again is not None and figure.number.mantissa:
            yield Repetition((figure.span[0], again.span[1]), figure, again, Sure.LIKELY)


def _the_same_number(figure: Figure, body: Sequence[Figure]) -> Figure | None:
    """The very number again, of things that the body calls by another name ("1,400 jobs", "1,400 posts")."""
    if len(digits_of(figure)) < DIGITS_TO_KNOW_AGAIN or not _is_a_count(figure):
        return None
    return next((other for other in body if _is_a_count(other) and other.number == figure.number and other.upper is None), None)


def _is_short_for(figure: Figure, other: Figure) -> bool:
    """Whether a heading leaves out the currency: "31.2 million loss", and in the body so many francs."""
    if figure.upper or other.upper or other.unit.per or figure.number.divisor != 1 or other.number.divisor != 1:
        return False
    return figure.unit.kind in ("count", "plain") and figure.unit.dimension != "ratio" and other.unit.kind == "money" and figure.low >= LEAST_SHORT


def _of_one_unit(one: Figure, other: Figure) -> bool:
    if one.upper or other.upper or one.number.divisor != 1 or other.number.divisor != 1 or one.unit.per != other.unit.per:
        return False
    if {one.unit.kind, other.unit.kind} <= {"count", "plain"}:
        return one.unit.code == other.unit.code or "" in (one.unit.code, other.unit.code)
    return one.unit.kind == other.unit.kind and one.unit.code == other.unit.code


def _agree(one: Figure, other: Figure) -> bool:
    if one.low > FARTHEST * other.high or other.low > FARTHEST * one.high:
        return False
    return one.read(Reading.LOOSE).meets(other.read(Reading.LOOSE))


def _the_one_misprinted(figure: Figure, others: Sequence[Figure], document: Document) -> Figure | None:
    """The one figure of the body that it could be a misprint of, where there is but one: by many digits, or of what the heading names."""
    heading = _stems(document.text[slice(*document.paragraphs[0])])
    found = {
        other.number.value: other
        for other in reversed(others)
        if is_a_misprint(figure, other, fewest=DIGITS_TO_CHANGE_ABOUT)
        or (is_a_misprint(figure, other) and heading & _stems(_sentence_of(other, document)))
    }
    if not found and len({other.number.value for other in others}) == 1 and is_rescaled(figure, others[0], fewest=1):
        return others[0]
    return next(iter(found.values())) if len(found) == 1 else None


def _the_one_turned_about(figure: Figure, others: Sequence[Figure], document: Document) -> Figure | None:
    """A number of two digits that the body has the other way about, of things of the same name: so few digits are alone no evidence."""
    digits = str(figure.number.mantissa)
    found = [other for other in others if str(other.number.mantissa) == digits[::-1] != digits and figure.number.exponent == other.number.exponent]
    if len(digits) != 2 or len(found) != 1:
        return None
    nouns = _stems(figure.counts or document.text[figure.span[1] : figure.span[1] + NEXT_WORDS])
    named = found[0].unit.code == figure.unit.code != "" or nouns & _stems(_sentence_of(found[0], document))
    return found[0] if named else None


def _sentence_of(figure: Figure, document: Document) -> str:
    place = bisect_right(document.sentences, figure.span[0], key=lambda span: span[0]) - 1
    return document.text[slice(*document.sentences[place])] if place >= 0 else document.text


def taken_up(window: Window, met: Met) -> Iterator[Repetition]:
    """Each figure that the words say was given before ("the 16 climbers", "the £1.26 million fraud"), with the one that gave it."""
    said = {match.roles["again"].span: match for match in met.of("taken_up")}
    figures = [thing for thing in window.things if isinstance(thing, Figure)]
    for place, again in enumerate(figures):
        match = said.get(again.span)
        if match is None:
            continue
        before = [figure for figure in figures[max(0, place - LOOKED_BACK_OVER) : place] if _of_one_unit(figure, again)]
        figure = _given_before(again, before, window)
        if figure is None and match.holds.get("pointing") is True:
            figure = _pointed_at(again, figures[max(0, place - LOOKED_BACK_OVER) : place], window)
            again = msgspec.structs.replace(again, unit=figure.unit) if figure is not None else again
        if figure is not None:
            yield Repetition((figure.span[0], match.span[1]), figure, again, Sure.LIKELY)


def _given_before(again: Figure, before: Sequence[Figure], window: Window) -> Figure | None:
    named = [figure for figure in before if _are_of_one_thing(figure, again, window)]
    if equal := next((figure for figure in reversed(named) if _agree(figure, again)), None):
        return equal
    if same := next((figure for figure in reversed(before) if figure.low == again.low and len(digits_of(figure)) >= DIGITS_TO_KNOW_AGAIN), None):
        return same
    if any(_agree(figure, again) for figure in before):
        return None
    if len({figure.number for figure in named}) != 1:
        return _on_another_scale(again, before, window)
    figure = named[-1]
    if is_a_misprint(figure, again) or (again.unit.kind in ("count", "plain") and are_turned_about(figure, again)):
        return figure
    if len(digits_of(figure)) > MOST_DIGITS_MISCOUNTED:
        return None  # "the 433,745 shares of series A … the 386,662 shares of series B"
    named_again = again.unit.kind == "plain" or (again.unit.kind == "count" and bool(_stems(again.counts)))  # a bare counter (人, 件) counts anything
    if named_again and again.low >= FEWEST and abs(figure.low - again.low) <= figure.low * CLOSE and not _is_reckoned(again, window):
        return figure
    return None


def _on_another_scale(again: Figure, before: Sequence[Figure], window: Window) -> Figure | None:
    """A sum of the same digits in the same sentence or the one before, a thousand times as large or as small, whatever it was called."""
    near = [figure for figure in before if window.sentence_of(again) - window.sentence_of(figure) in (0, 1)]
    found = {figure.number: figure for figure in near if again.unit.kind == "money" and is_rescaled(figure, again, fewest=DIGITS_TO_KNOW_AGAIN)}
    return next(iter(found.values())) if len(found) == 1 else None


def _pointed_at(again: Figure, before: Sequence[Figure], window: Window) -> Figure | None:
    """What "these 1,540 people" points at, by whatever name it was called: a misprint of it in the same sentence or the one before."""
    near = [figure for figure in before if window.sentence_of(again) - window.sentence_of(figure) in (0, 1) and figure.upper is None]
    alike = [figure for figure in near if _can_be_called(again, figure)]
    if any(figure.low == again.low for figure in alike):
        return None
    found = {figure.number.value: figure for figure in alike if is_a_misprint(figure, again)}
    return next(iter(found.values())) if len(found) == 1 else None


def _can_be_called(again: Figure, figure: Figure) -> bool:
    """Whether a figure can be taken up in other words: things counted by another noun, a sum without its currency."""
    return again.unit.kind in ("count", "plain") and (figure.unit.kind in ("count", "plain") or again.unit.kind == "plain")


def _are_of_one_thing(figure: Figure, again: Figure, window: Window) -> bool:
    """Whether the noun that is taken up is the one counted before, or stands in the sentence of the amount before."""
    nouns = _stems(again.counts)
    if again.unit.kind == "count":
        return figure.unit.kind == "count" and nouns <= _stems(figure.counts)
    if again.unit.kind == "plain":
        return figure.unit.kind == "count" and window.sentence_of(again) - window.sentence_of(figure) in (0, 1)
    following = nouns or _stems(_next_word(again, window))
    return bool(following) and bool(following & _stems(window.sentence_around(figure.span[0])))


def _next_word(figure: Figure, window: Window) -> str:
    rest = window.sentence_around(figure.span[0])
    found = WORD.search(rest, rest.find(figure.printed.lower()) + len(figure.printed))
    return found.group() if found else ""


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(words.lower()) if len(word) >= SHORTEST_NOUN}


def _is_reckoned(again: Figure, window: Window) -> bool:
    """Whether it is what is left of, or what comes of, figures that stand before it."""
    values = {thing.number.value for thing in window.things if isinstance(thing, Figure) and _is_a_count(thing) and thing.span != again.span}
    goal = again.number.value
    return any(goal - value in values or goal + value in values or value == goal for value in values)


def _is_a_count(figure: Figure) -> bool:
    return figure.unit.kind in ("count", "plain")

