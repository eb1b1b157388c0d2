"""Writes the lexicon: `python -m claims.lexicon` after a change to a language's file, or to the versions of babel and pint."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from claims.lexicon import FOLDER, LANGUAGES, cldr, measures
from claims.lexicon.language_file import compiled
from claims.wording.laying_out import laid_out

MOST_ON_A_LINE = 100


def files() -> dict[str, str]:
    """Every file of the lexicon: its name and what must stand in it."""
    names = {name for code in cldr.LANGUAGES_WITH_UNITS for name in cldr.locale(code)["unit_patterns"]}
    written = {"units.json": one_entry_a_line({unit: measures.row(unit) for unit in measures.all_keys(names)})}
    for path in sorted(LANGUAGES.glob("*.toml")):
        written[f"{path.stem}.json"] = one_entry_a_line(compiled(path))
    for path in sorted((LANGUAGES / "wordings").glob("*.toml")):
        written[f"wordings/{path.stem}.json"] = one_entry_a_line(msgspec.to_builtins(laid_out(path.read_bytes())))
    return written


def one_entry_a_line(value: dict[str, Any]) -> str:
    """JSON that reads well in a diff: tables sorted, one entry of a table, or of a long list of lists, a line."""
    lines = []
    for name, entry in sorted(value.items()):
        if isinstance(entry, dict) and any(isinstance(part, dict | list) or len(entry) > 4 for part in entry.values()):
            inner = ",\n".join(f"  {_line(word)}: {_line(meaning)}" for word, meaning in sorted(entry.items()))
            lines.append(f" {_line(name)}: {{\n{inner}\n }}")
        elif isinstance(entry, list) and len(entry) > MOST_ON_A_LINE and isinstance(entry[0], list):
            inner = ",\n".join(f"  {_line(part)}" for part in entry)
            lines.append(f" {_line(name)}: [\n{inner}\n ]")
        else:
            lines.append(f" {_line(name)}: {_line(entry)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


if __name__ == "__main__":
    for name, text in files().items():
        Path(FOLDER / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(text.splitlines())} lines")
