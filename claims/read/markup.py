"""The text of a marked-up source with everything between angle brackets blanked out, each character in its place."""

from __future__ import annotations

import re

DEEPEST = 3000
"""Elements inside of each other; browsers stop at 512, and what reads pages takes time by the square."""
NESTING = re.compile(
    r"<(/?)(?:div|span|a|b|i|u|s|em|strong|font|small|big|code|tt|nobr|strike|section|article|main|blockquote|center|form|fieldset|table|ul|ol)\b",
    re.IGNORECASE,
)
RAW = ("script", "style")
"""Elements whose content is no markup."""


def is_too_deep(source: str) -> bool:
    """Whether more elements stand inside of each other than any page has."""
    depth = 0
    for mark in NESTING.finditer(source) if source.count("<") > DEEPEST else ():
        depth = max(0, depth - 1) if mark[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False


def without_marks(source: str) -> str:
    """As long as the source and with the same lines; every bracket is looked at once, whatever is left open."""
    parts: list[str] = []
    at = 0
    lower = source.lower()
    if len(lower) != len(source):  # a few letters grow when lowered; none of them in a tag
        lower = source
    while True:
        start = source.find("<", at)
        if start < 0 or start + 1 >= len(source):
            parts.append(source[at:])
            return "".join(parts)
        if not (source[start + 1].isalpha() or source[start + 1] in "/!?"):
            parts.append(source[at : start + 1])
            at = start + 1
            continue
        end = _end_of(lower, start)
        parts.append(source[at:start])
        parts.append("".join("\n" if letter == "\n" else "\r" if letter == "\r" else "\0" for letter in source[start:end]))
        at = end


def _end_of(lower: str, start: int) -> int:
    if lower.startswith("<!--", start):
        return _after(lower, "-->", start)
    for name in RAW:
        if lower.startswith(f"<{name}", start):
            return _after(lower, ">", _after(lower, f"</{name}", start))
    return _after(lower, ">", start)


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)
