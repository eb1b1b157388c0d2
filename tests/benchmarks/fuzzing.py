"""Hostile text by chance: `python -m tests.benchmarks.fuzzing [SECONDS] [FOLDER]`, with atheris; what it finds becomes a case.

No text may raise; the figures slice what they print and do not overlap; the quick way reads what the complete way reads.
"""

from __future__ import annotations

import sys


def main() -> None:
    import atheris

    with atheris.instrument_imports(include=["claims"]):
        from claims import lexicon
        from claims.find import read
        from claims.language import language

    languages = lexicon.languages()

    def one(given: bytes) -> None:
        source = atheris.FuzzedDataProvider(given)
        tongue = language(languages[source.ConsumeIntInRange(0, len(languages) - 1)])
        text = source.ConsumeUnicodeNoSurrogates(400)
        found = read(text, tongue)
        reached = 0
        for thing in sorted((*found.figures, *found.days, *found.ordinals), key=lambda thing: thing.span):
            assert thing.printed == text[slice(*thing.span)], (tongue.code, text)
            assert thing.span[0] >= reached, (tongue.code, text)
            reached = thing.span[1]
        assert found == read(text, tongue, completely=True), (tongue.code, text)

    seconds = sys.argv[1] if len(sys.argv) > 1 else "600"
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=1200", "-timeout=20", *sys.argv[2:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
