"""Which language a text is written in, told by its script and its small words."""

from __future__ import annotations

import re

from claims.read.languages import habits

SAMPLE_CHARACTERS = 6000
"""A page or two: more does not change the answer."""
DEFAULT = "en"
SCRIPT_SHARE = 10
"""One letter in so many is enough: a Japanese text is full of names in other scripts."""
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that the beginning of the text is most likely in; English where nothing tells."""
    words = WORD.findall(text[:SAMPLE_CHARACTERS].casefold())
    letters = sum(map(len, words))
    best, most = DEFAULT, 0
    for code, row in habits().items():
        if row.script:
            first, last = row.script
            if sum(first <= letter <= last for word in words for letter in word) * SCRIPT_SHARE > letters:
                return code
        count = sum(word in row.telltales for word in words)
        if count > most:
            best, most = code, count
    return best
