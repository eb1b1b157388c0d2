"""Words that numbers begin with, and that begin none here: a bare "millions", a "one" that stands for a noun."""

from __future__ import annotations

from claims.find.measure import WORD
from claims.find.page import Page
from claims.phrases import last_word


def is_idle(page: Page, place: int) -> bool:
    """Whether a word cannot begin a figure here: a bare "millions", a "one" that stands for a noun."""
    word = WORD.match(page.lower, place)
    if word is None:
        return False
    name, tables = word.group(), page.language.words
    if name in tables.get("multipliers", ()):
        return (
            not page.language.bare_multipliers and page.lower[place - 1 : place] == " " and last_word(page.lower, place - 1) not in tables.get("articles", ())
        )
    if name in tables.get("article_spans", ()):
        return not page.lower.endswith(
            tuple(f" {opener} {article} " for opener in tables["span_openers"] for article in tables["articles"]), max(0, place - 16), place
        )
    if name not in tables.get("pronoun_words", ()) or page.lower[word.end() : word.end() + 1] != " ":
        return False
    after = WORD.match(page.lower, word.end() + 1)
    return (
        after is not None
        and after.group() in tables.get("not_after", ())
        and not page.lower.startswith((*tables.get("ratio_joins", ()), *tables.get("number_joins", ())), word.end() + 1)
    )
