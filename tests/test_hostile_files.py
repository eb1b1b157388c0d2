"""Files made to do harm, or broken: one clear line each, in bounded time and memory; what is harmless in them is read."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.read import Unreadable, archive, document_in

DOCUMENTS = Path(__file__).parent / "documents"
SPREADSHEET = (DOCUMENTS / "libreoffice.xlsx").read_bytes()
WORD = (DOCUMENTS / "pandoc.docx").read_bytes()
PDF = (DOCUMENTS / "libreoffice.pdf").read_bytes()
SECONDS = 15
"""For each file, on a slow machine."""


def changed(content: bytes, **members: bytes) -> bytes:
    """The archive with members replaced or added; "__" in a name stands for "/", "_x" for ".x"."""
    new = io.BytesIO()
    named = {name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"): value for name, value in members.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as written:
        for member in old.infolist():
            if member.filename not in named:
                written.writestr(member, old.read(member))
        for name, value in named.items():
            written.writestr(name, value)
    return new.getvalue()


def sheet(rows: str) -> bytes:
    return changed(SPREADSHEET, xl__worksheets__sheet1_xml=f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode())


def word(body: str) -> bytes:
    document = f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>'
    return changed(WORD, word__document_xml=document.encode(), word__footnotes_xml=f'<w:footnotes xmlns:w="{WORDS}"/>'.encode())


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

ENTITIES = {
    "a milliard laughs": "<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "quadratic": f"<!ENTITY i '{'x' * 50_000}'>",
    "a file of the reader's": "<!ENTITY i SYSTEM 'file:///etc/passwd'>",
    "a declaration from elsewhere": "<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x.dtd'> %x;",
    "in parameters": "<!ENTITY % a '<!ENTITY i \"5\">'> %a;",
}


def refused(content: bytes, name: str) -> str:
    start = time.monotonic()
    with pytest.raises(Unreadable) as problem:
        document_in(content, name)
    assert time.monotonic() - start < SECONDS
    line = str(problem.value)
    assert line.startswith(f"{name}: ")
    assert "\n" not in line
    assert len(line) < 250
    return line


def said_of(content: bytes, name: str) -> str:
    """The text of a file, or why there is none."""
    try:
        return document_in(content, name).text
    except Unreadable as problem:
        return str(problem)


@pytest.mark.parametrize("declared", ENTITIES.values(), ids=ENTITIES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_looked_at(declared: str, encoding: str) -> None:
    said = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [{declared}]><w:document xmlns:w="{WORDS}"><w:body><w:p><w:r><w:t>&i;'
    text = f"{said}</w:t></w:r></w:p></w:body></w:document>".encode(encoding)
    assert "declares entities" in refused(changed(WORD, word__document_xml=text), "a.docx")
    assert "declares entities" in refused(changed(SPREADSHEET, xl__worksheets__sheet1_xml=text), "a.xlsx")


def test_a_page_with_entities_is_a_page() -> None:
    page = f"<!DOCTYPE html [{ENTITIES['a milliard laughs']}]><html><body><p>Costs rose 5% to &i; &amp; more.</p></body></html>"
    assert "Costs rose 5%" in document_in(page.encode(), "a.html").text


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_zip_bombs_are_refused(name: str) -> None:
    content = WORD if name == "a.docx" else SPREADSHEET
    assert "do harm" in refused(changed(content, word__document_xml=b" " * 30_000_000, xl__worksheets__sheet1_xml=b" " * 30_000_000), name)
    many = io.BytesIO(content)
    with zipfile.ZipFile(many, "a") as written:
        for number in range(archive.MOST_MEMBERS + 1):
            written.writestr(f"x{number}.bin", b"")
    assert "files" in refused(many.getvalue(), name)


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    content = bytearray(changed(WORD, word__document_xml=b"<a>" + b"5% " * 100_000))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as opened:
        size = opened.getinfo("word/document.xml").file_size
    true, lie = size.to_bytes(4, "little"), (100).to_bytes(4, "little")
    assert true in content
    assert "broken" in refused(bytes(content).replace(true, lie), "a.docx")


def test_a_million_empty_cells_are_passed_over() -> None:
    rows = "".join(f'<row r="{row}">' + "".join(f'<c r="{chr(65 + column)}{row}" s="1"/>' for column in range(20)) + "</row>" for row in range(1, 50_001))
    content = sheet(rows + '<row r="50001"><c r="A50001" t="inlineStr"><is><t>Costs</t></is></c><c r="B50001"><v>5</v></c></row>')
    start = time.monotonic()
    document = document_in(content, "a.xlsx")
    assert time.monotonic() - start < SECONDS
    assert document.tables[0].texts == (("Costs", "5"),)


def test_cells_far_apart_do_not_fill_what_is_between() -> None:
    content = sheet('<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>6</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>')
    start = time.monotonic()
    document = document_in(content, "a.xlsx")
    assert time.monotonic() - start < SECONDS
    assert document.text.split() == ["5", "6", "7"]


NESTED = {
    "tables of a page": ("a.html", ("<table><tr><td>" * 50_000 + "Costs rose 5%.").encode()),
    "marks of a page": ("a.html", ("<b><div>" * 100_000 + "Costs rose 5%.").encode()),
    "brackets left open": ("a.html", b"<p>Costs rose 5%." + b"<!--" * 200_000),
    "merged cells": ("a.html", b"<table>" + b"<tr><td colspan=1000 rowspan=60000>5<td>6" * 3000 + b"</table><p>Costs rose 5%."),
    "quotes in Markdown": ("a.md", b">" * 20_000 + b" Costs rose 5%."),
    "brackets in Markdown": ("a.md", b"[" * 20_000 + b" Costs rose 5%."),
    "stars in Markdown": ("a.md", b"*a_ " * 20_000 + b" Costs rose 5%."),
    "a quoted cell left open": ("a.csv", b'a,"' + b"Costs rose 5%.\n" * 50_000),
}


@pytest.mark.parametrize(("name", "content"), NESTED.values(), ids=NESTED)
def test_deep_nests_are_read_or_refused_in_bounded_time(name: str, content: bytes) -> None:
    start = time.monotonic()
    try:
        text = document_in(content, name).text
    except Unreadable as problem:
        text = str(problem)
        assert "\n" not in text
    else:
        assert "Costs rose 5%" in text
    assert time.monotonic() - start < SECONDS


def test_nested_tables_of_word_are_read_or_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p><w:r><w:t>Costs rose 5%.</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 60
    assert document_in(word(deep), "a.docx").text == "Costs rose 5%."
    deeper = "<w:tbl><w:tr><w:tc>" * 50_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 50_000
    refused(word(deeper), "a.docx")


def test_deleted_and_hidden_text_and_macros_are_passed_over() -> None:
    runs = "<w:r><w:t>Costs rose </w:t></w:r><w:del><w:r><w:delText>4</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t>%.</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>98</w:t></w:r>"
    content = changed(word(f"<w:p>{runs}{hidden}</w:p>"), word__vbaProject_bin=b"Sub AutoOpen()")
    assert document_in(content, "a.docm").text == "Costs rose 5%."


MISLABELLED = {
    "a PDF that is text": ("a.pdf", b"Costs rose 5%.", "no PDF"),
    "a Word document that is text": ("a.docx", b"Costs rose 5%.", "no Word document"),
    "a workbook that is text": ("a.xlsx", b"Costs rose 5%.", "no Excel workbook"),
    "a zip archive of something else": ("a.docx", changed(WORD, mimetype_bin=b"x").replace(b"word/document.xml", b"word/docoment.xml"), "no Word document"),
    "an old document": ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "old office document"),
    "a protected document": ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a protected workbook": ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a workbook cut short": ("a.xlsx", SPREADSHEET[: len(SPREADSHEET) // 2], "broken"),
    "a Word document cut short": ("a.docx", WORD[: len(WORD) // 2], "broken"),
    "a PDF of nothing": ("a.pdf", b"%PDF-1.7\n1 0 obj", "broken PDF"),
    "an empty Word document": ("a.docx", word(""), "empty"),
    "an empty workbook": ("a.xlsx", sheet(""), "empty"),
    "an empty page": ("a.html", b"<html><script>5</script></html>", "empty"),
    "Markdown of front matter": ("a.md", b"---\ndate: 2024-01-01\n---\n", "empty"),
}


@pytest.mark.parametrize(("name", "content", "said"), MISLABELLED.values(), ids=MISLABELLED)
def test_what_is_not_what_it_says_is_refused_in_one_line(name: str, content: bytes, said: str) -> None:
    assert said in refused(content, name)


def test_what_a_file_holds_goes_before_its_name() -> None:
    assert document_in(WORD, "a.pdf").tables
    assert document_in(SPREADSHEET, "a.docx").tables
    assert document_in(PDF, "a.txt").tables
    assert document_in(b"<!DOCTYPE html><p>Costs <b>5</b>%", "-").text == "Costs 5%"


def protected_pdf() -> bytes:
    """A PDF that names a lock nobody has a key for."""
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O<" + b"00" * 32 + b">/U<" + b"11" * 32 + b">/P -4>>/ID[<00><00>]"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    content, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj%sendobj\n" % (number, written)
    table = b"xref\n0 3\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + table + b"trailer<</Size 3/Root 1 0 R" + lock + b">>\nstartxref\n%d\n%%%%EOF" % len(content)


def test_a_protected_pdf_is_refused() -> None:
    assert "password" in refused(protected_pdf(), "a.pdf")


def test_a_pdf_cut_short_is_read_or_refused() -> None:
    assert said_of(PDF[: len(PDF) * 2 // 3], "a.pdf")


@pytest.mark.parametrize("trouble", ["import time; time.sleep(60)", "x = bytearray(400_000_000)", "import os; os.abort()", "raise ValueError('a\\nb')"])
def test_a_reader_that_a_file_takes_over_is_stopped(trouble: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.read import limited

    (tmp_path / "taken_over.py").write_text(f"def answer(content):\n    {trouble}\n    return b''\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(limited, "LONGEST_SECONDS", 2)
    monkeypatch.setattr(limited, "MOST_MEMORY", 300_000_000)
    start = time.monotonic()
    with pytest.raises(Unreadable) as problem:
        limited.answer_of("taken_over", b"", "a.pdf", "a PDF")
    assert time.monotonic() - start < SECONDS
    assert "\n" not in str(problem.value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([("a.docx", WORD), ("a.xlsx", SPREADSHEET)]), st.data())
def test_files_with_bytes_changed_are_read_or_refused(named: tuple[str, bytes], data: st.DataObject) -> None:
    name, content = named
    at = data.draw(st.integers(0, len(content) - 8))
    broken = content[:at] + data.draw(st.binary(min_size=1, max_size=8)) + content[at + 8 :]
    assert "\n" not in said_of(broken, name) or document_in(broken, name).text


PIECES: Callable[[int], st.SearchStrategy[str]] = lambda longest: st.text(st.sampled_from("<>/!-&;abtd \"'=[](){}*_|`#\n\\5%~^:"), max_size=longest)  # noqa: E731


@settings(max_examples=150, deadline=None)
@given(PIECES(80), st.sampled_from(["a.md", "a.html", "a.csv"]))
def test_any_marks_are_read_or_refused(text: str, name: str) -> None:
    try:
        document = document_in(text.encode(), name)
    except Unreadable:
        return
    spans = [*document.sentences]
    assert all(document.text[start:end].strip() == document.text[start:end] != "" for start, end in spans)
    assert [origin.start for origin in document.origins] == sorted(origin.start for origin in document.origins)
    assert all(document.text[cell.start : cell.start + len(cell.text)] == cell.text for table in document.tables for row in table.rows for cell in row)
