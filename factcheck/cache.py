"""The cache: reports of files that were checked before, by what is in them and by what would make the report another one.

It lies in a folder of its own that git ignores, and holds plain values. Whatever is wrong with it costs time and nothing else.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

FOLDER = ".factcheck_cache"
PACKAGES = ("claims", "factcheck")
OF_A_PROGRAM = re.compile("[0-9a-f]{16}")
MOST_REPORTS = 20_000
"""Some hundred megabytes of reports on articles; the longest unused go first."""


class Cache:
    """The reports of one program: another version, rule or word list never meets them."""

    def __init__(self, folder: Path, program: str) -> None:
        self.folder = folder / program
        self.is_usable = _prepared(folder, self.folder)

    def get(self, key: str) -> bytes | None:
        """What was put there; None where there is nothing."""
        if not self.is_usable:
            return None
        try:
            return (self.folder / key[:2] / key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, content: bytes) -> None:
        """Kept for the next run, whole or not at all."""
        if not self.is_usable:
            return
        file = self.folder / key[:2] / key
        unfinished = file.with_name(f"{key}.{os.getpid()}")
        with suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            unfinished.write_bytes(content)
            os.replace(unfinished, file)

    def tidy(self) -> None:
        """Throw away what is beyond the limit."""
        if not self.is_usable:
            return
        with suppress(OSError):
            files = sorted((file.stat().st_mtime, file) for file in self.folder.glob("*/*"))
            for _, file in files[: max(0, len(files) - MOST_REPORTS)]:
                file.unlink()


@cache
def this_program() -> str:
    """The program's name in the cache: made of every file of its packages, by size and time, and of where its exchange rates come from."""
    from hashlib import sha256

    told = sha256()
    for line in sorted(_files()):
        told.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()[:16]


def key_of(content: bytes, *circumstances: str | None) -> str:
    """The name of a report: of the file's bytes, and of all else that it hangs on."""
    from hashlib import sha256

    told = sha256(content)
    for circumstance in circumstances:
        told.update(f"\0{circumstance}".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _files() -> Iterator[str]:
    root = Path(__file__).parents[1]
    for package in PACKAGES:
        for folder, _, names in os.walk(root / package):
            for name in names:
                if not name.endswith(".pyc"):
                    path = os.path.join(folder, name)
                    status = os.stat(path)
                    yield f"{path} {status.st_size} {status.st_mtime_ns}"
    yield from (f"{path} {path.stat().st_mtime_ns}" for path in root.glob("*.dist-info"))


def _prepared(folder: Path, own: Path) -> bool:
    """Makes the folders, and clears away what other programs left; a link is not followed to who knows where."""
    try:
        if folder.is_symlink():
            return False
        if not own.is_dir():
            own.mkdir(parents=True)
            (folder / ".gitignore").write_text("*\n", "utf-8")
            for other in folder.iterdir():
                if other != own and OF_A_PROGRAM.fullmatch(other.name) and not other.is_symlink():
                    shutil.rmtree(other, ignore_errors=True)
    except OSError:
        return False
    return not own.is_symlink()
