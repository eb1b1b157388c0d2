"""Words that only begin like a number, in languages that write numbers and nouns as one word: "Einwände", "Achtung"."""

from __future__ import annotations

from functools import lru_cache

from claims.find.amount import amount_at
from claims.find.measure import CACHED
from claims.find.multiple import multiple_at
from claims.find.page import page
from claims.language import language


@lru_cache(CACHED)
def is_no_number(name: str, code: str) -> bool:
    """Whether there is no number in a word by itself."""
    alone = page(name, language(code))
    return amount_at(alone, 0) is None and multiple_at(alone, 0) is None
