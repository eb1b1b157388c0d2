"""The text as the finders look at it: three copies of one length, in which every place means the same."""

from __future__ import annotations

import msgspec

from claims.find.country import of_its_country
from claims.language import Language

SAME_SIGN = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ", "\n": " ", "\t": " ", "\r": " ",
    "\u2212": "-", "\u2011": "-", "\u2010": "-", "\uff0d": "-", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2032": "'", "\u2033": '"',
    "\uff0c": ",", "\uff0e": ".", "\uff05": "%", "\uff04": "$", "\uffe5": "¥", "\uffe1": "£", "\uff08": "(", "\uff09": ")",
    "\u301c": "~", "\uff5e": "~", "\uff0f": "/",
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
        for code, plainer in language.same_signs.items():  # a few signs: quicker than translate(), which looks up every letter
            if chr(code) in plain:
                plain = plain.replace(chr(code), plainer)
        if language.marks_between_digits:
            plain = language.marks_between_digits.sub(language.decimal, plain)
        if language.spoken_marks:
            marks = {mark.start() for mark in language.spoken_marks.finditer(text)}
            plain = "".join(language.decimal if place in marks else sign for place, sign in enumerate(plain)) if marks else plain
    lower = plain.lower()
    if len(lower) != len(plain):  # "İ" becomes two letters
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in plain)
    return Page(text, plain, lower, of_its_country(plain, language))
