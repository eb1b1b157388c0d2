"""A sentence linked to a table of records: which of its words are heads, which are cells, which numbers stand free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claims.tabulate.records.bound import columns_before
from claims.tabulate.records.sheet import YEAR, Column, Sheet
from claims.tabulate.records.telling import Telling, Word, is_kin

LONGEST_CELL = 24
"""What is longer is prose: its single words name no row."""
MOST_STRANGE = 2
"""A sentence with more words that the table has not is about something else."""
CLOSE = 3
"""So many signs stand between the two halves of a season, at most."""


class Mention(msgspec.Struct, frozen=True):
    """Words of the sentence that are a cell, or a part of one: `rows` by column; `whole` where they are all of some cell, `mostly` where half of it.

    A stretch of days or numbers is a mention of the rows in it; at its `edge` are those of which some say they are within.
    """

    first: int
    last: int
    rows: dict[int, frozenset[int]]
    whole: bool
    mostly: bool = True
    edge: dict[int, frozenset[int]] = {}

    @property
    def any_row(self) -> frozenset[int]:
        """The rows in whichever column."""
        return frozenset().union(*self.rows.values())


class Free(msgspec.Struct, frozen=True):
    """A number that is no part of a longer mention: which word it is, and the cells that are that number, by column."""

    place: int
    digits: str
    rows: dict[int, frozenset[int]]


class Linked(msgspec.Struct, frozen=True):
    """The sentence and the table, linked.

    heads    how many of the sentence's words each column's head has; `at`: their places
    settled  places of words that a stretch is made of
    unknown  places of words that are neither the table's nor plain
    """

    words: tuple[Word, ...]
    sheet: Sheet
    mentions: tuple[Mention, ...]
    free: tuple[Free, ...]
    heads: dict[int, tuple[int, ...]]
    unknown: tuple[int, ...]
    settled: frozenset[int] = frozenset()

    def places(self, stems: frozenset[str]) -> Iterator[int]:
        """Where such words stand, outside of cells."""
        inside = self.inside
        return (place for place, word in enumerate(self.words) if word.stem in stems and place not in inside and place not in self.settled)

    @property
    def inside(self) -> frozenset[int]:
        """The places that are parts of cells."""
        return frozenset(place for mention in self.mentions for place in range(mention.first, mention.last + 1))

    def columns(self, *, numeric: bool | None = None) -> list[int]:
        """The columns whose heads are named, those first of whose heads the most is named."""
        found = [number for number in self.heads if numeric is None or self.sheet.columns[number].is_numeric == numeric]
        return sorted(found, key=lambda number: (-len(self.heads[number]) / len(self.sheet.columns[number].stems), -len(self.heads[number])))


def may_tell(stems: frozenset[str], sheet: Sheet) -> bool:
    """Whether a sentence of these words may be about the table: all but few of them are the table's, or said of any."""
    strange = [stem for stem in stems - sheet.vocabulary if not stem[0].isdigit()]
    if len(strange) > 2 * MOST_STRANGE or (stems.isdisjoint(sheet.heads) and stems.isdisjoint(sheet.where)):
        return False
    return sum(1 for stem in strange if not any(is_kin(stem, head) for head in sheet.heads)) <= MOST_STRANGE


def is_measure(link: Linked, column: int, kinds: frozenset[str]) -> bool:
    """Whether a column of numbers is named, but not by what rows are called, nor by what numbers a row ("week 15")."""
    if not (link.sheet.columns[column].is_numeric or link.sheet.columns[column].parts):
        return False
    numbering = {mention.first - 1 for mention in link.mentions if mention.first == mention.last and link.words[mention.first].is_number}
    return any(place not in numbering and link.words[place].stem not in kinds for place in link.heads.get(column, ()))


def linked(words: Sequence[Word], sheet: Sheet, telling: Telling) -> Linked:
    """The sentence linked to the table."""
    weak = telling.stop | telling.kinds | telling.plain | sheet.heads
    mentions = _mentions(words, sheet, weak, telling)
    mentions = tuple(_bound(mention, words, sheet, telling) for mention in _with_numbered(words, sheet, mentions, telling))
    inside = {place for mention in mentions for place in range(mention.first, mention.last + 1)}
    free = tuple(
        Free(place, word.stem, _cells_of(sheet, word.stem))
        for place, word in enumerate(words) if word.is_number and place not in inside and not _is_season(words, place, sheet)
    )
    heads: dict[int, tuple[int, ...]] = {}
    for column in sheet.columns:
        places = tuple(place for place, word in enumerate(words) if place not in inside and _names(word, column, telling))
        if places:
            heads[column.number] = places
    known = weak | telling.asking | sheet.caption
    unknown = tuple(
        place for place, word in enumerate(words)
        if place not in inside and not word.is_number and word.stem not in known and not any(is_kin(word.stem, stem) for stem in sheet.heads)
    )  # fmt: skip
    return Linked(tuple(words), sheet, mentions, free, heads, unknown)


def _bound(mention: Mention, words: Sequence[Word], sheet: Sheet, telling: Telling) -> Mention:
    """The mention in the column whose head stands right before it, where it may be in several."""
    columns = columns_before(words, mention.first, sheet, telling) & mention.rows.keys()
    return msgspec.structs.replace(mention, rows={column: mention.rows[column] for column in columns}) if columns else mention


def _names(word: Word, column: Column, telling: Telling) -> bool:
    return word.stem not in telling.stop and not word.is_number and any(is_kin(word.stem, stem) for stem in column.stems)


def _is_season(words: Sequence[Word], place: int, sheet: Sheet) -> bool:
    """Whether the number is a year that no cell is, or the second half of one ("2008 - 09")."""
    if YEAR.fullmatch(words[place].stem):
        return not _cells_of(sheet, words[place].stem)
    behind = place and words[place].start - words[place - 1].end <= CLOSE and YEAR.fullmatch(words[place - 1].stem)
    return bool(behind) and len(words[place].stem) == 2


def _cells_of(sheet: Sheet, digits: str) -> dict[int, frozenset[int]]:
    """The cells that are one number, or hold it as the first of their words, by column."""
    found: dict[int, set[int]] = {}
    for row, column, _ in sheet.where.get(digits, ()):
        field = sheet.rows[row][column]
        if sum(1 for stem in field.stems if stem[0].isdigit()) == 1 and (field.number is not None or field.stems[0] == digits):
            found.setdefault(column, set()).add(row)
    return {column: frozenset(rows) for column, rows in found.items()}


def _mentions(words: Sequence[Word], sheet: Sheet, weak: frozenset[str] | set[str], telling: Telling) -> tuple[Mention, ...]:
    """Cells in the sentence, the longest first, none overlapping."""
    found: list[tuple[int, bool, int, dict[int, frozenset[int]]]] = []
    for first in range(len(words)):
        for length, (rows, whole) in _runs_at(words, first, sheet).items():
            if _tells(words[first : first + length], whole, sheet, rows, weak, telling):
                found.append((length, whole, first, rows))
    found.sort(key=lambda run: (-run[0] - run[1], run[2]))
    taken: set[int] = set()
    mentions = []
    for length, whole, first, rows in found:
        places = range(first, first + length)
        if taken.isdisjoint(places):
            taken.update(places)
            shortest = min(len(sheet.rows[row][column].stems) for column, some in rows.items() for row in some)
            mentions.append(Mention(first, first + length - 1, rows, whole, length * 2 >= shortest))
    return tuple(sorted(mentions, key=lambda mention: mention.first))


def _runs_at(words: Sequence[Word], first: int, sheet: Sheet) -> dict[int, tuple[dict[int, frozenset[int]], bool]]:
    """By length: the rows, by column, whose cells hold so many words from `first` on; the whole cells alone where there are any."""
    lengths: dict[int, dict[bool, dict[int, set[int]]]] = {}
    for row, column, place in sheet.where.get(words[first].stem, ()):
        stems = sheet.rows[row][column].stems
        length = 1
        while first + length < len(words) and place + length < len(stems) and words[first + length].stem == stems[place + length]:
            length += 1
        for shorter in range(1, length + 1):
            whole = shorter == len(stems)
            lengths.setdefault(shorter, {}).setdefault(whole, {}).setdefault(column, set()).add(row)
    made = {}
    for length, kinds in lengths.items():
        whole = True in kinds
        rows = kinds[True] if whole else kinds[False]
        if whole and False in kinds:
            rows = {column: rows.get(column, set()) | (kinds[False].get(column, set()) if column not in rows else set()) for column in {*rows, *kinds[False]}}
        made[length] = ({column: frozenset(some) for column, some in rows.items()}, whole)
    return made


def _tells(run: Sequence[Word], whole: bool, sheet: Sheet, rows: dict[int, frozenset[int]], weak: frozenset[str] | set[str], telling: Telling) -> bool:
    """Whether a run of words tells a cell: no number alone but a year, no word that is said of any table alone."""
    content = [word for word in run if word.stem not in telling.stop]
    if not content or run[0].stem in telling.stop or (run[-1].stem in telling.stop and not whole):
        return False
    if len(run) == 1:
        stem = run[0].stem
        if stem[0].isdigit():
            return bool(YEAR.fullmatch(stem)) or ("." in stem and not any(sheet.columns[column].is_numeric for column in rows))
        if stem in weak or stem in telling.asking:
            return False
        return whole or (len(stem) > 1 and any(len(sheet.rows[row][column].stems) <= LONGEST_CELL for column, some in rows.items() for row in some))
    if all(word.is_number for word in content):
        return True
    return whole or any(word.stem not in weak for word in content)


def _with_numbered(words: Sequence[Word], sheet: Sheet, mentions: tuple[Mention, ...], telling: Telling) -> tuple[Mention, ...]:
    """The mentions with those that a head and a number make: "week 15", "lanes 4 and 5"."""
    inside = {place for mention in mentions for place in range(mention.first, mention.last + 1)}
    found, numbered = list(mentions), dict[int, dict[int, frozenset[int]]]()
    for place in range(1, len(words)):
        if not words[place].is_number or place in inside or place - 1 in inside:
            continue
        cells = _cells_of(sheet, words[place].stem)
        rows = {column: cells[column] for column in cells if sheet.columns[column].stems[-1:] == (words[place - 1].stem,)}
        before = place - 2 if words[place - 1].stem in telling.joined else place - 1
        if listed := numbered.get(before):
            rows = rows or {column: cells[column] for column in cells if column in listed}
        if rows:
            numbered[place] = rows
            found.append(Mention(place, place, rows, True))
    return tuple(sorted(found, key=lambda mention: mention.first))
