"""The page for an editor's desk: the article as printed, its figures marked, and each claim's sum beside it, in one file that asks nothing of the network.

Words and numbers come from the reports, the shape from page.html, the look from page.css, and what keys and
buttons do from page.js. The page reads the same without its script.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factcheck.decision import ANSWERS, Decision, Key, Lapsed, standing
from factcheck.earlier import Seen, compared
from factcheck.fingerprint import fingerprint
from factcheck.report import Report
from factcheck.reports import Counts, Page, Unread, counts
from factcheck.reports.html.card import SEVEREST_FIRST, SIGNS, Card, cards
from factcheck.reports.html.column import Row, mark_anchor, rows
from factcheck.reports.html.shown import shown
from factcheck.tied import tally, ties_of
from factcheck.verdict import Verdict

FOLDER = Path(__file__).parent
COMMAND_AT_THE_START = re.compile(r"(?:^|(?<=[\r\n]))([ \t]*):(?=:)")
COMMAND_ANYWHERE = re.compile(r"#(?=#\w*\[)")
FINDING_STATES = ("error", "warning", "note", "settled")


class Desk(NamedTuple):
    """What a reviewer has beside the reports: decisions, what an earlier run found, and each file's name in those; and where the page is served, if it is."""

    decisions: tuple[Decision, ...] = ()
    earlier: tuple[Seen, ...] | None = None
    articles: Mapping[str, str] = {}
    is_served: bool = False
    reviewer: str = ""


NOTHING_BESIDE = Desk()


class Sheet(NamedTuple):
    """One article on the page."""

    anchor: str
    article: str
    report: Report
    counts: Counts
    cards: tuple[Card, ...]
    rows: tuple[Row, ...]
    lapsed: tuple[Lapsed, ...]
    gone: tuple[Seen, ...]

    @property
    def tally(self) -> Mapping[str, int]:
        """How many cards are in each state."""
        return Counter(card.state for card in self.cards)


class RuleTally(NamedTuple):
    """How many findings a rule has made, by state."""

    rule: str
    tally: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.tally.values())


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page, desk: Desk = NOTHING_BESIDE) -> str:
    """The page of all articles: an index where there are several, then one after the other."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = shown
    sheets = [_sheet(report, page, desk) for report in reports]
    style, script = ((FOLDER / name).read_text("utf-8") for name in ("page.css", "page.js"))
    written = environment.get_template("page.html").render(
        sheets=sheets,
        unread=unread,
        counts=counts(reports),
        by_rule=_by_rule(sheets),
        desk=desk,
        answers=ANSWERS,
        signs=SIGNS,
        finding_states=FINDING_STATES,
        states=SEVEREST_FIRST,
        style=style,
        script=script,
        policy=policy(style, script, "'self'" if desk.is_served else "'none'"),
        mark_anchor=mark_anchor,
        ties_of=ties_of,
        tally=tally,
    )
    return without_commands(written).encode("utf-8", "backslashreplace").decode()


def without_commands(page: str) -> str:
    """The same page, in whose source a service that runs builds finds no command, should the page be printed into its log."""
    return COMMAND_ANYWHERE.sub("&#35;", COMMAND_AT_THE_START.sub(r"\1&#58;", page))


def policy(style: str, script: str, connect: str) -> str:
    """Nothing from anywhere, and only this script and this style: text that got into the page as markup could still do nothing."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; connect-src {connect}; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _sheet(report: Report, page: Page, desk: Desk) -> Sheet:
    source = report.document.source
    article = desk.articles.get(source) or page.path(source)
    anchor = "a" + sha256(article.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    stand = standing(report, article, desk.decisions)
    news = compared(report, article, desk.earlier) if desk.earlier is not None else None
    made = cards(report, _keys(report, article), stand.decided, news.since if news else {}, anchor)
    return Sheet(anchor, article, report, counts([report]), made, rows(report, made, anchor), stand.lapsed, news.gone if news else ())


def _keys(report: Report, article: str) -> dict[Verdict, Key]:
    """Each verdict with its name, counted over those with one fingerprint as findings are."""
    counted: Counter[str] = Counter()
    keys: dict[Verdict, Key] = {}
    for verdict in report.verdicts:
        if verdict not in keys:
            name = fingerprint(verdict)
            counted[name] += 1
            keys[verdict] = Key(article, name, counted[name])
    return keys


def _by_rule(sheets: Sequence[Sheet]) -> list[RuleTally]:
    """The rules with findings, those with the most first."""
    tallies: dict[str, Counter[str]] = {}
    for card in (card for sheet in sheets for card in sheet.cards if card.is_finding):
        tallies.setdefault(card.verdict.rule, Counter())[card.state] += 1
    return sorted((RuleTally(rule, tally) for rule, tally in tallies.items()), key=lambda made: (-made.total, made.rule))
