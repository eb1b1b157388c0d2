"""The words and units of the world's lexicons, compiled: generated from CLDR and pint, checked in, read in a few milliseconds.

    units.json     every unit, under pint's name for it: kind, size in base units (an exact fraction), dimension
    en.json …      one language: its hand-written file ../languages/en.toml, laid over what CLDR and pint say
    wordings/      how each language words its claims: ../languages/wordings, laid out

After an edit to a language's file run `python -m claims.lexicon`, and check in what it writes.

How the hand-written file meets the generated tables
----------------------------------------------------
Every key of the file arrives in the compiled language under the same name. Where CLDR gives a table of that name, the
two are merged entry by entry, and the hand's word wins:

    [currencies]
    bucks = ["USD", "CAD"]      # added: candidates, best first ("USD" alone may stand without brackets)
    dollar = ["CAD", "USD"]     # replaced
    won = false                 # removed; "" does the same

A value that is no table (`decimal`, `group`) replaces the generated one. The generated tables:

    decimal, group       the decimal mark; the marks between groups of digits, the usual one first
    months, weekdays     name → 1–12; name → 0 (Monday) – 6
    currencies           name or bare noun → ISO codes, likeliest first
    currency_symbols     symbol or ISO code → ISO codes; case matters
    minor                name of a hundredth → ISO codes (CLDR has none: all by hand)
    unit_names           long name, every form → a key of units.json
    unit_symbols         short form → a key of units.json; case matters
    scales               compact form ("million", "mrd.") → power of ten
    percent              spelling → "percent", "permille" or "basis_point"

Keys are casefolded, except for the two in which case matters; the generator folds what the hand writes.

`endings` in a language's file, [["er", "ern"], …], makes case forms that CLDR lacks: each word of a unit's name that
ends in the first also stands with the second ("Kilometern").
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from claims.unit import Kind, Unit

FOLDER = Path(__file__).parent
LANGUAGES = FOLDER.parent / "languages"


class Row(msgspec.Struct, frozen=True, gc=False):
    """A unit as units.json has it."""

    kind: Kind
    size: str
    dimension: str
    zero: str = "0"


@cache
def units() -> dict[str, Unit]:
    """Every unit that texts measure in, by its key ("kilometer", "meter ** 2", "degree_Celsius")."""
    rows = msgspec.json.decode((FOLDER / "units.json").read_bytes(), type=dict[str, Row])
    return {key: Unit(row.kind, key, "", _exact(row.size), row.dimension, _exact(row.zero)) for key, row in rows.items()}


@cache
def compiled(language: str) -> dict[str, Any]:
    """Everything known of a language, by its ISO 639-1 code."""
    try:
        written = (FOLDER / f"{language}.json").read_bytes()
    except OSError:
        raise LookupError(f"no language {language!r}; known are {', '.join(languages())}") from None
    return msgspec.json.decode(written, type=dict[str, Any])


def languages() -> list[str]:
    """The codes of the languages there are."""
    return sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "units")


def _exact(fraction: str) -> Fraction:
    """The same as Fraction(fraction), without its regular expression."""
    above, _, below = fraction.partition("/")
    return Fraction(int(above), int(below or 1))
