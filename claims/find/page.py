"""The text as the finders look at it: three copies of one length, in which every place means the same."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claims.language import Language
from claims.language import language as known
from claims.phrases import last_word

SAME_SIGN = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ", "\n": " ", "\t": " ", "\r": " ",
    "\u2212": "-", "\u2011": "-", "\u2010": "-", "\uff0d": "-", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2032": "'", "\u2033": '"',
    "\uff0c": ",", "\uff0e": ".", "\uff05": "%", "\uff04": "$", "\uffe5": "¥", "\uffe1": "£", "\uff08": "(", "\uff09": ")", "\u301c": "~", "\uff5e": "~", "\uff0f": "/",
}  # fmt: skip
"""Signs that are set in more than one way: those of type and of full width, as they stand on a keyboard."""
FULL_WIDTH = {chr(0xFF10 + digit): str(digit) for digit in range(10)}


class Page(msgspec.Struct, frozen=True):
    """One text: as it is, with plain signs, and in lower case."""

    text: str
    plain: str
    lower: str
    language: Language


def page(text: str, language: Language) -> Page:
    """The text made ready for the finders."""
    plain = text
    for sign, plainer in SAME_SIGN.items():
        if sign in plain:
            plain = plain.replace(sign, plainer)
    if not text.isascii():
        for sign, plainer in FULL_WIDTH.items():
            if sign in plain:
                plain = plain.replace(sign, plainer)
    if language.same_signs:
        plain = plain.translate(language.same_signs)
        if language.marks_between_digits:
            plain = language.marks_between_digits.sub(language.decimal, plain)
        if language.spoken_marks:
            marks = {mark.start() for mark in language.spoken_marks.finditer(text)}
            plain = "".join(language.decimal if place in marks else sign for place, sign in enumerate(plain)) if marks else plain
    lower = plain.lower()
    if len(lower) != len(plain):  # "İ" becomes two letters
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in plain)
    return Page(text, plain, lower, as_written(plain, language) if language.words.get("marks_differ") else language)


POINTED = re.compile(
    r"(?P<comma>[0-9],[0-9]{1,2}(?![0-9])|[0-9]\.[0-9]{3}[.,][0-9])"
    r"|(?P<point>(?<![0-9.,])[0-9]{1,3}\.[0-9]{1,2}(?![0-9.])|[0-9],[0-9]{3}[.,][0-9]|\$ ?[0-9]{1,3},[0-9]{3}(?![0-9]))"
    r"|(?P<small>[1-9][0-9]{0,2},[0-9]{3}(?![0-9]))"
)
SURE, LIKELY = 10, 4
"""How much a number weighs that can only be read one way, and one that could be read both ways; what a writer's country does is the start."""


def as_written(plain: str, language: Language) -> Language:
    """The language with the marks that this text writes numbers with, where its countries differ: "1.234,5" or "1,234.5"."""
    commas, points = LIKELY, SURE * any(word in plain for word in language.words.get("marks_told_by", ()))
    for found in POINTED.finditer(plain):
        if found.lastgroup == "comma":
            commas += SURE
        elif not _tells_the_hour(plain, found.start(), language):
            points += SURE if found.lastgroup == "point" else LIKELY
    return with_marks_exchanged(language.code) if points > commas else language


def _tells_the_hour(plain: str, place: int, language: Language) -> bool:
    """Whether "7.15" is a time of the day: by the article before it, or by the word after it."""
    if last_word(plain, place - 1) in language.words.get("clock_articles", ()):
        return True
    return any(pattern.match(plain, place) for pattern in language.clock_patterns)


@cache
def with_marks_exchanged(code: str) -> Language:
    """A language as it is written in the countries that write its decimal comma as a point."""
    own = known(code)
    return msgspec.structs.replace(own, decimal=".", groups=own.groups.replace(".", ","))
