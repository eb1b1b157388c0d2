"""Which lines of which files have changed since a commit, as git tells; a file that git does not know is all new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcheck.finding import spans
from factcheck.report import WORTH_A_LOOK, Report, Silenced
from factcheck.verdict import Verdict

HUNK = re.compile(r"^@@ -[0-9,]+ \+(?P<first>[0-9]+)(?:,(?P<count>[0-9]+))? @@", re.MULTILINE)
SAFE = ("-c", "core.fsmonitor=", "-c", "core.quotePath=false", "--no-pager", "--literal-pathspecs")
"""A clone's own settings must not make git run a program, or take a file's name for a pattern."""
PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
LONGEST_WAIT = 60


class Unusable(ValueError):
    """Why git cannot tell, in one line."""


class Changes(NamedTuple):
    """What is new in a clone: lines by file, and files that are new altogether."""

    lines: dict[Path, tuple[range, ...]]
    new_files: frozenset[Path]

    def touch(self, file: str) -> bool:
        """Whether anything in a file is new."""
        path = Path(file).resolve()
        return path in self.new_files or path in self.lines

    def hold(self, file: str, line: int) -> bool:
        """Whether a line is new."""
        path = Path(file).resolve()
        return path in self.new_files or any(line in changed for changed in self.lines.get(path, ()))


def changes_since(reference: str, files: Iterable[str]) -> Changes:
    """What has changed in these files since the commit where this branch and `reference` parted. Raises Unusable."""
    lines: dict[Path, tuple[range, ...]] = {}
    new: set[Path] = set()
    for top, paths in _by_clone(files).items():
        commit = _parting(top, reference)
        new |= paths - set(_paths(top, "ls-files", "-z"))
        for path in paths.intersection(_paths(top, "diff", "--name-only", *PLAIN, "-z", commit)):
            shown = _git(top, "diff", "--unified=0", *PLAIN, commit, "--", str(path))
            lines[path] = tuple(range(int(hunk["first"]), int(hunk["first"]) + int(hunk["count"] or 1)) for hunk in HUNK.finditer(shown))
    return Changes(lines, frozenset(new))


def _by_clone(files: Iterable[str]) -> dict[Path, set[Path]]:
    folders: dict[Path, set[Path]] = {}
    for path in (Path(file).resolve() for file in files):
        folders.setdefault(path.parent, set()).add(path)
    clones: dict[Path, set[Path]] = {}
    for folder, paths in folders.items():
        top = Path(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n")).resolve()
        clones.setdefault(top, set()).update(paths)
    return clones


def _parting(top: Path, reference: str) -> str:
    """The commit that HEAD and the reference have in common; the reference's where they have none."""
    try:
        commit = _git(top, "rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}").strip()
    except Unusable:
        raise Unusable(f"{reference}: no such commit; in a shallow clone it must be fetched first") from None
    return _git(top, "merge-base", commit, "HEAD", may_fail=True).strip() or commit


def _paths(top: Path, *arguments: str) -> list[Path]:
    return [top / name for name in _git(top, *arguments).split("\0") if name]


def with_changes_heeded(reports: Sequence[Report], changes: Changes) -> list[Report]:
    """The reports with the findings silenced of which no figure stands in a changed line."""
    return [_heeded(report, changes) for report in reports]


def _heeded(report: Report, changes: Changes) -> Report:
    def is_old(verdict: Verdict) -> bool:
        lines = {report.document.place(offset).line for start, end in spans(verdict) for offset in (start, end - 1)}
        return verdict.level in WORTH_A_LOOK and not any(changes.hold(report.document.source, line) for line in lines)

    answered = {silenced.verdict for silenced in report.silenced}
    more = tuple(Silenced(verdict, "unchanged lines") for verdict in report.verdicts if verdict not in answered and is_old(verdict))
    return msgspec.structs.replace(report, silenced=report.silenced + more) if more else report


def _git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    import subprocess

    try:
        ran = subprocess.run(["git", *SAFE, *arguments], cwd=folder, capture_output=True, timeout=LONGEST_WAIT, stdin=subprocess.DEVNULL, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Unusable(f"git cannot be asked ({type(problem).__name__})") from None
    if ran.returncode and not may_fail:
        said = ran.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise Unusable(said or "no such commit")
    return ran.stdout.decode("utf-8", "surrogateescape") if not ran.returncode else ""
