"""One language: its words and signs, loaded from the compiled lexicon and laid out for quick look-up.

All that the reader knows of a language is data (claims/languages/xx.toml and CLDR, compiled into
claims/lexicon/xx.json); all that it does with it is the same for every language. A language that
writes words without spaces between them says `spaced = false`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from claims import lexicon
from claims.unit import Unit

Value = TypeVar("Value")

FIRST_WORD = re.compile(r"[^\W\d_]+|.", re.DOTALL)
LONGEST_WORD = 40
"""Letters looked back over in search of the beginning of a word."""


class Phrases(msgspec.Struct, Generic[Value], frozen=True):
    """Phrases with what they mean, to be found at a place of the text or just before it; the longest wins."""

    spaced: bool
    by_first: dict[str, list[tuple[str, Value]]]
    filled: dict[str, list[tuple[str, Value]]]
    """By the last word; laid out when first asked for, because most tables never are."""

    @property
    def by_last(self) -> dict[str, list[tuple[str, Value]]]:
        """The phrases by their last word (by their last letter, where words are not spaced)."""
        if not self.filled:
            rows = sorted((row for rows in self.by_first.values() for row in rows), key=lambda row: -len(row[0]))
            for row in rows:
                self.filled.setdefault(last_word(row[0], len(row[0])) if self.spaced else row[0][-1], []).append(row)
        return self.filled

    def at(self, text: str, place: int) -> tuple[Value, int] | None:
        """What begins at `place`, and where it ends."""
        found = FIRST_WORD.match(text, place) if self.spaced else None
        first = found.group() if found else text[place : place + 1]
        for phrase, value in self.by_first.get(first, ()):
            end = place + len(phrase)
            if text.startswith(phrase, place) and not self._runs_on(text, end - 1):
                return value, end
        return None

    def before(self, text: str, place: int) -> tuple[Value, int] | None:
        """What ends at `place`, and where it begins."""
        for phrase, value in self.by_last.get(last_word(text, place) if self.spaced else text[place - 1 : place], ()):
            start = place - len(phrase)
            if start >= 0 and text.startswith(phrase, start) and (start == 0 or not self._runs_on(text, start - 1)):
                return value, start
        return None

    def _runs_on(self, text: str, place: int) -> bool:
        """Whether a word goes on from `place` to the next letter."""
        here, there = text[place : place + 1], text[place + 1 : place + 2]
        return here.isalpha() and there.isalpha() and (self.spaced or (here.isascii() and there.isascii()))


def last_word(text: str, place: int) -> str:
    """The word, or the one sign, that ends at `place`."""
    start = place
    floor = max(0, place - LONGEST_WORD)
    while start > floor and text[start - 1].isalpha():
        start -= 1
    return text[start:place] if start < place else text[place - 1 : place]


def phrases(table: dict[str, Value], *, spaced: bool = True) -> Phrases[Value]:
    """A table laid out by the first word of its phrases (by their first letter, where words are not spaced), the longest first."""
    by_first: dict[str, list[tuple[str, Value]]] = {}
    for row in table.items():
        phrase = row[0]
        if phrase:
            first = FIRST_WORD.match(phrase) if spaced and not phrase.isalpha() else None
            by_first.setdefault(first.group() if first else phrase if spaced else phrase[0], []).append(row)
    for rows in by_first.values():
        if len(rows) > 1:
            rows.sort(key=lambda row: -len(row[0]))
    return Phrases(spaced, by_first, {})


class Language(msgspec.Struct, frozen=True):
    """Everything the reader knows of one language; `words` are the tables as compiled, the rest is made for look-up.

    anchors       lower-case words at which a figure or a day may begin
    number_words  word → value, for those below a hundred that are added
    multipliers   word → what it multiplies by ("hundred", "million", "dozen", "万")
    """

    code: str
    spaced: bool
    words: dict[str, Any]
    decimal: str
    groups: str
    same_signs: dict[int, str]
    marks_between_digits: re.Pattern[str] | None
    spoken_marks: re.Pattern[str] | None
    anchors: re.Pattern[str]
    number_words: Phrases[int]
    multipliers: Phrases[int]
    scale_signs: Phrases[int]
    money_scale_signs: Phrases[int]
    fraction_words: Phrases[int]
    mixed_words: Phrases[str]
    multiple_words: Phrases[str]
    ordinals: Phrases[int]
    number_joins: Phrases[bool]
    inverted_joins: Phrases[bool]
    currencies: Phrases[list[str]]
    currency_symbols: Phrases[list[str]]
    minor: Phrases[list[str]]
    scaled_currencies: Phrases[list[str]]
    unit_names: Phrases[str]
    unit_symbols: Phrases[str]
    glued_symbols: Phrases[str]
    guarded_symbols: Phrases[str]
    percent: Phrases[str]
    counters: Phrases[str]
    hedges_before: Phrases[tuple[str, str]]
    hedges_after: Phrases[tuple[str, str]]
    bare_multipliers: frozenset[str]
    per_joins: Phrases[str]
    per_words: Phrases[str]
    range_joins: Phrases[str]
    range_openers: Phrases[str]
    minus: Phrases[bool]
    period_openers: Phrases[bool]
    period_words: Phrases[bool]
    months: dict[str, int]
    weekdays: dict[str, int]
    eras: dict[str, int]
    day_patterns: tuple[re.Pattern[str], ...]
    word_day_patterns: tuple[re.Pattern[str], ...]
    year_openers: frozenset[str]
    names_before: frozenset[str]
    no_noun: frozenset[str]
    unit_openers: Phrases[str]
    half_followers: Phrases[bool]
    idioms: Phrases[bool]
    vague: Phrases[bool]
    signs_before_names: Phrases[bool]
    names_after: Phrases[bool]
    spans_after: Phrases[bool]
    clock_patterns: tuple[re.Pattern[str], ...]
    units: dict[str, Unit]


@cache
def language(code: str) -> Language:
    """The language of an ISO 639-1 code. Raises LookupError, naming those there are, where it is not known."""
    return build(code, lexicon.compiled(code), lexicon.units())


def build(code: str, words: dict[str, Any], units: dict[str, Unit]) -> Language:
    """A language made from its compiled tables."""
    spaced = bool(words.get("spaced", True))
    same_signs = str.maketrans(words.get("same_signs", {}))
    marks = words.get("marks_between_digits", "")
    spoken = words.get("decimal_word", "")
    place_signs = "".join(sign for sign, value in words.get("day_signs", {}).items() if value > 1)

    def table(name: str, *more: str) -> Phrases[Any]:
        rows: dict[str, Any] = {}
        for key in (name, *more):
            given = words.get(key, {})
            rows |= given if isinstance(given, dict) else dict.fromkeys(given, True)
        if not spaced:  # "スイス フラン" is also written as one word, or with a dot
            rows |= {name.replace(" ", sign): value for name, value in rows.items() if " " in name for sign in ("", "・")}
        if same_signs:
            rows = {name.translate(same_signs): value for name, value in rows.items()}
        return phrases(_with_eszett(rows) if code == "de" else rows, spaced=spaced)

    return Language(
        code=code,
        spaced=spaced,
        words=words,
        decimal=words.get("decimal", "."),
        groups="".join(words.get("group", [","])),
        same_signs=same_signs,
        marks_between_digits=re.compile(f"(?<=[0-9{place_signs}])[{re.escape(marks)}](?=[0-9])") if marks else None,
        spoken_marks=re.compile(f"(?<=[{''.join(chr(sign) for sign in same_signs)}0０{place_signs}])(?:{spoken})(?=[0-9０-９{''.join(chr(sign) for sign in same_signs)}])") if spoken else None,
        anchors=_anchors(words, spaced),
        number_words=table("number_words"),
        multipliers=table("multipliers"),
        scale_signs=table("scale_signs"),
        money_scale_signs=table("scale_signs", "money_scale_signs"),
        fraction_words=table("fraction_words"),
        mixed_words=table("mixed_words"),
        multiple_words=table("multiple_words"),
        ordinals=table("ordinal_words"),
        number_joins=table("number_joins"),
        inverted_joins=table("inverted_joins"),
        currencies=table("currencies"),
        currency_symbols=table("currency_symbols"),
        minor=table("minor"),
        scaled_currencies=table("scaled_currencies"),
        unit_names=table("unit_names"),
        unit_symbols=table("unit_symbols"),
        glued_symbols=table("glued_unit_symbols"),
        guarded_symbols=table("guarded_unit_symbols"),
        percent=table("percent_words"),
        counters=table("counters"),
        hedges_before=table("hedges_before"),
        hedges_after=table("hedges_after"),
        bare_multipliers=frozenset(words.get("bare_multipliers", [])),
        per_joins=table("per_joins"),
        per_words=table("per_words"),
        range_joins=table("range_joins"),
        range_openers=table("range_openers"),
        minus=table("minus"),
        period_openers=table("period_openers"),
        period_words=table("period_words"),
        months=words.get("months", {}),
        weekdays=words.get("weekdays", {}),
        eras=words.get("eras", {}),
        day_patterns=tuple(_day_pattern(pattern, words) for pattern in words.get("day_patterns", []) if not pattern.startswith(WORDED)),
        word_day_patterns=tuple(_day_pattern(pattern, words) for pattern in words.get("day_patterns", []) if pattern.startswith(WORDED)),
        year_openers=frozenset(words.get("year_openers", [])),
        names_before=frozenset(words.get("names_before", [])),
        no_noun=frozenset(words.get("no_noun", [])),
        unit_openers=table("unit_openers"),
        half_followers=table("half_followers"),
        idioms=phrases(dict.fromkeys(words.get("idioms", ()), True), spaced=spaced),
        vague=table("vague"),
        signs_before_names=table("names_before") if not spaced else phrases({}),
        names_after=table("names_after"),
        spans_after=table("spans_after"),
        clock_patterns=tuple(_day_pattern(pattern, words) for pattern in words.get("clock_patterns", [])),
        units={key: _with_plain_code(unit) for key, unit in units.items()},
    )


PLAIN_CODES = {"degree_Celsius": "celsius", "degree_Fahrenheit": "fahrenheit"}


def _with_plain_code(unit: Unit) -> Unit:
    """Its code as it is read aloud and by every reader of pint's names: "meter**2", "kilometer/hour", "celsius"."""
    code = PLAIN_CODES.get(unit.code, unit.code).replace(" ", "")
    return unit if code == unit.code else Unit(unit.kind, code, unit.per, unit.size, unit.dimension, unit.zero)


def _with_eszett(rows: dict[str, Any]) -> dict[str, Any]:
    """The compiled names are casefolded, the text is lower-cased: "fuss" must find "fuß" too."""
    return rows | {name.replace("ss", "ß"): value for name, value in rows.items() if "ss" in name}


PARTS_OF_A_DAY = {
    "year": r"(?P<year>[0-9]{4})",
    "years": r"(?P<year>[0-9]{1,4})",
    "yy": r"(?P<year>[0-9]{2})",
    "day": r"(?P<day>[0-9]{1,2})",
    "until": r"(?P<until>[0-9]{1,2})",
    "hour": r"(?P<hour>[0-9]{1,2})",
    "minute": r"(?P<minute>[0-9]{1,2})",
    "month": r"(?P<month>[^\W\d_]{3,12}\.?)",
    "m": r"(?P<m>[0-9]{1,2})",
    "era": r"(?P<era>[^\W\d_]{2})",
    "weekday": r"(?P<weekday>[^\W\d_]{1,12}\.?)",
}


WORDED = ("{month", "{weekday", "{era", "[{weekday")
"""How the patterns begin that begin with a word."""


def _day_pattern(pattern: str, words: dict[str, Any]) -> re.Pattern[str]:
    """"{day} {month} {year}" as an expression; a part in brackets may be missing. `day_signs` are further signs of its numbers."""
    signs = "".join(words.get("day_signs", ()))
    named = {"weekday": f"(?P<weekday>{'|'.join(words['weekdays'])})"} if signs else {}
    parts = re.split(r"\{(\w+)\}", pattern)
    made = []
    for at, part in enumerate(parts):
        made.append(_part_of_a_day(part, signs, named) if at % 2 else re.escape(part).replace(r"\[", "(?:").replace(r"\]", ")?").replace(r"\|", "|"))
    return re.compile("".join(made) + r"(?![0-9])")


def _part_of_a_day(part: str, signs: str, named: dict[str, str]) -> str:
    """A part as an expression; where numbers have signs of their own ("二十八"), a number may be longer by two of them."""
    expression = named.get(part, PARTS_OF_A_DAY[part])
    if not signs:
        return expression
    if part == "year":
        return expression.replace("[0-9]{4}", f"(?:[0-9]{{4}}|千[0-9{signs}]{{1,6}}|[12]千[0-9{signs}]{{0,5}})")
    return expression.replace("[0-9]{1,2}", f"[0-9{signs}]{{1,3}}").replace("[0-9]{1,4}", f"[0-9{signs}]{{1,7}}")


def _anchors(words: dict[str, Any], spaced: bool) -> re.Pattern[str]:
    """Finds where a figure in words, or a day, may begin."""
    names: set[str] = set()
    for key in ("number_words", "anchor_words", "fraction_words", "mixed_words", "multiple_words", "multipliers", "weekdays", "months"):
        names.update(words.get(key, ()))
    if not spaced:
        signs = "".join(sorted({name[0] for key in ("number_words", "anchor_words") for name in words.get(key, ())}))
        return re.compile(f"[{re.escape(signs)}]+" if signs else r"(?!)")
    names = {name.rstrip(".") for name in names if name[:1].isalpha()}
    return re.compile(f" (?:{_trie(sorted(names))})" + ("" if words.get("compounds") else r"(?![^\W\d_])"))


def _trie(names: list[str]) -> str:
    """The names as one expression in which each letter is looked at once."""
    heads: dict[str, list[str]] = {}
    for name in names:
        heads.setdefault(name[:1], []).append(name[1:])
    optional = "" in heads
    heads.pop("", None)
    branches = [re.escape(head) + (_trie(tails) if tails != [""] else "") for head, tails in heads.items()]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not optional else f"(?:{'|'.join(branches)})"
    return f"{body}?" if optional else body
