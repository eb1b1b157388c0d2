"""How fast figures are read: `python -m tests.benchmarks.reading [FOLDER OF .txt FILES]`; without a folder on prose that it makes itself.

Prints characters a second for the quick and the complete way, what a figure costs, and what the first call costs.
The prose is as dense as news: about six numbers in digits and one or two in words for a thousand characters.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from claims.find import read
from claims.language import language

SENTENCES_AN_ARTICLE = 30
ARTICLES = 300
ROUNDS = 3
QUIET = [
    "The council met behind closed doors and put off its decision until the autumn, to the dismay of shopkeepers along the high street.",
    "Her lawyers said they would appeal, and declined to comment on reports that the partners had fallen out over the estate.",
    "Engineers had warned for a long time that the embankment above the village was sodden and might give way in a wet winter.",
    "He grew up on a farm near the border, where his parents kept sheep and a small orchard behind the house.",
    "The ministry gave no reason for the delay, but officials pointed to a shortage of inspectors and a backlog of claims.",
]
FIGURED = [
    "Sales rose {p} percent to ${m} billion in {y}, the company said.",
    "The ferry carried {n} passengers in {y}, up from {n} a year earlier.",
    "The bill comes to £{m}m, or {p}% of the budget, said the auditor, who looked at {n} invoices.",
    "About {n} people marched on May {d}, {y}, most of them from the three valleys.",
    "The river rose {p} metres above its mark, and nearly two-thirds of the {n} houses were flooded.",
    "Wages went up by {p} per cent while prices rose {p} per cent, a loss of €{m} a week for a family of four.",
]


def prose(seed: int = 1) -> list[str]:
    """Articles of the density of news, the same for the same seed."""
    chance = random.Random(seed)

    def sentence() -> str:
        if chance.random() < 0.72:
            return chance.choice(QUIET)
        return chance.choice(FIGURED).format(
            p=round(chance.uniform(0.1, 40), 1), m=round(chance.uniform(1, 900), 1), n=f"{chance.randrange(100, 90_000):,}", y=chance.randrange(1980, 2026), d=chance.randrange(1, 29)
        )

    return [" ".join(sentence() for _ in range(SENTENCES_AN_ARTICLE)) for _ in range(ARTICLES)]


def seconds(texts: Sequence[str], *, completely: bool) -> tuple[float, int]:
    """The least processor time of some rounds, and how many figures and days were found."""
    tongue, best, found = language("en"), float("inf"), 0
    for _ in range(ROUNDS):
        started = time.process_time()
        found = sum(len(page.figures) + len(page.days) for page in (read(text, tongue, completely=completely) for text in texts))
        best = min(best, time.process_time() - started)
    return best, found


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    texts = [path.read_text("utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))] if folder else prose()
    size = sum(map(len, texts))
    language("en")
    for name, completely in (("quick", False), ("complete", True)):
        took, found = seconds(texts, completely=completely)
        print(f"{name:9s} {size / took / 1e6:6.1f} MB/s   {took / found * 1e6:6.1f} µs a figure   {found / size * 1e3:.1f} figures and days a kB")
    unlike = sum(read(text, language("en")) != read(text, language("en"), completely=True) for text in texts)
    print(f"texts that the two ways read differently: {unlike} of {len(texts)}")
    first = "import time; from claims import figures_in; figures_in('It rose 5 percent.'); print(time.process_time())"
    bare = "import time; print(time.process_time())"
    print(f"import and first call: {(_least(first) - _least(bare)) * 1e3:.0f} ms of CPU")


def _least(program: str) -> float:
    """The least of some runs, the compiled modules kept as they are for everyone who uses them."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return min(float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=surroundings).stdout) for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
