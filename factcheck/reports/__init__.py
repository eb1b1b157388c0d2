"""Reports: one file or folder, one format, each with `write(reports, unread, page) -> str`.

The formats are found by listing this folder; a format's name is its file's name, with dashes.
"""

from __future__ import annotations

import importlib
import os.path
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from factcheck.report import Report
from factcheck.verdict import Outcome

WIDTH_WITHOUT_A_TERMINAL = 100
STANDARD_INPUT = "-"


class Page(NamedTuple):
    """Where a report goes.

    width         in columns
    in_colour     whether it can show colours
    folder        where its readers' paths start: the top of a clone; "" leaves paths as they are
    run_in        the folder in which files were named
    explanations  of each law
    """

    width: int = WIDTH_WITHOUT_A_TERMINAL
    in_colour: bool = False
    folder: str = ""
    run_in: str = ""
    explanations: Mapping[str, str] = {}

    def path(self, source: str) -> str:
        """A file's name as seen from the folder, with forward slashes; as it is where it lies outside."""
        whole = os.path.normpath(os.path.join(self.run_in, source))
        if source != STANDARD_INPUT and self.folder and whole.startswith(self.folder.rstrip(os.sep) + os.sep):
            source = os.path.relpath(whole, self.folder)
        return PurePath(source).as_posix()


class Unread(NamedTuple):
    """A file that was not checked, and why."""

    source: str
    reason: str


class Counts(NamedTuple):
    """How much was read and what came of it."""

    figures: int
    days: int
    claims_checked: int
    flagged: int
    undecided: int
    unchecked: int
    silenced: int


def counts(reports: Sequence[Report]) -> Counts:
    """The counts over all reports; a claim is checked when some rule has judged it."""
    not_judged = (Outcome.UNDECIDED, Outcome.FOLLOWS)
    return Counts(
        figures=sum(len(report.figures) for report in reports),
        days=sum(len(report.days) for report in reports),
        claims_checked=sum(len({verdict.claim for verdict in report.verdicts if verdict.outcome not in not_judged}) for report in reports),
        flagged=sum(len(report.flagged) for report in reports),
        undecided=sum(len(report.undecided) for report in reports),
        unchecked=sum(len(report.unchecked) for report in reports),
        silenced=sum(len(report.silenced) for report in reports),
    )


def many(count: int, noun: str) -> str:
    """A count with its noun: "1 file", "2 files"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


Write = Callable[[Sequence[Report], Sequence[Unread], Page], str]


def formats() -> tuple[str, ...]:
    """The name of every format."""
    return tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)))


def writer(name: str) -> Write:
    """The writer of a format; nothing but that format is imported."""
    write: Write = importlib.import_module(f"{__name__}.{name.replace('-', '_')}").write
    return write
