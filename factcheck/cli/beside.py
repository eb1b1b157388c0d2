"""The files beside the texts: data and sources, found and read once before any text is checked, so that each bad one costs one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from claims.read import FORMATS, STANDARD_INPUT, Unreadable, read
from factcheck.cli.plan import Plan
from factcheck.paths import files_in
from factcheck.reports import Unread


class Beside(NamedTuple):
    """The files that can be read, and a word on every other."""

    data: tuple[str, ...]
    sources: tuple[str, ...]
    unread: list[Unread]


def beside(plan: Plan) -> Beside:
    """What the texts are held against."""
    if not plan.data and not plan.sources:
        return Beside((), (), [])
    from factcheck.sources import source_in

    data, not_data = _readable("--data", plan.data, plan, read)
    sources, no_sources = _readable("--source", plan.sources, plan, source_in)
    return Beside(data, sources, [*not_data, *no_sources])


def _readable(option: str, paths: Sequence[str], plan: Plan, reads: Callable[[str], object]) -> tuple[tuple[str, ...], list[Unread]]:
    files, barren = files_in(paths, FORMATS, plan.excludes)
    unread = [Unread(path, f"{option} {path}: holds no file that can be read") for path in barren]
    good = []
    for file in files:
        if file == STANDARD_INPUT:
            unread.append(Unread(file, f"{option} {file}: name a file; standard input is for the text"))
            continue
        try:
            reads(file)
            good.append(file)
        except Unreadable as problem:
            unread.append(Unread(file, f"{option} {problem}"))
        except Exception as problem:  # a fault of ours in one file must not cost the others
            unread.append(Unread(file, f"{option} {file}: internal error ({type(problem).__name__}: {problem}); please report it"))
    return tuple(good), unread
