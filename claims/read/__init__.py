"""File → Document: one file per input format, chosen by the ending of the file's name.

A format is a file here with `read(content, source, language, published) -> Document`,
and a row in FORMATS for each ending; whatever has none is read as plain text.
"""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
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
PLAIN = "plain"
PDF, ZIP = b"%PDF-", b"PK\x03\x04"
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
PAGES = (b"<!doctype html", b"<html")
BEFORE_A_PAGE = b"\xef\xbb\xbf \t\r\n"
LONGEST_START = 1000


def read(source: Path | str, *, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a file, or in standard input for "-". Raises Unreadable, with a message of one line."""
    source = str(source)
    return document_in(content_of(source), source, language=language, published=published)


def document_in(content: bytes, source: str, *, language: str | None = None, published: Published | None = None) -> Document:
    """The document in bytes that are at hand already; the format is told by the ending of `source`. Raises Unreadable."""
    reader = import_module(f"{__name__}.{_format_of(content, source)}")
    document: Document = reader.read(content, source, language, published)
    return document


def _format_of(content: bytes, source: str) -> str:
    """The file in this folder that reads it: what it holds goes before what its name says."""
    ending = Path(source).suffix.lower()
    if content.startswith(PDF):
        return "pdf"
    if content.startswith(ZIP):
        return _office_format(content) or FORMATS.get(ending, PLAIN)
    if ending not in FORMATS and content[:LONGEST_START].lstrip(BEFORE_A_PAGE).lower().startswith(PAGES):
        return "html"
    return FORMATS.get(ending, PLAIN)


def _office_format(content: bytes) -> str | None:
    import zipfile

    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        return None
    return next((name for member, name in OFFICE.items() if member in names), None)
