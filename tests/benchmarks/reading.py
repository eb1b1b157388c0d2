"""How fast figures are read: `python -m tests.benchmarks.reading [--long]`, on news that it makes itself, beside two other readers.

Prints megabytes (of UTF-8) a second and what a figure costs, language by language, how many times as fast that is as
quantulum3 and text2num in the same run (extra `bench`), and what the first call costs. `--long` adds ten megabytes read
in both ways, the hostile shapes at a tenth of a megabyte and at one, and the memory of a million calls.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

from claims import figures_in
from claims.find import read
from claims.language import language
from tests.benchmarks.hostile import RESTLESS, SHAPES, hostile, restless
from tests.benchmarks.news import LANGUAGES, articles

LETTERS = 200_000
LETTERS_FOR_OTHERS = 6_000
LETTERS_READ_TWICE = 2_000_000
MEGABYTE = 1_000_000
ROUNDS = 7


def megabytes_a_second(texts: list[str], reading: Callable[[str], object], rounds: int = ROUNDS) -> float:
    """By the least processor time of some rounds."""
    size = sum(len(text.encode()) for text in texts)
    return size / MEGABYTE / min(_seconds(texts, reading) for _ in range(rounds))


def _seconds(texts: Iterable[str], reading: Callable[[str], object]) -> float:
    started = time.process_time()
    for text in texts:
        reading(text)
    return time.process_time() - started


def print_languages() -> float:
    """One line for each language; gives back the speed of English."""
    speeds = {}
    for code in LANGUAGES:
        texts, tongue = articles(code, LETTERS), language(code)
        quick = speeds[code] = megabytes_a_second(texts, lambda text, tongue=tongue: read(text, tongue))  # type: ignore[misc]
        whole = megabytes_a_second(texts[:20], lambda text, tongue=tongue: read(text, tongue, completely=True), 3)  # type: ignore[misc]
        found = sum(len(page.figures) + len(page.days) for page in (read(text, tongue) for text in texts))
        size = sum(len(text.encode()) for text in texts)
        print(
            f"{code}  quick {quick:5.2f} MB/s  complete {whole:5.2f} MB/s  {size / quick / found:6.1f} µs a figure or day  {found / size * 1e3:.1f} a kB"
        )
    return speeds["en"]


def print_others(own: float) -> None:
    """The same news given to other readers; small samples, for they are slow."""
    sample = articles("en", LETTERS_FOR_OTHERS)
    for name, reading in _others():
        speed = megabytes_a_second(sample, reading, 2)
        print(f"{name:11s} {speed * 1e3:8.1f} kB/s: {own / speed:.1f} times as fast as it")


def _others() -> list[tuple[str, Callable[[str], object]]]:
    found: list[tuple[str, Callable[[str], object]]] = []
    try:
        from quantulum3 import parser

        found.append(("quantulum3", parser.parse))
    except ImportError:
        print("quantulum3 is not installed")
    try:
        from text_to_num import alpha2digit

        found.append(("text2num", lambda text: alpha2digit(text, "en")))
    except ImportError:
        print("text2num is not installed")
    return found


def print_both_ways() -> None:
    """Ten megabytes, a fifth in each language, that the quick and the complete way must read alike."""
    for code in LANGUAGES:
        tongue, texts = language(code), articles(code, LETTERS_READ_TWICE, seed=2)
        unlike = sum(read(text, tongue) != read(text, tongue, completely=True) for text in texts)
        print(f"{code}: {unlike} of {len(texts)} texts read differently in the two ways")


def print_hostile() -> None:
    """The slowest shapes at a megabyte, and how much longer that takes than a tenth of it."""
    tongue, rows = language("en"), []
    for shape in SHAPES:
        short, long = (_seconds([hostile(shape, letters)], lambda text: read(text, tongue)) for letters in (MEGABYTE // 10, MEGABYTE))
        rows.append((long, long / max(short, 1e-3), shape))
    for took, growth, shape in sorted(rows, reverse=True):
        print(f"{took:6.2f} s a megabyte, {growth:4.1f} times as long as a tenth of it: {shape!r}")
    for pieces in RESTLESS:
        took = _seconds([restless(pieces, MEGABYTE // 10)], lambda text: read(text, tongue)) * 10
        print(f"{took:6.2f} s a megabyte of what never repeats itself: {pieces!r}")


def print_memory(calls: int = MEGABYTE) -> None:
    """Memory after a tenth of the calls and after all."""
    for at in range(calls):
        figures_in(f"They counted {at} people in 2019.")
        if at in (calls // 10, calls - 1):
            print(f"after {at + 1} calls: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def print_first_call() -> None:
    first = "import time; from claims import figures_in; figures_in('It rose 5 percent.'); print(time.process_time())"
    print(f"import and first call: {(_least(first) - _least('import time; print(time.process_time())')) * 1e3:.0f} ms of CPU")


def _least(program: str) -> float:
    """The least of some runs, the compiled modules kept as they are for everyone who uses them."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return min(
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=surroundings).stdout) for _ in range(ROUNDS)
    )


def main() -> None:
    print_first_call()
    print_others(print_languages())
    if "--long" in sys.argv:
        print_both_ways()
        print_hostile()
        print_memory()


if __name__ == "__main__":
    main()
