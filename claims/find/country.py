"""Which country's ways a text follows, where the countries of a language differ: 1.234,5 or 1,234.5; whose money a bare "$" is."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claims.language import Language
from claims.language import language as known
from claims.phrases import last_word, phrases

POINTED = re.compile(
    r"[0-9$](?:(?<=[0-9])(?:"
    r"(?P<comma>,[0-9]{1,2}(?![0-9])|\.[0-9]{3}[.,][0-9])"
    r"|(?P<point>(?<![0-9.,][0-9])[0-9]{0,2}\.[0-9]{1,2}(?![0-9.])|,[0-9]{3}[.,][0-9])"
    r"|(?P<small>(?<!0)[0-9]{0,2},[0-9]{3}(?![0-9]|[.,][0-9])))"
    r"|(?P<priced>(?<=\$) ?[0-9]{1,3},[0-9]{3}(?![0-9])))"
)
"""One class of signs first, so that the scan is quick; what stands before it is looked at from behind it."""
SHOWS_POINTS = (re.compile(r"\.[0-9]{1,2}(?![0-9.])"), re.compile(r",[0-9]{3}(?![0-9])"))
"""What every number has that tells of points: where neither is in a text, it need not be gone through. Each begins with one sign, which is found at once."""
SURE, LIKELY = 10, 4
"""How much a number weighs that can only be read one way, and one that could be read both ways; what a writer's country does is the start."""


def of_its_country(plain: str, language: Language) -> Language:
    """The language in the ways of the country that the text shows itself to be of."""
    pointed = language.words.get("marks_differ") is True and _is_pointed(plain, language)
    told_apart = tuple(sign for sign, others in language.words.get("told_apart", {}).items() if sign in plain and any(other in plain for other in others))
    return _in_other_ways(language.code, pointed, told_apart) if pointed or told_apart else language


def _is_pointed(plain: str, language: Language) -> bool:
    """Whether the text has a point before its decimals, by the numbers in it that can be read in one way only."""
    commas, points = LIKELY, SURE * any(word in plain for word in language.words.get("marks_told_by", ()))
    if not points and not any(shown.search(plain) for shown in SHOWS_POINTS):
        return False
    for found in POINTED.finditer(plain):
        if found.lastgroup == "comma":
            commas += SURE
        elif not _tells_the_hour(plain, found.start(), language):
            points += LIKELY if found.lastgroup == "small" else SURE
    return points > commas


def _tells_the_hour(plain: str, place: int, language: Language) -> bool:
    """Whether "7.15" is a time of the day: by the article before it, or by the word after it."""
    if last_word(plain, place - 1) in language.words.get("clock_articles", ()):
        return True
    return any(pattern.match(plain, place) for pattern in language.clock_patterns)


@cache
def _in_other_ways(code: str, pointed: bool, told_apart: tuple[str, ...]) -> Language:
    """The language with point and comma exchanged and the money of the countries that write so, and with signs ("$") that no
    longer mean the currency that the text writes in full ("US$").
    """
    own = known(code)
    names, signs = own.words["currencies"], own.words["currency_symbols"]
    marks = own.decimal, own.groups
    if pointed:
        marks = ".", own.groups.replace(".", ",")
        names = names | own.words.get("pointed_currencies", {})
        signs = signs | own.words.get("pointed_signs", {})
    signs = signs | {sign: signs[sign][1:] for sign in told_apart}
    return msgspec.structs.replace(
        own, decimal=marks[0], groups=marks[1], currencies=phrases(names, spaced=own.spaced), currency_symbols=phrases(signs, spaced=own.spaced)
    )  # fmt: skip
