"""File → Document: one file per input format, chosen by the ending of the file's name.

A format is a file here with `read(content, source, language, published) -> Document`,
and a row in FORMATS for each ending; whatever has none is read as plain text.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from claims.document import Document, Published
from claims.read.content import content_of
from claims.read.plain import document_from, known_languages
from claims.read.unreadable import STANDARD_INPUT, Unreadable

__all__ = ["STANDARD_INPUT", "Unreadable", "content_of", "document_from", "document_in", "known_languages", "read"]

FORMATS = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".csv": "csv",
    ".tsv": "csv",
}
"""Ending → the file in this folder that reads it."""


def read(source: Path | str, *, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a file, or in standard input for "-". Raises Unreadable, with a message of one line."""
    source = str(source)
    return document_in(content_of(source), source, language=language, published=published)


def document_in(content: bytes, source: str, *, language: str | None = None, published: Published | None = None) -> Document:
    """The document in bytes that are at hand already; the format is told by the ending of `source`. Raises Unreadable."""
    reader = import_module(f"{__name__}.{FORMATS.get(Path(source).suffix.lower(), 'plain')}")
    document: Document = reader.read(content, source, language, published)
    return document
