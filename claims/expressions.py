"""The expressions that a language's tables make: the shapes of its days, and where a figure in words may begin."""

from __future__ import annotations

import re
from typing import Any

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


def day_pattern(pattern: str, words: dict[str, Any]) -> re.Pattern[str]:
    """ "{day} {month} {year}" as an expression; a part in brackets may be missing. `day_signs` are further signs of its numbers."""
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


ANCHORED = (
    "number_words", "anchor_words", "fraction_words", "mixed_words", "multiple_words", "multipliers", "weekdays", "months", "article_units", "article_spans",
)  # fmt: skip
"""The tables of words at which a figure or a day may begin."""


def anchors(words: dict[str, Any], spaced: bool) -> re.Pattern[str]:
    """Finds where a figure in words, or a day, may begin."""
    names: set[str] = set()
    for key in ANCHORED:
        names.update(words.get(key, ()))
    if not spaced:
        begins = {name for key in ("number_words", "anchor_words") for name in words.get(key, ())}
        signs = "".join(sorted(name for name in begins if len(name) == 1))
        longer = sorted(name for name in begins if len(name) > 1)  # "明" begins many a word, "明治" an era
        return re.compile("|".join(([f"[{re.escape(signs)}]+"] if signs else []) + [re.escape(name) for name in longer]) or r"(?!)")
    names = {name.rstrip(".") for name in names if name[:1].isalpha()}
    if not words.get("compounds"):
        return re.compile(f" (?:{_trie(sorted(names))})(?![^\\W\\d_])")
    days = {name.rstrip(".") for key in ("weekdays", "months") for name in words.get(key, ())}  # no number goes on from these: "die", "Juniabend"
    return re.compile(f" (?:{_trie(sorted(names - days))}|(?:{_trie(sorted(days))})(?![^\\W\\d_]))")


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
