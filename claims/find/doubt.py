"""What the quick way doubts: the shapes it is sure of, and every word beside a number that may belong to it."""

from __future__ import annotations

import re

import msgspec

from claims.find.doubt_words import Openings, Paid
from claims.language import Language
from claims.unit import Unit


class Doubts(msgspec.Struct, frozen=True):
    """What the quick way knows of a language: shapes, sure words, and all words at which it gives way.

    left           words that end a table's phrase before a number; capitals: those that do so only in capitals
    hedged         words that may end a hedge; openers: that open a range; namers: that make a name of the number after them
    minus          words that may take a number below nothing; large: signs that are ones only with a capital
    right, beyond  words that begin a table's phrase after a number; after its unit; others: of them, signs of scales
    second         words that go on with a unit's or a currency's name ("years" + "old")
    joined         words that join a number to a further one, ranges among them; starts: such further numbers' first words
    links          words between a scale and what it counts (" de ")
    codes          of currencies, in small letters, which tell whose a shared sign is
    sure_years     words that make a year of a number, whatever follows
    numbers        number words that mean nothing else; articles: number words that are articles or pronouns
    before         every word that is looked at more closely before a number
    after          every word that is looked at more closely after a number or its unit
    halves         what adds a half to a unit (" and a half"); tens_joins: words between tens and ones; skipped: words between a number and its unit
    aged           words after which a number is years of age; plus_minus: phrases that say how far off a number may be
    dotted         words that may belong to a number after them when a full stop shortens them ("approx.")
    clock          words of times of the day; day_joins: words between two days that share a month; weak_marks: that may be a decimal mark
    further        number words, which may go on a number; plain_pers: what a bare number may go to (" per ")
    after_amounts  words that may go on an amount with its unit; comma_joins: that join a further one behind a comma
    ones           articles and pronouns that are numbers; many: words that an article makes a number ("dozen"), with what they multiply by
    idle           words that are a figure only with an article before them ("year"); of_words: that stand between a part and its whole
    parts_of_one   words of fractions, with the denominator; articles_of_parts: the articles before them
    beside         words that may make a number of an article before them
    begins         words that a number may begin with, a hedge or a currency before it; longer_joins: joining words that may go on
    idioms         digits that idioms begin with; names: words before the number of what they name, which do nothing else to a number
    ratios         words that make a ratio with a number further on ("un homme sur dix")
    """

    language: Language
    shape: re.Pattern[str]
    left: frozenset[str]
    minus: frozenset[str]
    capitals: frozenset[str]
    large: frozenset[str]
    hedged: frozenset[str]
    openers: frozenset[str]
    namers: frozenset[str]
    right: Openings
    beyond: Openings
    others: frozenset[str]
    second: dict[str, Openings]
    joined: frozenset[str]
    ranges: frozenset[str]
    adders: frozenset[str]
    starts: frozenset[str]
    links: tuple[str, ...]
    signs: dict[str, tuple[Unit, tuple[Unit, ...]]]
    spaced_signs: frozenset[str]
    codes: frozenset[str]
    scales: dict[str, int]
    percents: frozenset[str]
    pers: frozenset[str]
    units: dict[str, Unit]
    currencies: dict[str, Paid]
    sure_years: frozenset[str]
    periods: frozenset[str]
    day_joins: frozenset[str]
    clock: frozenset[str]
    weak_marks: frozenset[str]
    numbers: dict[str, int]
    articles: frozenset[str]
    pronouns: frozenset[str]
    ratios: Openings
    ratio_nouns: int
    told_days: frozenset[str]
    number_ends: frozenset[str]
    after_words: frozenset[str]
    known: frozenset[str]
    parts: tuple[str, ...]
    factors: tuple[str, ...]
    plain_words: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    after_amounts: Openings
    halves: tuple[str, ...]
    comma_joins: frozenset[str]
    ones: dict[str, int]
    many: dict[str, int]
    idle: frozenset[str]
    parts_of_one: dict[str, int]
    articles_of_parts: frozenset[str]
    of_words: frozenset[str]
    tens_joins: frozenset[str]
    skipped: frozenset[str]
    times: frozenset[str]
    aged: frozenset[str]
    plus_minus: tuple[str, ...]
    dotted: frozenset[str]
    further: frozenset[str]
    plain_pers: tuple[str, ...]
    beside: frozenset[str]
    begins: frozenset[str]
    longer_joins: frozenset[str]
    idioms: frozenset[str]
    names: frozenset[str]
    has_compounds: bool
    has_streets: bool
    has_streets_before: bool
    nouns_large: bool
