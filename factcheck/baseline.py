"""A baseline: the findings of today, counted by file, rule and fingerprint, so that only new ones are flagged tomorrow."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

import msgspec

from factcheck.finding import findings_of
from factcheck.report import Report, Silenced

DEFAULT_NAME = "factcheck-baseline.json"
VERSION = 1
INDENT = 2


class Unusable(ValueError):
    """A baseline that cannot be used, in one line."""


class Known(NamedTuple):
    """What is counted: the file as seen from the baseline, the rule, the fingerprint of the figures."""

    path: str
    rule: str
    fingerprint: str


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often a finding is known in a file."""

    path: str
    rule: str
    fingerprint: str
    count: int


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    version: int
    findings: tuple[Entry, ...]


def read_baseline(file: Path) -> Counter[Known]:
    """What a baseline knows. Raises Unusable."""
    try:
        written = msgspec.json.decode(file.read_bytes(), type=Written)
    except FileNotFoundError:
        raise Unusable(f"{file}: no such baseline; --write-baseline makes one") from None
    except OSError as problem:
        raise Unusable(f"{file}: cannot be read ({problem.strerror})") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise Unusable(f"{file}: is no baseline ({problem})") from None
    if written.version != VERSION:
        raise Unusable(f"{file}: is a baseline of version {written.version}; this factcheck reads {VERSION}")
    known: Counter[Known] = Counter()
    for entry in written.findings:
        known[Known(entry.path, entry.rule, entry.fingerprint)] += max(0, entry.count)
    return known


def counted(reports: Iterable[Report], folder: Path) -> Counter[Known]:
    """What a baseline in `folder` would know of these reports: their findings that nobody else has silenced."""
    return Counter(
        Known(_path(report, folder), finding.verdict.rule, finding.fingerprint)
        for report in reports
        for finding in findings_of(report)
        if finding.silenced is None or finding.silenced.by == "baseline"
    )


def with_baseline_heeded(reports: Sequence[Report], known: Counter[Known], folder: Path) -> list[Report]:
    """The reports with the known findings silenced: of each as many as are known, the first in the text."""
    left = known.copy()
    return [_heeded(report, left, folder) for report in reports]


def still_there(known: Counter[Known], reports: Sequence[Report], folder: Path, need_sources: Collection[str] = ()) -> Counter[Known]:
    """The baseline without what is gone; what it says of files that were not checked stays, as do the rules that `need_sources` where none were given."""
    checked = {_path(report, folder): bool(report.ties) for report in reports}
    now = counted(reports, folder)

    def may_be_gone(entry: Known) -> bool:
        return entry.path in checked and (checked[entry.path] or entry.rule not in need_sources)

    return Counter({entry: min(count, now[entry]) if may_be_gone(entry) else count for entry, count in known.items()})


def as_text(known: Counter[Known]) -> str:
    """The baseline as a file: sorted, so that two people's changes merge."""
    entries = tuple(Entry(*entry, count) for entry, count in sorted(known.items()) if count > 0)
    return msgspec.json.format(msgspec.json.encode(Written(VERSION, entries)), indent=INDENT).decode() + "\n"


def _heeded(report: Report, left: Counter[Known], folder: Path) -> Report:
    path, silenced = _path(report, folder), list(report.silenced)
    for finding in sorted(findings_of(report), key=lambda finding: finding.nth):
        known = Known(path, finding.verdict.rule, finding.fingerprint)
        if finding.silenced is None and left[known] > 0:
            left[known] -= 1
            silenced.append(Silenced(finding.verdict, "baseline"))
    return msgspec.structs.replace(report, silenced=tuple(silenced)) if len(silenced) > len(report.silenced) else report


def _path(report: Report, folder: Path) -> str:
    path = os.path.relpath(report.document.source, folder)
    return PurePath(path).as_posix().encode("utf-8", "backslashreplace").decode()
