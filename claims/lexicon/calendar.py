"""What one language calls the months and the days of the week, and how it writes numbers and scales."""

from __future__ import annotations

from itertools import product
from typing import Any

from claims.lexicon.cldr import Plain

SPACES = ["\u202f", "\xa0", "\u2009"]
APOSTROPHES = ["'", "’"]
"""Read between groups of digits whatever the language: no sentence puts them there for anything else."""


def months(locales: list[Plain]) -> dict[str, int]:
    """Casefolded name → 1–12."""
    return _dated([locale["months"] for locale in locales])


def weekdays(locales: list[Plain]) -> dict[str, int]:
    """Casefolded name → 0 (Monday) – 6 (Sunday)."""
    return _dated([locale["days"] for locale in locales])


def decimal_mark(locale: Plain) -> str:
    """What stands before the decimals."""
    return str(locale["number_symbols"]["latn"]["decimal"])


def group_marks(locale: Plain) -> list[str]:
    """What stands between groups of digits, the language's own mark first."""
    own = str(locale["number_symbols"]["latn"]["group"])
    plain_space = [" "] if own in SPACES else []
    return list(dict.fromkeys([own, *SPACES, *plain_space, *APOSTROPHES]))


def scales(locale: Plain) -> dict[str, int]:
    """Casefolded word or letter that multiplies a number → its power of ten ("Mrd." → 9)."""
    found: dict[str, int] = {}
    for width in ("long", "short"):
        for forms in locale["compact_decimal_formats"].get(width, {}).values():
            for power, pattern in forms.items():
                written = pattern.pattern.replace("'", "").replace("\xa0", " ").replace("\u202f", " ")
                word = written.strip("0# ").casefold()
                if word:
                    found.setdefault(word, len(power) - max(1, written.count("0")))  # "mille" alone is 1 mille
    return found


def _dated(tables: list[dict[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for names, width, context in product(tables, ("wide", "abbreviated"), ("format", "stand-alone")):
        for number, name in sorted(names.get(context, {}).get(width, {}).items()):
            bare = name.casefold().rstrip(".")
            is_short = width == "abbreviated" and bare not in {name.casefold() for name in names[context]["wide"].values()}
            found.setdefault(bare, number)
            if is_short and bare[-1].isascii():
                found.setdefault(f"{bare}.", number)
    return found
