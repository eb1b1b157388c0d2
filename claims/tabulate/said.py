"""Prose against tables: a sentence that names cells by the words of their row and column, and a figure that comes of them.

A sentence is held against a table only where one subject is named surely and the period too. It is contradicted only
if no honest alternative gives its figure: other subjects that share its words, other columns of the same years, the
other order, the other scale.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice, product

from claims.claim import Claim
from claims.document import Document
from claims.figure import Figure
from claims.tabulate.answer import Answer, answers, as_in, without_brackets
from claims.tabulate.grid import Grid
from claims.tabulate.saying import Saying, Way, is_compound, saying_of, way_of
from claims.tabulate.view import Likeness, View, likeness, view_of
from claims.tabulate.words import Words

SPOKEN_OF = Fraction(1, 2)
"""How many of the sentence's words must be the table's."""
SPOKEN_OF_ONE_CELL = Fraction(9, 10)
"""The same where nothing says how the figure comes of cells."""
SURE = Fraction(1, 2)
"""How much of a subject's name must be said for it to be meant."""
ALSO = Fraction(1, 2)
"""What is at least this much as like as the best may be meant too."""
MOST_SUBJECTS = 6
MOST_ANSWERS = 400
"""How many ways of reckoning are tried for one sentence in one table: beyond this something fits by chance."""
MOST_HEADS = 12
SCALES = (0, 3, 6, 9)
WIDER: dict[Way, tuple[Way, ...]] = {
    "change": ("change", "cell"),
    "percent": ("percent", "change", "cell", "share"),
    "share": ("share", "cell", "percent"),
    "mean": ("mean", "cell"),
    "sum": ("sum", "cell"),
    "cell": ("cell", "sum"),
}
"""The ways a figure may honestly be meant, the likeliest first."""


def said_of_tables(document: Document, figures: Sequence[Figure], grids: Sequence[Grid], words: Words) -> Iterator[Claim]:
    """What the sentences say of the cells."""
    views = [view_of(grid, words) for grid in grids]
    starts = [figure.span[0] for figure in figures]
    for start, end in document.sentences:
        within = figures[bisect_left(starts, start) : bisect_left(starts, end)]
        saying = saying_of(document.text, (start, end), within, words)
        claim = _best(saying, views, words) if saying else None
        if claim:
            yield claim


def _best(saying: Saying, views: Sequence[View], words: Words) -> Claim | None:
    """The claim that fits; where none does, the likeliest. Nothing where it is not sure what is spoken of."""
    likeliest: tuple[Fraction, Answer] | None = None
    for view in views:
        ranked = _subjects(saying, view)
        if not ranked:
            continue
        name = view.subjects[ranked[0][1]].name.lower()
        meant = way_of(saying, name, words)
        if not _is_sure(saying, view, ranked[0][0], meant):
            continue
        subjects, compound = [number for _, number in ranked], is_compound(saying, name, words)
        for way in WIDER[meant]:
            for answer in islice(_answers(saying, view, subjects, way), MOST_ANSWERS):
                if answer.fits(saying):
                    return answer.claim if answer.lawful else None
                if way == meant and not compound and (likeliest is None or ranked[0][0].score > likeliest[0]):
                    likeliest = ranked[0][0].score, answer
    return likeliest[1].claim if likeliest else None


def _is_sure(saying: Saying, view: View, best: Likeness, way: Way) -> bool:
    """Whether the sentence speaks of one subject of this table, and of little else."""
    if best.named < SURE or not saying.tokens:
        return False
    if Fraction(len(saying.tokens & view.known), len(saying.tokens)) < (SPOKEN_OF_ONE_CELL if way == "cell" else SPOKEN_OF):
        return False
    return not saying.years or not view.years or bool(set(saying.years) & view.years)


def _subjects(saying: Saying, view: View) -> list[tuple[Likeness, int]]:
    """The subjects that may be meant, the likeliest first."""
    found = [(likeness(line, saying.tokens, view.weights), number) for number, line in enumerate(view.subjects)]
    found.sort(key=lambda pair: (-pair[0].score, pair[1]))
    return [(like, number) for like, number in found if like.named and like.score >= found[0][0].score * ALSO][:MOST_SUBJECTS]


def _answers(saying: Saying, view: View, subjects: Sequence[int], way: Way) -> Iterator[Answer]:
    for cells in _cells(saying, view, subjects, way):
        present = [cell for cell in cells if cell is not None]
        if len(present) != len(cells):
            continue
        for shift in _shifts(saying, view):
            moved = [as_in(saying.figure, cell, shift, way) for cell in present]
            yield from answers(saying, way, moved)
            if any(cell.low < 0 for cell in moved):
                yield from answers(saying, way, without_brackets(moved))


def _shifts(saying: Saying, view: View) -> tuple[int, ...]:
    """By which powers of ten the cells may be moved to the scale of the sentence; the table's own first."""
    if saying.figure.unit.kind == "percent":
        return (0,)
    return (0, -view.power) if view.power else SCALES


def _cells(saying: Saying, view: View, subjects: Sequence[int], way: Way) -> Iterator[tuple[Figure | None, ...]]:
    """The cells that may be meant, the likeliest first."""
    match way:
        case "cell":
            for subject, head in product(subjects, _heads(saying, view)):
                yield (view.figures[subject][head],)
        case "change" | "percent":
            for subject, (one, other) in product(subjects, _pairs(saying, view)):
                yield view.figures[subject][one], view.figures[subject][other]
            yield from _between_heads(saying, view, subjects)
            yield from _between_subjects(saying, view, subjects)
        case "share":
            yield from _between_subjects(saying, view, subjects)
        case "mean" | "sum":
            for subject, run in product(subjects, _runs(saying, view)):
                yield tuple(view.figures[subject][head] for head in run)
            for head in _heads(saying, view)[:MOST_HEADS]:
                for size in range(2, len(subjects) + 1):
                    for some in combinations(subjects, size):
                        yield tuple(view.figures[subject][head] for subject in some)


def _between_subjects(saying: Saying, view: View, subjects: Sequence[int]) -> Iterator[tuple[Figure | None, ...]]:
    for head in _heads(saying, view)[:MOST_HEADS]:
        for one, other in product(subjects, subjects):
            if one != other:
                yield view.figures[one][head], view.figures[other][head]


def _between_heads(saying: Saying, view: View, subjects: Sequence[int]) -> Iterator[tuple[Figure | None, ...]]:
    heads = _heads(saying, view)[:MOST_SUBJECTS]
    for subject, one, other in product(subjects, heads, heads):
        if one != other and view.heads[one].years == view.heads[other].years:
            yield view.figures[subject][one], view.figures[subject][other]


def _heads(saying: Saying, view: View) -> list[int]:
    """The columns of the years said, or all; those first whose words are said."""
    some = [number for number, head in enumerate(view.heads) if not saying.years or set(head.years) & set(saying.years)]
    return sorted(some or range(len(view.heads)), key=lambda number: -likeness(view.heads[number], saying.tokens, view.head_weights).score)


def _pairs(saying: Saying, view: View) -> list[tuple[int, int]]:
    """Columns before and after: of the first and the last year said, else of neighbouring years; alike but for the year."""
    years = sorted(saying.years)
    if len(years) == 1:
        years = [years[0] - 1, years[0]]
    if not years:
        years = sorted(view.years)[-2:]
    if len(years) < 2:
        return []
    ends = [(years[0], years[-1])] if not saying.backwards else [(years[0], years[-1]), (years[-1], years[0])]
    pairs = [(one, other) for first, last in ends for one, other in product(_of_year(view, first), _of_year(view, last)) if one != other]
    alike = [pair for pair in pairs if view.heads[pair[0]].tokens == view.heads[pair[1]].tokens]
    alike.sort(key=lambda pair: -likeness(view.heads[pair[1]], saying.tokens, view.head_weights).score)
    return [*alike, *(pair for pair in pairs if pair not in alike)]


def _of_year(view: View, year: int) -> list[int]:
    return [number for number, head in enumerate(view.heads) if year in head.years]


def _runs(saying: Saying, view: View) -> Iterator[tuple[int, ...]]:
    """Columns that are added: those of the years said, all years between where a stretch is said, all there are where none is."""
    years = sorted(saying.years)
    if years:
        wanted = [set(years)]
        if len(years) == 2:
            wanted.insert(0 if saying.through else 1, set(range(years[0], years[1] + 1)))
        if len(years) == 1:
            wanted.append({years[0] - 1, years[0]})
    else:
        wanted = [set(view.years)]
    for some in wanted:
        run = tuple(number for number, head in enumerate(view.heads) if set(head.years) & some)
        yield run
        kinds = {view.heads[number].tokens for number in run}
        for kind in kinds if len(kinds) > 1 else ():
            yield tuple(number for number in run if view.heads[number].tokens == kind)
