"""The commands `review` and `decide`: what reviewers make of the findings, in a browser or from the command line."""

from __future__ import annotations

import getpass
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from factcheck.cli.speaking import UNUSABLE, Stop, complaints_from, say, show

if TYPE_CHECKING:
    from factcheck.cli.plan import Request
    from factcheck.earlier import Seen
    from factcheck.review import Checked, Review

SAVED = "factcheck-decisions.json"

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders and globs.", show_default=False)]
Place = Annotated[str | None, typer.Argument(metavar="PLACE", help="FILE, FILE:LINE or FILE#FINGERPRINT.", show_default=False)]
Answered = Annotated[str | None, typer.Argument(metavar="ANSWER", help="accept, dismiss, fixed or needs-source; none lists the findings.", show_default=False)]
DecisionFile = Annotated[str, typer.Option("--decisions", metavar="FILE", help="Where decisions are kept.")]
Since = Annotated[str | None, typer.Option(metavar="FILE", help="An earlier run's JSON report, or decisions: what is new, what is gone?", show_default=False)]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; else git's user.name.", show_default=False)]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD; else worked out from the text.", show_default=False)]
Language = Annotated[str | None, typer.Option(metavar="xx", help="Language of the text, ISO 639-1; else worked out.", show_default=False)]
Sources = Annotated[list[str] | None, typer.Option(metavar="FILE", help="A file that the text was written from; may be repeated.", show_default=False)]
DataFiles = Annotated[list[str] | None, typer.Option(metavar="FILE", help="A file of tables to hold the text against; may be repeated.", show_default=False)]
Port = Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="Port on this machine; 0: any that is free.")]
Output = Annotated[str | None, typer.Option(metavar="FILE", help="Write the page to a file instead of serving it.", show_default=False)]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="Why; accept and dismiss need it.")]
TakeBack = Annotated[bool, typer.Option("--take-back", help="Take the decision back.")]
From = Annotated[str | None, typer.Option("--from", metavar="FILE", help="Merge decisions that a report's page has exported.", show_default=False)]
Prune = Annotated[bool, typer.Option("--prune", help="Take decisions out that have lapsed, on the files at PLACE.")]


def review(
    paths: Paths,
    decisions: DecisionFile = SAVED,
    since: Since = None,
    by: By = None,
    published: Published = None,
    language: Language = None,
    source: Sources = None,
    data: DataFiles = None,
    port: Port = 0,
    output: Output = None,
) -> None:
    """Review the findings in a browser: the report is served on this machine only, and each decision is kept at once."""
    try:
        found = _review(_asked(paths, published, language, source, data), Path(decisions), since, by)
        _write(found, Path(output)) if output else _serve(found, port)
    except Stop as problem:
        _stop(problem)


def decide(
    place: Place = None,
    answer: Answered = None,
    reason: Reason = "",
    by: By = None,
    decisions: DecisionFile = SAVED,
    take_back: TakeBack = False,
    merge_from: From = None,
    prune: Prune = False,
    published: Published = None,
    language: Language = None,
    source: Sources = None,
    data: DataFiles = None,
) -> None:
    """Decide one finding, list the findings of a file with what is decided, or merge what a page has exported."""
    from factcheck.cli.deciding import list_findings, merge_exported, prune_lapsed, record_answer, withdraw_answer

    file = Path(decisions)
    try:
        if merge_from:
            show(merge_exported(file, Path(merge_from)))
            return
        if place is None:
            raise Stop("name a PLACE, or a file of decisions with --from")
        name, which = _split(place)
        reports, unread = _check(_asked([name], published, language, source, data))
        if unread and not reports:
            raise Stop(unread[0].reason)
        if prune:
            show(prune_lapsed(file, reports))
        elif take_back:
            show(withdraw_answer(file, reports, which))
        elif answer:
            show(record_answer(file, reports, which, answer, reason, by or _name()))
        else:
            show(list_findings(file, reports))
    except Stop as problem:
        _stop(problem)


def _asked(paths: list[str], published: str | None, language: str | None, source: list[str] | None, data: list[str] | None) -> Request:
    from factcheck.cli.plan import Request, known_language

    return Request(tuple(paths), published, known_language(language), source=tuple(source or ()), data=tuple(data or ()))


def _review(request: Request, decisions: Path, since: str | None, by: str | None) -> Review:
    from factcheck.decisions import Unusable, read_decisions
    from factcheck.review import Review

    if not decisions.absolute().parent.is_dir():
        raise Stop(f"--decisions {decisions}: there is no folder {decisions.absolute().parent}")
    with complaints_from("", Unusable):
        read_decisions(decisions)
    _check(request)  # what cannot be done is said before a browser asks for it
    return Review(lambda: _check(request), decisions, _earlier(since, decisions), by or _name())


def _check(request: Request) -> Checked:
    from factcheck.cli.desk import checked, gather, undecided
    from factcheck.cli.plan import plan_of

    plan = plan_of(request)
    gathered = gather(plan)
    reports, unread, _ = checked(plan, gathered.files)
    unread = [*gathered.unread, *unread]
    for one in unread:
        say(one.reason)
    return [undecided(plan, report) for report in reports], unread


def _split(place: str) -> tuple[str, str]:
    """The file, and which finding in it: "#FINGERPRINT", ":LINE", or nothing. A file's own name may hold such signs."""
    without_line = place.rpartition(":")[0]
    names = (place, place.rpartition("#")[0], without_line, without_line.rpartition(":")[0])
    name = next((name for name in names if name and Path(name).exists()), place)
    return name, place[len(name) :]


def _earlier(since: str | None, decisions: Path) -> tuple[Seen, ...] | None:
    from factcheck.decisions import Unusable, article_name, decisions_in
    from factcheck.earlier import seen_by, seen_in

    if since is None:
        return None
    with complaints_from("--since", OSError, ValueError):
        content = Path(since).read_bytes()
        try:
            return seen_by(decisions_in(content, since))
        except Unusable:
            return seen_in(content, lambda source: article_name(source, decisions))


def _write(found: Review, output: Path) -> None:
    from factcheck.decisions import Unusable
    from factcheck.writing import write_whole

    with complaints_from("", Unusable):
        page = found.page(is_served=False)
    with complaints_from(f"--output {output}:", OSError):
        write_whole(output, page)


def _serve(found: Review, port: int) -> None:
    from factcheck.review.server import Server

    with complaints_from(f"--port {port}:", OSError):
        server = Server(found, port)
    show(f"{server.address}\n")
    say("open this address in a browser on this machine; Ctrl-C ends the review")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("the review has ended; every decision is kept")
    finally:
        server.server_close()


def _name() -> str:
    try:
        asked = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False)
        if asked.stdout.strip():
            return asked.stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        pass
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _stop(problem: Stop) -> NoReturn:
    say(str(problem))
    raise typer.Exit(UNUSABLE) from None
