"""Which files to check: files as named, globs, and folders with every file in them that can be read, less what git ignores or a pattern excludes."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from glob import glob
from pathlib import Path

from factcheck.ignored import GitIgnore

GLOB_SIGNS = frozenset("*?[")
STANDARD_INPUT = "-"
IsExcluded = Callable[[Path, bool], bool]
"""Whether a file (False) or folder (True) is passed over."""


def files_in(paths: Sequence[str], endings: Collection[str], is_excluded: IsExcluded, *, even_if_named: bool = False) -> tuple[list[str], list[str]]:
    """The files in the order of the paths, each once, and the folders and globs of which none is left.

    A file that is named is checked whatever its ending, and even if it is excluded, unless `even_if_named`.
    """
    files: dict[str, None] = {}
    barren = []
    for path in paths:
        found = list(_files_at(path, endings, is_excluded, even_if_named))
        if not found:
            barren.append(path)
        files.update(dict.fromkeys(found))
    return list(files), barren


def _files_at(path: str, endings: Collection[str], is_excluded: IsExcluded, even_if_named: bool) -> Iterator[str]:
    if os.path.isdir(path):
        yield from _walk(path, endings, is_excluded, GitIgnore(Path(path)))
    elif path != STANDARD_INPUT and GLOB_SIGNS & set(path) and not os.path.lexists(path):
        matches = sorted(match for match in glob(path, recursive=True) if not os.path.isdir(match))
        yield from (match for match in matches if not is_excluded(Path(match).absolute(), False))
        if not matches:
            yield path  # a file that is missing, with brackets in its name
    elif path == STANDARD_INPUT or not even_if_named or not is_excluded(Path(path).absolute(), False):
        yield path


def _walk(folder: str, endings: Collection[str], is_excluded: IsExcluded, git: GitIgnore) -> Iterator[str]:
    """Every file below, in the order of the names; hidden ones and links to folders are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        readable = is_folder or (entry.is_file() and Path(entry.name).suffix.lower() in endings)
        if entry.name.startswith(".") or not readable:
            continue
        path = Path(entry.path).absolute()
        if is_excluded(path, is_folder) or git.ignores(path, is_folder):
            continue
        if is_folder:
            yield from _walk(entry.path, endings, is_excluded, git)
        else:
            yield _plain(entry.path)


def _plain(path: str) -> str:
    """Without "./", unless the file would then be taken for an option or for standard input."""
    short = path.removeprefix("./")
    return path if short.startswith("-") else short
