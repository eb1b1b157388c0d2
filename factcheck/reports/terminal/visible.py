"""Text from an article made safe for a terminal and for the log of a build, and how many columns it takes there."""

from __future__ import annotations

import re
import unicodedata

WHITE_SPACE = frozenset("\t\n\r\v\f\x85\u2028\u2029")
TWO_COLUMNS_WIDE = frozenset("WF")
NO_COLUMN = frozenset(("Mn", "Me"))
COMMAND_AT_THE_START = re.compile(r"^([ \t]*):(?=:)", re.MULTILINE)
COMMAND_ANYWHERE = re.compile(r"#(?=#\w*\[)")
"""Services that run builds read commands in what a program prints: "::error::" at the start of a line, "##[error]" and "##vso[" anywhere."""


def visible(text: str) -> str:
    """The text on one line, with whatever could steer a terminal or reorder what is read shown by its code: "\\u202e"."""
    return text if text.isprintable() else "".join(map(_sign, text))


def without_commands(text: str) -> str:
    """A report of which no line is taken for a command by the service that runs the build: the sign it begins with is shown by its code."""
    return COMMAND_ANYWHERE.sub(r"\\u0023", COMMAND_AT_THE_START.sub(r"\1\\u003a", text))


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
