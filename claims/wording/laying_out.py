"""The wordings of one language, laid out: what its file says, with all that can be worked out beforehand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from claims.wording.alternatives import sharing_beginnings
from claims.wording.cue import Cues, needed_by
from claims.wording.laid_out import LaidOut, Wording, checksum
from claims.wording.pattern import GROUPS, HOLE, SPACED_LETTER
from claims.wording.reach import OPENING, ends_within


def laid_out(written: bytes) -> LaidOut:
    """The content of a language's file: word lists under `words`, and a list of tables for each kind of claim."""
    tables = tomllib.loads(written.decode())
    words: dict[str, str] = tables.pop("words", {})
    hedges = tables.pop("figures_take_hedges", False)
    lists: dict[str, list[Cues]] = {}
    numbers: dict[Cues, int] = {}
    wordings = []
    for kind, table in ((kind, table) for kind, some in tables.items() for table in some):
        for wording in table["wordings"]:
            opening = OPENING.match(wording)
            ends = ends_within(wording[opening.end() if opening else 0 :], words)
            needed = needed_by(wording, words, GROUPS, lists)
            holds = {name: value for name, value in table.items() if name != "wordings"}
            needs = [numbers.setdefault(cues, len(numbers)) for cues in needed.cues]
            wordings.append(Wording(kind, holds, wording, needs, needed.figures, ends, opening is not None))
    expressions = {name: _expression(name, words) for name in words}
    return LaidOut(checksum(written), hedges, expressions, [sorted(cues) for cues in numbers], wordings)


def _expression(name: str, words: Mapping[str, str]) -> str:
    """A word list as an expression that meets any of its words whole; the holes in it stay as they are."""
    some = HOLE.sub(lambda found: found.group() if found["kinds"] else _expression(found["role"], words), words[name])
    edge = r"\b" if SPACED_LETTER.match(words[name]) else ""
    has_holes = any(found["kinds"] for found in HOLE.finditer(some))
    return f"{edge}(?:{some if has_holes else sharing_beginnings(some)}){edge}"
