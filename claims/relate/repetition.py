"""Repetitions: a figure, or a rate of exchange, that the text uses again for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.claim import Claim, Repetition, Restatement, Sure
from claims.document import Document
from claims.pattern import Thing


def repetitions(document: Document, things: Sequence[Thing], claims: Sequence[Claim]) -> Iterator[Repetition]:
    """The first rate of exchange of each pair of currencies, held against each later one."""
    first: dict[tuple[str, str], Restatement] = {}
    for claim in claims:
        if isinstance(claim, Restatement) and claim.amount.unit.kind == "money" and claim.amount.unit.code != claim.again.unit.code:
            pair = claim.amount.unit.code, claim.again.unit.code
            earlier = first.setdefault(pair, claim)
            if earlier is not claim:
                yield Repetition(claim.evidence, earlier, claim, Sure.LIKELY)
