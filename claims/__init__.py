"""What the text says: figures and days are found in it, and the claims it makes of them.

    figures_in(text, language)     text → figures
    claims_in(document)            figures → claims: what the text asserts

The folders are the stages of that way (read, find, relate), the files its nouns. This package knows language and no
laws: whether a claim can be true is for `factcheck` to say.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.claim import Claim
from claims.day import Day
from claims.document import Document
from claims.figure import Figure


def figures_in(text: str, language: str = "en") -> tuple[Figure, ...]:
    """The figures of a text, in order. Raises LookupError for a language that is not known."""
    from claims.find import read
    from claims.language import language as known

    return read(text, known(language)).figures


class Said(NamedTuple):
    """What a document says, each in the order of the text."""

    document: Document
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    claims: tuple[Claim, ...]


def claims_in(document: Document) -> Said:
    """What a document says: its figures and days, and the claims it makes of them; its date, where it tells one."""
    import msgspec

    from claims.dateline import dateline, own_line
    from claims.find import read
    from claims.language import language as known
    from claims.relate import claims_from

    found = read(document.prose, known(document.language))
    things: list[Figure | Day] = [*found.figures, *found.days, *found.ordinals]
    things.sort(key=lambda thing: thing.span)
    if document.published is None:
        document = msgspec.structs.replace(document, published=dateline(document, things))
    elif not document.published.sure:
        document = msgspec.structs.replace(document, published=own_line(document, things) or document.published)
    if not document.tables:
        return Said(document, found.figures, found.days, claims_from(document, things))
    return _with_tables(document, found.figures, found.days, claims_from(document, things))


def _with_tables(document: Document, figures: tuple[Figure, ...], days: tuple[Day, ...], claims: tuple[Claim, ...]) -> Said:
    """What the tables say beside the prose, and the prose of them."""
    import msgspec

    from claims.language import language as known
    from claims.tabulate import claims_of_tables, figures_of, grids_in
    from claims.tabulate.register import remarks_on

    decimal = known(document.language).decimal
    grids = grids_in(document, decimal)
    document = msgspec.structs.replace(document, remarks=(*document.remarks, *remarks_on(document)))
    return Said(document, figures + figures_of(grids), days, (*claims, *claims_of_tables(document, figures, grids, decimal)))
