"""A saved web page: which of its blocks are the article and not the site around it, and the day it appeared where it does not declare one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from claims.read.declared import day_declared

SITE = "nav, aside, footer, [role=navigation]"
MOST_LINKS = 20
"""A page with more is part of a site; a document saved as HTML has few."""
WORD = re.compile(r"[^\W_]+")
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
    """By its whole lines; else by half of its runs of three words, for notes and raised digits are told differently."""
    lines = {_bare(line) for line in text.splitlines()}
    runs = set(_runs(text))

    def is_main(block: str) -> bool:
        if _bare(block) in lines:
            return True
        its_runs = _runs(block)
        return bool(its_runs) and sum(run in runs for run in its_runs) * 2 >= len(its_runs)

    return is_main


def _runs(text: str) -> list[tuple[str, str, str]]:
    words = WORD.findall(text)
    return list(zip(words, words[1:], words[2:], strict=False))


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
