"""A folder of 300 articles checked as a newsroom's CI job does it: cold, from the cache, in one process and in two.

    python -m tests.benchmarks.folder [ARTICLES]
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.news import articles

ROOT = Path(__file__).parents[2]
ARTICLES = 300
LETTERS_AN_ARTICLE = 2_000
"""At least so many: enough letters for the articles that are asked for."""
WRONG = "Spending rose 15% from $100 million to $105 million.\n"
WRONG_EVERY = 25


class Run(NamedTuple):
    """How long a run took on the clock and of the processors, and what it printed."""

    seconds: float
    processor: float
    report: str


def main(count: int) -> None:
    """Print seconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        letters = write_articles(Path(folder), count)
        one = timed(folder, "--no-cache", "--jobs", "1")
        two = timed(folder, "--no-cache", "--jobs", "2")
        cold = timed(folder, "--jobs", "2")
        cached = timed(folder, "--jobs", "2")
        start = timed(folder, "--no-cache", only="0000.txt")
    assert one.report == two.report == cold.report == cached.report, "neither processes nor the cache may change what is said"
    print(f"{count} articles, {letters / 1e6:.2f} million letters, {os.cpu_count()} processors, {os.getloadavg()[0]:.0f} others waiting")
    print("                        seconds    of processor")
    print(f"one article             {start.seconds:7.2f} {start.processor:10.2f}")
    print(f"all, one process        {one.seconds:7.2f} {one.processor:10.2f}")
    print(f"all, two processes      {two.seconds:7.2f} {two.processor:10.2f}   {one.seconds / two.seconds:.2f} times as fast as one")
    print(f"and into the cache      {cold.seconds:7.2f} {cold.processor:10.2f}   {cold.processor / two.processor:.2f} times the work")
    print(f"from the cache          {cached.seconds:7.2f} {cached.processor:10.2f}   {cold.processor / cached.processor:.1f} times less work")



def write_articles(folder: Path, count: int) -> int:
    """So many files, every 25th with a wrong sum; the letters in them."""
    texts = articles("en", count * LETTERS_AN_ARTICLE * 3, seed=7)[:count]
    assert len(texts) == count
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text + (f"\n{WRONG}" if number % WRONG_EVERY == 0 else ""), "utf-8")
    return sum(map(len, texts))


def timed(folder: str, *options: str, only: str = ".") -> Run:
    """A run from the start of the process to its end."""
    command = [sys.executable, "-m", "factcheck", "check", only, "--isolated", "--output-format", "concise", *options]
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, encoding="utf-8", check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert ran.returncode == 1, ran.stderr
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.perf_counter() - began, worked, ran.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
