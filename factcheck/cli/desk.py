"""A check from the files to the exit code: gather, check, heed what was answered before, write."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from claims.read import FORMATS, STANDARD_INPUT
from factcheck import baseline, changes
from factcheck.batch import Asked, How, check_files
from factcheck.cache import FOLDER, Cache, this_program
from factcheck.cli.beside import beside
from factcheck.cli.plan import LIVE, Plan, rule_names
from factcheck.cli.progress import Progress
from factcheck.cli.speaking import FLAGGED, NOTHING_FLAGGED, UNUSABLE, Stop, complaints_from, page, say, show
from factcheck.decision import Decision, Lapsed, honoured, standing
from factcheck.decisions import FILE_NAME, article_name, read_decisions
from factcheck.decisions import Unusable as UnusableDecisions
from factcheck.paths import files_in
from factcheck.report import Report
from factcheck.reports import Unread, many, writer
from factcheck.silence import with_comments_heeded
from factcheck.verdict import LEVELS
from factcheck.writing import write_whole

SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"
LARGEST_SUMMARY = 1_000_000
"""GitHub throws a larger one away altogether."""
FOR_PEOPLE = ("terminal", "concise")


class Gathered(NamedTuple):
    """The files to check, the paths at which there are none, and what is new in them where that matters."""

    files: list[str]
    unread: list[Unread]
    changes: changes.Changes | None


def run(plan: Plan) -> int:
    """Do what was planned; the exit code. Raises Stop."""
    gathered = gather(plan)
    reports, unread, from_cache = checked(plan, gathered.files)
    unread = [*gathered.unread, *unread]
    for file in unread:
        say(file.reason)
    decisions = decisions_here()
    reports = [answered(plan, report, decisions) for report in reports]
    if plan.request.write_baseline:
        return _write_baseline(plan, reports, unread)
    reports = _against_baseline(plan, reports)
    if gathered.changes:
        reports = changes.with_changes_heeded(reports, gathered.changes)
    _write(plan, reports, unread)
    if plan.request.statistics:
        told = statistics(reports)
        if plan.output_format in FOR_PEOPLE:
            show(told)
        say(f"{len(reports):,} files, {from_cache:,} of them from the cache")
    return _code(plan, reports, unread)


def read_figures(plan: Plan) -> int:
    """Print every figure that is read; the exit code. Raises Stop."""
    from factcheck.reports.terminal.readings import readings
    from factcheck.reports.terminal.visible import without_commands

    gathered = gather(plan)
    reports, unread, _ = checked(plan, gathered.files)
    for file in (*gathered.unread, *unread):
        say(file.reason)
    show(without_commands("".join(map(readings, reports))))
    return UNUSABLE if gathered.unread or unread else NOTHING_FLAGGED


def gather(plan: Plan) -> Gathered:
    """Which files there are to check. Raises Stop."""
    request = plan.request
    files, barren = files_in(request.paths, FORMATS, plan.excludes, even_if_named=request.force_exclude)
    unread = [Unread(path, f"{path}: holds no file to check; name one, or look at what is excluded") for path in barren if not request.force_exclude]
    if request.diff_base is None:
        return Gathered(files, unread, None)
    names = {file: _name(file, plan) for file in files}
    with complaints_from("--diff-base", changes.Unusable):
        found = changes.changes_since(request.diff_base, names.values())
    return Gathered([file for file in files if found.touch(names[file])], unread, found)


def statistics(reports: Sequence[Report]) -> str:
    """How many findings of each level and rule, the most first."""
    found = Counter((verdict.level, verdict.rule) for report in reports for verdict in report.findings)
    order = sorted(found.items(), key=lambda entry: (-LEVELS.index(entry[0][0]), -entry[1], entry[0]))
    return "".join(f"{count:>7,}  {level:7}  {rule}\n" for (level, rule), count in order)


def checked(plan: Plan, files: Sequence[str]) -> tuple[list[Report], list[Unread], int]:
    """A report of each file that can be read, with a word on every other, and how many were at hand already."""
    request = plan.request
    asked = [Asked(file, plan.language_of(_name(file, plan))) for file in files]
    held_against = beside(plan)
    how = How(plan.published, plan.rates, request.stdin_filename, held_against.data, held_against.sources)
    with Progress(len(asked)) as progress:
        found = check_files(asked, how, _cache(plan), request.jobs or os.cpu_count() or 1, plan.rate_of_day, progress.tell)
    reports = [outcome for outcome in found.outcomes if isinstance(outcome, Report)]
    return reports, [*held_against.unread, *(outcome for outcome in found.outcomes if isinstance(outcome, Unread))], found.from_cache


def _cache(plan: Plan) -> Cache | None:
    if plan.request.no_cache or (plan.rates or "").startswith(LIVE):
        return None
    folder = Path(plan.request.cache_dir) if plan.request.cache_dir else (plan.found.folder if plan.found.file else Path.cwd()) / FOLDER
    return Cache(folder, this_program())


def decisions_here() -> tuple[Decision, ...]:
    """What reviewers have decided, in the folder where the command runs. Raises Stop."""
    with complaints_from("", UnusableDecisions):
        return read_decisions(Path(FILE_NAME))


def answered(plan: Plan, report: Report, decisions: Sequence[Decision]) -> Report:
    """The report with the rules that count, and without what comments and decisions have answered; a remark on every decision that has lapsed."""
    report = undecided(plan, report)
    if not decisions:
        return report
    article = article_name(report.document.source, Path(FILE_NAME))
    idle = idle_rules(report)
    lapsed = [_told(old) for old in standing(report, article, decisions).lapsed if old.decision.rule not in idle]
    report = honoured(report, article, decisions)
    return msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, remarks=(*report.document.remarks, *lapsed)))


def undecided(plan: Plan, report: Report) -> Report:
    """The report with the rules that count, and without what comments have answered: what a review is about."""
    rules = plan.rules_of(report.document.source)
    report = msgspec.structs.replace(report, verdicts=tuple(verdict for verdict in report.verdicts if verdict.rule in rules))
    return with_comments_heeded(report, rule_names(), idle_rules(report))


def rules_that_need_sources() -> frozenset[str]:
    """Those that say nothing where no source was given."""
    from factcheck import all_rules

    return frozenset(rule.name for rule in all_rules() if rule.needs_sources)


def idle_rules(report: Report) -> frozenset[str]:
    """The rules that had nothing to go by: what was said of their findings still holds."""
    return frozenset() if report.ties else rules_that_need_sources()


def _told(lapsed: Lapsed) -> str:
    decision = lapsed.decision
    return f"a decision has lapsed: {decision.rule}, {decision.answer} by {decision.by}: {lapsed.why}"


def _write_baseline(plan: Plan, reports: Sequence[Report], unread: Sequence[Unread]) -> int:
    file = plan.baseline or Path(baseline.DEFAULT_NAME)
    known = baseline.counted(reports, file.absolute().parent)
    _put(file, baseline.as_text(known))
    say(f"{known.total():,} findings written to {file}")
    return UNUSABLE if unread else NOTHING_FLAGGED


def _against_baseline(plan: Plan, reports: list[Report]) -> list[Report]:
    if plan.baseline is None:
        if plan.request.prune_baseline:
            raise Stop("--prune-baseline: name the file with --baseline or in the settings")
        return reports
    folder = plan.baseline.absolute().parent
    with complaints_from("--baseline", baseline.Unusable):
        known = baseline.read_baseline(plan.baseline)
    heeded = baseline.with_baseline_heeded(reports, known, folder)
    if plan.baseline_was_found and (count := sum(len(report.silenced) for report in heeded) - sum(len(report.silenced) for report in reports)):
        say(f"{many(count, 'finding')} not flagged again: known to {plan.baseline}, which was found here; --baseline names another file")
    left = baseline.still_there(known, reports, folder, rules_that_need_sources())
    gone = known.total() - left.total()
    if gone and plan.request.prune_baseline:
        _put(plan.baseline, baseline.as_text(left))
        say(f"{gone:,} findings that are gone taken out of {plan.baseline}")
    elif gone:
        say(f"{gone:,} findings in {plan.baseline} are gone; --prune-baseline takes them out")
    return heeded


def _write(plan: Plan, reports: Sequence[Report], unread: Sequence[Unread]) -> None:
    """Every report is made before any is written."""
    inputs = {Path(file).resolve() for file in (*(report.document.source for report in reports), *plan.data, *plan.sources)}
    for name, path in plan.outputs:
        if path.resolve() in inputs:
            raise Stop(f"--output {name}={path}: is one of the files that are checked")
    written = [(path, writer(name)(reports, unread, page(on_terminal=False))) for name, path in plan.outputs]
    shown = "" if plan.request.statistics and plan.output_format in FOR_PEOPLE else writer(plan.output_format)(reports, unread, page())
    for path, text in written:
        _put(path, text)
    if plan.output_format == "github" and os.environ.get(SUMMARY_VARIABLE):
        _append_summary(Path(os.environ[SUMMARY_VARIABLE]), writer("markdown")(reports, unread, page(on_terminal=False)))
    show(shown)


def _append_summary(file: Path, text: str) -> None:
    """Appended to, as other steps do."""
    content = text.encode("utf-8", "backslashreplace")
    if len(content) > LARGEST_SUMMARY:
        content = content[: content.rindex(b"\n", 0, LARGEST_SUMMARY)] + b"\n\n(cut off here: there is more)\n"
    try:
        with file.open("ab") as stream:
            stream.write(content)
    except OSError as problem:
        raise Stop(f"{file}: the summary cannot be written ({problem.strerror})") from None


def _put(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except OSError as problem:
        raise Stop(f"{path}: cannot be written ({problem.strerror})") from None


def _code(plan: Plan, reports: Sequence[Report], unread: Sequence[Unread]) -> int:
    if unread:
        return UNUSABLE
    if plan.request.exit_zero or plan.fail_level == "never":
        return NOTHING_FLAGGED
    lowest = LEVELS.index(plan.fail_level)
    is_reached = any(LEVELS.index(verdict.level) >= lowest for report in reports for verdict in report.findings)
    return FLAGGED if is_reached else NOTHING_FLAGGED


def _name(file: str, plan: Plan) -> str:
    return plan.request.stdin_filename or file if file == STANDARD_INPUT else file
