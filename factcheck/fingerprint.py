"""A fingerprint: the name of a finding that moved lines leave alone and changed figures change.

It is made of the rule and of the figures in their roles, with their values in base units, and of
nothing else: neither the place, nor the wording around it, nor the way a figure is spelled.
"""

from __future__ import annotations

from claims.claim import Claim, Sourced, roles
from claims.day import Day
from claims.figure import Figure
from claims.rounding import Reading
from factcheck.verdict import Verdict

LENGTH = 16
"""Hexadecimal digits kept: by chance two of a billion findings share one less than once in thirty trials."""


def fingerprint(verdict: Verdict) -> str:
    """The same for two findings of one rule on the same figures in the same roles: who counts findings must count these too."""
    said = (verdict.rule, type(verdict.claim).__name__, *(f"{role} {_meaning(thing)}" for role, thing in roles(verdict.claim)), *_elsewhere(verdict.claim))
    from hashlib import sha256

    return sha256("\n".join(said).encode("utf-8", "backslashreplace")).hexdigest()[:LENGTH]


def _elsewhere(claim: Claim) -> tuple[str, ...]:
    """The figure of another text that the claim rests on: once that is changed, it is another finding."""
    return (f"source {_meaning(claim.passage.figure)}",) if isinstance(claim, Sourced) else ()


def _meaning(thing: Figure | Day) -> str:
    if isinstance(thing, Day):
        return f"day {thing.year} {thing.month} {thing.day} {thing.weekday} {thing.fiscal}"
    values, unit = thing.read(Reading.PRINTED), thing.unit
    return f"{unit.kind} {unit.dimension or unit.code} {values.low} {values.high}"
