"""Sentences that tell of records: each linked to each table of records, and asked what it says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence

import msgspec

from claims.claim import Claim
from claims.document import Document
from claims.figure import Span
from claims.tabulate.nearby import Nearby
from claims.tabulate.records.asked import PERCENT, Asked, Question, is_met
from claims.tabulate.records.clauses import clauses_of
from claims.tabulate.records.compared import asked_of_two
from claims.tabulate.records.counted import asked_of_many
from claims.tabulate.records.extreme import asked_of_extreme
from claims.tabulate.records.link import Linked, linked
from claims.tabulate.records.same_row import asked_of_one_row
from claims.tabulate.records.sheet import YEAR, Sheet, sheet_of
from claims.tabulate.records.stretch import with_stretches
from claims.tabulate.records.telling import MONTH, Telling, Word, telling_of
from claims.tabulate.records.told import is_of_name, tells_of_records

WAYS: tuple[Callable[[Question], Asked | None], ...] = (asked_of_extreme, asked_of_two, asked_of_one_row, asked_of_many)


def sheets_in(document: Document) -> tuple[Sheet, ...]:
    """Each table of the document that is one of records, where its language tells of such."""
    telling = telling_of(document.language)
    return tuple(sheet for table in document.tables if (sheet := sheet_of(table, telling))) if telling else ()


def stated_of_records(document: Document, sheets: Sequence[Sheet], spoken: Container[Span]) -> Iterator[Claim]:
    """The claims that sentences make of tables of records: those that hold, and those that no honest reading lets hold; not of the sentences `spoken` for."""
    telling = telling_of(document.language)
    if telling is None or not sheets:
        return
    nearby, years = Nearby(sheets), Counter(YEAR.findall(document.text))
    for start, end in document.sentences:
        alone = {year for year in YEAR.findall(document.text[start:end]) if years[year] == 1} if len(document.sentences) > 1 else set()
        if (start, end) not in spoken and not alone:
            text = document.text[start:end]
            words = telling.words_of(text)
            if not tells_of_records(text, words, telling):
                continue
            stems = frozenset(word.stem for word in words)
            found = [asked for sheet in nearby.of(stems, start) if (asked := _asked(text, words, (start, end), sheet, telling))]
            kept = next((asked for asked in found if asked.holds), None)
            if kept is None and found:
                yield found[0].claim
            elif kept is not None and is_met(kept.claim):
                yield kept.claim


def _asked(text: str, words: Sequence[Word], span: Span, sheet: Sheet, telling: Telling) -> Asked | None:
    """What the sentence asks of one table: the first clause that does not hold, else the first that does."""
    whole = _link(text, words, sheet, telling)
    if not whole.mentions and not whole.heads:
        return None
    if _tells_share(whole, text) or _is_of_another_time(whole):
        return None
    tangled = any(whole.places(telling.denied | telling.ordered | telling.spread))
    links = [whole] if tangled else [_link(text, clause, sheet, telling) for clause in clauses_of(whole, telling)]
    asked = [_answer(Question(whole if len(links) == 1 else _with_heads(link, whole), telling, span, text)) for link in links]
    known = [one for one in asked if one]
    return next((one for one in known if not one.holds), known[0] if known else None)


def _link(text: str, words: Sequence[Word], sheet: Sheet, telling: Telling) -> Linked:
    """The words linked to the table; the number of a name ("B-5") tells nothing of its own."""
    link = linked(words, sheet, telling)
    free = tuple(number for number in link.free if not is_of_name(text, words[number.place]))
    return with_stretches(msgspec.structs.replace(link, free=free), telling)


def _is_of_another_time(link: Linked) -> bool:
    """Whether a year is said that the table, which tells years, does not, or a day that it does not tell."""
    if any(free.place and link.words[free.place - 1].stem.startswith(MONTH) for free in link.free):
        return True
    said = {link.words[place].stem for place in range(len(link.words)) if YEAR.fullmatch(link.words[place].stem) and place not in link.settled}
    heads = {stem for column in link.sheet.columns for stem in column.stems}
    told = {stem for stem in (*link.sheet.where, *link.sheet.caption, *heads) if YEAR.fullmatch(stem)}
    return bool(told) and not said <= told


def _tells_share(link: Linked, text: str) -> bool:
    """Whether a percentage is said where no named column holds such: it is one of rows."""
    said = any(text[link.words[free.place].end :].lstrip()[:1] in PERCENT for free in link.free if link.words[free.place].end < len(text.rstrip()))
    cells = (field for column in link.heads for field in link.sheet.column(column))
    signs = {sign for text in (*(link.sheet.columns[column].head for column in link.heads), *(field.text for field in cells)) for sign in text}
    return said and signs.isdisjoint(PERCENT)


def _with_heads(clause: Linked, whole: Linked) -> Linked:
    """A clause with the heads that the other clause names for both: "Kent has 3 points and Essex 1"."""
    return clause if clause.heads else msgspec.structs.replace(clause, heads=dict.fromkeys(whole.heads, (0,)))


def _answer(question: Question) -> Asked | None:
    if question.cues(question.telling.elsewhen):
        return None
    return next((asked for way in WAYS if (asked := way(question))), None)
