"""Numbers told by what stands beside them: "a gallon" is one, "aged 66" is years, "45 and 50 mg" share their unit."""

from __future__ import annotations

import re

from claims.find.amount import Amount, amount_at
from claims.find.bounds import in_scale_of, of_one_size
from claims.find.fraction import article_before
from claims.find.measure import WORD
from claims.find.name import is_named
from claims.find.number import Numeral
from claims.find.page import Page
from claims.find.unit import unit_after
from claims.phrases import last_word
from claims.rounding import Number
from claims.unit import PLAIN, Unit

SPAN_OF_LIFE = 120
MOST_PERCENT = 1000
FEWEST_YEARS = 5
"""A bare number between commas behind a name is an age from here on."""
HOME = re.compile(r", (?:of|from) (?!whom|them|which|these|those)")
"""Whose home follows, is a person: "Smith, 34, of Leeds"."""
AGE_IN_COMMAS = re.compile(r", [0-9]{1,3}[,.]")


def one_at(page: Page, place: int) -> Amount | None:
    """One of a unit, whose article stands before `place`: "a gallon of milk"; but no "gallon jug"."""
    word, words = WORD.match(page.lower, place), page.language.words
    spans = words.get("article_spans", ())
    if word is None or not (word.group() in words.get("article_units", ()) or word.group() in spans):
        return None
    article = article_before(page, place)
    if article is None or page.lower[place - 1] != " ":
        return None
    if word.group() in spans and not is_opened_span(page, article, word.end()):
        return None
    numeral = Numeral(article, place - 1, Number(1), "words")
    found = unit_after(page, numeral)
    if found is None or found[3] not in (0, -2) or page.lower[found[2] : found[2] + 1] == "-":
        return None
    following = WORD.match(page.lower, found[2] + 1) if page.lower[found[2] : found[2] + 1] == " " else None
    if following is not None and following.group() not in page.language.no_noun:
        return None
    return Amount(article, found[2], Number(1, found[3]), found[0], found[1], numeral)


def is_opened_span(page: Page, article: int, end: int) -> bool:
    """Whether a word stands before "a year" by which it is a span of time, and neither what something goes to nor a period: "for a year"."""
    opened = page.lower[article - 1 : article] == " " and last_word(page.lower, article - 1) in page.language.words.get("span_openers", ())
    return opened and not page.lower.startswith(tuple(f" {ending}" for ending in page.language.words.get("period_endings", ())), end)


def is_age(page: Page, amount: Amount) -> bool:
    """Whether a bare number is years of age: "aged 66", "Mary Smith, 54, said"."""
    number = amount.number
    if number.divisor != 1 or number.exponent != 0 or not 0 <= number.mantissa <= SPAN_OF_LIFE:
        return False
    start = amount.start
    words, before = page.language.words, last_word(page.lower, start - 1) if page.lower[start - 1 : start] == " " else ""
    if before in words.get("age_openers", ()):
        return True
    if before in words.get("age_bounds", ()):  # "people over 65"
        return last_word(page.lower, start - 2 - len(before)) in words["aged_people"] and number.mantissa >= 1
    if "age_openers" not in page.language.words or number.mantissa < FEWEST_YEARS or not AGE_IN_COMMAS.match(page.plain, start - 2):
        return False
    name = last_word(page.plain, start - 2)
    return (
        len(name) > 1
        and (name[0].isupper() or name in words.get("aged_people", ()))
        and not name.isupper()
        and not page.plain[start - 3 - len(name) : start - 2 - len(name)].isdigit()
        and amount.numeral.how == "digits"
        and (name.islower() or _is_behind_names(page, start - 2 - len(name)) or HOME.match(page.lower, amount.end) is not None)
    )


def _is_behind_names(page: Page, place: int) -> bool:
    """Whether the word that ends before `place` has a capital too, as first names have."""
    before = last_word(page.plain, place - 1)
    return page.plain[place - 1 : place] == " " and before[:1].isupper()


def _join_of_change(page: Page, amount: Amount, opener: tuple[str, int] | None) -> tuple[str, ...]:
    """What stands between the ends of a change: " to " after "from 10"; nothing where no change is opened."""
    lower, end = page.lower, amount.end
    if changed := page.language.words.get("ends_of_change", {}).get(last_word(lower, amount.start - 1)):
        return (f" {changed} ",)
    join = page.language.range_joins.at(lower, end + 1) if opener and opener[0] != "and" and lower[end : end + 1] == " " else None
    return (f"{lower[end : join[1]]} ",) if join and not join[0] else ()


def unit_of_list(
    page: Page, amount: Amount, opener: tuple[str, int] | None, other: Amount | None = None
) -> tuple[Number, Unit, tuple[Unit, ...]] | None:
    """The number with the unit that the next of a list, or what it changes to, prints: "45 and 50 mg", "from 10 to 12 percent".

    `other`: that next amount, where it has been read already.
    """
    if amount.unit is not PLAIN or amount.numeral.how != "digits":
        return None
    changes = _join_of_change(page, amount, opener)
    for join in (*page.language.words.get("list_joins", ()), *changes):
        place = amount.end + len(join)
        if not page.lower.startswith(join, amount.end) or not page.plain[place : place + 1].isdigit() or is_named(page, amount.start, amount.end):
            continue
        other = other or amount_at(page, place, bare=True)
        if other is None or other.numeral.how != "digits" or amount.numeral.scaled:
            return None
        if other.unit.kind in ("plain", "count", "time") and not (join in changes and other.numeral.scaled and other.unit is PLAIN):
            return None
        if other.unit.kind == "percent" and amount.number.value >= MOST_PERCENT:
            return None  # "by 210,000 or 1.5 percent"
        number = in_scale_of(page, amount.number, other.numeral) if other.numeral.scaled and amount.number.value < 1000 else amount.number
        if join in changes and not of_one_size(number, other.number):
            return None
        return number, other.unit, other.may_also_be
    return None
