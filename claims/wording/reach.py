"""How far a wording reaches: over how many ends of sentences it may go, and whether it opens with one."""

from __future__ import annotations

import re
from collections.abc import Mapping

SIGNS = re.compile(r"[()]|//|\\n|\n|\[\^?(?:\\.|[^\]\\])*\]|\\[sWDZ]|\$|\\.")
"""What may reach over the end of a sentence, or must be passed over in looking for it."""
LIST = re.compile(r"\{(?P<list>[a-z_]\w*)\}")
OPENING = re.compile(r"//|\((?:\?:)?\\A\|\n\)")
"""How a wording is written that opens with the end of the sentence before."""
LONGEST_CLOSING = 6
"""Code points that end a sentence, the stop with what closes quotations and brackets."""
ANY_NUMBER = 1000
"""More ends of sentences than a stretch of text has."""


def ends_within(written: str, words: Mapping[str, str]) -> int:
    """How many ends of sentences a wording may reach over, at most; ANY_NUMBER where its expression does not tell."""
    whole, before = written, ""
    while whole != before:
        whole, before = LIST.sub(lambda found: f"({words[found['list']]})", whole), whole
    groups = [0]
    for found in SIGNS.finditer(whole):
        sign, repeated = found.group(), whole[found.end() : found.end() + 1] in ("*", "+", "{")
        if sign == "(":
            groups.append(0)
            continue
        ends = groups.pop() if sign == ")" else int(_takes_an_end(sign))
        if sign in ("$", r"\Z") or (ends and repeated):
            return ANY_NUMBER
        groups[-1] += ends
    return sum(groups)


def _takes_an_end(sign: str) -> bool:
    """Whether it matches the end of a sentence, or is a class of characters that has it."""
    if sign[0] != "[":
        return sign in ("//", "\n", r"\n", r"\s", r"\W", r"\D")
    named = "\n" in sign or r"\n" in sign
    return named != sign.startswith("[^") or any(white in sign for white in (r"\s", r"\W", r"\D"))
