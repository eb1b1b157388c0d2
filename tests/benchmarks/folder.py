"""A folder of 300 articles checked as a newsroom's CI job does it: cold, from the cache, in one process and in two.

    python -m tests.benchmarks.folder [ARTICLES]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.news import articles

ROOT = Path(__file__).parents[2]
ARTICLES = 300
LETTERS_AN_ARTICLE = 2_000
"""At least so many: enough letters for the articles that are asked for."""
WRONG = "Spending rose 15% from $100 million to $105 million.\n"
WRONG_EVERY = 25


def main(count: int) -> None:
    """Print seconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        letters = write_articles(Path(folder), count)
        one, _ = seconds(folder, "--no-cache", "--jobs", "1")
        two, cold_report = seconds(folder, "--jobs", "2")
        cached, cached_report = seconds(folder, "--jobs", "2")
        start, _ = seconds(folder, "--no-cache", only="0000.txt")
        assert cold_report == cached_report, "the cache must not change what is said"
        print(f"{count} articles, {letters / 1e6:.2f} million letters, {os.cpu_count()} processors")
        print(f"one article                {start:6.2f} s")
        print(f"cold, one process          {one:6.2f} s")
        print(f"cold, two processes        {two:6.2f} s   {one / two:.2f} times as fast as one")
        print(f"from the cache             {cached:6.2f} s   {two / cached:.2f} times as fast as cold")


def write_articles(folder: Path, count: int) -> int:
    """So many files, every 25th with a wrong sum; the letters in them."""
    texts = articles("en", count * LETTERS_AN_ARTICLE * 3, seed=7)[:count]
    assert len(texts) == count
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text + (f"\n{WRONG}" if number % WRONG_EVERY == 0 else ""), "utf-8")
    return sum(map(len, texts))


def seconds(folder: str, *options: str, only: str = ".") -> tuple[float, str]:
    """How long a run takes from the start of the process to its end, and what it printed."""
    command = [sys.executable, "-m", "factcheck", "check", only, "--isolated", "--output-format", "concise", *options]
    began = time.perf_counter()
    ran = subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, encoding="utf-8", check=False)
    took = time.perf_counter() - began
    assert ran.returncode == 1, ran.stderr
    return took, ran.stdout


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
