"""The shape of the JSON report: what each object holds, and with it the JSON Schema.

Numbers are exact and therefore strings ("1050000000000", "7/3"); they are in base units where not said otherwise.
Spans count code points of the text; lines and columns are those of the file, from 1.

    python -c 'from factcheck.reports.json.shape import schema; print(schema(), end="")' > factcheck/reports/report.schema.json
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

Exact = Annotated[str, Meta(pattern="^-?[0-9]+(/[1-9][0-9]*)?$", description="a whole number or a fraction, exact")]
Band = Annotated[tuple[Exact, Exact], Meta(description="the lowest and the highest value, both included")]
Offsets = Annotated[tuple[int, int], Meta(description="start and end in the text, in code points")]
Kind = Literal["money", "measure", "time", "percent", "points", "count", "plain"]
Level = Literal["error", "warning", "note", "none"]
Outcome = Literal["exact", "rounded", "strained", "contradicted", "undecided", "follows"]
Sure = Literal["faint", "likely", "spelled_out"]
SURE: tuple[Sure, ...] = ("faint", "likely", "spelled_out")


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where something is printed, and how."""

    span: Offsets
    line: int
    column: int
    where: str
    printed: str


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit; `size` base units make one of it, after which `zero` is added."""

    kind: Kind
    code: str
    per: str
    size: Exact
    dimension: str
    zero: Exact


class Hedge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hedge and its reach as a part of the number; null shuts that side."""

    words: str
    below: Exact | None
    above: Exact | None


class Readings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the figure can mean, in base units; each band holds the one before."""

    printed: Band
    rounded: Band
    loose: Band


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="figure", tag_field="kind"):
    """A figure as printed; `low` and `high` are the number after its scale, in `unit`."""

    at: Written
    low: Exact
    high: Exact
    unit: Unit
    may_also_be: tuple[Unit, ...]
    hedge: Hedge
    counts: str
    period: str
    readings: Readings


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="day", tag_field="kind"):
    """As much of a day as is printed; weekday 0 is Monday."""

    at: Written
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    fiscal: bool


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a figure or day does in a claim."""

    role: str
    filled_by: Figure | Day


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the text asserts, and the words that licensed it."""

    number: Annotated[int, Meta(description="the claim's place in `claims`, from 0")]
    kind: str
    evidence: Written
    sure: Sure
    roles: tuple[Role, ...]


class Fitting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The values that would fit: for a figure of the text at `span`, or for what it leaves open."""

    name: str
    values: Band
    shown: str
    span: Offsets | None


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact from outside the text."""

    name: str
    shown: str
    citation: str


class Silenced(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who has answered a verdict already, so that it is no finding any more, and why."""

    by: Literal["comment", "baseline", "decision", "unchanged lines"]
    reason: str


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule's conclusion on the claim with the number `claim`; the fingerprint is kept when lines move and lost when figures change."""

    rule: str
    fingerprint: Annotated[str, Meta(pattern="^[0-9a-f]+$")]
    claim: int
    outcome: Outcome
    level: Level
    arithmetic: str
    steps: tuple[str, ...]
    would_fit: tuple[Fitting, ...]
    off_by: Exact | None
    off_by_about: str | None
    slip: str
    reason: str
    sources: tuple[Source, ...]
    silenced: Silenced | None


class Counts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much was read and what came of it."""

    figures: int
    days: int
    claims_checked: int
    flagged: int
    undecided: int
    unchecked: int
    silenced: int


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure in a source: the file, the place in it, what it is said of, how it is printed, and the number after its scale in the text's unit."""

    source: str
    place: str
    words: str
    printed: str
    low: Exact
    high: Exact


class Tie(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What has become of one figure in the sources of the text; by `value` alone it may be chance, and `because` says why the words do not count."""

    at: Written
    outcome: Literal["tied", "differs", "not found"]
    by: Literal["words", "value", ""]
    passage: Passage | None
    because: str


class Published(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day the text appeared, and how that is known."""

    date: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    known_from: str


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file, in the order of its text."""

    source: str
    language: str
    published: Published | None
    remarks: tuple[str, ...]
    counts: Counts
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    unchecked: Annotated[tuple[Offsets, ...], Meta(description="the figures and days that no verdict rests on")]
    ties: Annotated[tuple[Tie, ...], Meta(description="one for each figure, where sources were given")]


class Unread(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that was not checked, and why."""

    source: str
    reason: str


class Reports(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `factcheck check --output-format json` prints."""

    version: Literal[1]
    counts: Counts
    reports: tuple[Report, ...]
    unread: tuple[Unread, ...]


def schema() -> str:
    """The JSON Schema of the report."""
    outline: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Reports)}
    return msgspec.json.format(msgspec.json.encode(outline), indent=2).decode() + "\n"
