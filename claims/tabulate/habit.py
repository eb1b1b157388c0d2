"""A table's habit: what one line is of others, in row after row; a row that does not fit is then held against it.

A hypothesis says how a line comes of others ("the third column is the first as a part of the second") and is asked of
each series. The one that the most bear out is the habit; where too few do, nothing is known. A series that does not fit
is only called wrong where no other hypothesis that is borne out explains it, and where such series are few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.claim import Claim

PATIENCE = 2
"""A hypothesis is given up when it has failed so many times more often than it fitted."""
FITTING_FOR_ONE_WRONG = 3
"""So many must fit for each that is called wrong."""


class Told(NamedTuple):
    """One series by one hypothesis.

    at       the number of the series
    fits     whether its figures agree; None where something else explains them
    telling  whether that they agree can hardly be chance: "0" and "1%" fit almost anything
    claim    what it claims, made when asked for
    """

    at: int
    fits: bool | None
    telling: bool
    claim: Callable[[], Claim]


def borne_out(hypotheses: Iterable[Iterable[Told]], fewest: int, *, for_one_wrong: int = FITTING_FOR_ONE_WRONG, only_wrong: bool = False) -> Iterator[Claim]:
    """What the series claim by the best of the hypotheses; nothing where fewer than `fewest` bear it out. With `only_wrong`, not what fits."""
    accepted = []
    for hypothesis in hypotheses:
        told, bearing = _asked(hypothesis)
        if bearing >= fewest:
            accepted.append((bearing, told))
    if not accepted:
        return
    accepted.sort(key=lambda pair: -pair[0])
    best = accepted[0][1]
    explained = {one.at: one for _, told in reversed(accepted) for one in told if one.fits}
    wrong = [one for one in best if one.fits is False and one.at not in explained]
    if not only_wrong:
        yield from (explained[at].claim() for at in sorted(explained))
    if len(wrong) * for_one_wrong <= accepted[0][0]:
        yield from (one.claim() for one in wrong)


def _asked(hypothesis: Iterable[Told]) -> tuple[Sequence[Told], int]:
    """What the series say, and how many bear the hypothesis out; none where it fails at first or more often than not."""
    told, bearing, failing = [], 0, 0
    for one in hypothesis:
        told.append(one)
        bearing += one.fits is True and one.telling
        failing += one.fits is False
        if failing >= PATIENCE + bearing:
            return (), 0
    return (told, bearing) if bearing > failing else ((), 0)
