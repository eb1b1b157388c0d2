"""The command `factcheck`: check, figures, rules, explain, calc, and their options.

Exit code 0: nothing flagged; 1: something flagged; 2: a file or an option could not be used.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli.reviewing import decide, review
from factcheck.cli.sheet import sheet
from factcheck.cli.speaking import INTERRUPTED, UNUSABLE, Stop, say, show

if TYPE_CHECKING:
    from factcheck.cli.plan import Request

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)


def _complete_formats() -> list[str]:
    from factcheck.cli.plan import formats

    return formats()


def _complete_rules() -> list[str]:
    from factcheck.cli.plan import rule_names

    return rule_names()


Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders and globs; - is standard input.", show_default=False)]
Language = Annotated[str | None, typer.Option(metavar="xx", help="Language of the text, ISO 639-1; else worked out.", show_default=False)]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD; else worked out from the text.", show_default=False)]
OutputFormat = Annotated[
    str | None, typer.Option(metavar="FORMAT", help="How to print it: terminal, concise, json, sarif, …", autocompletion=_complete_formats, show_default=False)
]
Output = Annotated[list[str] | None, typer.Option(metavar="FORMAT=PATH", help="Write a report to a file as well; may be repeated.", show_default=False)]
Rates = Annotated[str | None, typer.Option(metavar="FILE|live", help="Your own exchange rates (CSV), or a web service's.", show_default=False)]
DataFiles = Annotated[list[str] | None, typer.Option(metavar="FILE", help="Hold the text against this file's tables too; may be repeated.", show_default=False)]
Sources = Annotated[
    list[str] | None, typer.Option(metavar="FILE", help="Tie each figure to this file that the text was written from; may be repeated.", show_default=False)
]
FailLevel = Annotated[str | None, typer.Option(metavar="LEVEL", help="Exit with 1 from this level on: error, warning, note, never.", show_default=False)]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is flagged.")]
Select = Annotated[list[str] | None, typer.Option(metavar="RULE,…", help="Only these rules.", autocompletion=_complete_rules, show_default=False)]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULE,…", help="Not these rules.", autocompletion=_complete_rules, show_default=False)]
Exclude = Annotated[list[str] | None, typer.Option(metavar="PATTERN", help="Pass over files and folders, as in .gitignore.", show_default=False)]
ForceExclude = Annotated[bool, typer.Option("--force-exclude", help="Pass over excluded files even when they are named.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count findings by rule instead of listing them.")]
DiffBase = Annotated[
    str | None, typer.Option("--diff-base", "--since", metavar="REF", help="Only what stands in lines changed since this commit.", show_default=False)
]
ShowSettings = Annotated[bool, typer.Option("--show-settings", help="Print the settings that hold, and where from.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Heed no file of settings.")]
SettingsFile = Annotated[str | None, typer.Option("--settings", metavar="FILE", help="This file of settings and no other.", show_default=False)]
Baseline = Annotated[str | None, typer.Option(metavar="FILE", help="Findings that are known and not flagged again.", show_default=False)]
WriteBaseline = Annotated[bool, typer.Option("--write-baseline", help="Write what is found now to the baseline.")]
PruneBaseline = Annotated[bool, typer.Option("--prune-baseline", help="Take what is gone out of the baseline.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Check everything anew.")]
CacheFolder = Annotated[str | None, typer.Option("--cache-dir", metavar="FOLDER", help="Where the cache lies.", show_default=False)]
Jobs = Annotated[int, typer.Option(metavar="N", min=0, max=256, help="Processes at most; 0: as many as there are processors.")]
StdinFilename = Annotated[str | None, typer.Option(metavar="NAME", help="What standard input is called in reports and settings.", show_default=False)]
Watch = Annotated[bool, typer.Option("--watch", help="Check again after every change.")]


@contextmanager
def _stopping() -> Iterator[None]:
    """What makes it impossible to go on is said in one line."""
    try:
        yield
    except Stop as problem:
        say(str(problem))
        raise typer.Exit(UNUSABLE) from None
    except KeyboardInterrupt:  # 1 would say that something was flagged
        raise typer.Exit(INTERRUPTED) from None


def _print_version(is_asked: bool) -> None:
    if is_asked:
        from factcheck.version import version_line

        show(version_line())
        raise typer.Exit()


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """Checks whether the figures in a text can all be true."""


@app.command()
def check(
    context: typer.Context,
    paths: Paths = None,
    published: Published = None,
    language: Language = None,
    output_format: OutputFormat = None,
    output: Output = None,
    rates: Rates = None,
    data: DataFiles = None,
    source: Sources = None,
    select: Select = None,
    ignore: Ignore = None,
    exclude: Exclude = None,
    force_exclude: ForceExclude = False,
    stdin_filename: StdinFilename = None,
    diff_base: DiffBase = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    prune_baseline: PruneBaseline = False,
    fail_level: FailLevel = None,
    exit_zero: ExitZero = False,
    statistics: Statistics = False,
    settings: SettingsFile = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
    no_cache: NoCache = False,
    cache_dir: CacheFolder = None,
    jobs: Jobs = 0,
    watch: Watch = False,
) -> None:
    """Check the figures of each file against each other, the calendar, and the exchange rates of the day."""
    request = _request(context)
    with _stopping():
        if show_settings:
            return show(_settings_shown(request))
        if not paths:
            raise Stop("check what? Name files or folders, or - for standard input; factcheck check --help")
        raise typer.Exit(_watched(request) if watch else _run(request))


@app.command()
def figures(
    context: typer.Context,
    paths: Paths,
    published: Published = None,
    language: Language = None,
    exclude: Exclude = None,
    settings: SettingsFile = None,
    isolated: Isolated = False,
) -> None:
    """List every figure and day that is read, one line each."""
    from factcheck.cli.desk import read_figures
    from factcheck.cli.plan import plan_of

    with _stopping():
        raise typer.Exit(read_figures(plan_of(_request(context))))


@app.command()
def rules() -> None:
    """List the laws that claims are held to."""
    from factcheck import all_rules

    laws = {rule.name: rule for rule in all_rules()}
    widest = max(map(len, laws), default=0)
    with _stopping():
        show("".join(f"{name:{widest}}  {law.explanation.strip().splitlines()[0]}\n" for name, law in laws.items()))


@app.command()
def explain(
    context: typer.Context,
    rule: Annotated[
        str, typer.Argument(metavar="RULE|FILE:LINE", help="A rule, as in a report; or a line.", autocompletion=_complete_rules, show_default=False)
    ],
    published: Published = None,
    language: Language = None,
    rates: Rates = None,
    data: DataFiles = None,
    source: Sources = None,
) -> None:
    """Explain one rule, with an example that breaks it and one that keeps it; or all that was found on a line of a file."""
    from factcheck.cli.explaining import explanation

    with _stopping():
        show(explanation(rule, _request(context)))


@app.command()
def calc(
    words: Annotated[list[str], typer.Argument(metavar="SUM", help='Such as "1.05 trillion yen / 5 years in dollars on 2022-01-06".', show_default=False)],
    language: Language = None,
    rates: Rates = None,
) -> None:
    """Reckon with figures as articles print them, and show the band that their rounding allows."""
    from factcheck.calculator import Miswritten, calculate
    from factcheck.cli.plan import known_language, rate_of_day
    from factcheck.cli.speaking import complaints_from
    from factcheck.outside import Outside
    from factcheck.outside.exchange import rates_from

    with _stopping():
        outside = Outside(None, rate_of_day(rates) or rates_from(None, say))
        with complaints_from("", Miswritten):
            found = calculate(" ".join(words), outside, known_language(language) or "en")
        sources = "".join(f"source   {source.name}, {source.shown}: {source.citation}\n" for source in found.sources)
        show(f"{found.formula}\nstated   {found.result}\nallowed  {found.allowed}\n{sources}")


def _request(context: typer.Context) -> Request:
    """What was asked, by the names of the options."""
    from factcheck.cli.plan import Request

    given = {name: value for name, value in context.params.items() if value is not None and name in Request._fields}
    lists: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return Request(**lists)


def _settings_shown(request: Request) -> str:
    from factcheck.cli.plan import plan_of
    from factcheck.cli.showing import shown

    return shown(plan_of(request))


def _run(request: Request) -> int:
    from factcheck.cli.desk import run
    from factcheck.cli.plan import plan_of

    return run(plan_of(request))


def _watched(request: Request) -> int:
    from factcheck.cli.watching import watch

    return watch(request)


for _command in (decide, review, sheet):
    app.command()(_command)
