"""The quick way for parts and dozens in words: "two-thirds of the voters", "half a million houses", "a dozen years"."""

from __future__ import annotations

from claims.figure import Figure
from claims.find.amount import RATIO
from claims.find.arithmetic import times
from claims.find.count import noun_after
from claims.find.doubt import Doubts
from claims.find.measure import WORD
from claims.find.page import Page
from claims.find.quick import left_of, what_follows
from claims.find.quick_joined import Told, following_word
from claims.find.quick_tail import hedge, period
from claims.phrases import last_word
from claims.rounding import Number

SMALLEST_SCALE = 1000


def so_many_parts(page: Page, doubt: Doubts, place: int, end: int, count: int, left: str) -> Figure | None:
    """ "two-thirds", with or without what it is a part of."""
    word = WORD.match(page.lower, end + 1)
    below = doubt.parts_of_one.get(word.group()) if word else None
    if word is None or below is None or not 1 < count <= below or not word.group().endswith("s"):
        return None
    after = following_word(page, word.end())
    if after is None or (after[0] in doubt.after and after[0] not in doubt.of_words) or page.lower[after[1] : after[1] + 1] in "-'":
        return None
    if after[0] in doubt.of_words:
        whole = following_word(page, after[1])
        if whole is None or (whole[0] in doubt.after and whole[0] not in doubt.periods) or whole[0] in doubt.articles_of_parts or whole[0] in doubt.factors:
            return None
    told = Told(place, word.end(), Number(count, 0, below), after[0], after[1], left)
    counts, _, reached = noun_after(page, word.end()) if after[0] else ("", "", word.end())
    if reached != word.end() and ((beyond := following_word(page, reached)) is None or beyond[0] in doubt.after):
        return None
    printed = page.text[place : word.end()]
    return Figure((place, word.end()), printed, told.number, None, RATIO, (), hedge(page, doubt, told), counts, period(page, doubt, reached))


def half_of_many(page: Page, doubt: Doubts, place: int, end: int) -> Figure | None:
    """ "half a million"."""
    article = WORD.match(page.lower, end + 1)
    many = WORD.match(page.lower, article.end() + 1) if article and article.group() in doubt.articles_of_parts else None
    if article is None or many is None or page.lower[end] != " " or page.lower[article.end()] != " " or many.group() not in doubt.scales:
        return None
    number = Number(1, doubt.scales[many.group()], doubt.parts_of_one[page.lower[place:end]])
    return _with_what_follows(page, doubt, place, many.end(), number)


def article_and_many(page: Page, doubt: Doubts, place: int, end: int) -> Figure | None:
    """ "a dozen", "a million"."""
    factor = doubt.many[page.lower[place:end]]
    article = last_word(page.lower, place - 1)
    if article not in doubt.articles_of_parts or page.lower[place - 1 : place] != " ":
        return None
    return _with_what_follows(page, doubt, place - 1 - len(article), end, times(Number(1), factor), scaled=factor >= SMALLEST_SCALE)


def _with_what_follows(page: Page, doubt: Doubts, start: int, end: int, number: Number, *, scaled: bool = True) -> Figure | None:
    left = left_of(page, doubt, start)
    after = following_word(page, end)
    if left is None or left in doubt.number_ends or left in doubt.articles_of_parts or page.plain[start].isupper():
        return None
    if after is None or after[0] in doubt.after_words or after[0] in doubt.scales or page.lower[after[1] : after[1] + 1] in "-'":
        return None
    if after[0] in doubt.articles_of_parts or after[0] in doubt.skipped:
        return None
    return what_follows(page, doubt, Told(start, end, number, after[0], after[1], left, scaled))
