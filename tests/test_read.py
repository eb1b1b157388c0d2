"""Files become documents: encodings, what cannot be read, sentences, paragraphs, the way back to the file, the language."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.read import Unreadable, content, document_from, read
from claims.read.encoding import decoded
from claims.read.guess import language_of
from claims.read.languages import habits
from claims.read.sentence import paragraphs, sentences

NEWS = "The council will spend €5 million – more than last year – on the café’s roof."
NEWS_JA = "市は来年度、屋根の修理に5億円を使うと発表した。\n前の年より多い。\n"


def split(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("encoded", "text", "remark"),
    [
        (NEWS.encode(), NEWS, ""),
        (NEWS_JA.encode(), NEWS_JA, ""),
        (b"\xef\xbb\xbf" + NEWS.encode(), NEWS, "read as UTF-8 with a byte order mark"),
        (NEWS.encode("utf-16"), NEWS, "read as UTF-16"),
        (b"\xfe\xff" + NEWS.encode("utf-16-be"), NEWS, "read as UTF-16"),
        (NEWS.encode("utf-16-le"), NEWS, "read as UTF-16 without a byte order mark"),
        (NEWS.encode("utf-16-be"), NEWS, "read as UTF-16 without a byte order mark"),
        (NEWS_JA.encode("utf-16-le"), NEWS_JA, "read as UTF-16 without a byte order mark"),
        (NEWS_JA.encode("utf-16-be"), NEWS_JA, "read as UTF-16 without a byte order mark"),
        (NEWS.encode("utf-32"), NEWS, "read as UTF-32"),
        (NEWS.encode("cp1252"), NEWS, "not UTF-8: read as Windows-1252"),
        ("Le café a coûté 5 000 francs à la ville.".encode("latin-1"), "Le café a coûté 5 000 francs à la ville.", "not UTF-8: read as Windows-1252"),
        ("caf\u00e9 \u0081 \u00a35".encode("latin-1"), "caf\u00e9 \u0081 \u00a35", "not UTF-8: read as Latin-1"),
        (NEWS_JA.encode("cp932"), NEWS_JA, "read as Shift JIS"),
        (NEWS_JA.encode("euc_jp"), NEWS_JA, "read as EUC-JP"),
    ],
)
def test_encodings_are_told_apart_and_said(encoded: bytes, text: str, remark: str) -> None:
    assert decoded(encoded, "a.txt") == (text, remark)


@pytest.mark.parametrize(
    ("encoded", "said"),
    [
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\xff\xff" * 9, "binary"),
        (bytes(range(256)) * 9, "binary"),
        (b"\x01\x02\x03 5%" * 9, "binary"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xfe\x41", "broken"),
        (b"\xef\xbb\xbf\xff5%", "broken at byte 3"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, encoded: bytes, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(encoded)
    with pytest.raises(Unreadable) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(encoded: bytes) -> None:
    try:
        text, _ = decoded(encoded, "a.txt")
    except Unreadable as refused:
        text = str(refused)
    assert "\0" not in text


def test_missing_folder_and_empty_files_are_refused(tmp_path: Path) -> None:
    for name, holds, said in (("gone.txt", None, "no such file"), ("empty.txt", b"", "is empty"), ("blank.txt", b"\xef\xbb\xbf \r\n\n", "is empty")):
        path = tmp_path / name
        if holds is not None:
            path.write_bytes(holds)
        with pytest.raises(Unreadable, match=said):
            read(path)
    with pytest.raises(Unreadable, match="is a folder"):
        read(tmp_path)
    with pytest.raises(Unreadable, match="cannot be opened"):
        read("nul\0byte.txt")
    with pytest.raises(Unreadable, match="cannot be opened"):
        read("x" * 5000)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(NEWS, "utf-8")
    path.chmod(0)
    with pytest.raises(Unreadable, match="permissions"):
        read(path)


def test_a_file_over_the_limit_is_refused_before_it_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "LARGEST_BYTES", 1024 * 1024)
    path = tmp_path / "large.txt"
    path.write_bytes(b"5% " * (1024 * 1024 // 3) + b"!")
    assert read(path).text.endswith("!")
    path.write_bytes(b"5% " * (1024 * 1024 // 3) + b"!!")
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        read(path)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode())))
    assert read("-").text == NEWS
    monkeypatch.setattr(sys, "stdin", io.StringIO(NEWS))
    assert read("-") == document_from(NEWS, "-")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(Unreadable, match=r"^standard input: is empty"):
        read("-")


ENDS = {
    "en": [
        ["Costs rose to $3.5 million.", "Officials blamed the weather!", "Was it?", "Perhaps …", "Nobody said."],
        ["Gen. Mary Ash of the U.S. Army met Mr. Cole.", "They spoke."],
        ["He lives in the U.S.", "The firm does not."],
        ["The U.S. Treasury paid."],
        ["It opened on Jan. 6 and closed in No. 5 Court.", "Nobody came."],
        ["Acme Inc. Chairman Bo Li left.", "Acme Inc.", "It shut."],
        ['"Prices fell," she said.', '"They will fall again."', "He nodded."],
        ['"Enough!" he said.', "So it was."],
        ["(Sales were flat.)", "Profit was not."],
        ["The river is 300 km long.[1][12]", "It rises in the hills.[a]", "Nobody swims in it."],
        ["The lease ran to 2024.", "It was not renewed."],
    ],
    "de": [
        ["Am 6. Januar stieg der Preis um 3,5 Mio. Euro.", "Das war viel."],
        ["Städte, z. B. Köln, zahlen mehr.", "Es gab sie bis 2020.", "Danach nicht."],
        ["Hr. Dr. Weber wohnt in Nr. 5."],
    ],
    "fr": [["M. Petit a payé 3,5 Mds. d'euros.", "Le maire se tait."]],
    "es": [["El Sr. Gil gastó, p. ej., 5 millones en EE. UU. durante 2020.", "Nada más."]],
    "ja": [["予算は1.5兆円。", "「足りない。」と市長は述べた。", "本当か？", "本当だ！"]],
}


@pytest.mark.parametrize(("language", "expected"), [(language, case) for language, cases in ENDS.items() for case in cases])
def test_sentences_end_where_a_reader_ends_them(language: str, expected: list[str]) -> None:
    assert split(("" if language == "ja" else " ").join(expected), language) == expected


def test_wrapped_lines_are_one_sentence_and_broken_ones_are_not() -> None:
    wrapped = "The harbour authority said on Monday that the\nnew pier would cost 5 million kroner, which is\nmore than planned. Work starts in\nspring."
    assert split(wrapped)[-1] == "Work starts in\nspring."
    assert len(split(wrapped)) == 2
    listed = "Harbour plans\nThe authority will build all of these by the end of the coming year:\n- a pier\n- 2 cranes\n1. dredging\n\n# After that\nnothing"
    assert split(listed) == [
        "Harbour plans",
        "The authority will build all of these by the end of the coming year:",
        "- a pier",
        "- 2 cranes",
        "1. dredging",
        "# After that",
        "nothing",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts(end: str) -> None:
    text = end.join(["Pier to cost more", "", "  It rises 5%.", "", "", "The end."])
    document = document_from(text, "a.txt")
    assert [text[slice(*span)] for span in document.paragraphs] == ["Pier to cost more", "It rises 5%.", "The end."]
    assert document.sentences == document.paragraphs
    places = [document.place(text.index(word)) for word in ("Pier", "5%", "end")]
    assert [(place.line, place.column) for place in places] == [(1, 1), (3, 12), (6, 5)]


@given(st.text(st.sampled_from("aB1 .!?…。」\"')\n\r-#,"), max_size=60), st.sampled_from(["en", "de", "ja", "xx"]))
def test_spans_are_in_order_trimmed_and_cover_every_word(text: str, language: str) -> None:
    for spans in (sentences(text, language), paragraphs(text)):
        at = 0
        for start, end in spans:
            assert at <= start < end
            assert not text[at:start].strip()
            assert text[start:end] == text[start:end].strip()
            at = end
        assert not text[at:].strip()


@pytest.mark.parametrize("hostile", ["." * 500_000, ". " * 250_000, "\n" * 500_000, "a.\n" * 150_000, '."' * 250_000, "x" * 400_000 + "\nB" * 50_000])
def test_hostile_text_takes_time_in_proportion(hostile: str) -> None:
    start = time.process_time()
    document_from(hostile)
    assert time.process_time() - start < 4, "half a megabyte takes half a second at most on a slow machine"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (NEWS, "en"),
        (NEWS_JA, "ja"),
        ("Die Stadt gibt für das Dach rund 5 Mio. Euro aus, und das ist mehr als im Vorjahr.", "de"),
        ("La ville va dépenser 5 millions pour le toit, soit plus que les années passées.", "fr"),
        ("El ayuntamiento gastará 5 millones en el tejado, más que en los años anteriores.", "es"),
        ("A prefeitura vai gastar 5 milhões no telhado, mais do que nos anos anteriores.", "pt"),
        ("市政府将花费500万元修缮屋顶，比往年都多。", "zh"),
        ("12,345 67%", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_worked_out(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_language_that_cannot_be_read_yet_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.read.plain.known_languages", lambda: ("en",))
    document = document_from(NEWS_JA)
    assert (document.language, document.remarks) == ("en", ("looks like Japanese, which cannot be read yet: read as English",))
    assert document_from(NEWS_JA, language="ja").remarks == ()


def test_telltale_words_tell_one_language_from_all_others() -> None:
    rows = habits()
    for code, row in rows.items():
        assert row.name
        for other, its_row in rows.items():
            assert code == other or row.telltales.isdisjoint(its_row.telltales), row.telltales & its_row.telltales
