"""Days: dates, months, years, decades, financial years and weekdays. They are no figures, and take their place first."""

from __future__ import annotations

import re

from claims.day import Day
from claims.find.count import looks_plural
from claims.find.name import is_named
from claims.find.page import Page
from claims.phrases import last_word

FIRST_YEAR, LAST_YEAR = 1000, 2200
FIRST_SURE_YEAR = 1500
FIRST_BARE_YEAR = 1500
"""Earlier ones, with nothing that makes a date of them, are more likely spans of time or amounts."""
ONE_CENTURY, PRESENT_CENTURY, LATEST_SHORT_YEAR = 100, 2000, 50
"""A year in two digits is of this century if it comes before its middle."""
DAY_NUMBER = re.compile(r"[0-9]{1,2}(?![0-9])")
YEAR = re.compile(r"[0-9]{4}(?![0-9])")
SEASON = re.compile(r"([0-9]{4})[-–/]([0-9]{2}|[0-9]{4})(?![-–/0-9.,]*[0-9])")
DECADE = re.compile(r"'?s(?![^\W_])")
SHORT_YEAR = re.compile(r"'?([0-9]{2}|[0-9]{4})(?![0-9])")
MONTHS_A_YEAR = 12
MOST_DAYS_A_MONTH = 6
"""No more days than this share a month that is named after the last of them."""
WORD = re.compile(r"[^\W\d_]+")


def day_at(page: Page, place: int, *, before: int = 0) -> Day | None:
    """The day that begins at `place`; `before`: how many days stand before it that may share its month."""
    if page.lower[place - 1 : place].isalnum() and page.language.spaced and place:
        return None
    digit = page.plain[place : place + 1].isdigit()
    for pattern in page.language.day_patterns if digit else page.language.word_day_patterns:
        found = pattern.match(page.lower, place)
        if found is None:
            continue
        after = page.language.spans_after.at(page.lower, found.end())
        if not (after and after[0]) and (day := _from_pattern(page, found.groupdict(), found.span())):
            return day
    return (_sharing_month(page, place, before) or year_at(page, place)) if digit else _named_at(page, place) if page.language.spaced else None


def _sharing_month(page: Page, place: int, before: int) -> Day | None:
    """The first of two days that share a month: "du 4 au 6 juin"."""
    first = DAY_NUMBER.match(page.plain, place) if before < MOST_DAYS_A_MONTH else None
    for join in page.language.words.get("day_joins", ()):
        start = first.end() + len(join) if first else 0
        if first and page.lower.startswith(join, first.end()) and page.plain[start : start + 1].isdigit():
            last = day_at(page, start, before=before + 1)
            if last and last.day is not None and last.month is not None and 1 <= int(first.group()) < last.day:
                return Day(first.span(), first.group(), last.year, last.month, int(first.group()))
    return None


def _from_pattern(page: Page, parts: dict[str, str | None], span: tuple[int, int]) -> Day | None:
    month = weekday = None
    language = page.language
    if name := parts.get("month"):
        month = _named(language.months, name)
        if month is None or not _stands_as_name(page, span, name):
            return None
    elif number := parts.get("m"):
        month = _whole(page, number)
        if not 1 <= month <= MONTHS_A_YEAR:
            return None
    if name := parts.get("weekday"):
        weekday = _named(language.weekdays, name)
        if weekday is None:
            return None
    year = _whole(page, written) if (written := parts.get("year")) else None
    if era := parts.get("era"):
        if era not in language.eras or year is None:
            return None
        year += language.eras[era]
    elif year is not None and year < ONE_CENTURY:
        year += PRESENT_CENTURY if year < LATEST_SHORT_YEAR else PRESENT_CENTURY - ONE_CENTURY
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if year is not None and month is None and era is None and year < FIRST_BARE_YEAR:
        return None
    day = _whole(page, written) if (written := parts.get("day")) else None
    if day is not None and not 1 <= day <= 31:
        return None
    fiscal = page.lower[span[0] : span[1]].endswith(tuple(language.words.get("fiscal_words", ("\n",))))
    return Day(span, page.text[span[0] : span[1]], year, month, day, weekday, fiscal)


def _whole(page: Page, written: str) -> int:
    """A number of a date, in digits or in the language's further signs ("二十八", "元")."""
    if written.isdecimal():
        return int(written)
    signs: dict[str, int] = page.language.words["day_signs"]
    total, digits = 0, ""
    for sign in written:
        if sign in signs:
            total += int(digits or 1) * signs[sign]
            digits = ""
        else:
            digits += sign
    return total + int(digits or 0)


def _named(names: dict[str, int], name: str) -> int | None:
    found = names.get(name)
    return found if found is not None else names.get(name.rstrip("."))


def _stands_as_name(page: Page, span: tuple[int, int], name: str) -> bool:
    """Whether a month's name is one here: "may 5" and "march 10 miles" are words, where the language writes names large."""
    if not page.language.words.get("month_words_in_prose"):
        return True
    at = page.lower.find(name, *span)
    bare = name.rstrip(".")
    if bare in page.language.words.get("months_before_days", ()) and page.lower[span[0] : span[1]].startswith(name):
        return True  # "may 22": no verb goes on so
    return page.plain[at].isupper() or bare not in page.language.words["month_words_in_prose"]


def year_at(page: Page, place: int) -> Day | None:
    """The year, the decade or the financial year whose digits begin at `place`."""
    lower, language = page.lower, page.language
    before = lower[max(0, place - 16) : place].rstrip("- ")
    fiscal = before.endswith(tuple(language.words.get("fiscal_words", ()))) if language.words.get("fiscal_words") else False
    if season := SEASON.match(page.plain, place):
        first, second = int(season.group(1)), season.group(2)
        if FIRST_YEAR <= first <= LAST_YEAR and int(second) == (first + 1) % 10 ** len(second):
            return Day(season.span(), page.text[slice(*season.span())], first, fiscal=True)
    found = YEAR.match(page.plain, place)
    if found and language.currency_symbols.before(page.plain, place):
        return None
    if found is None:
        if fiscal and (short := SHORT_YEAR.match(page.plain, place)):
            return Day(short.span(), page.text[slice(*short.span())], 2000 + int(short.group(1)) % 1000, fiscal=True)
        return None
    year = int(found.group())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if decade := DECADE.match(lower, found.end()):
        return Day((place, decade.end()), page.text[place : decade.end()], year)
    end = found.end()
    following = page.plain[end : end + 1]
    if following == "-" and page.plain[place - 1 : place] == "-" and place > 1 and page.plain[end + 1 : end + 2].isdigit():
        return None  # "CVE-2021-44228"
    opened = last_word(lower, place - 1) in language.year_openers and lower[place - 1 : place] in " -"
    if following == '"' and not opened:
        return None  # inches
    if following and (following.isalnum() or following in "%‰°'$€£¥" or (following in ".,:/" and page.plain[end + 1 : end + 2].isdigit())):
        return None
    if language.words.get("nouns_large") and _is_measured(page, end):
        return None
    weak = last_word(lower, place - 1) in language.words.get("weak_year_openers", ())
    opened = opened and not (weak and not _nothing_counted(page, end))
    if not opened and is_named(page, place, end):
        return None
    if opened or fiscal or _nothing_counted(page, end) or _is_of_then(page, year, end):
        return Day((place, end), page.text[place:end], year, fiscal=fiscal) if year >= FIRST_SURE_YEAR or (opened and not weak) or fiscal else None
    return None


def _nothing_counted(page: Page, end: int) -> bool:
    """Whether no unit and no counted noun follows a number of four digits."""
    if page.plain[end : end + 1] not in (" ", "-"):
        return True
    word = WORD.match(page.plain, end + 1)
    if word is None:
        return not page.language.percent.at(page.lower, end + 1) and not page.language.currency_symbols.at(page.plain, end + 1)
    name = word.group()
    if page.language.words.get("nouns_large"):
        return not name[0].isupper() or name.lower() in page.language.no_noun
    if name[0].isupper():
        return page.language.currency_symbols.at(page.plain, end + 1) is None
    return name in page.language.no_noun or not (
        looks_plural(page, name)
        or name.endswith("s")
        or page.language.unit_names.at(page.lower, end + 1)
        or page.language.currencies.at(page.lower, end + 1)
        or page.language.unit_symbols.at(page.plain, end + 1)
    )


def _is_of_then(page: Page, year: int, end: int) -> bool:
    """Whether what follows is told by its year rather than counted: "below 2005 levels"."""
    word = WORD.match(page.lower, end + 1)
    return year % 100 != 0 and word is not None and word.group() in page.language.words.get("told_by_year", ())


def _is_measured(page: Page, end: int) -> bool:
    """Whether the unit of an amount follows."""
    language, place = page.language, end + 1
    return bool(
        language.unit_names.at(page.lower, place)
        or language.currencies.at(page.lower, place)
        or language.percent.at(page.lower, place)
        or language.multipliers.at(page.lower, place)
        or language.unit_symbols.at(page.plain, place)
        or language.currency_symbols.at(page.plain, place)
    )


def _named_at(page: Page, place: int) -> Day | None:
    """A weekday, or a month without a year: "on Thursday", "in April"."""
    found = WORD.match(page.lower, place)
    if found is None or not (page.plain[place].isupper() or not page.language.words.get("days_written_large")):
        return None
    name, span = found.group(), found.span()
    printed = page.text[span[0] : span[1]]
    prose = page.language.words.get("month_words_in_prose", ())
    if (weekday := page.language.weekdays.get(name)) is not None and name not in prose:
        return Day(span, printed, weekday=weekday)
    if (month := page.language.months.get(name)) is not None and (
        name not in prose or last_word(page.lower, place - 1) in page.language.words.get("months_without_year", ())
    ):
        return Day(span, printed, month=month)
    return None
