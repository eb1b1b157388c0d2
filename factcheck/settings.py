"""Settings: what `factcheck.toml` or `[tool.factcheck]` in `pyproject.toml` says; the nearest file above counts, and an unknown key is an error."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

FailLevel = Literal["error", "warning", "note", "never"]
OWN_FILE, SHARED_FILE = "factcheck.toml", "pyproject.toml"
SHARED_TABLE = "tool.factcheck"


class Unusable(ValueError):
    """A file of settings that cannot be used: which, where and what to do, in one line."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """Every key with what it is when nobody sets it.

    language          of the texts, ISO 639-1; None: worked out of each
    select            rules that count; empty: all
    ignore            rules that do not
    per_file_ignores  patterns, as in .gitignore, and the rules that do not count in the files that they match
    exclude           patterns of files and folders to pass over
    fail_level        the lowest level that makes the exit code 1
    output_format     how the report is printed
    rates             a file of exchange rates, or "live"
    baseline          the file of findings that are known
    data              files whose tables the texts are held against
    sources           files that the texts were written from
    """

    language: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    exclude: tuple[str, ...] = ()
    fail_level: FailLevel = "warning"
    output_format: str = "terminal"
    rates: str | None = None
    baseline: str | None = None
    data: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Found(NamedTuple):
    """Settings and the file they stand in, if any; paths and patterns in them start from `folder`."""

    settings: Settings
    file: Path | None
    folder: Path


def nearest_settings(folder: Path) -> Found:
    """The settings for the files of a folder. Raises Unusable."""
    return _nearest(folder.absolute())


def settings_from(file: Path) -> Found:
    """The settings in a file that was named. Raises Unusable."""
    table = _table(file)
    if table is None:
        raise Unusable(f"{file}: has no table [{SHARED_TABLE}]")
    return Found(_settings(table, file), file, file.absolute().parent)


def forget_settings() -> None:
    """Read the files anew from now on: they may have changed."""
    _nearest.cache_clear()


@cache
def _nearest(folder: Path) -> Found:
    for name in (OWN_FILE, SHARED_FILE):
        file = folder / name
        if file.is_file() and (table := _table(file)) is not None:
            return Found(_settings(table, file), file, folder)
    return Found(Settings(), None, folder) if folder.parent == folder else _nearest(folder.parent)


def _table(file: Path) -> dict[str, Any] | None:
    """The settings as written; None where a shared file has none."""
    try:
        written = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        raise Unusable(f"{file}: cannot be read ({getattr(problem, 'strerror', None) or 'not UTF-8'})") from None
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise Unusable(f"{file}: is no TOML ({problem})") from None
    if file.name != SHARED_FILE:
        return written
    tool = written.get("tool")
    table = tool.get("factcheck") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise Unusable(f"{file}: {SHARED_TABLE} is no table")
    return table


def _settings(table: dict[str, Any], file: Path) -> Settings:
    known = Settings.__struct_encode_fields__
    for key in table:
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key.replace("_", "-"), known, n=1, cutoff=0.4)
            hint = f"; did you mean {near[0]}?" if near else f"; the keys are {', '.join(known)}"
            raise Unusable(f"{file}: unknown key {key}{hint}")
    try:
        return msgspec.convert(table, Settings)
    except msgspec.ValidationError as problem:
        raise Unusable(f"{file}: {problem}") from None
