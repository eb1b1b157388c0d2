"""Text from an article made safe for a terminal, and how many columns it takes there."""

from __future__ import annotations

import unicodedata

WHITE_SPACE = frozenset("\t\n\r\v\f\x85\u2028\u2029")
TWO_COLUMNS_WIDE = frozenset("WF")
NO_COLUMN = frozenset(("Mn", "Me"))


def visible(text: str) -> str:
    """The text on one line, with whatever could steer a terminal or reorder what is read shown by its code: "\\u202e"."""
    return text if text.isprintable() else "".join(map(_sign, text))


def columns(text: str) -> int:
    """How many columns `text` takes once it is visible: two for a wide character, none for an accent of its own."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _sign(character: str) -> str:
    if character.isprintable():
        return character
    if character in WHITE_SPACE or unicodedata.category(character) == "Zs":
        return " "
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _columns_of(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in NO_COLUMN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in TWO_COLUMNS_WIDE else 1
