"""Shares of a total in a table: a column of percentages beside the amounts, each of them a part of one amount of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from claims.claim import Claim, Share
from claims.figure import Figure
from claims.tabulate.habit import Told, borne_out
from claims.tabulate.lines import Lines
from claims.tabulate.product import as_part, can_be_product, is_telling, sureness
from claims.tabulate.words import Words

FEWEST_BEARING_OUT = 3
MOST_WHOLES = 6
"""So many of the greatest amounts are tried as the whole."""
MOST_LINES = 12


def shares(lines: Lines, words: Words) -> Iterator[Claim]:
    """What each line of percentages says of the amounts of another line, by series."""
    percentages, amounts = [], []
    for line, name in enumerate(lines.names):
        figures = [figure for series in lines.series if (figure := series[line]) is not None and figure.number.mantissa]
        percent = sum(1 for figure in figures if figure.unit.kind == "percent")
        if percent * 2 > len(figures) and percent >= FEWEST_BEARING_OUT and not words.change.search(name.lower()):
            percentages.append(line)
        elif len(figures) > FEWEST_BEARING_OUT:
            amounts.append(line)
    for line in percentages[:MOST_LINES]:
        hypotheses = (_of(lines, line, amount, whole) for amount in amounts[:MOST_LINES] for whole in _wholes(lines.line(amount)))
        yield from borne_out(hypotheses, FEWEST_BEARING_OUT, only_wrong=lines.only_wrong)


def _wholes(amounts: Sequence[Figure | None]) -> list[int]:
    """The series that hold the greatest amounts."""
    found = [at for at, figure in enumerate(amounts) if figure is not None and figure.number.mantissa > 0 and figure.unit.kind != "percent"]
    return sorted(found, key=lambda at: -amounts[at].low)[:MOST_WHOLES]  # type: ignore[union-attr]


def _of(lines: Lines, line: int, amount: int, whole: int) -> Iterator[Told]:
    all_of_it = lines.series[whole][amount]
    assert all_of_it is not None
    for at, series in enumerate(lines.series):
        share, some = series[line], series[amount]
        if share is None or some is None or share.unit.kind != "percent" or not some.number.mantissa or at == whole:
            continue
        fits: bool | None = can_be_product(as_part(share), all_of_it.number, some.number)
        if not fits and _is_part_of_another(share, some, lines.line(amount)):
            fits = None
        yield Told(at, fits, is_telling(share, some, all_of_it), partial(share_claim, share, some, all_of_it))


def share_claim(share: Figure, part: Figure, whole: Figure) -> Share:
    """The claim that a part is that share of a whole."""
    return Share(share.span, part=part, whole=whole, share=share, sure=sureness(as_part(share), whole.number, part.number))


def _is_part_of_another(share: Figure, some: Figure, amounts: Sequence[Figure | None]) -> bool:
    """Whether the share is of another amount of the line: of a subtotal, or of all who might have voted."""
    others = (other for other in amounts if other is not None and other.low > some.low)
    return any(can_be_product(as_part(share), other.number, some.number) for other in others)
