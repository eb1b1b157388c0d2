"""How fast texts are checked, and what part of that each stage takes: `python -m tests.benchmarks.checking`."""

from __future__ import annotations

import time
from collections.abc import Callable

from claims import claims_in
from claims.find import read
from claims.language import language
from claims.read.plain import document_from
from factcheck import check_text
from tests.benchmarks.news import articles

LETTERS = 120_000
MANY_FIGURES = 10_000
ROUNDS = 3


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of some rounds."""
    took = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
    return min(took)


def main() -> None:
    texts, tongue = articles("en", LETTERS), language("en")
    size = sum(map(len, texts))
    check_text(texts[0], language="en")
    documents = [document_from(text, language="en", published=None) for text in texts]
    whole = seconds(lambda: [check_text(text, language="en") for text in texts])
    taken = seconds(lambda: [document_from(text, language="en", published=None) for text in texts])
    found = seconds(lambda: [read(text, tongue) for text in texts])
    related = seconds(lambda: [claims_in(document) for document in documents]) - found
    print(f"check_text: {size / whole / 1e6:.2f} MB/s")
    for name, part in (("read", taken), ("find", found), ("relate", related), ("judge", whole - taken - found - related)):
        print(f"  {name:7s} {part / whole:5.0%}")
    long = "".join(articles("en", MANY_FIGURES * 200))
    document = document_from(long, language="en", published=None)
    count = len(read(long, tongue).figures)
    print(
        f"{count} figures in one document: {seconds(lambda: check_text(long, language='en'), 1):.2f} s, "
        f"of which finding and relating {seconds(lambda: claims_in(document), 1):.2f} s"
    )


if __name__ == "__main__":
    main()
