"""Figures whose digits tell that they belong together: so much each, so many times, and a total that is right but for its scale.

Where a sentence speaks of "each" or of an average, and three of its figures have units that multiply out, a total with
the very digits of the product is the total: of something else it would have them by chance. So no wording need say
which figure is which.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from claims.figure import Figure
from claims.interval import Interval
from claims.relate.period import PER_TIME
from claims.wording.met import Met
from claims.wording.pattern import Window

MOST_FIGURES = 6
"""Among more figures than this, some three fit by chance."""
FEWEST_DIGITS = 6
"""So many digits, zeros at the ends left out, the three must have between them."""
FEWEST_OF_TOTAL = 2
LEAST_SLIP = 5
"""How many times too much or too little a slip of scale makes a total, at least: a decimal place, less what rounding takes."""
PERIODS = (12, 52, 365)
"""Months, weeks and days of a year."""
APART = Interval(Fraction(1, 2), Fraction(2))


def scale_slips(window: Window, met: Met) -> Iterator[tuple[Figure, Figure, Figure]]:
    """In each sentence with words for "each", so much each, so many and a total that is a power of ten off their product."""
    by_sentence: dict[int, list[Figure]] = {}
    for thing in window.things:
        if isinstance(thing, Figure) and _is_amount(thing):
            by_sentence.setdefault(window.sentence_of(thing), []).append(thing)
    enough = {sentence: figures for sentence, figures in by_sentence.items() if 3 <= len(figures) <= MOST_FIGURES}
    told = met.sentences("for_each")
    for sentence, figures in enough.items():
        if sentence in told or any(figure.unit.per for figure in figures):
            yield from (three for three in permutations(figures, 3) if _have_the_same_digits(*three))


def _is_amount(figure: Figure) -> bool:
    whole = figure.upper is None and figure.number.mantissa > 0 and figure.number.divisor == 1
    return whole and figure.unit.dimension != "ratio" and figure.unit.code != "ordinal"


def _have_the_same_digits(each: Figure, count: Figure, total: Figure) -> bool:
    """Whether the product has the digits of the total, which is more than either, and is not the total."""
    if total.low < max(each.low, count.low):
        return False
    digits = [len(str(figure.number.mantissa).rstrip("0")) for figure in (each, count, total)]
    if sum(digits) < FEWEST_DIGITS or digits[2] < FEWEST_OF_TOTAL:
        return False
    times = each.low * count.low / total.low
    if 1 / LEAST_SLIP < times < LEAST_SLIP:
        return False
    power = len(str(int(times))) - 1 if times >= 1 else -len(str(int(1 / times)))
    reach = total.number.half_step / total.low
    return any(abs(times / Fraction(10) ** near - 1) <= reach for near in (power, power + 1))


def period_slips(window: Window) -> Iterator[tuple[Figure, Figure]]:
    """So much a week and so much a year that is twelve times it: a month was meant, or the other way about."""
    figures = [thing for thing in window.things if isinstance(thing, Figure) and thing.unit.kind == "money" and thing.unit.dimension.endswith(PER_TIME)]
    for place, one in enumerate(figures):
        for other in figures[place + 1 : place + MOST_FIGURES]:
            each, total = sorted((one, other), key=lambda figure: figure.unit.size, reverse=True)
            if each.unit.code == total.unit.code and window.sentence_of(other) - window.sentence_of(one) <= 1 and _is_of_another_period(each, total):
                yield each, total


def _is_of_another_period(each: Figure, total: Figure) -> bool:
    """Whether the one is a whole number of periods of the other to its last digit, but of other periods than are told."""
    if each.unit.per == total.unit.per or not (_is_amount(each) and _is_amount(total)) or len(str(total.number.mantissa).rstrip("0")) < FEWEST_OF_TOTAL:
        return False
    told = each.unit.size / total.unit.size
    return any(each.low * periods == total.low and not periods * APART.low <= told <= periods * APART.high for periods in PERIODS)
