"""Text from an article made safe to show on a page: nothing in it reorders what is read, or is there and not seen."""

from __future__ import annotations

import unicodedata

KEPT = frozenset("\n\t\u200c\u200d\u00ad")
"""Line ends; and the joiners and the soft hyphen, which the scripts that use them need."""


def shown(text: str) -> str:
    """The text with signs that steer or hide shown by their codes: "\\u202e". A page escapes it as well; this is not about markup."""
    return text if text.isprintable() else "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character.isprintable() or character in KEPT or unicodedata.category(character) == "Zs":
        return character
    if character in "\r\v\f\x85\u2028\u2029":
        return " "
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
