"""One figure with all that belongs to it: the complete way of reading, by which the quick way is tested.

From a number it looks to the right for the unit and what that goes to, for the other end of a range and for a
smaller unit, then to the left for the currency, the sign and the hedge, then to the right again for what is counted.
"""

from __future__ import annotations

from claims.figure import Figure
from claims.find.amount import Amount, amount_at
from claims.find.beside import is_age, one_at, unit_of_list
from claims.find.bounds import plus_minus_at, range_at, range_opener
from claims.find.clock import is_hour_in_words
from claims.find.count import counted, looks_plural, noun_after
from claims.find.hedge import hedge_around, hedge_of_span, hedge_within
from claims.find.joined import with_cents, with_half, with_larger_unit, with_smaller_unit
from claims.find.label import is_label, is_numbered_thing, is_part_of_title, is_quoted, is_titled_span, names_by_word
from claims.find.measure import WORD, likewise, per_after, per_beyond
from claims.find.name import is_named, is_title
from claims.find.number import Numeral
from claims.find.page import Page
from claims.find.period import period_after
from claims.find.ratio import ratio_at
from claims.find.unspaced import for_each, is_longer_name, is_no_amount, is_vague, one_of_them
from claims.phrases import last_word
from claims.rounding import PLAIN as NO_HEDGE
from claims.rounding import Hedge, Number
from claims.unit import PLAIN, TIMES, Unit

FIRST_FOREIGN_LETTER = "\u0370"
"""From Greek on, letters glued to digits are no part of a name in Latin letters."""


def figure_at(page: Page, place: int, *, alone: bool = False, bare: bool = False) -> Figure | None:
    """The figure whose number begins at `place` (or an article before it).

    `alone`: it is not what another sum goes to; `bare`: what stands before the number belongs to another figure.
    """
    amount = _amount_at(page, place, bare)
    if amount is None:
        return None
    if not page.language.spaced and not alone and (each := _for_each(page, amount)):
        return each
    amount = with_half(page, with_larger_unit(page, amount))
    if ratio := ratio_at(page, amount):
        return ratio
    amount = with_cents(page, amount) if amount.unit.kind == "money" else with_smaller_unit(page, amount)
    opener = range_opener(page, amount.start)
    upper, unit, others, end = range_at(page, amount, opener)
    if upper is None and (spread := plus_minus_at(page, amount)):
        return spread
    if upper is not None:
        amount = amount._replace(number=upper[0], unit=unit, may_also_be=others, end=end)
    elif shared := unit_of_list(page, amount, opener):
        amount = amount._replace(number=shared[0], unit=shared[1], may_also_be=shared[2])
    return with_all_around(page, amount, upper[1] if upper else None, opener)


def with_all_around(page: Page, amount: Amount, upper: Number | None, opener: tuple[str, int] | None) -> Figure | None:
    """The figure of an amount, or of a range up to `upper`, with what it goes to, what it counts, its hedge and its period; None where it is no figure."""
    start, (unit, end) = amount.start, _goes_to(page, amount.unit, amount.end)
    if unit is PLAIN and not (amount.numeral.scaled and page.language.spaced) and _is_no_figure(page, amount, end):
        return None
    if unit is PLAIN and is_age(page, amount):
        unit = page.language.units["year"]
    counts, noun, after = noun_after(page, end) if unit.kind in ("plain", "measure", "time") else ("", "", end)
    if unit.kind == "plain" and unit.code == "" and noun and (amount.numeral.how != "fraction" or amount.numeral.scaled):
        unit = counted(noun)
        went, further = per_after(page, after, unit) or (unit, after)
        if went is not unit:
            unit, end, after = went, further, further
    if not page.language.spaced:  # a counter is as close to its number as a unit
        end = after
    hedge = _hedge(page, amount.numeral, opener[1] if opener and upper else start, after if counts else end)
    return Figure(
        (start, end), page.text[start:end], amount.number, upper, unit,
        likewise(unit, amount.unit, amount.may_also_be), hedge_of_span(page, hedge, unit, end), counts, period_after(page, after),
    )  # fmt: skip


def _hedge(page: Page, numeral: Numeral, start: int, end: int) -> Hedge:
    """The hedge before or after a figure, or that of a number that is round by its own word."""
    hedge = hedge_around(page, start, end)
    return hedge_within(page, numeral.start, numeral.end) if hedge is NO_HEDGE and numeral.how != "digits" else hedge


def _for_each(page: Page, amount: Amount) -> Figure | None:
    """A sum with what it goes to before it: "1人当たり5万円"."""
    one = one_of_them(page, amount.numeral, amount.unit, amount.end)
    place = one.place if one else -1
    while one and place < len(page.lower) and (hedge := page.language.hedges_before.at(page.lower, place)):
        place = hedge[1]
    figure = figure_at(page, place, alone=True) if one and page.plain[place : place + 1] else None
    return for_each(one, amount.unit, figure, amount.start, page.text) if one and figure and figure.span[0] >= one.place else None


def _amount_at(page: Page, place: int, bare: bool) -> Amount | None:
    """The amount at `place`, where it is no ordinal and no part of a name or an idiom."""
    amount = amount_at(page, place, bare=bare) or one_at(page, place)
    if amount is None or _is_ordinal(page, amount.numeral):
        return None
    numeral = amount.numeral
    if not page.language.spaced and (is_vague(page, amount.start, numeral.end) or is_longer_name(page, numeral.end, amount.end)):
        return None
    if amount.unit is TIMES and page.lower[numeral.start : numeral.end] in page.language.words.get("articles", ()):
        return None  # "einmal", "einfach"
    if _is_lettered_name(page, amount) or (numeral.how == "digits" and is_titled_span(page, amount)):
        return None
    if numeral.how == "words" and (
        is_title(page, amount.start, numeral.end) or is_part_of_title(page, amount) or is_hour_in_words(page, amount.start, numeral.end)
    ):
        return None
    return amount


def _is_lettered_name(page: Page, amount: Amount) -> bool:
    """Whether one capital glued to digits is part of a name rather than a unit or a scale: "a Boeing 777F", "Gate 14B"."""
    last, digits = amount.end - 1, amount.end - amount.start
    glued = digits > 1 and page.plain[last].isupper() and page.plain[last - 1].isdigit() and page.plain[amount.start].isdigit()
    return glued and (is_named(page, amount.start, amount.end) or is_label(page, amount.start, last))


def _goes_to(page: Page, unit: Unit, end: int) -> tuple[Unit, int]:
    if unit.kind == "points":
        return unit, end
    if unit is TIMES:
        found = per_after(page, end, PLAIN)
        return found or (unit, end)
    found = (
        per_after(page, end, unit) if unit.kind != "plain" or page.lower.startswith((" per ", "/", *page.language.words.get("plain_pers", ())), end) else None
    )
    return found or per_beyond(page, end, unit) or (unit, end)


def _is_ordinal(page: Page, numeral: Numeral) -> bool:
    """Whether an ordinal's last word follows: "twenty-first"."""
    end = numeral.end
    return (
        numeral.how == "words"
        and page.lower[end : end + 1] in ("-", " ")
        and numeral.number.mantissa >= 20
        and page.language.ordinals.at(page.lower, end + 1) is not None
    )


def _is_no_figure(page: Page, amount: Amount, end: int) -> bool:
    """Whether a bare number is a name's, or an article's or a pronoun's word ("one of them")."""
    if not page.language.spaced:
        return is_no_amount(page, amount.start, end)
    if amount.numeral.how == "digits":
        following = page.plain[end : end + 1]
        if is_quoted(page, amount.start, end):
            return True
        if following == "." and page.plain[end + 1 : end + 2].isalpha() and amount.number.exponent == 0:
            return True  # "1.e4": a move of chess, a version
        if following.isalpha() and following < FIRST_FOREIGN_LETTER and page.language.spaced:
            return True
        section = page.language.decimal == "," and "." in page.plain[amount.numeral.start : amount.numeral.end]
        if is_label(page, amount.start, amount.numeral.end) or is_numbered_thing(page, amount.start, amount.numeral.end):
            return True
        return (
            is_named(page, amount.start, end) if amount.number.exponent == 0 or section or page.plain[amount.start - 2 : amount.start - 1].isalpha() else False
        )
    return _is_pronoun(page, amount) or (
        is_named(page, amount.start, end) and (page.plain[amount.start].isupper() or names_by_word(page, amount.start, end))
    )


def _is_pronoun(page: Page, amount: Amount) -> bool:
    lower, language = page.lower, page.language
    word = lower[amount.numeral.start : amount.numeral.end]
    if amount.number.mantissa < 0:
        return False
    if word in language.words.get("articles", ()):
        return WORD.search(lower, amount.end) is not None or amount.start > 0
    if word not in language.words.get("pronoun_words", ()):
        return False
    if word in language.words.get("articles", ()):
        return True  # "un homme": where the article is the word for one, it counts units and scales only
    if last_word(lower, amount.start - 1) in language.words.get("not_before", ()) and amount.start:
        return True
    following = WORD.match(lower, amount.end + 1)
    if following is None:
        return amount.start > 0
    if lower[amount.end] == "-" and word in language.words.get("kinds_of_one", ()):
        return True  # "a one-sentence answer"
    if word in language.words.get("kinds_of_one", ()) and looks_plural(page, following.group()) and following.group() not in language.words["irregular"]:
        return True  # "one hopes"
    return following.group() in language.words.get("not_after", ()) or (lower[amount.end] != " " and lower[amount.end] != "-")
