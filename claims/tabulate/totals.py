"""Totals in a table: a row or a column that says it is a total, and the run of others that makes it.

Every honest structure is tried: a run of rows before it or after it, subtotals in the place of what they sum up,
"less" rows taken off, "of which" rows left out. The structure that the most columns confirm is the one that is
meant; a column that no structure explains is held against that one. Where no column confirms any, nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

import msgspec

from claims.claim import Sure, Total
from claims.figure import Figure
from claims.rounding import Number
from claims.tabulate.lines import Lines, Series
from claims.tabulate.misprint import explains
from claims.tabulate.structure import Named, Structure, named, structures
from claims.tabulate.words import Words

MOST_WITNESSES = 24
"""So many columns are asked what a total is the total of; the others are held against what they say."""
TELLING = 100
"""A whole below this is met by chance: it does not witness a structure alone."""
FEWEST_FOR_A_RESULT = 2
"""So many columns must confirm what a line that only may be a sum is the sum of."""
FEWEST_PARTS = 3
"""Of a total that nothing confirms, two figures before it may be anything."""
SLIPS_OF_PLACE = (1, 2, 3, 6)
"""Powers of ten that a total may be off by, and still be meant as the total."""


def totals(lines: Lines, words: Words) -> Iterator[Total]:
    """What each line that is a total says of each series."""
    told = named(lines, words)
    loose: list[int] = []
    for line in told.filled:
        if told.total[line] or told.result[line] or told.whole[line]:
            best, confirmed = _best(lines, line, loose, told)
            if best:
                yield from _claims(lines, line, best, confirmed, told)
                parts = {part for part, _ in best[0]}
                loose = [other for other in loose if other not in parts]
            elif told.total[line] and len(loose) > 1:
                yield from _unexplained(lines, line, loose, told)
        loose.append(line)


def _unexplained(lines: Lines, line: int, loose: Sequence[int], told: Named) -> Iterator[Total]:
    """The first total of the line: without parts, for none are known that make it, unless one misprint among all before it would."""
    for series in () if lines.only_wrong else lines.addable:
        whole = series[line]
        parts = [part for other in loose if (part := series[other]) is not None and part.low]
        if whole is None or not whole.low or len(parts) < 2:
            continue
        is_plain = len(parts) >= FEWEST_PARTS and all(part.unit.kind == whole.unit.kind for part in parts)
        is_clear = not any(told.within[other] or told.less[other] or told.result[other] or told.total[other] for other in range(line))
        if is_plain and is_clear and explains([part.number for part in parts], whole.number):
            yield Total(whole.span, tuple(parts), whole, sure=Sure.LIKELY)
        else:
            yield Total(whole.span, (), whole, sure=Sure.FAINT)
        return


def _best(lines: Lines, line: int, loose: Sequence[int], told: Named) -> tuple[list[Structure], int]:
    """The structures that the most series confirm, the shortest first, and how many do."""
    best: list[Structure] = []
    most = 1
    addable = list(islice((series for series in lines.addable if series[line] is not None), MOST_WITNESSES))
    for structure in structures(line, loose, told):
        confirmed = sum(1 for series in addable if _is_made(series, line, structure) and _says_something(series, structure))
        if confirmed > most:
            best, most = [], confirmed
        if confirmed == most:
            best.append(structure)
    return best, most


def _is_made(series: Series, line: int, structure: Structure) -> bool:
    """Whether the figures of the structure can make the whole, each rounded as it is printed."""
    whole = series[line]
    if whole is None:
        return False
    # the quick way: whole numbers of the smallest place that is printed, and twice the room of rounding
    place = min([whole.number.exponent, *(part.number.exponent for other, _ in structure if (part := series[other]))])
    off: int
    room: int
    off, room = -whole.number.mantissa * 10 ** (whole.number.exponent - place), 10 ** (whole.number.exponent - place)
    for other, sign in structure:
        part = series[other]
        if part is None or not part.number.mantissa:
            continue
        if part.unit.kind != whole.unit.kind:
            return False
        step = 10 ** (part.number.exponent - place)
        off += sign * part.number.mantissa * step
        room += step
    return bool(2 * abs(off) <= room)


def _says_something(series: Series, structure: Structure) -> bool:
    """Whether at least two parts are not nothing."""
    return sum(1 for other, _ in structure if (part := series[other]) is not None and part.number.mantissa) > 1


def _claims(lines: Lines, line: int, best: Sequence[Structure], confirmed: int, told: Named) -> Iterator[Total]:
    """What each series says of the total by the structure that the others confirm."""
    others: list[Structure] | None = None
    missed = []
    witnesses = 0
    for series in lines.addable:
        whole = series[line]
        fitting = [structure for structure in best if whole and _says_something(series, structure) and _is_of_one_kind(series, whole, structure)]
        if whole is None or not fitting:
            continue
        made = next((structure for structure in fitting if _is_made(series, line, structure)), None)
        if made:
            witnesses += abs(whole.number.mantissa) >= TELLING
            if not lines.only_wrong:
                yield _claim(series, whole, made)
            continue
        others = others if others is not None else list(structures(line, range(line), told))
        nearest = min(fitting, key=lambda some: abs(_sum(series, some) - whole.low))
        if not _is_of_their_size(series, whole, nearest) and not any(_is_made(series, line, other) for other in others):
            missed.append(_claim(series, whole, nearest))
    if told.total[line]:
        if len(missed) <= confirmed and len(missed) <= max(witnesses, confirmed // 3):
            yield from missed
    elif min(confirmed, witnesses) >= FEWEST_FOR_A_RESULT * len(missed):
        yield from missed


def _is_of_their_size(series: Series, whole: Figure, structure: Structure) -> bool:
    """Whether it may be the mean or the level of its parts instead, as of rates: between the least and the greatest, and no place too few."""
    parts = [part.low for other, sign in structure if (part := series[other]) is not None and part.low]
    if len(parts) < 2 or min(parts) < 0 or not min(parts) <= whole.low <= max(parts) or any(sign < 0 for _, sign in structure):
        return False
    added = sum(parts, Fraction(0))
    return not any(abs(whole.low * 10**power - added) * 2 <= whole.number.step * 10**power for power in SLIPS_OF_PLACE)


def _is_of_one_kind(series: Series, whole: Figure, structure: Structure) -> bool:
    return all(part.unit.kind == whole.unit.kind for other, _ in structure if (part := series[other]) and part.low)


def _sum(series: Series, structure: Structure) -> Fraction:
    return sum((sign * part.low for other, sign in structure if (part := series[other])), Fraction(0))


def _claim(series: Series, whole: Figure, structure: Structure) -> Total:
    signed = ((part, sign) for other, sign in structure if (part := series[other]) is not None and part.low)
    parts = tuple(part if sign > 0 else _taken_off(part) for part, sign in signed)
    return Total(whole.span, parts, whole, sure=Sure.LIKELY)


def _taken_off(part: Figure) -> Figure:
    number = Number(-part.number.mantissa, part.number.exponent, part.number.divisor)
    return msgspec.structs.replace(part, number=number, printed=f"(−{part.printed})")
