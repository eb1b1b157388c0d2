"""What the page shows of one verdict: its sum as stated, normalised, written out and drawn, and what is known of it from before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claims.claim import roles
from claims.day import Day
from claims.document import Document
from claims.figure import Figure, Span
from claims.rounding import Reading
from factcheck import amount
from factcheck.decision import Decision, Key
from factcheck.report import WORTH_A_LOOK, Report, Silenced
from factcheck.reports.html.picture import Picture, picture
from factcheck.reports.html.shown import shown
from factcheck.verdict import Outcome, Verdict

LONGEST_QUOTE = 400
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OUTCOMES = {
    Outcome.EXACT: "fits exactly",
    Outcome.ROUNDED: "fits once rounding is allowed for",
    Outcome.STRAINED: "fits only if read loosely",
    Outcome.UNDECIDED: "undecided",
    Outcome.FOLLOWS: "follows from the text",
}
SIGNS = {"error": "✗", "warning": "!", "note": "≈", "settled": "✓", "fits": "✓", "follows": "→", "undecided": "?"}
"""Beside the colour, so that nothing is said by colour alone."""
SEVEREST_FIRST = ("error", "warning", "note", "settled", "undecided", "fits", "follows")


class Role(NamedTuple):
    """A figure in its role: as printed, and as read."""

    name: str
    printed: str
    reading: str
    span: Span


class Card(NamedTuple):
    """One verdict as the page shows it; `state` is its level, or what it is where nothing is wrong, or "settled" where somebody has answered it."""

    verdict: Verdict
    anchor: str
    key: Key
    number: int
    state: str
    place: str
    roles: tuple[Role, ...]
    evidence: Span
    picture: Picture | None
    silenced: Silenced | None
    decision: Decision | None
    since: str
    note: str

    @property
    def sign(self) -> str:
        """The sign of its state."""
        return SIGNS[self.state]

    @property
    def title(self) -> str:
        """The rule in words."""
        return self.verdict.rule.replace("-", " ")

    @property
    def gist(self) -> str:
        """What it says, where nothing is wrong: the sum, or why there is none."""
        return self.verdict.arithmetic or self.verdict.reason or self.title

    @property
    def is_finding(self) -> bool:
        """Whether it can be decided: the others ask for nothing."""
        return self.verdict.level in WORTH_A_LOOK

    @property
    def conclusion(self) -> str:
        """What comes of it, in a few words."""
        verdict = self.verdict
        off = f", off by a factor of {amount.number(verdict.off_by)}" if verdict.off_by else ""
        return f"{in_words(verdict)}{off}"

    @property
    def first_span(self) -> Span:
        """Where its first figure stands; the card is set beside it."""
        return min((role.span for role in self.roles), default=self.evidence)


def in_words(verdict: Verdict) -> str:
    """The outcome."""
    return verdict.breach if verdict.outcome is Outcome.CONTRADICTED else OUTCOMES[verdict.outcome]


def state_of(verdict: Verdict, silenced: Silenced | None) -> str:
    """A word for how it stands, on which colour, sign and underline hang."""
    if verdict.level in WORTH_A_LOOK:
        return "settled" if silenced else verdict.level
    return {Outcome.UNDECIDED: "undecided", Outcome.FOLLOWS: "follows"}.get(verdict.outcome, "fits")


def cards(report: Report, keys: Mapping[Verdict, Key], decisions: Mapping[Key, Decision], since: Mapping[Key, str], article: str) -> tuple[Card, ...]:
    """A card for each verdict, in the order of the text; `article` begins their anchors."""
    answered = {silenced.verdict: silenced for silenced in report.silenced}
    made = []
    for verdict, key in keys.items():
        silenced = answered.get(verdict)
        place = report.document.place(min((thing.span for _, thing in roles(verdict.claim)), default=verdict.claim.evidence)[0])
        card = Card(
            verdict,
            f"{article}-{key.fingerprint}" + (f"-{key.nth}" if key.nth > 1 else ""),
            key,
            0,
            state_of(verdict, silenced),
            f"line {place.line}" + (f", {place.where}" if place.where else ""),
            tuple(Role(name.replace("_", " "), thing.printed, _reading(thing), thing.span) for name, thing in roles(verdict.claim)),
            verdict.claim.evidence,
            picture(verdict),
            silenced,
            decisions.get(key),
            since.get(key, ""),
            "",
        )
        made.append(card._replace(note=_note(report.document, card)))
    made.sort(key=lambda card: (card.first_span, SEVEREST_FIRST.index(card.state)))
    return tuple(card._replace(number=number) for number, card in enumerate(made, 1))


def _reading(thing: Figure | Day) -> str:
    """The value that was read, in its unit, with the hedge that it was read with."""
    if isinstance(thing, Figure):
        hedged = f", with “{thing.hedge.words}”" if thing.hedge.words else ""
        return f"{amount.band(thing.read(Reading.PRINTED), thing.unit)}{hedged}"
    weekday = "" if thing.weekday is None else WEEKDAYS[thing.weekday]
    date = "-".join(f"{part:02}" for part in (thing.year, thing.month, thing.day) if part is not None)
    return " ".join(part for part in (weekday, "financial year" if thing.fiscal else "", date) if part)


def _note(document: Document, card: Card) -> str:
    """What to send to the author: a question, not a verdict."""
    verdict = card.verdict
    fits = [f"{fit.shown} for “{fit.name}”" if fit.figure else f"{fit.name}: {fit.shown}" for fit in verdict.would_fit]
    lines = [
        f"Could you check these figures? ({document.source}, {card.place})",
        "",
        f"“{quoted(document, card.first_span)}”",
        "",
        verdict.arithmetic,
        *verdict.steps,
        f"As printed it {in_words(verdict)}." if card.is_finding else f"It {in_words(verdict)}.",
        f"What would fit, the others as they are: {' or '.join(fits)}." if fits else "",
        *(f"Source: {source.name}, {source.shown}: {source.citation}" for source in verdict.sources),
        "Which of them is the wrong one cannot be told from here.",
    ]
    return shown("\n".join(line for place, line in enumerate(lines) if line or place in (1, 3)))


def quoted(document: Document, span: Span) -> str:
    """The sentence that a figure stands in, on one line, shortened where it is long."""
    start, end = next(((start, end) for start, end in document.sentences if start <= span[0] < end), (span[0], span[1]))
    if end - start > LONGEST_QUOTE:
        start, end = max(start, span[0] - LONGEST_QUOTE // 2), min(end, span[0] + LONGEST_QUOTE // 2)
    return " ".join(document.text[start:end].split())
