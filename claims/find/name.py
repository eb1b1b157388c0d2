"""Numbers that are names, sections, versions or telephone numbers, or stand in scores, times of the day and addresses: they are no figures."""

from __future__ import annotations

import re

from claims.find.address import is_house
from claims.find.clock import clock_end
from claims.find.count import noun_after
from claims.find.digits import GROUPED
from claims.find.money import money_after
from claims.find.page import Page
from claims.find.score import score_end
from claims.find.unit import is_measured
from claims.phrases import last_word

CHAIN = re.compile(r"[0-9]+(?:([-./:])[0-9]+)(?:\1[0-9]+)+")
BRACKETED = re.compile(r"[0-9]{1,3}\)")
RUN = re.compile(r"[0-9]+(?:[-/.][0-9]+)*")
PAIRS = re.compile(r"0[0-9](?:[ .][0-9]{2}){4}(?![0-9])")
AREA_CODE = re.compile(r"0[0-9]{1,4}[/ -][0-9]{3,}(?:[ -][0-9]{1,5}){0,4}")
DIALLED = re.compile(r"[0-9]{1,3}(?:[ .-]\(?[0-9]{2,5}\)?){2,5}(?![0-9])")
TELEPHONE = re.compile(r"[2-9][0-9]{2}-[0-9]{4}(?![0-9])")
PART_NUMBER = re.compile(r"(?<![^\W_])([A-Za-z]{2,5})[0-9]{1,6}$")
CODE = re.compile(r"([0-9]+)-([A-Za-z]{1,4})-[0-9]+")
"""The number of a case or of a part: "22-cv-1047"."""
NUMBERED_FROM_NAUGHT = re.compile(r"0[0-9]+(?![0-9]|[.,][0-9])")
GENERATION = re.compile(r"[1-9]G(?![^\W_])")
"""A network's: "5G"."""
DECADE = re.compile(r"[1-9]0s(?![^\W_])")
SECOND_WORD = re.compile(r" ([^\W\d_]+)")
PLACE_ON_EARTH = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,8})?°? ?[NS],? [0-9]{1,3}(?:\.[0-9]{1,8})?°? ?[EW](?![^\W_])")
DATED_BY_INITIAL = re.compile(r"[0-9]{1,3}-[A-KM-UX-Z](?![^\W_]|[-.][^\W_])")
"""A form, or a day that has become a name: "20-F", "el 11-M"; but a "60-W" bulb, a "12-V" battery."""
YEAR_OF_ERA = re.compile(r"[0-9]{1,4} ?(?![0-9])")
OF_YEAR = re.compile(r"[1-9][0-9]{3}/[0-9]{2}(?![0-9])")
"""The number of a file, and its year: "1 BvR 2656/18"."""
LONGEST_CARRIER = 3
LONGEST_PART = 14
TOKEN_REACH = 120
MARKED = re.compile(r"[^\W_]+(?:[-+][0-9]+[A-Z]?(?![^\W_]))*")
WESTERN = re.compile(r"[A-Za-z0-9]+")
"""Where words are not spaced, a name in letters ends where other signs begin: "G7首脳"."""


def name_at(page: Page, place: int) -> int | None:
    """Where the name ends that the digits at `place` belong to; None where they may be a figure."""
    before = page.plain[place - 1 : place] if place else ""
    if _is_glued(page, place, before):
        return _run(page, place)
    return _dialled_end(page, place, before) or score_end(page, place, before) or clock_end(page, place) or _mark_end(page, place, before)


def _is_glued(page: Page, place: int, before: str) -> bool:
    """Whether digits hang on letters, or on an address of the net: "COVID-19", "scp2-173m", "#40", "x.com/12"."""
    plain, language = page.plain, page.language
    if before and (before.isalpha() or before in "_#№@\\") and (language.spaced or before.isascii()):
        return True
    if before == "-" and plain[place - 2 : place - 1].isalpha() and place > 1 and (language.spaced or plain[place - 2].isascii()):
        return True
    part = PART_NUMBER.search(plain, max(0, place - LONGEST_PART), place - 1) if before == "-" else None
    if part and not language.currency_symbols.at(part[1], 0) and not language.currencies.at(part[1].lower(), 0):
        return True  # "scp2-173m", but "Rs500-600"
    if before == "." and plain[place - 2 : place - 1].isalpha() and BRACKETED.match(plain, place):
        return True  # a note: "agreed.2)"
    if before == "(" and is_glued_bracket(plain, place - 1) and BRACKETED.match(plain, place):
        return True
    return before in ("/", "=", "&", ".", "?", "%") and before != "" and _is_address(plain, place)


def is_glued_bracket(plain: str, place: int) -> bool:
    """Whether a bracket opens in the middle of a section's number: "501(c)(3)"."""
    return place > 0 and plain[place - 1].isascii() and (plain[place - 1].isalnum() or plain[place - 1] == ")")


def _dialled_end(page: Page, place: int, before: str) -> int | None:
    """Where a telephone number, a date or a version ends: "+44 20 7946 0018", "192.168.0.1", "03-1234-5678"."""
    plain = page.plain
    if before == "+" and (dialled := DIALLED.match(plain, place)):
        return dialled.end()
    if found := PLACE_ON_EARTH.match(plain, place) or DATED_BY_INITIAL.match(plain, place) or OF_YEAR.match(plain, place):
        return found.end()
    if (chain := CHAIN.match(plain, place)) and not _is_grouped(page, chain):
        return chain.end()
    if pairs := PAIRS.match(plain, place):
        return pairs.end()
    if (telephone := TELEPHONE.match(plain, place)) and not plain[telephone.end() : telephone.end() + 1].isalpha() and not is_measured(page, telephone.end()):
        return telephone.end()
    area = AREA_CODE.match(plain, place)
    return area.end() if area else None


def _mark_end(page: Page, place: int, before: str) -> int | None:
    """Where digits end that are a decade's, a file's, or begin with a nought: "his 30s", "22-cv-1047", "007"."""
    plain, language = page.plain, page.language
    told = before == "'" or (before in (" ", "-") and last_word(page.lower, place - 1) in language.words.get("decade_openers", ()))
    if told and (decade := DECADE.match(plain, place)):
        return decade.end()
    if generation := GENERATION.match(plain, place):
        return generation.end()
    if (code := CODE.match(plain, place)) and code[2].lower() not in language.no_noun and not is_measured(page, code.end(1)):
        return code.end()  # but "6-foot-4" is a height, and "1-in-4" a share
    if era := _era_end(page, place):
        return era
    naught = NUMBERED_FROM_NAUGHT.match(plain, place) if language.spaced else None
    alone = naught is not None and place == 0 and naught.end() == len(plain)  # a cell of a table
    return naught.end() if naught and not alone and plain[naught.end() : naught.end() + 1] != "%" and not is_measured(page, naught.end()) else None


def _era_end(page: Page, place: int) -> int | None:
    """Where a year ends that is counted from an era told after it: "206 BC", "44 v. Chr."."""
    found = YEAR_OF_ERA.match(page.plain, place)
    for era in page.language.words.get("eras_after", ()) if found else ():
        if found and page.plain.startswith(era, found.end()) and not page.plain[found.end() + len(era) : found.end() + len(era) + 1].isalnum():
            return found.end() + len(era)
    return None


def numbered_at(page: Page, place: int) -> int | None:
    """Where the number of a law, a file or a house ends: "n° 2023-270", "no 12"."""
    spot = place - (page.lower[place - 1 : place] == " ")
    for sign in page.language.words.get("number_signs", ()):
        if page.lower.endswith(sign, 0, spot) and not page.lower[spot - len(sign) - 1 : spot - len(sign)].isalnum() and (found := RUN.match(page.lower, place)):
            return found.end()
    return None


def _is_grouped(page: Page, chain: re.Match[str]) -> bool:
    """Whether "1.458.000" is one number in groups of three."""
    grouped = GROUPED.match(page.plain, chain.start())
    if grouped is None or grouped.end() != chain.end():
        return False
    return grouped.group(1) in page.language.groups or (
        grouped.group(1) == "." and money_after(page, chain.end() + (page.plain[chain.end() : chain.end() + 1] == " "), glued=False) is not None
    )


def _run(page: Page, place: int) -> int:
    found = (MARKED if page.language.spaced else WESTERN).match(page.plain, place)
    grouped = GROUPED.match(page.plain, place)
    return max(found.end() if found else place + 1, grouped.end() if grouped else 0)  # "and-20,000"


def _is_address(plain: str, place: int) -> bool:
    """Whether the token around `place` is the address of a page or a person."""
    start = plain.rfind(" ", max(0, place - TOKEN_REACH), place) + 1
    token = plain[start : place + 1]
    return "://" in token or "www." in token or ".com" in token or "@" in token or ".org" in token


def is_named(page: Page, start: int, end: int) -> bool:
    """Whether a bare number is the number of something named: "Flight 610", "Section 301", "Boeing 747"."""
    plain, lower, language = page.plain, page.lower, page.language
    if is_house(page, start, end):
        return True
    if plain[start - 1 : start] not in (" ", "-") or start < 2:
        return False
    at = start - 1
    for phrase in language.words.get("long_names_before", ()):
        if lower.endswith(phrase, 0, at) and plain[at - len(phrase)].isupper():
            return True
    shortened = plain[at - 1] == "."
    at -= shortened
    word = last_word(lower, at)
    if not word[:1].isalpha():
        return word in language.names_before
    capital = plain[at - len(word)].isupper()
    if word not in language.names_before:
        code = plain[at - len(word) : at]  # "vol AZ 613"
        return code.isupper() and len(code) <= LONGEST_CARRIER and last_word(lower, at - len(word) - 1) in language.names_before
    if capital or (shortened and len(word) == 1) or word not in language.words.get("name_words_strict", ()):
        return plain[end : end + 1] != " " or word != "no" or capital
    return _names_one(page, at - len(word), end)


def _names_one(page: Page, place: int, end: int) -> bool:
    """Whether a word that also stands before amounts names one thing by its number: "the tram line 12 will", but "in that case 12 were"."""
    words = page.language.words
    if page.language.hedges_before.at(page.lower, place):
        return False  # "children under 5 pay"
    following = SECOND_WORD.match(page.lower, end)
    if following is None:  # "among the top 5."
        return page.plain[end : end + 1] in (".", ",", ";", ")") and last_word(page.lower, place - 1) in words.get("articles_of_one", ())
    if "not_of_one" not in words or last_word(page.lower, place - 1) in words.get("not_before", ()) or noun_after(page, end)[1]:
        return False
    return following.group(1) not in words["not_of_one"] and not is_measured(page, end)


def is_title(page: Page, start: int, end: int) -> bool:
    """Whether a number in words is part of a name, by the capitals of its own and of the next word: "the Ten Commandments"."""
    plain = page.plain
    article = last_word(page.lower, start - 1) in page.language.words.get("name_articles", ()) and plain[start - 1 : start] == " "
    return article and plain[start].isupper() and plain[end : end + 1] == " " and plain[end + 1 : end + 2].isupper()
