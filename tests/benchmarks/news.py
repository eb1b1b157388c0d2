"""News text that the benchmarks are run on: made from the rows of news.toml by chance, the same for the same seed."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROWS = Path(__file__).with_name("news.toml")
LANGUAGES = ("en", "de", "fr", "es", "ja")
SENTENCES_AN_ARTICLE = 30
SHARE_WITH_FIGURES = 0.22


def articles(language: str, letters: int, seed: int = 1) -> list[str]:
    """Articles of together at least so many letters."""
    made: list[str] = []
    for article in _endlessly(tomllib.loads(ROWS.read_text("utf-8"))[language], random.Random(f"{seed} {language}")):
        made.append(article)
        letters -= len(article)
        if letters <= 0:
            break
    return made


def _endlessly(rows: dict[str, Any], chance: random.Random) -> Iterator[str]:
    while True:
        sentences = [_sentence(rows, chance) for _ in range(SENTENCES_AN_ARTICLE)]
        paragraphs = ["".join(sentences[at : at + 3]).rstrip() for at in range(0, len(sentences), 3)]
        yield "\n\n".join(paragraphs) + "\n"


def _sentence(rows: dict[str, Any], chance: random.Random) -> str:
    if chance.random() >= SHARE_WITH_FIGURES:
        words = rows["space"].join(chance.choice(rows[part]) for part in ("who", "did", "tail"))
        return f"{words}{rows['stop']}"
    row = chance.choice(rows["figured"])
    written = "".join(_filled(part, rows, chance) if at % 2 else part for at, part in enumerate(row.replace("}", "{").split("{")))
    return written.removesuffix(".") + rows["stop"]


def _filled(hole: str, rows: dict[str, Any], chance: random.Random) -> str:
    """What stands in a hole: "percent" 0.1 to 40.0, "decimal" up to 900, "count" in groups, "small" in two digits."""
    match hole:
        case "month":
            return str(chance.choice(rows["months"]))
        case "word":
            return str(chance.choice(rows["words"]))
        case "year":
            return str(chance.randrange(1950, 2026))
        case "day":
            return str(chance.randrange(1, 29))
        case "small":
            return str(chance.randrange(11, 99))
        case "count":
            return f"{chance.choice((chance.randrange(100, 1000), chance.randrange(1000, 90_000), chance.randrange(100_000, 9_000_000))):,}".replace(
                ",", rows["group"]
            )
    return f"{chance.uniform(0.1, 40 if hole == 'percent' else 900):.1f}".replace(".", rows["decimal"])
