"""Changes: what was so much before is so much after, a rise or a fall by an amount or a percentage.

The pieces that the wordings give are put together within a sentence, then with those of the next sentence where it
takes up the first, and at last an amount that the words leave to be understood is looked for before them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Sequence
from itertools import zip_longest

import msgspec

from claims.claim import Change, Rate, Sure
from claims.figure import Figure, Span
from claims.relate.counterpart import as_difference, in_one_unit, measured_as, nearest_before
from claims.relate.innocent import is_a_percentage_itself, is_of_a_part, is_of_something_else, without_its_own_base, without_share
from claims.relate.mismeasured import with_its_amounts
from claims.relate.piece import Piece, disagree, is_announced, pieces_of, put_together, speak_of_one_thing
from claims.relate.rate import spread_over_years
from claims.rounding import Number
from claims.unit import PERCENT, PERCENTAGE_POINT
from claims.wording.met import Met
from claims.wording.pattern import Window

ONE = Number(1)
SHARED_UNIT = re.compile(r"[0-9.,]+")
"""A number that leaves its unit to the one after it."""
FARTHEST_LEVELS = 60
"""How many code points into its sentence the levels may stand of a change that the sentence before it tells."""


def changes(window: Window, met: Met) -> Iterator[Change]:
    """Each change of the window whose roles are enough to be judged, or to say what follows."""
    pieces = pieces_of(met)
    if any(piece.roles for piece in pieces):
        denied, back, can_be_negative = (met.sentences(kind) for kind in ("denial", "points_back", "below_zero"))
        as_points, turned = (met.sentences(kind) for kind in ("points_told_as_percent", "turned_about"))
        wholes = {match.roles["whole"].span for match in met.of("share") if "part" in match.roles and "whole" in match.roles}
        told_as_share = {match.roles["part"].span for match in met.of("share") if "part" in match.roles and "share" in match.roles}
        own_base = {match.roles["percent"].span for match in met.of("own_base")}
        told_before = {piece.roles["before"].span for piece in pieces if "before" in piece.roles}
        whole = put_together(pieces, window, met)
        for piece in _across_sentences(list(whole), window, met.sentences("taking_up")):
            sentence = window.sentence_at(piece.span[0])
            piece = _in_points(piece) if sentence in as_points else piece
            if sentence in turned:
                piece = Piece(piece.roles, None, piece.span, piece.sure)
            piece = without_its_own_base(piece, own_base)
            if is_of_a_part(piece, wholes):
                continue
            piece = with_its_amounts(piece, window) or _completed(piece, window, back, told_before)
            piece = without_share(piece, told_as_share, window)
            if is_of_something_else(piece, window):
                continue
            claim = _claim(piece, sentence in can_be_negative)
            if claim and sentence not in denied:
                yield claim
    yield from _yearly_changes(window, met)
    yield from _less_than_nothing(window, met)


def _across_sentences(pieces: Sequence[Piece], window: Window, taking_up: Container[int]) -> Iterator[Piece]:
    """Pieces in which a sentence tells how large a change was, and the one beside it from what to what."""
    skip = False
    for piece, following in zip_longest(pieces, pieces[1:]):
        if skip:
            skip = False
            continue
        if following and _complete_each_other(piece, following, window, taking_up):
            skip = True
            rising = piece.rising if following.rising is None else following.rising
            yield Piece({**piece.roles, **following.roles}, rising, (piece.span[0], following.span[1]), Sure.LIKELY)
        else:
            yield piece


def _complete_each_other(first: Piece, second: Piece, window: Window, taking_up: Container[int]) -> bool:
    one, other = window.sentence_at(first.span[0]), window.sentence_at(second.span[0])
    if other - one != 1 or disagree(first, second):
        return False
    measured, levels = (first, second) if first.has_measure else (second, first)
    if not measured.has_measure or measured.has_both_levels:
        return False
    both = {**measured.roles, **levels.roles}
    if "before" not in both or "after" not in both or not (levels.has_both_levels or _are_of_one_sort(both["before"], both["after"])):
        return False
    if levels is second and levels.has_both_levels and not _opens_its_sentence(levels, window):
        return False
    if other in taking_up or (levels.has_both_levels and speak_of_one_thing(measured, levels, window)):
        return True
    return levels is second and levels.has_both_levels and is_announced(levels, measured, window)


def _opens_its_sentence(piece: Piece, window: Window) -> bool:
    """Whether nothing else of its sentence is told before it: what takes up the sentence before it is its subject."""
    start = window.sentence_start(piece.span[0])
    own = {figure.span for figure in piece.roles.values()}
    before = (thing for thing in window.things if isinstance(thing, Figure) and start <= thing.span[0] < piece.span[0])
    others = any(thing.unit.kind != "time" and thing.span not in own for thing in before)
    return not others and piece.span[0] - start <= FARTHEST_LEVELS


def _are_of_one_sort(one: Figure, other: Figure) -> bool:
    bare = ("plain", "count")
    return one.unit.dimension == other.unit.dimension or (one.unit.kind in bare and other.unit.kind in bare)


def _completed(piece: Piece, window: Window, back: Container[int], told_before: Collection[Span]) -> Piece:
    """With the one amount that the words leave to be understood: the nearest before them, or in the sentence they point back to.

    `told_before` is where other changes began.
    """
    before, after = piece.roles.get("before"), piece.roles.get("after")
    known = before or after
    if known is not None and known.unit.kind == "percent" and "percent" in piece.roles:
        return piece  # "growth increased by 3.1 percent, up from 2.9 percent"
    if known is not None and is_a_percentage_itself(known, piece.roles.get("percent")):
        return piece
    if known is None or (before and after) or not piece.has_measure:
        return piece
    points_back = window.sentence_at(piece.span[0]) in back
    if before is None and not points_back:
        return piece
    first = window.sentence_start(piece.span[0]) if before is None else min(figure.span[0] for figure in piece.roles.values())
    taken = {*told_before, *(figure.span for figure in piece.roles.values())}
    other = nearest_before(window, first, known, taken, back=points_back)
    if other is None:
        return piece
    return Piece({**piece.roles, "after" if before else "before": other}, piece.rising, (other.span[0], piece.span[1]), Sure.LIKELY)


def _in_points(piece: Piece) -> Piece:
    """Of rates of interest and tax it is custom to say "by 0.25%" for points."""
    roles = dict(piece.roles)
    level, percent = roles.get("after") or roles.get("before"), roles.get("percent")
    if percent is None or "by" in roles or level is None or level.unit.kind != "percent":
        return piece
    roles["by"] = msgspec.structs.replace(roles.pop("percent"), unit=PERCENTAGE_POINT)
    return Piece(roles, piece.rising, piece.span, piece.sure)


def _claim(piece: Piece, can_be_negative: bool) -> Change | None:
    before, after, by, percent, times, years = (piece.roles.get(role) for role in ("before", "after", "by", "percent", "times", "years"))
    rising = piece.rising
    if before and after:
        one_unit = in_one_unit(before, after)
        if one_unit is None:
            return None
        before, after = one_unit
    if percent is not None:
        percent, years = _yearly(percent, years)
    if by is not None and _is_finer_than_a_point(by) and before and after:
        before, after = _equally_fine(before, after), _equally_fine(after, before)
    level = after or before
    if by is not None and (before is None or after is None or before.unit == after.unit):
        before, after = (measured_as(by, level) for level in (before, after))
        level = after or before
    if by is not None:
        by = as_difference(by, level) if level else by
    if rising is None and (times or percent or by):  # "moved 5% from A to B": the amounts tell which way
        rising = times.low > 1 if times else _rises(before, after)
    if before and after and rising is not None and _is_no_course(before, after, rising):
        return None
    if before and after:
        enough = any(told is not None for told in (rising, percent, by, times))
    elif percent is not None and (times is not None or (by is not None and level is not None)):
        enough = True
    else:
        enough = rising is False and percent is not None and not can_be_negative
    if not enough:
        return None
    return Change(piece.span, before, after, by, percent, times, years, rising, piece.sure)


def _rises(before: Figure | None, after: Figure | None) -> bool | None:
    return after.low > before.low if before and after else None


def _is_no_course(before: Figure, after: Figure, rising: bool) -> bool:
    """Whether "from A to B" tells something else than what was before and after: a range ("would drop from 3 to 5 percent"), or odds ("raised from 3 to 1")."""
    if _rises(before, after) is rising:
        return False
    one_figure = before.span == after.span or SHARED_UNIT.fullmatch(before.printed) is not None
    range_of_percentages = after.unit.kind == "percent" and one_figure
    odds = rising and after.number == ONE and {before.unit.kind, after.unit.kind} == {"plain"}
    return range_of_percentages or odds


def _is_finer_than_a_point(by: Figure) -> bool:
    return by.unit.code == "basis_point" or (by.unit.kind == "points" and by.number.exponent < 0)


def _equally_fine(figure: Figure, beside: Figure) -> Figure:
    """With as many decimals as the figure beside it: who counts in parts of a point means 5.00 by "from 5.25 to 5 percent"."""
    spare = figure.number.exponent - beside.number.exponent
    if spare <= 0 or figure.number.divisor != 1:
        return figure
    number = msgspec.structs.replace(figure.number, mantissa=figure.number.mantissa * 10**spare, exponent=beside.number.exponent)
    return msgspec.structs.replace(figure, number=number)


def _yearly(percent: Figure, years: Figure | None) -> tuple[Figure | None, Figure | None]:
    """A percentage of so much a year, and the years it applies in; without its "a year", the years say nothing."""
    if percent.low < 0:
        return None, None
    if not percent.unit.per:
        return percent, None
    if percent.unit.per != "year" or years is None:
        return None, None
    return msgspec.structs.replace(percent, unit=PERCENT), years


def _less_than_nothing(window: Window, met: Met) -> Iterator[Change]:
    """Lower by more than all of something that is not told itself: "110% lower than the average"."""
    for match in met.of("lessening"):
        percent = match.roles.get("percent")
        if not isinstance(percent, Figure) or percent.low <= 1:
            continue
        if window.sentence_at(match.span[0]) not in met.sentences("below_zero"):
            yield Change(match.span, percent=percent, rising=False)


def _yearly_changes(window: Window, met: Met) -> Iterator[Change]:
    """So much more a year than before, where the level is printed only as a total over some years."""
    told = met.of("yearly_change")
    spread = [claim for claim in spread_over_years(met) if claim.total] if told else []
    for match in told:
        by = match.roles.get("by")
        if not isinstance(by, Figure):
            continue
        level = _level_before(by, spread)
        if level and level.total:
            sure = Sure.SPELLED_OUT if window.sentence_of(by) == window.sentence_of(level.total) else Sure.LIKELY
            yield Change((level.evidence[0], match.span[1]), after=level, by=by, rising=match.holds.get("rising") is True, sure=sure)


def _level_before(by: Figure, spread: Sequence[Rate]) -> Rate | None:
    """The last total over some years that stands before the yearly change, in its currency."""
    before = [claim for claim in spread if claim.total and claim.total.unit.code == by.unit.code and claim.total.span[0] < by.span[0]]
    return before[-1] if before else None
