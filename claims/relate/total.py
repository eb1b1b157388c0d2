"""Totals: parts that the text says make a whole, listed before it or after it.

A wording names the whole and tells on which side its parts stand; they are the figures of one kind that stand listed
there ("10 gold, 12 silver and 15 bronze"). Where a list may end sooner or later, the end is taken that suits the whole best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

import msgspec

from claims.claim import Sure, Total
from claims.figure import Figure
from claims.interval import Interval
from claims.relate.counterpart import in_unit_of, leaves_out_currency
from claims.relate.listing import MOST_LISTED, Listing, are_labels, are_of_each, listings
from claims.relate.share import of_one_kind
from claims.wording.met import Met
from claims.wording.pattern import Match, Window

NEAR = Interval(Fraction(3, 4), Fraction(4, 3))
"""How far from the whole a sum may lie and still be meant for it, where the wording alone does not tell."""
VERY_NEAR = Interval(Fraction(9, 10), Fraction(10, 9))
"""The same where the whole must be looked for among the figures before, or where the parts may overlap: of 8 members 5 are women, and 4 are lawyers."""
ANYWHERE_NEAR = Interval(Fraction(1, 4), Fraction(4))
ALL_BUT_EQUAL = Interval(Fraction(49, 50), Fraction(50, 49))
ANOTHER_SCALE = (Fraction(10), Fraction(1000), Fraction(1, 10), Fraction(1, 1000))
HUNDRED = Fraction(1)
"""A hundred percent."""


def totals(window: Window, met: Met) -> Iterator[Total]:
    """Each total that the wording gives, where the parts share its unit."""
    wanted = met.of("total")
    if not wanted:
        return
    lists = listings(window, met)
    judged: set[tuple[Figure, ...]] = set()
    for match in wanted:
        if "balance" in match.roles:
            claim = _balance(match, window)
        elif "either" in match.roles:
            claim = _excluding(match)
        elif "hundred" in match.roles:
            claim = _hundred(match, window)
        elif "rest" in match.roles:
            claim = _rest(match, window)
        else:
            claim = _listed(match, window, lists)
        if claim and claim.parts not in judged:
            judged.add(claim.parts)
            yield claim


def _listed(match: Match, window: Window, lists: Sequence[Listing]) -> Total | None:
    """The whole with the nearest list on the side that the wording tells."""
    whole = match.roles.get("whole")
    if not isinstance(whole, Figure) or whole.upper or abs(whole.low) == 1:
        return None
    before = match.holds.get("parts") == "before"
    sentence = window.sentence_of(whole) if before else window.sentence_at(match.span[1])
    sentences = (sentence - 1, sentence) if match.holds.get("back") is True else (sentence,)
    may_overlap = match.holds.get("open") is True and not before and whole.unit.kind in ("count", "plain")
    fewest = int(str(match.holds.get("fewest", 2))) if may_overlap else 2
    found: tuple[Figure, ...] = ()
    for some in lists if not before else reversed(lists):
        figures = tuple(figure for figure in some if (figure.span[1] <= whole.span[0] if before else figure.span[0] >= match.span[1]))
        figures = _as_far_as_alike([in_unit_of(whole, figure) or figure for figure in figures], whole, from_the_end=before)
        if len(figures) >= fewest and window.sentence_of(figures[0]) in sentences:
            found = _best(figures, _worth(whole), from_the_end=before, fewest=fewest)
            break
    if not found or are_labels(found, window) or are_of_each(found, whole):
        return None
    found = found if before else _with_what_completes(found, whole, window)
    if not before and _plain_sum(found) < _worth(whole) and "," in window.text_between(match.span[1], found[0].span[0]):
        return None  # "a council of 29, composed of a chairman, five deputies and 23 members": some stand there without a number
    near = _is_near(found, _worth(whole), VERY_NEAR if may_overlap or match.holds.get("near") == "very" else NEAR) or _is_one_more(found, whole)
    runs_on = before and match.holds.get("open") is True
    scaled = {thing.span for thing in window.things if isinstance(thing, Figure) and leaves_out_currency(thing, whole)}  # "1.6 billion" needs no more
    lent = whole.unit.kind not in ("count", "plain") and any(figure not in window.things and figure.span not in scaled for figure in found)
    of_others = whole.unit.kind == "count" and any(_worth(part) > 2 * _worth(whole) for part in found)  # "four cells, which comprised 15 men"
    weak = not runs_on and (of_others or "near" in match.holds or may_overlap or lent or _counts_differ(found, whole))
    if whole.unit.kind == "money" and not near and not _is_near(found, _worth(whole), ANYWHERE_NEAR) and not _is_a_scale_apart(found, _worth(whole)):
        return None  # "put $215 million and $33 million of loans aside, reducing income by a total of $4 million"
    return _claim(match, found, whole, weak) if near or not weak or _is_a_scale_apart(found, _worth(whole)) else None


def _hundred(match: Match, window: Window) -> Total | None:
    """Percentages of one whole, the last of which is told as the rest, or as those without an opinion."""
    end = match.roles["hundred"]
    sentence = window.sentence_of(end)
    some = [thing for thing in window.things if thing.span[0] <= end.span[0] and 0 <= sentence - window.sentence_of(thing) <= 1]
    parts = [thing for thing in some if isinstance(thing, Figure) and _is_a_share(thing)]
    fewest = int(str(match.holds.get("fewest", 2)))
    if len(parts) < fewest:
        return None
    found = _best(parts, HUNDRED, from_the_end=True, fewest=fewest)
    return _claim(match, found, None, True) if _is_near(found, HUNDRED, NEAR) else None


def _is_a_share(figure: Figure) -> bool:
    """Whether it is a percentage or a fraction, no multiple, no points and no range."""
    return figure.unit.dimension == "ratio" and figure.unit.code != "times" and figure.unit.kind != "points" and not figure.upper


def _rest(match: Match, window: Window) -> Total | None:
    """A part and the other part, with the one figure before them that they can make up."""
    part, rest = match.roles["part"], match.roles["rest"]
    assert isinstance(part, Figure)
    assert isinstance(rest, Figure)
    part, rest = in_unit_of(rest, part) or part, in_unit_of(part, rest) or rest
    sentence = window.sentence_of(part)
    before = [thing for thing in window.things if isinstance(thing, Figure) and thing.span[1] <= part.span[0] and sentence - window.sentence_of(thing) <= 1]
    if not _alike(part, rest):
        return None
    parts = (part, rest)
    bare = [in_unit_of(figure, part) and in_unit_of(figure, rest) for figure in before]
    if any(bare) and not any(_alike(figure, part) for figure in before):  # "5.3 billion francs: 3.1 billion … the remaining 2.2 billion"
        whole = next(figure for figure, lends in zip(before, bare, strict=True) if lends)
        part, rest = in_unit_of(whole, part) or part, in_unit_of(whole, rest) or rest
        parts = (part, rest)
    wholes = [figure for figure in before if _alike(figure, part) and not figure.upper and _is_near(parts, _worth(figure), VERY_NEAR)]
    return _claim(match, parts, wholes[0], True) if len(wholes) == 1 else None


def _balance(match: Match, window: Window) -> Total | None:
    """What is left of the greater of two amounts when the lesser is taken from it ("leaving", "a net gain of")."""
    one, other, balance = (match.roles[role] for role in ("one", "other", "balance"))
    assert isinstance(one, Figure)
    assert isinstance(other, Figure)
    assert isinstance(balance, Figure)
    one, other = in_unit_of(balance, one) or one, in_unit_of(balance, other) or other  # "men live to 76 and women to 81, a difference of five years"
    if not (_alike(one, other) and _alike(other, balance)) or _worth(balance) >= max(_worth(one), _worth(other)):
        return None
    if _has_a_third(one, other, balance, window):
        return None  # "first put at $1.9 billion, then at $2.2 billion, it cost $2.4 billion, an overrun of $500 million"
    whole, part = (one, other) if _worth(one) >= _worth(other) else (other, one)
    parts = part, balance
    return _claim(match, parts, whole, True) if _is_near(parts, _worth(whole), NEAR) or _is_right_on_another_scale(one, other, balance) else None


def _has_a_third(one: Figure, other: Figure, balance: Figure, window: Window) -> bool:
    """Whether the sentence has one more amount of their kind before the balance, from which it may be reckoned."""
    first, own = window.sentence_start(balance.span[0]), {one.span, other.span, balance.span}
    before = [thing for thing in window.things if isinstance(thing, Figure) and first <= thing.span[0] < balance.span[0] and thing.span not in own]
    return any(_alike(thing, balance) and abs(_worth(thing) - _worth(figure)) == _worth(balance) for thing in before for figure in (one, other))


def _is_right_on_another_scale(one: Figure, other: Figure, balance: Figure) -> bool:
    """Whether the two would differ by the balance to the last digit if one of the three had another scale.

    "It spent £214 million and took in £20 million, and is £14 million in the red."
    """
    worths = {_worth(figure) * sign for figure, sign in ((one, 1), (other, -1), (balance, -1))}, {_worth(other), -_worth(one), -_worth(balance)}
    return any(sum(signed) + worth * (scale - 1) == 0 for signed in worths for worth in signed for scale in ANOTHER_SCALE)


def _excluding(match: Match) -> Total | None:
    """Of so many, those who met one fate and those who met the other: nobody met both."""
    whole, one, other = (match.roles[role] for role in ("whole", "one", "either"))
    assert isinstance(whole, Figure)
    assert isinstance(one, Figure)
    assert isinstance(other, Figure)
    one, other = in_unit_of(whole, one) or one, in_unit_of(whole, other) or other
    if whole.upper or one.upper or other.upper or not (_alike(one, whole) and _alike(other, whole)):
        return None
    meant = match.holds.get("open") is True or _is_near((one, other), _worth(whole), NEAR)
    return _claim(match, (one, other), whole, True) if meant else None


def _claim(match: Match, parts: Sequence[Figure], whole: Figure | None, weak: bool) -> Total:
    """The total, in which bare numbers count what the named ones count: "36 medals: 10 gold, 12 silver"."""
    spans = [match.span, *(part.span for part in parts)]
    evidence = min(start for start, _ in spans), max(end for _, end in spans)
    if whole is not None:
        counted = next((figure.unit for figure in (whole, *parts) if figure.unit.kind == "count"), None)
        if counted:
            parts = [_counting(part, counted) for part in parts]
            whole = _counting(whole, counted)
    return Total(evidence, tuple(parts), whole, match.holds.get("open") is True, Sure.LIKELY if weak else Sure.SPELLED_OUT)


def _counting(figure: Figure, counted: object) -> Figure:
    return msgspec.structs.replace(figure, unit=counted) if figure.unit.kind == "plain" else figure


def _alike(one: Figure, other: Figure) -> bool:
    return one.unit.per == other.unit.per and of_one_kind(one, other)


def _as_far_as_alike(parts: Sequence[Figure], whole: Figure, *, from_the_end: bool) -> tuple[Figure, ...]:
    """The parts up to the first that is of another kind than the whole: "15 bronze, with 22-year-old Rao"."""
    if from_the_end:
        return _as_far_as_alike(parts[::-1], whole, from_the_end=False)[::-1]
    return tuple(takewhile(lambda part: _alike(part, whole), parts))


def _best(parts: Sequence[Figure], goal: Fraction, *, from_the_end: bool, fewest: int = 2) -> tuple[Figure, ...]:
    """The parts of a list that come nearest to the whole: those from its beginning, or those up to its end."""
    some = [tuple(parts[-length:] if from_the_end else parts[:length]) for length in range(fewest, len(parts) + 1)]
    return min(some, key=lambda run: (abs(_plain_sum(run) - goal), -len(run)))


def _is_near(parts: Sequence[Figure], goal: Fraction, reach: Interval) -> bool:
    return reach.low * goal <= _plain_sum(parts) <= reach.high * goal


def _is_one_more(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether few things that are listed are one more than was said: "five workers, two welders and four electricians"."""
    return whole.unit.kind == "count" and whole.low <= MOST_LISTED and _plain_sum(parts) == whole.low + 1


def _with_what_completes(parts: tuple[Figure, ...], whole: Figure, window: Window) -> tuple[Figure, ...]:
    """The parts, with the next amount of their sentence where it is just what they lack: more words may lie before the last than in a list."""
    rest = (thing for thing in window.things if isinstance(thing, Figure) and thing.span[0] >= parts[-1].span[1])
    following = next(rest, None)
    if following is None or window.sentence_of(following) != window.sentence_of(parts[-1]):
        return parts
    following = in_unit_of(whole, following) or following
    more = (*parts, following)
    return more if _alike(following, whole) and not following.upper and _is_near(more, _worth(whole), ALL_BUT_EQUAL) else parts


def _is_a_scale_apart(parts: Sequence[Figure], goal: Fraction) -> bool:
    """Whether the sum would make the whole if one of them had the next scale: "7.9 billion euros: 1.39 million and 6.55 million"."""
    return any(_is_near(parts, goal * scale, ALL_BUT_EQUAL) for scale in (Fraction(1000), Fraction(1, 1000)))


def _plain_sum(parts: Sequence[Figure]) -> Fraction:
    return sum((_worth(part) for part in parts), Fraction(0))


def _worth(figure: Figure) -> Fraction:
    """The printed number in the base unit, so that dollars add to cents and halves to percentages."""
    return figure.low * figure.unit.size


def _counts_differ(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether something else is counted in the parts than in the whole."""
    names = {part.unit.code for part in parts if part.unit.kind == "count"}
    return bool(names) and names != {whole.unit.code}
