"""The report that people read: sentences with their figures underlined, sums written out; in colour on a terminal, plain elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from factcheck.report import Report
from factcheck.reports import Page, Unread
from factcheck.reports.terminal import layout
from factcheck.reports.terminal.visible import without_commands

NARROWEST = 40
WIDEST = 120
"""Longer lines are hard to read."""


def write(reports: Sequence[Report], unread: Sequence[Unread], page: Page) -> str:
    """The report of all files, with a last line of counts."""
    width = min(max(page.width, NARROWEST), WIDEST)
    return painted(layout.lines(reports, len(unread), width, with_carets=not page.in_colour), page)


def painted(lines: Iterable[layout.Line], page: Page) -> str:
    """The lines as they are printed, in colour where the page wants it, and with nothing in them that the log of a build takes for a command."""
    if page.in_colour:
        return without_commands(_in_colour(lines))
    return without_commands("".join(f"{''.join(piece.text for piece in line).rstrip()}\n" for line in lines))


def _in_colour(lines: Iterable[layout.Line]) -> str:
    from rich.console import Console
    from rich.text import Text

    written = StringIO()
    console = Console(file=written, force_terminal=True, color_system="standard", no_color=False, highlight=False, markup=False, emoji=False, width=10_000)
    for line in lines:
        console.print(Text.assemble(*((piece.text, piece.style) for piece in line)), soft_wrap=True)
    return written.getvalue()
