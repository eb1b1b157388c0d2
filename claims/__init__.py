"""What the text says: figures and days are found in it, and the claims it makes of them.

    figures_in(text, language)     text → figures
    claims_in(document)            figures → claims: what the text asserts

The folders are the stages of that way (read, find, relate), the files its nouns. This package knows language and no
laws: whether a claim can be true is for `factcheck` to say.
"""

from __future__ import annotations

from claims.figure import Figure


def figures_in(text: str, language: str = "en") -> tuple[Figure, ...]:
    """The figures of a text, in order. Raises LookupError for a language that is not known."""
    from claims.find import read
    from claims.language import language as known

    return read(text, known(language)).figures
