"""What the command says: reports on standard output, one line for each problem on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from factcheck.reports import Page

TOP_VARIABLES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab say that the clone lies: their paths start there."""
NOTHING_FLAGGED, FLAGGED, UNUSABLE = 0, 1, 2
INTERRUPTED = 130
"""What shells say of a program that Ctrl-C ended."""


class Stop(Exception):
    """Why the command cannot go on, in one line for the person who called it."""


@contextmanager
def complaints_from(option: str, *kinds: type[Exception]) -> Iterator[None]:
    """What is raised inside is the fault of an option's value, or of a file that it names."""
    try:
        yield
    except kinds as problem:
        raise Stop(f"{option} {problem}".lstrip()) from None


def show(text: str) -> None:
    """Put a report on standard output. Raises Stop when that is full; whoever reads a pipe may have seen enough."""
    try:
        _write(sys.stdout, text)
    except OSError as problem:
        # What is still buffered must not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(problem, BrokenPipeError):
            raise Stop(f"the report cannot be written: {problem.strerror}") from None


def say(problem: str) -> None:
    """One line on standard error, in which nothing steers a terminal."""
    from factcheck.reports.terminal.visible import visible, without_commands

    _write(sys.stderr, without_commands(f"factcheck: {visible(problem)}\n"))


def page(*, on_terminal: bool = True) -> Page:
    """Where a report goes: the terminal, if standard output is one that wants colours, or a file."""
    from factcheck import all_rules
    from factcheck.reports import WIDTH_WITHOUT_A_TERMINAL, Page

    width = shutil.get_terminal_size((WIDTH_WITHOUT_A_TERMINAL, 0)).columns if on_terminal else WIDTH_WITHOUT_A_TERMINAL
    in_colour = on_terminal and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    here = os.getcwd()
    top = next(filter(None, map(os.environ.get, TOP_VARIABLES)), here)
    return Page(width, in_colour, os.path.realpath(top), os.path.realpath(here), {rule.name: rule.explanation for rule in all_rules()})


def nearest(name: str, known: list[str]) -> str:
    """A hint for a name that is not known: "; did you mean …?"."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.4)
    return f"did you mean {near[0]}?" if near else ""


def _write(stream: TextIO, text: str) -> None:
    """Written even where the stream's encoding lacks a sign: by its code."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    stream.write(text)
    stream.flush()
