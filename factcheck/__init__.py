"""Whether the figures of a text can all be true.

    >>> from factcheck import check_text
    >>> check_text("Spending rose 5% from $1.25 billion to $1.29 billion.").verdicts[0].outcome.value
    'contradicted'

`claims` reads a text into figures and claims and knows no laws; this package
knows laws and no language. One street: a document's claims are judged by the
`rules` (one file, one law), with facts from `outside`, into `Verdict`s, and the
`Report` of them is written by `reports` (one file, one format).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims.document import Document, Published, Table
from factcheck.report import Report

if TYPE_CHECKING:
    from claims.tie import Tie
    from factcheck.outside import RateOfDay
    from factcheck.rule import Rule

__all__ = ["Report", "all_rules", "check", "check_document", "check_text"]


def check(
    path: str | Path,
    *,
    language: str | None = None,
    published: date | None = None,
    rates: RateOfDay | None = None,
    data: Sequence[str | Path] = (),
    sources: Sequence[str | Path] = (),
) -> Report:
    """Check a file, or standard input for "-". Raises `claims.read.Unreadable` with one line that says what to do.

    language   ISO 639-1; guessed from the text where not given
    published  the day the article appeared; worked out from the text where not given
    rates      rates of exchange by day; the embedded reference rates where not given
    data       files whose tables the text is held against, as if they were its own
    sources    files that the text's figures were taken from: each figure is looked up there
    """
    from claims.read import read

    document = read(path, language=language, published=_given(published))
    return check_document(document, rates=rates, data=data, sources=sources)


def check_text(
    text: str,
    *,
    language: str | None = None,
    published: date | None = None,
    tables: Sequence[Table | Sequence[Sequence[str]]] = (),
    rates: RateOfDay | None = None,
    data: Sequence[str | Path] = (),
    sources: Sequence[str | Path] = (),
) -> Report:
    """Check a text, and tables that go with it: each a list of rows of cell texts, or one that has been read. The rest as for `check`."""
    from claims.read.plain import document_from

    document = document_from(text, language=language, published=_given(published))
    if tables:
        from claims.document import table_of, with_tables

        document = with_tables(document, [table if isinstance(table, Table) else table_of(table) for table in tables])
    return check_document(document, rates=rates, data=data, sources=sources)


def check_document(
    document: Document, *, rates: RateOfDay | None = None, data: Sequence[str | Path] = (), sources: Sequence[str | Path] = ()
) -> Report:
    """Check what has been read already. Raises `claims.read.Unreadable` for a file of data or a source."""
    from claims import claims_in
    from factcheck.judge import judge
    from factcheck.outside import Outside

    said = claims_in(_with_tables_of(document, data))
    document, claims = said.document, said.claims
    ties: tuple[Tie, ...] = ()
    if sources:
        from msgspec.structs import replace

        from factcheck.sources import traced

        ties, found, remarks = traced(said, sources)
        claims = (*claims, *found)
        document = replace(document, remarks=(*document.remarks, *remarks))
    if rates is None:
        from factcheck.outside.exchange import rates_from

        rates = rates_from(None, lambda _: None)
    outside = Outside(document.published.date if document.published else None, rates)
    return Report(document, said.figures, said.days, claims, judge(claims, all_rules(), outside), ties=ties)


def _with_tables_of(document: Document, data: Sequence[str | Path]) -> Document:
    """The document with the tables of other files after its own; a finding there names the file and the cell."""
    from claims.document import Origin, with_tables
    from claims.read import read

    for path in data:
        other, name = read(path, language=document.language), Path(path).name
        places = []
        for table in other.tables:
            stood = [[other.place(cell.start) for cell in row] for row in table.rows]
            places.append([[Origin(0, place.line, place.column, f"{name}: {place.where}") for place in row] for row in stood])
        document = with_tables(document, other.tables, places)
    return document


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every law, in the order of their names."""
    import factcheck.rules
    from factcheck.rule import rules_in

    return rules_in(factcheck.rules)


def _given(published: date | None) -> Published | None:
    return Published(published, "given") if published else None
