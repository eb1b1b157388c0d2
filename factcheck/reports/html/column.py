"""The article as printed, in paragraphs with its figures marked, and beside each paragraph the cards of its figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claims.document import Document
from claims.figure import Span
from factcheck.report import Report
from factcheck.reports.html.card import SEVEREST_FIRST, Card
from factcheck.reports.html.shown import shown

LONGEST_HEADING = 200
ENDS_OF_SENTENCES = (".", "!", "。", "…", ":", ";")


class Piece(NamedTuple):
    """A stretch of text: a figure with its state and its cards, or plain words, which have no state."""

    text: str
    state: str = ""
    anchor: str = ""
    cards: tuple[Card, ...] = ()


class Row(NamedTuple):
    """A paragraph and what is beside it."""

    pieces: tuple[Piece, ...]
    is_heading: bool
    cards: tuple[Card, ...]


def rows(report: Report, cards: Sequence[Card], article: str) -> tuple[Row, ...]:
    """The whole text, paragraph by paragraph; a card stands beside its first figure."""
    document = report.document
    stretches = _stretches(document)
    starts = [start for start, _ in stretches]
    beside: list[list[Card]] = [[] for _ in stretches]
    for card in cards:
        beside[max(0, bisect_right(starts, card.first_span[0]) - 1)].append(card)
    marks = _marks(report, cards)
    made: list[Row] = []
    for (start, end), found in zip(stretches, beside, strict=True):
        inside = [(span, on) for span, on in marks if start <= span[0] < end]
        is_heading = not made and _is_a_heading(document.text[start:end].strip())
        made.append(Row(tuple(_pieces(document.text, start, end, inside, article)), is_heading, tuple(found)))
    return tuple(made)


def mark_anchor(article: str, span: Span) -> str:
    """The name of a figure on the page."""
    return f"{article}-at-{span[0]}"


def _stretches(document: Document) -> list[Span]:
    """The paragraphs, each reaching to where the next begins, so that no sign of the text is left out."""
    starts = sorted({start for start, _ in document.paragraphs})
    if not starts or document.text[: starts[0]].strip():
        starts.insert(0, 0)
    return list(zip(starts, [*starts[1:], len(document.text)], strict=True))


def _marks(report: Report, cards: Sequence[Card]) -> list[tuple[Span, list[Card]]]:
    """Every figure and day with its cards; of two that overlap, the first."""
    read = [figure.span for figure in report.figures] + [day.span for day in report.days]
    on: dict[Span, list[Card]] = {span: [] for span in read}
    for card in cards:
        for span in dict.fromkeys(role.span for role in card.roles):
            on.setdefault(span, []).append(card)
    marks: list[tuple[Span, list[Card]]] = []
    for span in sorted(on, key=lambda span: (span[0], -span[1])):
        if marks and span[0] < marks[-1][0][1]:
            marks[-1][1].extend(card for card in on[span] if card not in marks[-1][1])
        elif span[0] < span[1]:
            marks.append((span, on[span]))
    return marks


def _pieces(text: str, start: int, end: int, marks: Sequence[tuple[Span, list[Card]]], article: str) -> list[Piece]:
    pieces, at = [], start
    for (first, last), on in marks:
        pieces.append(Piece(shown(text[at:first])))
        states = {card.state for card in on}
        state = next((state for state in SEVEREST_FIRST if state in states), "unchecked")
        pieces.append(Piece(shown(text[first:last]), state, mark_anchor(article, (first, last)), tuple(on)))
        at = last
    pieces.append(Piece(shown(text[at:max(at, end)].rstrip())))
    return [piece for piece in pieces if piece.text]


def _is_a_heading(paragraph: str) -> bool:
    """Whether what an article begins with is its title: one line that is no sentence."""
    return len(paragraph) <= LONGEST_HEADING and "\n" not in paragraph and not paragraph.endswith(ENDS_OF_SENTENCES)
