"""The command `sheet`: the spreadsheet behind an article, written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.speaking import NOTHING_FLAGGED, UNUSABLE, Stop, say

if TYPE_CHECKING:
    from factcheck.cli.plan import Plan
    from factcheck.report import Report

ENDING = ".xlsx"

Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="The file; - is standard input.", show_default=False)]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE.xlsx", help="Where the spreadsheet goes.", show_default=False)]
Sources = Annotated[list[str] | None, typer.Option(metavar="FILE", help="A file that the text was written from; may be repeated.", show_default=False)]
DataFiles = Annotated[list[str] | None, typer.Option(metavar="FILE", help="A file of tables to hold the text against; may be repeated.", show_default=False)]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD; else worked out from the text.", show_default=False)]
Language = Annotated[str | None, typer.Option(metavar="xx", help="Language of the text, ISO 639-1; else worked out.", show_default=False)]
Rates = Annotated[str | None, typer.Option(metavar="FILE|live", help="Your own exchange rates (CSV), or a web service's.", show_default=False)]


def sheet(
    article: Article,
    output: Output,
    source: Sources = None,
    data: DataFiles = None,
    published: Published = None,
    language: Language = None,
    rates: Rates = None,
) -> None:
    """Write the spreadsheet behind an article: every figure, every claim as a live formula, bands, verdicts, sources."""
    from factcheck.cli.plan import Request, plan_of

    try:
        plan = plan_of(
            Request((article,), published=published, language=language, rates=rates, source=tuple(source or ()), data=tuple(data or ()), no_cache=True)
        )
        raise typer.Exit(_written(plan, Path(output)))
    except Stop as problem:
        say(str(problem))
        raise typer.Exit(UNUSABLE) from None


def _written(plan: Plan, output: Path) -> int:
    from factcheck.cli.desk import answered, checked, decisions_here, gather

    _check_output(plan, output)
    gathered = gather(plan)
    if len(gathered.files) > 1:
        raise Stop(f"{plan.request.paths[0]}: holds {len(gathered.files):,} files; name one article")
    reports, unread, _ = checked(plan, gathered.files)
    for file in (*gathered.unread, *unread):
        say(file.reason)
    for report in reports:
        _put(answered(plan, report, decisions_here()), plan, output)
    return UNUSABLE if gathered.unread or unread else NOTHING_FLAGGED


def _check_output(plan: Plan, output: Path) -> None:
    """What would be lost or could not be opened is said before anything is read."""
    if output.suffix.lower() != ENDING:
        raise Stop(f"--output {output}: name a file that ends in {ENDING}")
    if output.resolve() in {Path(file).resolve() for file in (*plan.request.paths, *plan.data, *plan.sources)}:
        raise Stop(f"--output {output}: is one of the files that are read")


def _put(report: Report, plan: Plan, output: Path) -> None:
    from factcheck.outside import Outside
    from factcheck.outside.exchange import rates_from
    from factcheck.sheet import spreadsheet
    from factcheck.writing import write_whole

    published = report.document.published
    content = spreadsheet(report, Outside(published.date if published else None, plan.rate_of_day or rates_from(None, say)))
    try:
        write_whole(output, content)
    except OSError as problem:
        raise Stop(f"--output {output}: cannot be written ({problem.strerror})") from None
    say(f"written to {output}")
