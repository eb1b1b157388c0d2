"""PDF → pages of words and ruled tables; runs in a limited process, and knows nothing of prose."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import Any

import msgspec

from claims.read.composition import SUPERSCRIPTS
from claims.read.page import Page, Pages, Ruled, Word

MOST_PAGES = 3000
MOST_SIGNS = 100_000
"""On one page; a newspaper's has thirty thousand."""
FEWEST_RULINGS, MOST_RULINGS = 4, 3000
"""A page with fewer has no table that rulings mark; with more it is a drawing."""
RAISED = 80
"""Percent of the size of the word: smaller digits are the mark of a note or a power."""
LINE_ENDS = "\r\n"
HYPHENS = ("\x02", "\ufffe")
"""What the library gives for a hyphen that ends a line."""


def answer(content: bytes) -> bytes:
    """The pages, packed."""
    return msgspec.msgpack.encode(_pages(content))


def _pages(content: bytes) -> Pages:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        return Pages([], problem="is protected by a password; save it without one" if "password" in str(problem).lower() else "is a broken PDF; save it again")
    if len(document) > MOST_PAGES:
        return Pages([], problem=f"has more than {MOST_PAGES} pages; split it")
    pages: list[Page] = []
    remarks: list[str] = []
    with_rulings: list[int] = []
    for number in range(len(document)):
        try:
            page = document[number]
            pages.append(_page(page, number + 1))
            if _may_hold_a_table(page):
                with_rulings.append(number)
            page.close()
        except pypdfium2.PdfiumError:
            remarks.append(f"page {number + 1} is broken and was not read")
    made = document.get_metadata_dict().get("CreationDate", "")
    document.close()
    ruled = _ruled(content, with_rulings)
    pages = [msgspec.structs.replace(page, ruled=ruled.get(page.number - 1, [])) for page in pages]
    return Pages(pages, made, "", remarks)


def _page(page: Any, number: int) -> Page:
    left, bottom, right, top = page.get_mediabox()
    text = page.get_textpage()
    lines: list[list[Word]] = [[]]
    for word in _words(text, left, top):
        if word is None:
            lines.append([])
        else:
            lines[-1].append(word)
    text.close()
    return Page(number, round((right - left) * 10), round((top - bottom) * 10), [line for line in lines if line], [])


def _words(text: Any, left: float, top: float) -> Iterator[Word | None]:
    """Each word; None at the end of a line."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()  # of the whole font, so that all signs of a line are as high
    signs, size, first, last = "", 0, (0, 0, 0, 0), (0, 0, 0, 0)
    for place in range(min(raw.FPDFText_CountChars(text), MOST_SIGNS) + 1):
        sign = _sign(raw, text, place)
        if sign.isspace() or not sign:
            if signs:
                yield Word(signs, first[0], min(first[1], last[1]), last[2], max(first[3], last[3]), size)
                signs = ""
            if sign in LINE_ENDS:
                yield None
            continue
        if sign.isdigit() or not signs or len(signs) < 2:
            its_size = round(raw.FPDFText_GetFontSize(text, place) * 10)
            if not signs:
                size = its_size
            elif sign.isdigit() and its_size * 100 < size * RAISED:
                sign = sign.translate(SUPERSCRIPTS)
        if sign not in HYPHENS and raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
            last = round((box.left - left) * 10), round((top - box.top) * 10), round((box.right - left) * 10), round((top - box.bottom) * 10)
            if not signs:
                first = last
        signs += sign
        if sign in HYPHENS:  # the library tells the next line as if it were this one
            yield Word(signs, first[0], min(first[1], last[1]), last[2], max(first[3], last[3]), size)
            yield None
            signs = ""


def _sign(raw: Any, text: Any, place: int) -> str:
    code = raw.FPDFText_GetUnicode(text, place)
    if not code or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd" if code else ""
    return chr(code)


def _may_hold_a_table(page: Any) -> bool:
    from pypdfium2 import raw

    rulings = 0
    for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        rulings += 1
        if rulings > MOST_RULINGS:
            return False
    return rulings >= FEWEST_RULINGS


def _ruled(content: bytes, numbers: list[int]) -> dict[int, list[Ruled]]:
    """The tables of these pages."""
    if not numbers:
        return {}
    import pdfplumber

    found: dict[int, list[Ruled]] = {}
    with pdfplumber.open(io.BytesIO(content), pages=[number + 1 for number in numbers]) as document:
        for number, page in zip(numbers, document.pages, strict=True):
            try:
                found[number] = [_table(table, page) for table in page.find_tables()]
            except Exception:  # the library raises whatever a malformed page leads to; its text has been read
                found[number] = []
            page.close()
    return found


def _table(table: Any, page: Any) -> Ruled:
    left, top, right, bottom = table.bbox
    across, down = page.bbox[0], page.bbox[1]
    box = (round((left - across) * 10), round((top - down) * 10), round((right - across) * 10), round((bottom - down) * 10))
    return Ruled(*box, [[" ".join((cell or "").split()) for cell in row] for row in table.extract()])
