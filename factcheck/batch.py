"""Many files checked: from the cache, one after the other, or in several processes; the reports come in the order of the files and are the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import PurePath
from typing import NamedTuple

import msgspec

from claims.document import Published
from claims.read import STANDARD_INPUT, Unreadable, content_of, document_in
from factcheck.cache import Cache, key_of
from factcheck.outside import RateOfDay
from factcheck.report import Report
from factcheck.reports import Unread
from factcheck.stored import restored, stored

FEWEST_A_PROCESS = 16
"""Fewer files are checked before a process has started."""
SHARES_A_PROCESS = 4
"""Each process gets its files in so many shares, so that none ends long before the others."""

Tell = Callable[[int], None]
"""Told now and then how many files are done."""


class Asked(NamedTuple):
    """One file, and the language that its settings name."""

    path: str
    language: str | None = None


class How(NamedTuple):
    """What holds for all files of a run: the day they appeared, the rates they are held against, the name that standard input has.

    data, sources  files that can be read: whose tables the texts are held against, and which the texts were written from
    """

    published: date | None = None
    rates: str | None = None
    stdin_filename: str | None = None
    data: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Checked(NamedTuple):
    """What came of the files, in their order, and how many reports were at hand already."""

    outcomes: tuple[Report | Unread, ...]
    from_cache: int


Outcome = bytes | Unread


def check_files(files: Sequence[Asked], how: How, cache: Cache | None, jobs: int, rates: RateOfDay | None, tell: Tell = lambda _: None) -> Checked:
    """Check every file; `rates` are those that `how.rates` names."""
    found: dict[int, Outcome] = {}
    for number, file in enumerate(files):
        if cache and file.path != STANDARD_INPUT and (kept := _kept(file, how, cache)) is not None:
            found[number] = kept
    from_cache = len(found)
    left = [number for number in range(len(files)) if number not in found]
    tell(from_cache)
    alone = jobs < 2 or len(left) < 2 * FEWEST_A_PROCESS or how.rates is not None
    for number, outcome in _one_by_one(files, left, how, cache, rates) if alone else _in_processes(files, left, how, cache, jobs):
        found[number] = outcome
        tell(len(found))
    if cache and left:
        cache.tidy()
    return Checked(tuple(_shown(found[number], file, how, rates) for number, file in enumerate(files)), from_cache)


def _one_by_one(files: Sequence[Asked], left: Sequence[int], how: How, cache: Cache | None, rates: RateOfDay | None) -> Iterator[tuple[int, Outcome]]:
    return ((number, _checked(files[number], how, cache, rates)) for number in left)


def _in_processes(files: Sequence[Asked], left: Sequence[int], how: How, cache: Cache | None, jobs: int) -> Iterator[tuple[int, Outcome]]:
    from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait

    here = [number for number in left if files[number].path == STANDARD_INPUT] or left[:1]
    first = list(_one_by_one(files, here, how, cache, None))  # what it takes to check is loaded now, once for every process that is forked
    left = [number for number in left if number not in here]
    size = max(FEWEST_A_PROCESS, -(-len(left) // (jobs * SHARES_A_PROCESS)))
    shares = [left[start : start + size] for start in range(0, len(left), size)]
    with ProcessPoolExecutor(min(jobs, len(shares))) as pool:
        running: dict[Future[list[Outcome]], list[int]] = {pool.submit(_share, [files[number] for number in share], how, cache): share for share in shares}
        yield from first
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                share = running.pop(future)
                try:
                    yield from zip(share, future.result(), strict=True)
                except (OSError, RuntimeError):  # a process was killed: its files are checked here
                    yield from _one_by_one(files, share, how, cache, None)


def _share(files: Sequence[Asked], how: How, cache: Cache | None) -> list[Outcome]:
    return [_checked(file, how, cache, None) for file in files]


def _checked(file: Asked, how: How, cache: Cache | None, rates: RateOfDay | None) -> Outcome:
    """The report on one file, stored; a fault of ours in it must not cost the others."""
    from factcheck import check_document

    name = _name(file, how)
    try:
        content = content_of(file.path)
        document = document_in(content, name, language=file.language, published=Published(how.published, "given") if how.published else None)
        outcome = stored(check_document(document, rates=rates, data=how.data, sources=how.sources))
    except Unreadable as problem:
        return Unread(name, str(problem))
    except Exception as problem:
        return Unread(name, f"{name}: internal error ({type(problem).__name__}: {problem}); please report it")
    if cache and file.path != STANDARD_INPUT:
        cache.put(_key(content, file, how), outcome)
    return outcome


def _kept(file: Asked, how: How, cache: Cache) -> bytes | None:
    try:
        return cache.get(_key(content_of(file.path), file, how))
    except Unreadable:
        return None  # said when it is checked


def _key(content: bytes, file: Asked, how: How) -> str:
    beside = (_told(how.rates), *map(_told, how.data), "from", *map(_told, how.sources))
    return key_of(content, PurePath(file.path).suffix.lower(), file.language, str(how.published), *beside)


def _told(file: str | None) -> str:
    """A file of rates, of data or a source by what is in it, and what its ending says of that."""
    if file is None or not os.path.isfile(file):
        return str(file)
    status = os.stat(file)
    return _told_of_content(file, status.st_size, status.st_mtime_ns)


@cache
def _told_of_content(file: str, _size: int, _changed: int) -> str:
    with open(file, "rb") as stream:
        return key_of(stream.read(), PurePath(file).name)


def _shown(outcome: Outcome, file: Asked, how: How, rates: RateOfDay | None) -> Report | Unread:
    """A report under the name that the file has in this run: the cache knows it by its content."""
    if isinstance(outcome, Unread):
        return outcome
    try:
        report = restored(outcome)
    except msgspec.MsgspecError:
        checked = _checked(file, how, None, rates)
        if isinstance(checked, Unread):
            return checked
        report = restored(checked)
    name = _name(file, how)
    return report if report.document.source == name else msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, source=name))


def _name(file: Asked, how: How) -> str:
    return how.stdin_filename or file.path if file.path == STANDARD_INPUT else file.path
