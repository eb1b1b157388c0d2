"""A piece of a change: "rose 5%", "from $1 billion", "a year earlier"; and the putting together of those that stand together.

A text tells a change in pieces, in any order. Pieces are put together where they lie near each other in one clause
and do not disagree. Two verbs of change are two changes, unless the second only restates the first (", a rise of 5%").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import msgspec

from claims.claim import Sure
from claims.figure import Figure, Span
from claims.relate.counterpart import in_one_unit
from claims.rounding import Number
from claims.unit import PERCENTAGE_POINT
from claims.wording.met import Met
from claims.wording.pattern import Match, Thing, Window

FARTHEST_APART = 90
"""How many code points may lie between two pieces of one change."""
APPOSITION_REACH = 40
"""How many code points may lie between a change and its restatement with a verb or noun of its own ("…, five years earlier, a rise of 5%")."""
APPOSITION_OPENING = 20
"""How many of them may follow the last comma: a few words at most, for with a subject of its own it is another change."""
LONGEST_ARTICLE = 3
COMMA = re.compile("[,;:–—(、，：（]|--| - ")
LEAST_LEAP = 2
"""More than how many times what it rose by "rose 8 to 48" must lead to, not to be a range ("rose 8 to 12 percent")."""
LEVELS = ("before", "after")
MEASURES = ("by", "percent", "times")
ROLES = (*LEVELS, *MEASURES, "years", "points", "course", "leap", "first", "second")


class Piece(msgspec.Struct):
    """A change being put together: its figures by role, its direction where the words tell one, and the words."""

    roles: dict[str, Figure]
    rising: bool | None
    span: Span
    sure: Sure = Sure.SPELLED_OUT
    aside: bool = False
    """Whether what was before is told beside the change, and may be of another time ("…, against 917 a year ago", "from a high of 6.75")."""
    dated: bool = False
    """Whether two years tell which level was before."""
    closes: bool = False
    """Whether it is a verb that stands after what it tells of ("von 142 auf 122 Liter gesunken")."""

    @property
    def has_both_levels(self) -> bool:
        """Whether it tells what was before and what is after."""
        return "before" in self.roles and "after" in self.roles

    @property
    def has_measure(self) -> bool:
        """Whether it tells how large the change was."""
        return any(role in self.roles for role in MEASURES)


def pieces_of(met: Met) -> list[Piece]:
    """The pieces of change that the wordings give, in the order of the text. The first wording to give a figure a role keeps it."""
    first_told: dict[tuple[Span, Number], tuple[str, Figure]] = {}
    told: list[Piece] = []
    for match in met.of("change"):
        piece = _piece(match)
        if piece is None:
            continue
        as_told = {role: first_told.setdefault((figure.span, figure.number), (role, figure)) for role, figure in piece.roles.items()}
        if all(role == first for role, (first, _) in as_told.items()):
            piece.roles = {role: figure for role, (_, figure) in as_told.items()}
            told.append(piece)
    told.sort(key=lambda piece: (piece.span[0], -piece.span[1]))
    ends = [0, *accumulate((piece.span[1] for piece in told), max)]
    return [piece for piece, end in zip(told, ends, strict=False) if piece.roles or piece.span[1] > end]


def _piece(match: Match) -> Piece | None:
    roles = {role: thing for role, thing in match.roles.items() if isinstance(thing, Figure) and role in ROLES}
    for name, low, high in (("course", "before", "after"), ("leap", "by", "after")):
        ends = roles.pop(name, None)
        if ends is not None:  # "from 16 to 6 percent", "by 385 to 1,765" are read as one figure with two ends
            if ends.upper is None or (name == "leap" and ends.high <= ends.low * LEAST_LEAP):
                return None
            roles[low] = msgspec.structs.replace(ends, upper=None)
            roles[high] = msgspec.structs.replace(ends, number=ends.upper, upper=None)
    if "points" in roles:
        roles["by"] = as_points(roles.pop("points"))
    if any(roles[role].upper is not None for role in LEVELS if role in roles):
        return None
    if match.holds.get("or_by") is True and not _is_a_course(roles, match.holds.get("rising") is True):
        if match.holds.get("rising") is True or "before" not in roles:
            return None
        roles["by"] = roles.pop("before")  # what fell "de 3 à 42 milliards" fell by three
    years = match.roles.get("first_year"), match.roles.get("second_year")
    dated = "first" in roles
    if dated:
        earlier = _is_earlier(*years)
        if earlier is None:
            return None
        first, second = roles.pop("first"), roles.pop("second")
        roles["before"], roles["after"] = (first, second) if earlier else (second, first)
    rising = match.holds.get("rising")
    if "times" in roles:
        rising = roles["times"].low > 1
    percent = roles.get("percent")
    if percent is not None and percent.low < 0 and percent.upper is None and rising is not True:  # "(-0.8%)"
        number = percent.number
        roles["percent"], rising = msgspec.structs.replace(percent, number=msgspec.structs.replace(number, mantissa=-number.mantissa)), False
    aside, closes = (match.holds.get(name) is True for name in ("aside", "closing"))
    return Piece(roles, rising if isinstance(rising, bool) else None, match.span, aside=aside, dated=dated, closes=closes)


def as_points(figure: Figure) -> Figure:
    """A number of points, of a percentage until it is set beside something else."""
    return figure if figure.unit.kind == "points" else msgspec.structs.replace(figure, unit=PERCENTAGE_POINT)


def _is_a_course(roles: Mapping[str, Figure], rising: bool) -> bool:
    """Whether "de 5 à 40" tells from what to what, and not by how much, where the language says both in the same words."""
    together = in_one_unit(roles["before"], roles["after"]) if "before" in roles and "after" in roles else None
    if together is None:
        return False
    before, after = (figure.low * figure.unit.size for figure in together)
    return after < before * LEAST_LEAP if rising else after < before


def _is_earlier(first: Thing | None, second: Thing | None) -> bool | None:
    if first is None or second is None or isinstance(first, Figure) or isinstance(second, Figure):
        return None
    if first.year is None or second.year is None or first.year == second.year:
        return None
    return first.year < second.year


def put_together(pieces: Sequence[Piece], window: Window, met: Met) -> Iterator[Piece]:
    """Pieces that stand together as one, unless a clause of its own begins between them."""
    current: Piece | None = None
    for piece in pieces:
        if current and _belong_together(current, piece, window, met):
            rising = current.rising if piece.rising is None or current.has_measure else piece.rising
            span, sure = _joined(current.span, piece.span), min(current.sure, piece.sure)
            current = Piece({**current.roles, **piece.roles}, rising, span, sure, aside=current.aside or piece.aside)
        else:
            if current and current.roles:
                yield current
            current = piece
    if current and current.roles:
        yield current


def _joined(one: Span, other: Span) -> Span:
    return min(one[0], other[0]), max(one[1], other[1])


def _belong_together(current: Piece, piece: Piece, window: Window, met: Met) -> bool:
    if disagree(current, piece) or ("by" in current.roles and piece.aside):
        return False
    gap = piece.span[0] - current.span[1]
    if gap > FARTHEST_APART or window.sentence_at(current.span[0]) != window.sentence_at(piece.span[0]):
        return False
    if any(current.span[1] <= clause.span[0] < piece.span[0] for clause in met.of("clause")) or (piece.has_both_levels and _is_listed(current, piece, window)):
        return False
    if piece.closes and current.rising is None and gap <= APPOSITION_REACH:
        return True
    between = COMMA.split(window.text_between(current.span[1], piece.span[0]))[-1]
    if piece.rising is None or (current.rising is None and not current.has_both_levels):
        return not piece.has_both_levels or not _opens_with_a_figure(piece) or len(between.strip()) <= LONGEST_ARTICLE
    return gap <= APPOSITION_REACH and len(between) <= APPOSITION_OPENING and bool(piece.roles)


def _is_listed(current: Piece, piece: Piece, window: Window) -> bool:
    """Whether two levels are more such measures: "grew 18% in 2005, 26% in 2006 and 18% in 2007", or a third percentage parts them from the measure:
    "a fall of 23% in one year, 54% in the next, 26% in 1918 and 31% in 1919".
    """
    measure, level = current.roles.get("percent"), piece.roles["before"]
    if measure is None or level.unit.kind != measure.unit.kind:
        return False
    if piece.dated:
        return True
    between = (thing for thing in window.things if isinstance(thing, Figure) and current.span[1] <= thing.span[0] < piece.span[0])
    return any(thing.unit.kind == level.unit.kind for thing in between)


def _opens_with_a_figure(piece: Piece) -> bool:
    """Whether nothing but its place joins it to what stands before: "…, sold 40,000, compared with 30,000"."""
    return piece.span[0] == min(figure.span[0] for figure in piece.roles.values())


def disagree(one: Piece, other: Piece) -> bool:
    """Whether two pieces give one role to two figures, one figure two roles, or tell two directions."""
    if any(role in one.roles and one.roles[role] != figure for role, figure in other.roles.items()):
        return True
    if None not in (one.rising, other.rising) and one.rising != other.rising:
        return True
    places = {(figure.span, figure.number): role for role, figure in one.roles.items()}
    return any(places.get((figure.span, figure.number), role) != role for role, figure in other.roles.items())


WORD = re.compile(r"[^\W\d_]+")
SHORTEST_NOUN = 4
PARAGRAPH_END = "\n\n"


def speak_of_one_thing(measured: Piece, levels: Piece, window: Window) -> bool:
    """Whether what the levels count is named in the sentence that tells how large the change was."""
    nouns = {word[:5] for role in LEVELS if role in levels.roles for word in WORD.findall(levels.roles[role].counts.lower()) if len(word) >= SHORTEST_NOUN}
    return any(word[:5] in nouns for word in WORD.findall(window.sentence_around(measured.span[0])))


def is_announced(levels: Piece, measured: Piece, window: Window) -> bool:
    """Whether a heading tells how large the change was, and the sentence under it, from what to what, begins with a word from before that."""
    if PARAGRAPH_END not in window.text_between(measured.span[1], levels.span[0]) or measured.rising is not levels.rising:
        return False
    subject = window.text_between(window.sentence_start(levels.span[0]), levels.span[0]).strip()
    subject = subject[:1].lower() + subject[1:]
    heading = window.text_between(window.sentence_start(measured.span[0]), measured.span[0]).lower()
    told = {word[:SHORTEST_NOUN] for word in WORD.findall(heading) if len(word) >= SHORTEST_NOUN}
    nouns = [word for word in WORD.findall(subject) if len(word) >= SHORTEST_NOUN and word.islower()]  # no name: "Profits jump 40% at Acme"
    return any(noun[:SHORTEST_NOUN] in told for noun in nouns)
