"""HTML → Document: what a reader of the page sees, without its menus; tables; the page's own date and language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from claims.document import Document, Origin, Published
from claims.read.composition import SUBSCRIPTS, SUPERSCRIPTS, Composition, Given
from claims.read.declared import day_declared
from claims.read.encoding import decoded
from claims.read.html_seen import seen
from claims.read.html_table import is_table_of_cells, table_in
from claims.read.main_text import chooser, day_guessed, is_of_a_site
from claims.read.markup import DEEPEST, is_too_deep, without_marks
from claims.read.sourced import Source
from claims.read.unreadable import Unreadable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "details", "div", "fieldset", "figcaption", "figure", "footer"),
        *("form", "header", "hgroup", "hr", "html", "legend", "main", "p", "pre", "section", "summary"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "dd", "dl", "dt", "li", "ol", "ul", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
    ]
)
LISTS = frozenset(("ul", "ol", "dl"))
ENTRIES = frozenset(("li", "dd", "dt", "p"))
SPACE = re.compile("[ \t\r\f]+")
WEB_ADDRESS = ("http://", "https://", "www.")
DATES = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[name="article:published_time"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ('meta[name="dcterms.date"]', "content"),
    ('meta[name="DC.date.issued"]', "content"),
    ('meta[name="DC.Date"]', "content"),
    ('meta[name="pubdate"]', "content"),
    ('meta[name="publish-date"]', "content"),
    ('meta[name="date"]', "content"),
    ('time[itemprop="datePublished"]', "datetime"),
    ("time[pubdate]", "datetime"),
)
"""Where pages say when they appeared, the surest first."""
DATE_IN_JSON = "datePublished"
DEEPEST_JSON = 6


def read(content: bytes, source: str, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a web page's bytes. Raises Unreadable."""
    from selectolax.lexbor import LexborHTMLParser

    text, remark = decoded(content, source)
    if is_too_deep(text):
        raise Unreadable(source, f"nests more than {DEEPEST} elements, as no page does; save its text")
    page = LexborHTMLParser(text)
    of_a_site = is_of_a_site(text, page)
    is_main, said = chooser(text) if of_a_site else (None, "")
    composition = Composition(is_main)
    composition.remarks.extend(filter(None, (remark, said)))
    _Walk(text, composition, 1).all(page.root)
    root = page.css_first("html")
    language_said = root.attributes.get("lang") or root.attributes.get("xml:lang") if root is not None else None
    return composition.document(Given(source, language, published), Given(source, language_said, _date(page) or (_guess(text) if of_a_site else None)))


def walk(fragment: str, composition: Composition, first_line: int) -> None:
    """Add what stands in a piece of HTML inside of another format."""
    from selectolax.lexbor import LexborHTMLParser

    if is_too_deep(fragment):
        return
    _Walk(fragment, composition, first_line).all(LexborHTMLParser(fragment).root)


def _comments_above(root: LexborNode) -> list[str]:
    """What is said before the first element, in order."""
    said, node = [], root.prev
    while node is not None:
        if node.is_comment_node:
            said.append(node.comment_content or "")
        node = node.prev
    return said[::-1]


class _Walk:
    """One pass over the nodes of a page that are seen."""

    def __init__(self, text: str, composition: Composition, first_line: int) -> None:
        self._source = Source(without_marks(text), first_line)
        self._composition = composition
        self._small: dict[int, int] | None = None
        self._lists = 0
        self._verbatim = False
        self._inside: LexborNode | None = None  # the table whose cells have been read

    def all(self, root: LexborNode | None) -> None:
        """Every node that a reader sees, in order; comments before the first element, too."""
        if root is None:
            return
        for comment in _comments_above(root):
            self._composition.comment(comment)
        for node, is_left in seen(root):
            if self._inside is not None:
                if is_left and node.mem_id == self._inside.mem_id:
                    self._inside = None
            elif is_left:
                self._leave(node)
            else:
                self._enter(node)
        self._composition.end_block()

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if node.is_text_node:
            self._write(node.text_content or "")
        elif node.is_comment_node:
            self._composition.comment(node.comment_content or "")
        elif tag == "table" and is_table_of_cells(node):
            self._table(node)
        elif tag == "br":
            self._composition.break_line()
        elif tag in BLOCKS:
            self._composition.end_block(paragraph=not (self._lists and tag in ENTRIES))
            self._lists += tag in LISTS
            self._verbatim = self._verbatim or tag == "pre"
            self._composition.always_wanted = self._composition.always_wanted or tag in ("h1", "figcaption")
        elif tag in ("sup", "sub"):
            self._small = SUPERSCRIPTS if tag == "sup" else SUBSCRIPTS

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in BLOCKS:
            self._lists -= tag in LISTS
            self._verbatim = self._verbatim and tag != "pre"
            self._composition.end_block(paragraph=not (self._lists and tag in ENTRIES))
            self._composition.always_wanted = False
        elif tag in ("sup", "sub"):
            self._small = None

    def _write(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                if self._verbatim:
                    self._composition.break_line()
                else:
                    self._composition.space()
            bare = line.strip()
            if not bare:
                if line:
                    self._composition.space()
                continue
            place = self._source.find(bare)
            if not bare.startswith(WEB_ADDRESS):
                before = len(line) - len(line.lstrip())
                said = SPACE.sub(" ", line.translate(self._small) if self._small else line)
                self._composition.write(said, place.line, place.column - min(before, 1))

    def _table(self, node: LexborNode) -> None:
        self._inside = node
        table = table_in(node)
        if table.caption:
            place = self._source.find(table.caption)
            self._composition.block(table.caption, place.line, place.column)
        places = [[Origin(0, *self._source.find("" if cell.repeated else cell.text)) for cell in row] for row in table.rows]
        self._composition.table(table, places)


def _guess(text: str) -> Published | None:
    day = day_guessed(text)
    return Published(day, "guessed from the page", sure=False) if day else None


def _date(page: Any) -> Published | None:
    for selector, attribute in DATES:
        node = page.css_first(selector)
        day = day_declared(node.attributes.get(attribute) or "") if node is not None else None
        if day:
            return Published(day, f"the page's {selector}")
    for script in page.css('script[type="application/ld+json"]'):
        try:
            day = _day_in(json.loads(script.text()), DEEPEST_JSON)
        except (ValueError, RecursionError):
            continue
        if day:
            return Published(day, f"the page's {DATE_IN_JSON}")
    return None


def _day_in(said: Any, depth: int) -> Any:
    if isinstance(said, dict) and isinstance(said.get(DATE_IN_JSON), str):
        return day_declared(said[DATE_IN_JSON])
    if depth and isinstance(said, dict | list):
        within = said.values() if isinstance(said, dict) else said
        return next(filter(None, (_day_in(one, depth - 1) for one in within)), None)
    return None
