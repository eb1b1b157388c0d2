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
from claims.find.beside import is_age
from claims.find.day import FIRST_SURE_YEAR, FIRST_YEAR, LAST_YEAR, day_at, year_at
from claims.find.doubt import Doubts
from claims.find.label import is_numbered_thing
from claims.find.measure import WORD, per_beyond
from claims.find.name import is_glued_bracket, is_named
from claims.find.number import Numeral
from claims.find.page import Page
from claims.find.quick_tail import Told, begins_number, counted_by, goes_on, joins, measured, paid, percentage, priced
from claims.phrases import last_word
from claims.rounding import Number
from claims.unit import PLAIN

START = (" ", "(", "")


def quick_at(page: Page, place: int, doubt: Doubts) -> Figure | Day | None:
    """The figure or the year whose digits begin at `place`, where it has one of the sure shapes; None leaves it to the complete reading."""
    plain = page.plain
    shape = doubt.shape.match(plain, place)
    if shape is None:
        return None
    whole, decimals, glued, word = shape.groups()
    if whole[0] == "0" and len(whole) > 1:
        return None
    end = shape.end()
    sign = plain[end : end + 1]
    if word:
        if sign == "." and plain[end + 1 : end + 2].isalpha():
            return None  # "2 a.m."
    elif sign and (sign not in doubt.ends or plain[end + 1 : end + 2].isalnum() or (sign in ",." and plain[end + 2 : end + 3].isdigit())):
        return None
    following = word.lower() if word else ""
    before = plain[place - 1 : place]
    if len(whole) == 4 and not (decimals or glued) and before in START and FIRST_YEAR <= (year := int(whole)) <= LAST_YEAR:
        return _year(page, doubt, place, year, following)
    if len(whole) < 3 and not (decimals or glued) and before == " " and (day := _day(page, doubt, place, following)):
        return day
    money = doubt.signs.get(before)
    start = place - 1 if money else place
    left = left_of(page, doubt, start)
    if left is None or len(following) != len(word or ""):
        return None
    if left in doubt.namers and is_named(page, start, end):
        return None
    told = Told(start, shape.end(3 if glued else 2 if decimals else 1), _number(page, whole, decimals), following, end, left)
    if money:
        if left in doubt.spaced_signs or following in page.language.months or following in doubt.told_days:
            return None  # "AU $5", "$12 May"
        found = priced(page, doubt, told, money, glued)
    elif glued:
        found = percentage(page, doubt, told, shape.start(3))
    else:
        found = what_follows(page, doubt, told)
    return found if found is None or left not in doubt.openers or not ranges_on(page, doubt, found.span[1]) else None


def _year(page: Page, doubt: Doubts, place: int, year: int, following: str) -> Day | None:
    if following in page.language.months:
        return None
    if year >= FIRST_SURE_YEAR and last_word(page.lower, place - 1) in doubt.sure_years:
        return Day((place, place + 4), page.text[place : place + 4], year)
    return year_at(page, place)


def _day(page: Page, doubt: Doubts, place: int, following: str) -> Day | None:
    """A date that begins with the number of its day."""
    dated = following in page.language.months or following in doubt.told_days
    return day_at(page, place) if dated and left_of(page, doubt, place) is not None else None


def _number(page: Page, whole: str, decimals: str | None) -> Number:
    if len(whole) > 4 and not whole.isdigit():
        whole = whole.replace(whole[-4], "")
    return Number(int(whole + decimals), -len(decimals)) if decimals else Number(int(whole))


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
    left = last_word(page.lower, start - 1)
    if left in doubt.left or not (left.isalpha() or left in ",;)"):
        return None
    if left in doubt.minus and ((minus := page.language.minus.before(page.lower, start - 1)) is None or minus[0]):
        return None  # "menos", but not "al menos"
    if left in doubt.capitals and last_word(plain, start - 1) in doubt.left:
        return None
    return left


def ranges_on(page: Page, doubt: Doubts, end: int) -> bool:
    """Whether a word follows that joins the other end of a range."""
    word = WORD.match(page.lower, end + 1)
    return word is not None and word.group() in doubt.ranges and joins(page, doubt, word.end())


def what_follows(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """The figure by the word after its number: a percentage, money, a measure, or what is counted."""
    following = told.following
    if following in doubt.percents:
        return percentage(page, doubt, told, told.reached - len(following))
    if following in doubt.currencies:
        return paid(page, doubt, told)
    if following in doubt.scales:
        return _scaled(page, doubt, told, doubt.scales[following])
    if following in doubt.units:
        is_title = page.plain[told.reached - len(following)].isupper() and not doubt.nouns_large  # "60 Minutes"
        return None if is_title or per_beyond(page, told.reached, doubt.units[following]) else measured(page, doubt, told)
    return _counted(page, doubt, told)


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
    if place > end + 1:
        return None if name in doubt.right or name in doubt.large or name in doubt.units or not name else counted_by(page, doubt, whole, PLAIN)
    return None if goes_on(page, doubt, doubt.right, end) is None or name in doubt.units else counted_by(page, doubt, whole, PLAIN)


def _counted(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    end = told.end
    if (
        told.left.isalpha()
        and told.left not in doubt.hedged
        and not page.plain[told.start - 1 - len(told.left) : told.start - 1].islower()
        and page.plain[told.start].isdigit()
    ):
        return None  # it may be the number of what is named: "Junction 16"
    if is_numbered_thing(page, told.start, end):
        return None
    if told.left in page.language.words.get("ends_of_change", ()):
        return None  # "von 2,0 auf 2,4 Prozent"
    if doubt.has_streets and is_house(page, told.start, end):
        return None  # an address: "10 Downing Street"
    if page.plain[end : end + 1] in (",", ".") and page.plain[told.start - 2 : told.start - 1] == ",":
        return _age(page, doubt, told)
    if goes_on(page, doubt, doubt.right, end) is None:
        return None
    return counted_by(page, doubt, told, PLAIN)


def _age(page: Page, doubt: Doubts, told: Told) -> Figure | None:
    """A number between commas, which is years of age behind a name: "Mary Smith, 54, said"."""
    if page.plain[told.end + 1 : told.end + 2] == " " and begins_number(page, doubt, told.end + 1):
        return None
    numeral = Numeral(told.start, told.end, told.number)
    aged = is_age(page, Amount(told.start, told.end, told.number, PLAIN, (), numeral))
    return counted_by(page, doubt, told, page.language.units["year"] if aged else PLAIN)
