"""The report's page as a file: what is linked to what, what the policy allows, and that no text becomes markup."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from datetime import date
from fractions import Fraction
from hashlib import sha256
from html.parser import HTMLParser
from typing import NamedTuple

import msgspec
import pytest

from claims.document import Published
from claims.interval import Interval
from claims.rounding import Hedge
from factcheck import check_text
from factcheck.decision import Decision, Key, decided, honoured
from factcheck.earlier import Seen
from factcheck.finding import findings_of
from factcheck.report import Report
from factcheck.reports import Page, Unread, writer
from factcheck.reports.html import Desk, write
from factcheck.reports.html.picture import MARGIN, WIDTH, picture
from factcheck.verdict import Fitting, Outcome, Side, Source, Verdict
from tests.test_reports import report_on

TEXT = "The pier\n\nSpending rose 5% from $1.25 billion to $1.40 billion in 1957. The hull weighs 12 tonnes (26,455 pounds).\n"
WITHOUT_END = {"meta", "link", "br", "input", "img", "hr", "rect", "line"}
BIDI = "\u202e\u2066"
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title></pre><iframe>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% include 'x' %}",
    "<!-- --><meta http-equiv=refresh>",
    "]]><![CDATA[",
    "\x1b[31m\x00\x07\x9b",
    BIDI,
    "::error::x\n##[error]y",
    "../../../etc/passwd",
    "&lt;b&gt;",
    "\ud800",
)


class Element(NamedTuple):
    """A start tag."""

    tag: str
    attributes: dict[str, str | None]


class Reader(HTMLParser):
    """The page as a browser would read it: its elements, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))
        if tag not in WITHOUT_END:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "every element is closed in its order"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page_of(*reports: Report, desk: Desk = Desk(), unread: tuple[Unread, ...] = ()) -> str:  # noqa: B008
    return write(reports, unread, Page(), desk)


def every_kind() -> Report:
    return report_on()


def test_it_is_a_format_like_the_others() -> None:
    assert writer("html")([every_kind()], [], Page()).startswith("<!doctype html>")


def test_figures_and_claims_are_linked_both_ways() -> None:
    read = Reader(page_of(every_kind(), check_text(TEXT)))
    assert not read.open or read.open == []
    named = Counter(element.attributes["id"] for element in read.elements if "id" in element.attributes)
    assert max(named.values()) == 1
    links = [element.attributes["href"] or "" for element in read.elements if element.tag == "a"]
    assert links
    assert {link[1:] for link in links} <= set(named), "every link leads somewhere on the page"
    cards = {element.attributes["id"] for element in read.elements if element.tag == "article"}
    marked = [element for element in read.elements if "figure" in (element.attributes.get("class") or "").split()]
    figures = {element.attributes["id"] for element in marked if "id" in element.attributes}
    assert cards <= {link[1:] for link in links}
    linked_to = {link[1:] for link in links} & figures
    assert len(linked_to) >= 5


def test_the_article_is_printed_whole() -> None:
    text = "First \u201cline\u201d & <more>, 5% of it.\nSecond line: $3.\n\n\n   - a list\n   - 12 tonnes\n\nLast, 1957"
    read = Reader(page_of(check_text(text)))
    start, end = read.text.index("First"), read.text.rindex("1957") + 4
    printed = re.sub(r"\s+", "", "".join(read.words))
    assert re.sub(r"\s+", "", text) in printed, read.text[start:end]


def test_every_state_has_a_word_and_a_sign_beside_its_colour() -> None:
    text = Reader(page_of(every_kind())).text
    for said in ("✗ error", "! warning", "≈ note", "→ follows", "? undecided", "✓ fits"):
        assert said in text


def test_a_claim_shows_its_sum_its_source_and_what_would_fit() -> None:
    text = Reader(page_of(every_kind())).text
    assert "1.05 trillion yen ÷ yen to the dollar = $9 million" in text
    assert "$9–9.1 billion for “ $9 million ”" in text
    assert "European Central Bank reference rates, 2022-01-06" in text
    assert "4 figures and 1 day read" in text
    assert "2 flagged" in text
    assert "no rate for that day" in text


def test_nothing_is_loaded_and_only_its_own_script_and_style_run() -> None:
    page = page_of(every_kind())
    read = Reader(page)
    policy = next(element.attributes["content"] or "" for element in read.elements if element.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert f"{rule} 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy
    assert not {"img", "link", "iframe", "object", "base", "embed"} & {element.tag for element in read.elements}
    for element in read.elements:
        assert not {"src", "style", "srcset", "action", "formaction"} & set(element.attributes)
        assert not any(name.startswith("on") for name in element.attributes)
    assert "http://" not in page
    assert "https://" not in page
    assert "url(" not in page
    assert "@import" not in page


def hostile(payload: str) -> tuple[Report, Desk, tuple[Unread, ...]]:
    """A report with the payload in every field that holds text, and a desk and a file not read with it too."""
    report = report_on(f"{payload} 1.05 trillion yen ($9 million) over five years {payload} on Thursday. Some 4,000 people.\n", f"{payload}.md")
    verdicts = tuple(
        msgspec.structs.replace(
            verdict,
            rule=f"rule-{payload}",
            arithmetic=f"{verdict.arithmetic}{payload}",
            steps=(f"stated  {payload}", payload),
            would_fit=tuple(msgspec.structs.replace(fit, name=payload, shown=payload) for fit in verdict.would_fit)
            or (Fitting(payload, Interval.exactly(1), payload),),
            slip=payload,
            reason=payload,
            sources=(Source(payload, payload, payload),),
            sides=tuple(Side(payload, Interval.exactly(n), Interval.exactly(n), Interval.exactly(n), payload) for n in (1, 2)),  # type: ignore[arg-type]
        )
        for verdict in report.verdicts
    )
    figures = tuple(msgspec.structs.replace(figure, hedge=Hedge(payload), counts=payload, period=payload) for figure in report.figures)
    document = msgspec.structs.replace(report.document, language=payload, published=Published(date(2022, 1, 6), payload), remarks=(payload,))
    report = msgspec.structs.replace(report, document=document, verdicts=verdicts, figures=figures)
    made = [decided(finding, f"{payload}.md", "dismiss", payload, payload or "-", "2026-01-02T03:04:05Z") for finding in findings_of(report)]
    lapsed = Decision(f"{payload}.md", "0" * 16, 1, payload, (payload,), "accept", payload, payload, "2026-01-02T03:04:05Z")
    seen = Seen(Key(f"{payload}.md", "1" * 16, 1), payload, (payload,))
    desk = Desk((*made, lapsed), (seen,), {}, False, payload)
    return honoured(report, f"{payload}.md", made[:1]), desk, (Unread(payload, payload),)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_markup_or_steers_what_is_read(payload: str) -> None:
    plain, dangerous = (write([report], unread, Page(), desk) for report, desk, unread in map(hostile, ("payload", payload)))
    read, expected = Reader(dangerous), Reader(plain)
    assert [element.tag for element in read.elements] == [element.tag for element in expected.elements]
    assert [set(element.attributes) for element in read.elements] == [set(element.attributes) for element in expected.elements]
    shown = "".join(read.words)
    assert not [sign for sign in shown if sign in BIDI or (not sign.isprintable() and sign not in "\n\t\xa0")]
    links = [element.attributes["href"] or "" for element in read.elements if "href" in element.attributes]
    assert all(link.startswith("#a") for link in links)
    assert not any(line.lstrip().startswith("::") for line in dangerous.splitlines())
    assert "##[" not in dangerous
    dangerous.encode("utf-8")


def test_decisions_are_shown_and_those_that_lapsed_are_told() -> None:
    report = check_text(TEXT)
    article = report.document.source
    (finding,) = findings_of(report)
    kept = decided(finding, article, "dismiss", "quoted as printed", "Ann", "2026-01-02T03:04:05Z")
    lapsed = msgspec.structs.replace(kept, fingerprint="0" * 16, figures=("5%", "$1.25 billion", "$1.33 billion"), by="Ben")
    text = Reader(page_of(honoured(report, article, [kept]), desk=Desk((kept, lapsed)))).text
    assert "dismiss by Ann , 2026-01-02T03:04:05Z : quoted as printed" in text
    assert "settled" in text
    assert "Decisions that have lapsed" in text
    assert "by Ben" in text


def test_a_permalink_survives_edits_and_not_changed_figures() -> None:
    def anchors(text: str) -> list[str | None]:
        return [element.attributes["id"] for element in Reader(page_of(check_text(text))).elements if "data-finding" in element.attributes]

    assert anchors(TEXT)
    assert anchors(TEXT) == anchors("A new beginning.\n\n" + TEXT.replace("rose", "then rose"))
    assert anchors(TEXT) != anchors(TEXT.replace("1.40", "1.41"))


def test_what_is_new_and_what_is_gone() -> None:
    report = check_text(TEXT)
    gone = Seen(Key(report.document.source, "1" * 16, 1), "share-of-whole", ("40%",))
    text = Reader(page_of(report, desk=Desk(earlier=(gone,)))).text
    assert " new " in text
    assert "Gone since the last run share-of-whole : 40%" in text


def test_many_articles_have_an_index_and_a_plot() -> None:
    reports = [msgspec.structs.replace(check_text(TEXT), document=msgspec.structs.replace(check_text(TEXT).document, source=f"{n}.md")) for n in range(3)]
    text = Reader(page_of(*reports)).text
    assert "3 articles Findings by rule" in text
    assert "percentage-change 3" in text
    assert "articles" not in Reader(page_of(reports[0])).text


def sides(*bands: tuple[int, int], outcome: Outcome = Outcome.CONTRADICTED) -> Verdict:
    made = [Side("a", Interval.exactly(low), Interval(Fraction(low), Fraction(high)), Interval(Fraction(low), Fraction(high)), "a") for low, high in bands]
    verdict = check_text(TEXT).verdicts[0]
    return msgspec.structs.replace(verdict, outcome=outcome, sides=tuple(made))


def test_the_picture_shows_a_gap_or_where_the_sides_meet() -> None:
    apart = picture(sides((10, 20), (30, 40)))
    assert apart
    assert not apart.meets
    assert apart.left.allowed[0] == MARGIN
    assert sum(apart.right.allowed) == WIDTH - MARGIN
    assert apart.between == (sum(apart.left.allowed), apart.right.allowed[0] - sum(apart.left.allowed))
    together = picture(sides((10, 30), (20, 40), outcome=Outcome.ROUNDED))
    assert together
    assert together.meets
    assert together.between == (together.right.allowed[0], sum(together.left.allowed) - together.right.allowed[0])
    below = picture(sides((10, 20), (30, 40), outcome=Outcome.EXACT))
    assert below
    assert below.between == (0, 0), "less than is no gap"


def test_the_picture_of_a_great_factor_is_logarithmic_and_of_one_value_none() -> None:
    huge = picture(sides((10, 20), (10**400, 2 * 10**400)))
    assert huge
    assert huge.is_logarithmic
    assert picture(sides((7, 7), (7, 7), outcome=Outcome.EXACT)) is None
    negative = picture(sides((-20, -10), (1000, 2000)))
    assert negative
    assert not negative.is_logarithmic
