"""Ratios in a table: a line that is one line divided by another: spending per head, density, margin, turnout."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import permutations

from claims.claim import Claim, Rate
from claims.figure import Figure
from claims.tabulate.habit import Told, borne_out
from claims.tabulate.lines import Lines
from claims.tabulate.product import as_part, can_be_product, is_telling, moved, power_between, sureness
from claims.tabulate.shares import share_claim
from claims.tabulate.words import Words

FEWEST_BEARING_OUT = 3
NEAREST = 6
"""What a line is reckoned from stands no more than so many lines before or after it."""


def ratios(lines: Lines, words: Words) -> Iterator[Claim]:
    """What each line that is a ratio says of each series; `lines` whose names tell of changes and totals are none."""
    filled = [line for line in range(len(lines.names)) if any(series[line] is not None for series in lines.series)]
    kinds = {line: _kind(lines, line) for line in filled}
    for place, line in enumerate(filled):
        name = lines.names[line].lower()
        if words.change.search(name) or (kinds[line] != "percent" and not words.ratio.search(name)):
            continue
        near = filled[max(0, place - NEAREST) : place + NEAREST + 1]
        amounts = [other for other in near if other != line and kinds[other] != "percent"]
        hypothesis = _shares if kinds[line] == "percent" else _rates
        hypotheses = (hypothesis(lines, line, part, whole) for part, whole in permutations(amounts, 2))
        yield from borne_out(hypotheses, FEWEST_BEARING_OUT, only_wrong=lines.only_wrong)


def _kind(lines: Lines, line: int) -> str:
    """The kind of most of its figures."""
    kinds = [figure.unit.kind for series in lines.series if (figure := series[line]) is not None and figure.number.mantissa]
    return max(set(kinds), key=kinds.count) if kinds else ""


def _shares(lines: Lines, line: int, part: int, whole: int) -> Iterator[Told]:
    for at, series in enumerate(lines.series):
        share, some, all_of_it = series[line], series[part], series[whole]
        if share is None or some is None or all_of_it is None or share.unit.kind != "percent" or all_of_it.number.mantissa <= 0 or not some.number.mantissa:
            continue
        fits = can_be_product(as_part(share), all_of_it.number, some.number)
        telling = is_telling(share, some, all_of_it) and some.low != all_of_it.low
        yield Told(at, fits, telling, partial(share_claim, share, some, all_of_it))


def _rates(lines: Lines, line: int, total: int, count: int) -> Iterator[Told]:
    power: int | None = None
    for at, series in enumerate(lines.series):
        each, much, many = series[line], series[total], series[count]
        if each is None or much is None or many is None or not each.number.mantissa or not much.number.mantissa or each.unit.kind == "percent":
            continue
        if power is None:
            power = power_between(each.number, many.number, much.number) if is_telling(each, much, many) else None
            if power is None:
                yield Told(at, False, False, partial(_rate, each, many, much, 0))
                continue
        fits = can_be_product(each.number, many.number, much.number, power)
        yield Told(at, fits, is_telling(each, much, many) and many.number.mantissa not in (10, 100, 1000), partial(_rate, each, many, much, power))


def _rate(each: Figure, count: Figure, total: Figure, power: int) -> Rate:
    return Rate(each.span, each=each, count=count, total=moved(total, power), sure=sureness(each.number, count.number, total.number, power))
