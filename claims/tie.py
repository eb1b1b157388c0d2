"""A tie: a figure of an article, and where the source has it that it was taken from."""

from __future__ import annotations

from typing import Literal

import msgspec

from claims.claim import Passage
from claims.figure import Figure

Outcome = Literal["tied", "differs", "not found"]
By = Literal["words", "value", ""]


class Tie(msgspec.Struct, frozen=True):
    """What has become of one figure.

    outcome   tied: a source has the same value within the rounding of both; differs: a source has another value of the same thing
              and the same time; not found: neither
    by        whether the words around both agree too, or the value alone, which may be chance
    passage   where the source has it; for what is not found, the passage that its words are most like, if any
    because   why the words do not count ("another period"), or ""
    """

    figure: Figure
    outcome: Outcome
    by: By = ""
    passage: Passage | None = None
    because: str = ""
