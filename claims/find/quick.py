"""The quick way: the few shapes that most figures have, read with one expression and a handful of look-ups.

"$1.2 billion", "12.5%", "1,234 people", "40 miles an hour", "30 millions d'euros", "two years", and "in 2019". At the least
doubt — a word on either side that any table of the language begins or ends with — it gives way to the complete reading.
A test compares the two.
"""

from __future__ import annotations

from claims.day import Day
from claims.figure import Figure
from claims.find.address import is_house
from claims.find.amount import Amount
from claims.find.beside import SPAN_OF_LIFE, is_age
from claims.find.day import FIRST_SURE_YEAR, FIRST_YEAR, LAST_YEAR, day_at, year_at
from claims.find.doubt import Doubts
from claims.find.label import is_numbered_thing
from claims.find.measure import WORD
from claims.find.name import is_glued_bracket, is_named, numbered_at
from claims.find.number import Numeral
from claims.find.page import Page
from claims.find.quick_joined import Told, number_of
from claims.find.quick_tail import begins_number, counted_by, goes_on, measured, multiplied, paid, percentage, priced, ratio_follows, with_next
from claims.find.score import score_end
from claims.phrases import LONGEST_WORD, last_word
from claims.rounding import Number
from claims.unit import PLAIN, Unit

START = (" ", "(", "")
SHORTEST_LAST_WORD = 3


def quick_at(page: Page, place: int, doubt: Doubts) -> Figure | Day | int | None:
    """The figure or the year whose digits begin at `place`, where it has one of the sure shapes; where it ends if it is a name's number.

    None leaves it to the complete reading.
    """
    plain = page.plain
    shape = doubt.shape.match(plain, place)
    if shape is None:
        return None
    whole, decimals, glued, word = shape.groups()
    if (whole[0] == "0" and len(whole) > 1) or (whole in doubt.idioms and page.language.idioms.at(page.lower, place)):
        return None
    end = shape.end()
    following = word.lower() if word else ""
    if following in doubt.clock and any(pattern.match(page.lower, place) for pattern in page.language.clock_patterns):
        return None
    before = plain[place - 1 : place]
    if len(whole) == 4 and not (decimals or glued) and before in START and FIRST_YEAR <= (year := int(whole)) <= LAST_YEAR:
        return _year(page, doubt, place, year, following)
    if len(whole) < 3 and not (decimals or glued) and before == " " and (day := _day(page, doubt, place, following)):
        return day
    money = doubt.signs.get(before)
    start = place - 1 if money else place
    left = left_of(page, doubt, start)
    if left is None and before == " " and not (money or decimals or glued):
        return _numbered(page, doubt, place, shape.end(1), following)
    if left is None or len(following) != len(word or ""):
        return None
    if left in doubt.namers and is_named(page, start, end):
        return None
    told = Told(start, shape.end(3 if glued else 2 if decimals else 1), number_of(whole, decimals), following, end, left)
    if money:
        if left in doubt.spaced_signs or left in doubt.codes or following in page.language.months or following in doubt.told_days:
            return None  # "AU $5", "$12 May"
        found = priced(page, doubt, told, money, glued)
    elif glued:
        found = percentage(page, doubt, told, shape.start(3))
    else:
        found = what_follows(page, doubt, told)
    return found


def _year(page: Page, doubt: Doubts, place: int, year: int, following: str) -> Day | None:
    if following in page.language.months:
        return None
    if year >= FIRST_SURE_YEAR and last_word(page.lower, place - 1) in doubt.sure_years:
        return Day((place, place + 4), page.text[place : place + 4], year)
    return None if numbered_at(page, place) else year_at(page, place)  # "la loi n° 1913"


def _day(page: Page, doubt: Doubts, place: int, following: str) -> Day | None:
    """A date that begins with the number of its day."""
    dated = following in page.language.months or following in doubt.told_days or following in doubt.day_joins
    return day_at(page, place) if dated and left_of(page, doubt, place) is not None else None


def _numbered(page: Page, doubt: Doubts, place: int, end: int, following: str) -> int | None:
    """Where the number of something named ends, with nothing after it that it could measure: "Flight 610 left"."""
    if last_word(page.lower, place - 1) not in doubt.names or following in doubt.after or following in doubt.day_joins or following in doubt.clock:
        return None
    alone = page.plain[end : end + 1] == " " and following and not ratio_follows(page, doubt, end)
    return end if alone and is_named(page, place, end) else None


def left_of(page: Page, doubt: Doubts, start: int) -> str | None:
    """The word before a figure, "" where there is none; None where it may belong to the figure."""
    if not start:
        return ""
    plain = page.plain
    gap = plain[start - 1]
    if gap == "(":
        return None if is_glued_bracket(plain, start - 1) else ""
    if gap != " ":
        return None
    cut = page.lower.rfind(" ", start - LONGEST_WORD if start > LONGEST_WORD else 0, start - 1) + 1
    left = page.lower[cut : start - 1] if cut else ""
    if left not in doubt.before and left.isalpha():
        return left
    left = last_word(page.lower, start - 1)
    if left not in doubt.before:
        return left if left.isalpha() or left in ",;)" else None
    if left == ".":
        return _behind_sentence(page, doubt, start)
    if left in doubt.left:
        return None
    if left in doubt.minus and (
        page.lower.endswith(doubt.plus_minus, 0, start - 1) or (minus := page.language.minus.before(page.lower, start - 1)) is None or minus[0]
    ):
        return None  # "menos", but not "al menos"
    return None if left in doubt.capitals and last_word(plain, start - 1) in doubt.left else left


def _behind_sentence(page: Page, doubt: Doubts, start: int) -> str | None:
    """ "" where a full stop before a number ends a sentence; None where it may end a short form ("approx. 5")."""
    word = last_word(page.lower, start - 2)
    return "" if len(word) >= SHORTEST_LAST_WORD and word.isalpha() and word not in doubt.dotted else None


def what_follows(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """The figure by the word after its number: a percentage, money, a measure, a multiple, or what is counted."""
    following = told.following
    if following not in doubt.after:
        return _counted(page, doubt, told)
    if following in doubt.percents:
        return percentage(page, doubt, told, told.reached - len(following))
    if following in doubt.currencies:
        return paid(page, doubt, told)
    if following in doubt.scales:
        return _scaled(page, doubt, told, doubt.scales[following])
    if following in doubt.units:
        is_title = page.plain[told.reached - len(following)].isupper() and not doubt.nouns_large  # "60 Minutes"
        return None if is_title else measured(page, doubt, told)
    return multiplied(page, doubt, told) if following in doubt.times else _counted(page, doubt, told)


def _scaled(page: Page, doubt: Doubts, told: Told, power: int) -> Figure | None:
    number, end = Number(told.number.mantissa, told.number.exponent + power), told.reached
    place = end + 1
    for link in doubt.links:
        if page.lower.startswith(link, end):
            place = end + len(link)
            break
    word = WORD.match(page.lower, place) if page.lower[end : end + 1] == " " else None
    name = word.group() if word else ""
    whole = Told(told.start, end, number, name, word.end() if word else end, told.left, True)
    if name in doubt.currencies:
        return paid(page, doubt, whole)
    if name in doubt.units or (place > end + 1 and (not name or name in doubt.right or name in doubt.large or name in doubt.times or name in doubt.minus)):
        return None
    return counted_by(page, doubt, whole, PLAIN) if place > end + 1 else _alone(page, doubt, whole, PLAIN)


def _alone(page: Page, doubt: Doubts, told: Told, unit: Unit) -> Figure | None:
    """A number without a unit, and nothing after it that may belong to it but what it counts; with the next, where the two are a range."""
    end, lower = told.end, page.lower
    if told.following and told.following not in doubt.after and not doubt.has_compounds:
        return counted_by(page, doubt, told, unit)
    following = goes_on(page, doubt, doubt.right, end)
    if following is None:
        return None
    if following in doubt.after:
        if following in doubt.times or (following in doubt.pers and lower.startswith(doubt.plain_pers, end)):
            return None
        if following in doubt.further and not _is_article(page, doubt, told, end + 1 + len(following)):
            return None
        if following in doubt.ranges and score_end(page, told.start, ""):
            return None
        both = with_next(page, doubt, told, following, PLAIN, (), told.number, end)
        if both is not True:
            return both or None
    return counted_by(page, doubt, told, unit)


def _is_article(page: Page, doubt: Doubts, told: Told, end: int) -> bool:
    """Whether the number word that ends at `end` is just an article after digits: "582 un an plus tôt"."""
    if page.lower[told.end + 1 : end] not in doubt.articles or not page.plain[told.start].isdigit() or page.lower[end : end + 1] != " ":
        return False
    word = WORD.match(page.lower, end + 1)
    return word is not None and word.group() not in doubt.factors and word.group() not in doubt.further


def _counted(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    end, left = told.end, told.left
    digits = page.plain[told.start].isdigit()
    large = digits and left.isalpha() and not page.plain[told.start - 1 - len(left) : told.start - 1].islower()
    if large and not (left in doubt.hedged and page.language.hedges_before.before(page.lower, told.start - 1)):
        return None  # it may be the number of what is named: "Junction 16"
    if is_numbered_thing(page, told.start, end):
        return None
    if told.left in page.language.words.get("age_bounds", ()) and told.number.mantissa <= SPAN_OF_LIFE:
        return None  # "people over 65"
    if doubt.has_streets and (doubt.has_streets_before or page.plain[end + 1 : end + 2].isupper()) and is_house(page, told.start, end):
        return None  # an address: "10 Downing Street"
    if page.plain[end : end + 1] in (",", ".") and page.plain[told.start - 2 : told.start - 1] == ",":
        return _age(page, doubt, told)
    number = told.number
    aged = left in doubt.aged and number.divisor == 1 and number.exponent == 0 and number.mantissa <= SPAN_OF_LIFE
    return _alone(page, doubt, told, page.language.units["year"] if aged else PLAIN)


def _age(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """A number between commas, which is years of age behind a name: "Mary Smith, 54, said"."""
    if page.plain[told.end + 1 : told.end + 2] == " " and begins_number(page, doubt, told.end + 1):
        return None
    numeral = Numeral(told.start, told.end, told.number)
    aged = is_age(page, Amount(told.start, told.end, told.number, PLAIN, (), numeral))
    return counted_by(page, doubt, told, page.language.units["year"] if aged else PLAIN)
