"""Ages: the years a person had reached by a day, held against the day of birth."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claims import lexicon
from claims.claim import Sure, Timing
from claims.day import Day
from claims.figure import Figure
from claims.rounding import EXACTLY
from claims.wording.met import Met
from claims.wording.pattern import Match, Window

OLDEST = 120
SENTENCES_ON = (-1, 0, 1)
"""An age is told in the sentence of the birth, or in one beside it."""


def ages(window: Window, met: Met) -> Iterator[Timing]:
    """Each age of somebody whose day of birth stands in the same sentence or the one before, where there is but one of each.

    An age without a day of its own is that of the day the article appeared.
    """
    births = met.of("born")
    if not births:
        return
    others_ages = {match.roles["age"].span for match in met.of("age_of_kin")}
    told = met.of("aged")
    for birth in births:
        born = birth.roles["start"]
        sentence = window.sentence_of(born)
        near = [match for match in told if window.sentence_of(match.roles["age"]) - sentence in SENTENCES_ON]
        others = [other for other in births if other is not birth and abs(window.sentence_of(other.roles["start"]) - sentence) <= 1]
        ages_told = {match.roles["age"].span for match in near}
        if len(ages_told) != 1 or ages_told & others_ages or any(other.roles["start"].span != born.span for other in others):
            continue
        claim = _age(birth, max(near, key=lambda match: len(match.roles)))
        if claim is not None:
            yield claim


def _age(birth: Match, told: Match) -> Timing | None:
    born, age, end = birth.roles["start"], told.roles["age"], told.roles.get("end")
    if not isinstance(born, Day) or not isinstance(age, Figure) or born.year is None or age.span == born.span:
        return None
    if not 0 < age.low <= OLDEST or (age.unit.kind == "time" and age.unit.code != "year") or age.upper is not None:
        return None
    if end is not None and (not isinstance(end, Day) or end.year is None or end.span == born.span or end.year <= born.year):
        return None
    if not age.hedge.words:
        age = msgspec.structs.replace(age, hedge=EXACTLY, unit=lexicon.units()["year"])
    spans = (birth.span, told.span)
    evidence = min(span[0] for span in spans), max(span[1] for span in spans)
    return Timing(evidence, start=born, end=end, age=age, sure=Sure.SPELLED_OUT if end else Sure.LIKELY)
