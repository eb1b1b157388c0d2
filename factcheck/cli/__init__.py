"""The command `factcheck`: check, figures, rules, explain.

Exit code 0: nothing flagged; 1: something flagged; 2: a file or an option could not be used.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

if TYPE_CHECKING:
    from factcheck.outside import RateOfDay
    from factcheck.report import Report
    from factcheck.reports import Page, Unread
    from factcheck.rule import Rule

NOTHING_FLAGGED, FLAGGED, UNUSABLE = 0, 1, 2
DISTRIBUTION = "figures-factcheck"

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files to read; - is standard input.", show_default=False)]
Language = Annotated[str | None, typer.Option(metavar="xx", help="Language of the text, ISO 639-1; else worked out.", show_default=False)]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD; else worked out from the text.", show_default=False)]
OutputFormat = Annotated[str, typer.Option(metavar="FORMAT", help="terminal or json.")]
Rates = Annotated[str | None, typer.Option(metavar="FILE|live", help="Your own exchange rates (CSV), or a web service's.", show_default=False)]


def _print_version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            _print(f"factcheck {version(DISTRIBUTION)}\n")
        except PackageNotFoundError:
            _print("factcheck, run from a folder and not installed\n")
        raise typer.Exit()


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """Checks whether the figures in a text can all be true."""


@app.command()
def check(paths: Paths, published: Published = None, language: Language = None, output_format: OutputFormat = "terminal", rates: Rates = None) -> None:
    """Check the figures of each file against each other, the calendar, and the exchange rates of the day."""
    from factcheck.reports import formats, writer

    if output_format not in formats():
        _stop(f"--output-format {output_format}: no such format; choose {' or '.join(formats())}")
    reports, unread = _checked(paths, _day(published), _known(language), _rates(rates))
    _print(writer(output_format)(reports, unread, _page()))
    _leave(UNUSABLE if unread else FLAGGED if any(report.flagged for report in reports) else NOTHING_FLAGGED)


@app.command()
def figures(paths: Paths, published: Published = None, language: Language = None) -> None:
    """List every figure and day that is read, one line each."""
    from factcheck.reports.terminal.readings import readings

    reports, unread = _checked(paths, _day(published), _known(language), None)
    _print("".join(map(readings, reports)))
    _leave(UNUSABLE if unread else NOTHING_FLAGGED)


@app.command()
def rules() -> None:
    """List the laws that claims are held to."""
    laws = _laws()
    widest = max(map(len, laws), default=0)
    _print("".join(f"{name:{widest}}  {law.explanation.strip().splitlines()[0]}\n" for name, law in laws.items()))


@app.command()
def explain(rule: Annotated[str, typer.Argument(metavar="RULE", help="Its name, as in a report.", show_default=False)]) -> None:
    """Explain one rule, with an example that breaks it and one that keeps it."""
    laws = _laws()
    name = rule.replace("_", "-")
    if name not in laws:
        from difflib import get_close_matches

        near = get_close_matches(name, laws, n=1, cutoff=0.4)
        _stop(f"no rule {rule}; " + (f"did you mean {near[0]}?" if near else "factcheck rules lists them"))
    _print(f"{name}\n\n{laws[name].explanation.strip()}\n")


@app.command()
def calc(
    words: Annotated[list[str], typer.Argument(metavar="SUM", help='Such as "1.05 trillion yen / 5 years in dollars on 2022-01-06".', show_default=False)],
    language: Language = None,
    rates: Rates = None,
) -> None:
    """Reckon with figures as articles print them, and show the band that their rounding allows."""
    from factcheck.calculator import Miswritten, calculate
    from factcheck.outside import Outside
    from factcheck.outside.exchange import rates_from

    try:
        found = calculate(" ".join(words), Outside(None, _rates(rates) or rates_from(None, _say)), _known(language) or "en")
    except Miswritten as problem:
        _stop(str(problem))
    sources = "".join(f"source   {source.name}, {source.shown}: {source.citation}\n" for source in found.sources)
    _print(f"{found.formula}\nstated   {found.result}\nallowed  {found.allowed}\n{sources}")


def _checked(paths: Iterable[str], published: date | None, language: str | None, rates: RateOfDay | None) -> tuple[list[Report], list[Unread]]:
    """A report of each file that can be read; each other is said on standard error and does not stop the rest."""
    from claims.read import Unreadable
    from factcheck import check as check_file
    from factcheck.reports import Unread

    reports: list[Report] = []
    unread: list[Unread] = []
    for path in paths:
        try:
            reports.append(check_file(path, language=language, published=published, rates=rates))
        except Unreadable as problem:
            unread.append(Unread(path, str(problem)))
        except Exception as problem:  # a fault of ours in one file must not cost the others
            unread.append(Unread(path, f"{path}: internal error ({type(problem).__name__}: {problem}); please report it"))
        else:
            continue
        _say(unread[-1].reason)
    return reports, unread


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        _stop(f"--published {published}: not a day; write it as 2022-01-06")


def _known(language: str | None) -> str | None:
    from claims.read import known_languages

    if language is not None and language not in known_languages():
        _stop(f"--language {language}: cannot be read; choose {' or '.join(known_languages())}")
    return language


def _rates(choice: str | None) -> RateOfDay | None:
    if choice is None:
        return None
    from factcheck.outside.exchange import rates_from

    try:
        return rates_from(choice, warn=_say)
    except (ValueError, OSError) as problem:
        _stop(f"--rates {problem}")


def _laws() -> dict[str, Rule]:
    from factcheck import all_rules

    return {rule.name: rule for rule in all_rules()}


def _page() -> Page:
    from factcheck.reports import WIDTH_WITHOUT_A_TERMINAL, Page

    width = shutil.get_terminal_size((WIDTH_WITHOUT_A_TERMINAL, 0)).columns
    return Page(width, sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")


def _print(text: str) -> None:
    try:
        _written_to(sys.stdout, text)
    except OSError as problem:
        # What is still buffered must not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(problem, BrokenPipeError):  # whoever reads a pipe may have seen enough
            _stop(f"the report cannot be written: {problem.strerror}")


def _say(problem: str) -> None:
    from factcheck.reports.terminal.visible import visible

    _written_to(sys.stderr, f"factcheck: {visible(problem)}\n")


def _written_to(stream: TextIO, text: str) -> None:
    """Written even where the stream's encoding lacks a sign: by its code."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    stream.write(text)
    stream.flush()


def _stop(problem: str) -> NoReturn:
    _say(problem)
    _leave(UNUSABLE)


def _leave(code: int) -> NoReturn:
    raise typer.Exit(code)
