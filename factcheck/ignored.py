"""Which files git ignores: every .gitignore from the top of the clone down, the deepest and last pattern that matches decides."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".gitignore"


class Patterns(NamedTuple):
    """Patterns, as in .gitignore, that start from a folder."""

    folder: Path
    spec: GitIgnoreSpec

    def says(self, path: Path, is_folder: bool) -> bool | None:
        """Whether the path is ignored; None where no pattern matches, or it lies outside."""
        try:
            inside = path.relative_to(self.folder).as_posix()
        except ValueError:
            return None
        if inside == ".":
            return None
        return self.spec.check_file(f"{inside}/" if is_folder else inside).include

    def reach(self, path: Path) -> bool:
        """Whether a file, or a folder above it, is matched."""
        above = [folder for folder in path.parents if folder != self.folder and self.folder in folder.parents]
        return bool(self.says(path, False)) or any(self.says(folder, True) for folder in above)


def patterns(lines: tuple[str, ...], folder: Path) -> Patterns | None:
    """The patterns of some lines; None where there are none. The library is not imported before there are."""
    if not any(line.strip() for line in lines):
        return None
    from pathspec import GitIgnoreSpec

    return Patterns(folder, GitIgnoreSpec.from_lines(lines))


class GitIgnore:
    """What is ignored within the clone that a folder lies in; outside of clones, .gitignore files count from the folder down."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self._read: dict[Path, Patterns | None] = {}

    @cached_property
    def top(self) -> Path:
        """The top folder of the clone, or the folder itself."""
        above = (self.folder, *self.folder.parents)
        return next((folder for folder in above if (folder / ".git").exists()), self.folder)

    def ignores(self, path: Path, is_folder: bool) -> bool:
        """Whether git ignores it; the folders above it are taken not to be ignored themselves."""
        for folder in path.parents:
            found = self._patterns(folder)
            said = found.says(path, is_folder) if found else None
            if said is not None:
                return said
            if folder == self.top:
                break
        return False

    def _patterns(self, folder: Path) -> Patterns | None:
        if folder not in self._read:
            files = [folder / ".git" / "info" / "exclude", folder / IGNORE_FILE] if folder == self.top else [folder / IGNORE_FILE]
            self._read[folder] = patterns(tuple(line for file in files for line in _lines(file)), folder)
        return self._read[folder]


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
