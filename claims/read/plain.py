"""Plain text → Document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claims.document import Document, Origin, Published
from claims.read.encoding import decoded
from claims.read.guess import DEFAULT, language_of
from claims.read.languages import habits_of
from claims.read.sentence import lines, paragraphs, sentences
from claims.read.unreadable import Unreadable

LANGUAGES = Path(__file__).parent.parent / "languages"


def read(content: bytes, source: str, language: str | None = None, published: Published | None = None) -> Document:
    """The document in a text file's bytes. Raises Unreadable."""
    text, remark = decoded(content, source)
    if not text.strip():
        raise Unreadable(source, "is empty; nothing to check")
    return document_from(text, source, language, published, (remark,) if remark else ())


def document_from(
    text: str,
    source: str = "-",
    language: str | None = None,
    published: Published | None = None,
    remarks: Sequence[str] = (),
) -> Document:
    """A document of a text as it is: every offset in it is one in `text`. Without a language it is worked out; of "en-US" it is the "en"."""
    if language is not None:
        language = language.split("-")[0].lower()
    else:
        language, said = language_in(text)
        remarks = (*remarks, *said)
    return Document(
        source=source,
        text=text,
        language=language,
        published=published,
        sentences=sentences(text, language),
        paragraphs=paragraphs(text),
        origins=tuple(Origin(start, number) for number, (start, _) in enumerate(lines(text), 1)),
        remarks=tuple(remarks),
    )


def known_languages() -> tuple[str, ...]:
    """The languages whose figures can be read, by ISO 639-1 code: each has a file."""
    return tuple(sorted(path.stem for path in LANGUAGES.glob("??.toml")))


def language_in(text: str) -> tuple[str, tuple[str, ...]]:
    """The language of a text, or the default and a remark where that language cannot be read."""
    guessed = language_of(text)
    if guessed == DEFAULT or guessed in known_languages():
        return guessed, ()
    return DEFAULT, (f"looks like {habits_of(guessed).name}, which cannot be read yet: read as {habits_of(DEFAULT).name}",)
