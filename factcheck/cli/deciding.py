"""What `factcheck decide` does: find the finding that is meant, and keep, take back, merge or list decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.cli.speaking import Stop, complaints_from
from factcheck.decision import ANSWERS, Key, decided, is_bare, standing
from factcheck.decisions import Unusable, article_name, change, decisions_in, merge, now, read_decisions, record, withdraw
from factcheck.report import Report
from factcheck.reports.terminal.visible import visible, without_commands
from factcheck.review import Found, found_in

FEWEST_SIGNS = 4
"""So many signs of a fingerprint are enough, if no other begins with them."""


def record_answer(file: Path, reports: Sequence[Report], which: str, answer: str, reason: str, by: str) -> str:
    """Keeps an answer to the one finding that `which` (":LINE", "#FINGERPRINT" or "") means; what was done, in a line. Raises Stop."""
    key, found = _one(found_in(reports, file), which)
    for known in ANSWERS:
        if answer == known:
            break
    else:
        raise Stop(f"{answer}: no such answer; choose {', '.join(ANSWERS)}")
    if is_bare(answer, reason):
        raise Stop(f"--reason: {answer} silences the finding, and needs one")
    if not by.strip():
        raise Stop("--by: a decision needs a name")
    made = decided(found.finding, found.article, known, reason.strip(), by.strip(), now())
    with complaints_from("", Unusable, OSError):
        record(file, [made])
    return _line(f"{key.article}#{key.fingerprint}: {made.rule}: {answer} by {made.by}")


def withdraw_answer(file: Path, reports: Sequence[Report], which: str) -> str:
    """Takes the decision on a finding back. Raises Stop."""
    key, found = _one(found_in(reports, file), which)
    with complaints_from("", Unusable, OSError):
        if key not in {decision.key for decision in read_decisions(file)}:
            raise Stop(f"{key.article}#{key.fingerprint}: is not decided")
        withdraw(file, key)
    return _line(f"{key.article}#{key.fingerprint}: {found.finding.verdict.rule}: taken back")


def merge_exported(file: Path, exported: Path) -> str:
    """Adds the decisions that a page has exported; of two on one finding the later stays. Raises Stop."""
    with complaints_from("", Unusable, OSError):
        if not exported.exists():
            raise Stop(f"--from {exported}: there is no such file")
        decisions = decisions_in(exported.read_bytes(), str(exported))
        merge(file, decisions)
    return _line(f"{len(decisions):,} decisions merged into {file}")


def prune_lapsed(file: Path, reports: Sequence[Report]) -> str:
    """Takes the lapsed decisions on these articles out. Raises Stop."""
    with complaints_from("", Unusable, OSError):
        there = read_decisions(file)
        lapsed = {old.decision for report in reports for old in standing(report, article_name(report.document.source, file), there).lapsed}
        change(file, lambda now_there: [decision for decision in now_there if decision not in lapsed])
    return _line(f"{len(lapsed):,} decisions that had lapsed taken out of {file}")


def list_findings(file: Path, reports: Sequence[Report]) -> str:
    """Each finding with its fingerprint and what is decided, and the decisions that have lapsed. Raises Stop."""
    with complaints_from("", Unusable):
        there = read_decisions(file)
    lines = []
    for report in reports:
        article = article_name(report.document.source, file)
        stand = standing(report, article, there)
        for key, found in found_in([report], file).items():
            decision = stand.decided.get(key)
            said = f"{decision.answer} by {decision.by}, {decision.at}" + (f": {decision.reason}" if decision.reason else "") if decision else "open"
            finding = found.finding
            lines.append(_line(f"{key.article}:{finding.place.line}#{key.fingerprint}: {finding.verdict.rule}: {finding.verdict.arithmetic}: {said}"))
        lines += [_line(f"{article}: {old.decision.rule}: {old.decision.answer} by {old.decision.by} has lapsed: {old.why}") for old in stand.lapsed]
    return "".join(lines)


def _one(found: dict[Key, Found], which: str) -> tuple[Key, Found]:
    sign, wanted = which[:1], which[1:]
    meant = {
        key: one
        for key, one in found.items()
        if not sign
        or (sign == ":" and str(one.finding.place.line) == wanted.partition(":")[0])
        or (sign == "#" and len(wanted) >= FEWEST_SIGNS and key.fingerprint.startswith(wanted))
    }
    if len(meant) == 1:
        return next(iter(meant.items()))
    choice = "; ".join(f"{key.article}:{one.finding.place.line}#{key.fingerprint} {one.finding.verdict.rule}" for key, one in (meant or found).items())
    raise Stop(f"{which or 'the file'}: {'several findings' if meant else 'no finding'} there" + (f"; choose one of {choice}" if choice else ""))


def _line(text: str) -> str:
    return without_commands(f"{visible(text)}\n")
