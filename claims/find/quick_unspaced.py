"""The quick way where words are not spaced: "12.5%", "1兆500億円", "約1,200人", "3時間以上", "2024年3月".

A number with its scale, the one phrase glued to it, and a hedge on either side. What that phrase means is asked of the
complete way when it is first met, and remembered; at the least doubt beside it the complete way reads the whole.
"""

from __future__ import annotations

from claims.day import Day
from claims.figure import Figure
from claims.find.arithmetic import plus
from claims.find.clock import clock_end
from claims.find.day import day_at
from claims.find.doubt_unspaced import HEDGE, JOIN, Glued, Tail
from claims.find.hedge import hedge_around, hedge_of_span
from claims.find.page import Page, page
from claims.find.quick_joined import number_of
from claims.find.reading import figure_at
from claims.language import Language
from claims.rounding import PLAIN as NO_HEDGE
from claims.rounding import Number
from claims.unit import PLAIN

OPENS, CLOSES = "、。"
TRIED = {
    "small": ("3", "12", "40", "97"), "large": ("600", "2,019", "5,600", "70,000"), "decimal": ("2.5", "37.52"), "large decimal": ("312.5", "23,456.7"),
    "scaled": ("3億", "5600万", "1.5億", "1兆500億"),
}  # fmt: skip
"""What the words after a number mean may depend on its size: numbers of each kind that they are tried after."""
SMALL, NOT_WHOLE, YEAR = 2, 3, 4
"""The digits of a small number, the decimals that may be a group ("1.234"), and the digits of a year."""


def glued_at(page: Page, place: int, glued: Glued) -> Figure | Day | None:
    """The figure or the day whose digits begin at `place`, where it has one of the sure shapes; None leaves it to the complete way."""
    lower = page.lower
    shape = glued.shape.match(lower, place)
    if shape is None or _is_opened(page, place, glued) is None:
        return None
    whole, decimals, scale, further, smaller = shape.groups()
    end = shape.end()
    sign = lower[end : end + 1]
    if (whole[0] == "0" and (len(whole) > 1 or scale or not decimals)) or (decimals and len(decimals) == NOT_WHOLE):
        return None
    if len(whole) == YEAR and not (decimals or scale or sign == "%" or sign.isalnum()):
        return None  # "1983㎡": what is no letter after it leaves a year alone
    idioms = page.language.idioms
    if page.text[place] in idioms.by_first and idioms.at(page.text, place):
        return None
    if sign in glued.dated and not scale:
        if day := day_at(page, place):
            return day
        if clock_end(page, place):
            return None
    if scale:
        if any(_names_more(glued, lower, *shape.span(part)) for part in (3, 5) if shape[part]):
            return None
        number, kind = _scaled(glued, number_of(whole, decimals), scale, further, smaller), "scaled"
    else:
        number = number_of(whole, decimals)
        kind = ("decimal" if decimals else "small") if len(whole) <= SMALL else "large decimal" if decimals else "large"
    return _with_tail(page, glued, place, end, number, kind) if number else None


def _is_opened(page: Page, place: int, glued: Glued) -> bool | None:
    """Whether a hedge stands before a number; None where anything else may that belongs to it."""
    before = page.text[place - 1 : place]
    if before <= "\x7f" or page.plain[place - 1] in "-.$£¥%~/'\"" or (page.plain[place - 1] == "(" and place > 1 and page.plain[place - 2].isascii()):
        return None
    found = glued.before.before(page.lower, place)
    if found is None:
        return False
    return True if found[0] == HEDGE else None


def _names_more(glued: Glued, lower: str, start: int, end: int) -> bool:
    """Whether the sign of a scale begins a longer name here: "兆瓦" is a megawatt."""
    found = glued.tails.at(lower, start)
    return found is not None and found[1] > end


def _scaled(glued: Glued, number: Number, scale: str, further: str | None, smaller: str | None) -> Number | None:
    """The number in its scale, with the further one in a smaller scale: "1兆500億"."""
    power = glued.scales[scale]
    number = Number(number.mantissa, number.exponent + power)
    if further is None or smaller is None:
        return number
    if glued.scales[smaller] >= power or further[0] == "0" or number.exponent < power:
        return None
    return plus(number, Number(int(further), glued.scales[smaller]))


def _with_tail(page: Page, glued: Glued, place: int, end: int, number: Number, kind: str) -> Figure | None:
    """The figure by the words glued to its number, where nothing after those may belong to it."""
    lower = page.lower
    words = glued.tails.at(lower, end)
    if words is None:
        return None
    reached = words[1]
    key = (lower[end:reached], kind)
    tail = glued.read[key] if key in glued.read else glued.read.setdefault(key, _tail(page.language, *key))
    if tail is None:
        return None
    sign = lower[reached : reached + 1]
    if sign <= "\x7f" and sign != ")" and (sign != "," or page.text[reached] == "," or lower[reached + 1 : reached + 2].isdigit()):
        return None
    after = glued.after.at(lower, reached)
    if sign in glued.begins or (after and not _is_sure(page, glued, after)):
        return None
    hedged = _is_opened(page, place, glued) or (after is not None and after[0] == HEDGE)
    hedge = hedge_of_span(page, hedge_around(page, place, reached), tail.unit, reached) if hedged else NO_HEDGE
    counts = page.text[end:reached] if tail.counts else ""
    return Figure((place, reached), page.text[place:reached], number, None, tail.unit, tail.may_also_be, hedge, counts)


def _is_sure(page: Page, glued: Glued, after: tuple[str, int]) -> bool:
    """Whether the phrase after a figure is a hedge, or joins no further number to it."""
    kind, end = after
    following = page.lower[end : end + 1]
    return kind == HEDGE or (kind == JOIN and following > "\x7f" and following not in glued.begins and glued.after.at(page.lower, end) is None)


def _tail(tongue: Language, words: str, kind: str) -> Tail | None:
    """What some words mean after every number of a kind, as the complete way reads them by themselves; None where that differs, or is no unit."""
    found: Tail | None = None
    for number in TRIED[kind]:
        sheet = page(f"{OPENS}{number}{words}{CLOSES}", tongue)
        if day_at(sheet, 1):
            continue
        figure = figure_at(sheet, 1)
        end = 1 + len(number) + len(words)
        if figure is None or figure.span != (1, end) or figure.unit is PLAIN or figure.hedge is not NO_HEDGE or figure.period or figure.upper:
            return None
        if figure.number != _alone(tongue, number) or figure.counts not in ("", words):
            return None
        read = Tail(figure.unit, figure.may_also_be, bool(figure.counts))
        if found is not None and read != found:
            return None
        found = read
    return found


def _alone(tongue: Language, number: str) -> Number | None:
    """The value of a number with nothing after it."""
    figure = figure_at(page(f"{OPENS}{number}{CLOSES}", tongue), 1)
    return figure.number if figure else None
