"""The main text of a saved web page: which of its blocks are the article, and not the site around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SITE = "nav, aside, footer, [role=navigation]"
MOST_LINKS = 20
"""A page with more is part of a site; a document saved as HTML has few."""
REACH = 50_000
"""How far ahead in the main text a block is looked for that is no line of it."""
LONGEST_PAGE = 20_000_000


def chooser(source: str, page: Any) -> tuple[Callable[[str], bool] | None, str]:
    """What tells whether a block of the page is of the article (None: all of it is), and a remark."""
    if page.css_first(SITE) is None and len(page.css("a")) <= MOST_LINKS:
        return None, ""
    if len(source) > LONGEST_PAGE:
        return None, "is too long a page to tell its main text from the site around it: all of it was read"
    try:
        import trafilatura
    except ImportError:
        return None, "may hold text of the site around the article; to leave that out: pip install 'figures-factcheck[web]'"
    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True, no_fallback=True)
    except Exception:  # a page it cannot take is read whole
        text = None
    if not text:
        return None, ""
    return _in_lines_of(text), ""


def _in_lines_of(text: str) -> Callable[[str], bool]:
    lines = {_bare(line) for line in text.splitlines()}
    whole = _bare(text)
    reached = 0

    def is_main(block: str) -> bool:
        nonlocal reached
        bare = _bare(block)
        if bare in lines:
            return True
        found = whole.find(bare, reached, reached + REACH)
        if found >= 0:
            reached = found
        return found >= 0

    return is_main


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
