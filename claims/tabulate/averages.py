"""Averages in a table: a row or a column that says it is the average, and the run of others that it is the average of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from claims.claim import Average, Sure
from claims.figure import Figure
from claims.tabulate.habit import Told, borne_out
from claims.tabulate.lines import Lines
from claims.tabulate.product import is_telling
from claims.tabulate.structure import Named, named, structures
from claims.tabulate.words import Words

FEWEST_BEARING_OUT = 2
"""A mean of several figures with two digits or more is hardly met by chance."""
FEWEST_VALUES, MOST_VALUES = 2, 400


def averages(lines: Lines, words: Words) -> Iterator[Average]:
    """What each line that says it is an average says of each series."""
    told = named(lines, words)
    for line in told.filled:
        if words.averaged.search(lines.names[line].lower()):
            loose = [other for other in told.filled if other < line and not told.total[other]]
            hypotheses = (_mean(lines, line, run) for run in _runs(line, loose, told))
            claims = borne_out(hypotheses, FEWEST_BEARING_OUT, for_one_wrong=FEWEST_BEARING_OUT, only_wrong=lines.only_wrong)
            yield from (claim for claim in claims if isinstance(claim, Average))


def _runs(line: int, loose: Sequence[int], told: Named) -> Iterator[tuple[int, ...]]:
    """Runs of lines without signs, the longest first: a mean of all is likelier than one of the last two."""
    plain = {tuple(sorted(other for other, _ in some)) for some in structures(line, loose, told) if all(sign > 0 for _, sign in some)}
    yield from sorted((run for run in plain if len(run) <= MOST_VALUES), key=lambda run: -len(run))


def _mean(lines: Lines, line: int, run: Sequence[int]) -> Iterator[Told]:
    for at, series in enumerate(lines.series):
        mean = series[line]
        values = [figure for other in run if (figure := series[other]) is not None]
        present = [value for value in values if value.number.mantissa]
        if mean is None or len(present) < FEWEST_VALUES or any(value.unit.kind != mean.unit.kind for value in present):
            continue
        averaged = next((some for some in (values, present) if _is_mean(mean, some)), None)
        fits: bool | None = averaged is not None
        if not fits and (not lines.added[at] or mean.unit.kind == "percent"):
            fits = None  # of rates and shares the average is one of weights that are not told
        claim = partial(Average, mean.span, mean=mean, values=tuple(averaged or values), sure=Sure.LIKELY)
        yield Told(at, fits, is_telling(mean) and len({value.low for value in present}) > 1, claim)


def _is_mean(mean: Figure, values: Sequence[Figure]) -> bool:
    """Whether it can be the mean, each rounded as it is printed; a dash is nothing, or is not there."""
    place = min(mean.number.exponent, *(value.number.exponent for value in values))
    step = 10 ** (mean.number.exponent - place)
    added = sum(value.number.mantissa * 10 ** (value.number.exponent - place) for value in values)
    room = sum(10 ** (value.number.exponent - place) for value in values if value.number.mantissa) + len(values) * step
    return bool(2 * abs(added - len(values) * mean.number.mantissa * step) <= room)
