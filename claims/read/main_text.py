"""A saved web page: which of its blocks are the article and not the site around it, and the day it appeared where it does not declare one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from claims.read.declared import day_declared

SITE = "nav, aside, footer, [role=navigation]"
MOST_LINKS = 20
"""A page with more is part of a site; a document saved as HTML has few."""
REACH = 50_000
"""How far ahead in the main text a block is looked for that is no line of it."""
LONGEST_PAGE = 20_000_000


def is_of_a_site(source: str, page: Any) -> bool:
    """Whether the page has more than an article on it."""
    return len(source) <= LONGEST_PAGE and (page.css_first(SITE) is not None or len(page.css("a")) > MOST_LINKS)


def chooser(source: str) -> tuple[Callable[[str], bool] | None, str]:
    """What tells whether a block of a site's page is of the article (None: that cannot be told), and a remark."""
    try:
        import trafilatura
    except ImportError:
        return None, "may hold text of the site around the article; to leave that out: pip install 'figures-factcheck[web]'"
    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # a page it cannot take is read whole
        text = None
    return (_in_lines_of(text), "") if text else (None, "")


def day_guessed(source: str) -> date | None:
    """The day that the page most likely appeared."""
    try:
        import htmldate
    except ImportError:
        return None
    try:
        return day_declared(htmldate.find_date(source, original_date=True, extensive_search=False) or "")
    except Exception:  # a page it cannot take has no date
        return None


def _in_lines_of(text: str) -> Callable[[str], bool]:
    lines = {_bare(line) for line in text.splitlines()}
    whole = _bare(text)
    reached = 0

    def is_main(block: str) -> bool:
        nonlocal reached
        bare = _bare(block)
        if bare in lines:
            return True
        found = whole.find(bare, reached, reached + len(bare) + REACH)
        if found >= 0:
            reached = found
        return found >= 0

    return is_main


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
