"""Values as JSON that holds no raw sign which could steer whatever prints it: such signs stand there by their codes, and mean the same."""

from __future__ import annotations

import re

import msgspec

INDENT = 2
TO_LOOK_AT = re.compile(r"[^\x20-\x7e\n]|#(?=#)")
"""Whatever is not plain; and "##[error]" would be a command in the log of a build."""


def encoded(value: object, indent: int = INDENT) -> str:
    """One JSON document; with no indent, on one line."""
    try:
        content = msgspec.json.encode(value)
    except UnicodeEncodeError:
        content = msgspec.json.encode(_without_halves(msgspec.to_builtins(value)))
    return TO_LOOK_AT.sub(_sign, msgspec.json.format(content, indent=indent).decode() if indent else content.decode())


def encodable(text: str) -> str:
    """Half characters, as in the name of a file that is not in UTF-8, shown by their codes: JSON cannot hold them."""
    return text.encode("utf-8", "backslashreplace").decode()


def _without_halves(value: object) -> object:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {key: _without_halves(part) for key, part in value.items()}
    return [_without_halves(part) for part in value] if isinstance(value, list | tuple) else value


def _sign(found: re.Match[str]) -> str:
    sign = found[0]
    if sign != "#" and sign.isprintable():
        return sign
    units = sign.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
