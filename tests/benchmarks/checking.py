"""How fast texts are checked, what part of that each stage takes, and what a whole process costs: `python -m tests.benchmarks.checking`."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from compileall import compile_dir
from pathlib import Path
from statistics import median

from claims import claims_in
from claims.find import read
from claims.language import language
from claims.read.plain import document_from
from factcheck import check_text
from tests.benchmarks.news import LANGUAGES, articles

LETTERS = 120_000
MANY_FIGURES = 10_000
ROUNDS = 5
PROCESSES = 7
ROOT = Path(__file__).parents[2]
SPENT = "In {year} the city spent ${after} million on roads, up 5% from ${before} million a year before.\n"
"""A change in each sentence, and all of them checked."""


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of some rounds."""
    took = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
    return min(took)


def news(code: str) -> None:
    """The speed on ordinary news in a language, and the share of each stage."""
    texts, tongue = articles(code, LETTERS), language(code)
    size = sum(map(len, texts))
    documents = [document_from(text, language=code) for text in texts]
    whole = seconds(lambda: [check_text(text, language=code) for text in texts])
    taken = seconds(lambda: [document_from(text, language=code) for text in texts])
    found = seconds(lambda: [read(text, tongue) for text in texts])
    related = seconds(lambda: [claims_in(document) for document in documents]) - found
    shares = (("read", taken), ("find", found), ("relate", related), ("judge", whole - taken - found - related))
    print(f"{code}: check_text {size / whole / 1e6:.2f} million letters a second; " + ", ".join(f"{name} {part / whole:.0%}" for name, part in shares))


def one_document(name: str, text: str) -> None:
    """A long document, and whether half of it takes half the time."""
    half = seconds(lambda: check_text(text[: len(text) // 2], language="en"), 2)
    whole = seconds(lambda: check_text(text, language="en"), 2)
    figures = len(check_text(text, language="en").figures)
    print(f"{figures} figures in one document of {name} ({len(text) / 1e6:.1f} million letters): {whole:.2f} s, {whole / half:.1f} times its half")


def processes() -> None:
    """The processor time of whole processes, with byte code written: the middle of some runs."""
    with tempfile.TemporaryDirectory() as folder:
        for package in ("claims", "factcheck"):
            shutil.copytree(ROOT / package, Path(folder) / package)
            compile_dir(Path(folder) / package, quiet=1)
        article = Path(folder) / "article.txt"
        article.write_text(articles("en", 2_000)[0], "utf-8")
        for arguments in (["--version"], ["check", "--no-cache", "--isolated", str(article)]):
            took = median(_processor_time(folder, arguments) for _ in range(PROCESSES))
            print(f"factcheck {arguments[0]}: {took * 1000:.0f} ms")


def _processor_time(folder: str, arguments: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "factcheck", *arguments], cwd=folder, env={**os.environ, "PYTHONPATH": folder}, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    print(f"{os.cpu_count()} processors, {os.getloadavg()[0]:.0f} waiting")
    for code in LANGUAGES:
        news(code)
    one_document("news", "".join(articles("en", MANY_FIGURES * 200)))
    spent = ((1950 + number % 70, 100 + number % 900) for number in range(MANY_FIGURES // 3))
    dense = (SPENT.format(year=year, before=before, after=f"{before * 1.05:.2f}") for year, before in spent)
    one_document("sums", "".join(dense))
    processes()


if __name__ == "__main__":
    main()
