"""Decisions: which findings they silence, when they lapse, and that no kill and no second reviewer loses one."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check_text
from factcheck.decision import Decision, decided, honoured, standing
from factcheck.decisions import FILE_NAME, Unusable, article_name, decisions_in, merge, now, read_decisions, record, schema, withdraw, written
from factcheck.earlier import compared, seen_by, seen_in
from factcheck.finding import findings_of
from factcheck.report import Report
from factcheck.reports import Page, formats, writer
from factcheck.review import Review, found_in
from factcheck.review.server import Server

ROOT = Path(__file__).parents[1]
ARTICLE = "quay.md"
TEXT = "Spending on the quay rose 5% from $1.25 billion to $1.40 billion. The ferries rose 9% from $2.10 billion to $3.50 billion.\n"
DECIDED = Decision(ARTICLE, "0123456789abcdef", 1, "percentage-change", ("5%",), "accept", "asked the harbour office", "Ann", "2026-01-02T03:04:05Z")
KILLS = 100


def reported(text: str = TEXT, source: str = ARTICLE) -> Report:
    report = check_text(text)
    return msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, source=source))


def answer(report: Report, which: int, said: str, reason: str = "seen the ledger") -> Decision:
    known = {"accept": "accept", "dismiss": "dismiss", "fixed": "fixed", "needs-source": "needs-source"}[said]
    return decided(list(findings_of(report))[which], ARTICLE, known, reason, "Ann", "2026-01-02T03:04:05Z")  # type: ignore[arg-type]


def changed(decision: Decision, **fields: object) -> Decision:
    return msgspec.structs.replace(decision, **fields)


@pytest.mark.parametrize(("said", "left"), [("accept", 1), ("dismiss", 1), ("fixed", 2), ("needs-source", 2)])
def test_only_what_is_accepted_or_dismissed_is_silent(said: str, left: int) -> None:
    report = reported()
    assert len(report.flagged) == 2
    heeded = honoured(report, ARTICLE, [answer(report, 0, said)])
    assert len(heeded.flagged) == left
    assert [(silenced.by, silenced.reason) for silenced in heeded.silenced] == [("decision", f"{said} by Ann: seen the ledger")] * (2 - left)


def test_a_decision_is_on_one_article_and_keeps_to_it_when_lines_move() -> None:
    report = reported()
    decision = answer(report, 0, "dismiss")
    assert len(honoured(reported("A line before.\n\n" + TEXT), ARTICLE, [decision]).flagged) == 1
    assert len(honoured(report, "another.md", [decision]).flagged) == 2


def test_a_decision_lapses_when_its_figures_change() -> None:
    decision = answer(reported(), 0, "accept")
    figures = " ".join(decision.figures)
    old, new = ("3.50", "3.60") if "3.50" in figures else ("1.40", "1.45")
    after = reported(TEXT.replace(old, new))
    stand = standing(after, ARTICLE, [decision])
    assert not stand.decided
    assert [lapsed.decision for lapsed in stand.lapsed] == [decision]
    assert "its figures have changed" in stand.lapsed[0].why
    assert f"${new} billion" in stand.lapsed[0].why
    assert len(honoured(after, ARTICLE, [decision]).flagged) == 2


def test_what_is_fixed_and_gone_is_done() -> None:
    decision = answer(reported(), 0, "fixed")
    gone = standing(reported("The ferries sail.\n"), ARTICLE, [decision])
    assert [lapsed.why for lapsed in gone.lapsed] == ["fixed, and no longer found"]


def test_of_two_findings_with_the_same_figures_each_is_decided_by_itself() -> None:
    first = TEXT.partition(". ")[0] + "."
    report = reported(f"{first}\n\n{first}\n")
    twice = [finding for finding in findings_of(report) if finding.verdict.rule == "percentage-change"]
    assert [finding.nth for finding in twice] == [1, 2]
    heeded = honoured(report, ARTICLE, [decided(twice[1], ARTICLE, "accept", "so", "Ann", now())])
    assert [silenced.verdict for silenced in heeded.silenced] == [twice[1].verdict]


def test_the_file_has_a_sorted_line_for_each_and_fits_its_schema(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    others = [changed(DECIDED, article=name, fingerprint=mark * 16) for name, mark in (("b.md", "1"), ("a.md", "2"), ("a.md", "1"))]
    record(file, others)
    lines = file.read_text("utf-8").splitlines()
    assert [(json.loads(line.rstrip(","))["article"], json.loads(line.rstrip(","))["fingerprint"][0]) for line in lines[1:-2]] == [
        ("a.md", "1"),
        ("a.md", "2"),
        ("b.md", "1"),
    ]
    jsonschema.validate(json.loads(file.read_text("utf-8")), json.loads(schema()))
    withdraw(file, others[0].key)
    assert len(read_decisions(file)) == 2
    assert os.listdir(tmp_path) == [FILE_NAME]


def test_the_schema_is_the_one_in_the_package() -> None:
    assert (ROOT / "factcheck/decisions.schema.json").read_text("utf-8") == schema()


def test_the_later_of_two_stays_in_a_merge_and_the_new_one_in_a_record_whatever_the_clock_says(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    later = changed(DECIDED, at="2027-01-01T00:00:00Z", by="Ben")
    record(file, [later])
    merge(file, [DECIDED])
    assert [decision.by for decision in read_decisions(file)] == ["Ben"]
    record(file, [DECIDED])
    assert [decision.by for decision in read_decisions(file)] == ["Ann"]


def test_version_control_merges_what_two_branches_decided(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *settings, *words], cwd=tmp_path, check=True, capture_output=True)

    file = tmp_path / FILE_NAME
    several = [changed(DECIDED, fingerprint=f"{number:016x}") for number in range(8)]
    record(file, several[2:6])
    git("init")
    git("add", ".")
    git("commit", "-m", "some")
    git("checkout", "-b", "other")
    record(file, several[:1])
    git("commit", "-am", "one before")
    git("checkout", "main")
    record(file, several[7:])
    git("commit", "-am", "one after")
    git("merge", "other")
    assert len(read_decisions(file)) == 6


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no file of decisions"),
        (b"[]", "no file of decisions"),
        (b'{"version": 2, "decisions": [null]}', "no file of decisions"),
        (b'{"version": 1, "decisions": [{"article": "a"}, null]}', "no file of decisions"),
        (b"\xff\xfe", "no file of decisions"),
        (b"[" * 100_000, "no file of decisions"),
        (b'{"version": 1, "decisions": [\n<<<<<<< HEAD\nnull\n]}', "unfinished merge"),
    ],
)
def test_a_file_that_is_none_is_refused_and_left_alone(content: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    file.write_bytes(content)
    with pytest.raises(Unusable, match=said):
        record(file, [DECIDED])
    assert file.read_bytes() == content


@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.text(max_size=30))
def test_whatever_is_said_comes_back_and_steers_nothing(reason: str, by: str, article: str) -> None:
    content = written([changed(DECIDED, reason=reason, by=by, article=article)])
    assert not any(line.startswith(("::", "##")) for line in content.decode().splitlines())
    assert content.decode().replace("\n", "").isprintable()
    assert b"##" not in content
    (back,) = decisions_in(content, "here")
    assert (back.reason, back.by, back.article) == (reason, by, article)


def test_an_article_has_one_name_from_wherever_it_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    file = tmp_path / FILE_NAME
    monkeypatch.chdir(tmp_path / "news")
    assert article_name("a.md", file) == article_name("../news/./a.md", file) == article_name(str(tmp_path / "news/a.md"), file) == "news/a.md"
    assert article_name("../../elsewhere.md", file) == (tmp_path.parent / "elsewhere.md").as_posix()
    assert article_name("-", file) == "-"


def test_new_unchanged_and_gone_since_a_json_report_and_since_decisions() -> None:
    before = reported()
    after = reported(TEXT.replace("3.50", "3.60"))
    seen = seen_in(writer("json")([before], [], Page()).encode(), str)
    for earlier in (seen, seen_by([answer(before, 0, "accept"), answer(before, 1, "fixed")])):
        news = compared(after, ARTICLE, earlier)
        assert sorted(news.since.values()) == ["new", "unchanged"]
        assert len(news.gone) == 1
        assert "$3.50 billion" in news.gone[0].figures
    with pytest.raises(ValueError, match="neither"):
        seen_in(b"{}", str)


def hammer(folder: str, name: str, times: int) -> None:
    """What one of several writers does at the same time."""
    for number in range(times):
        record(Path(folder) / FILE_NAME, [changed(DECIDED, by=name, fingerprint=f"{ord(name):08x}{number:08x}")])


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=hammer, args=(str(tmp_path), name, 20)) for name in "ABC"]
    for each in writers:
        each.start()
    for each in writers:
        each.join(60)
        assert each.exitcode == 0
    assert len(read_decisions(tmp_path / FILE_NAME)) == 60


MANY = "".join(f"Spending on pier {name} rose 5% from $1.{number}5 billion to $2.{number}0 billion.\n\n" for number, name in enumerate("ABCDEF", 1))


@contextmanager
def reviewing(review: Review) -> Iterator[tuple[int, str]]:
    """A review in a process of its own, killed at the end: its port and its token."""
    server = Server(review)
    child = os.fork()
    if child == 0:
        try:
            server.serve_forever()
        finally:
            os._exit(1)
    server.socket.close()
    try:
        yield server.server_port, server.token
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def decide_on(port: int, token: str, report: Report, file: Path, round_: int, acknowledged: dict[object, int], is_at_work: threading.Event) -> None:
    """Decides everything, again and again, until nobody answers; what was acknowledged is kept, by finding."""
    at = {decision.key: decision.at for decision in read_decisions(file)}
    for number in range(1_000):
        for key in found_in([report], file):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            count = round_ * 10_000 + number
            body = {**key._asdict(), "answer": "accept", "reason": str(count), "by": "Ann", "seen": at.get(key, "")}
            try:
                connection.request("POST", f"/{token}/decisions", json.dumps(body), {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{port}"})
                reply = connection.getresponse()
                said = json.loads(reply.read())
            except (OSError, HTTPException, ValueError):
                return
            finally:
                connection.close()
            assert reply.status == 200, said
            at[key] = said["decision"]["at"]
            acknowledged[key] = count
            is_at_work.set()


def test_a_review_killed_a_hundred_times_loses_no_decision(tmp_path: Path) -> None:
    report, file = reported(MANY), tmp_path / FILE_NAME
    assert len(found_in([report], file)) == 6
    review = Review(lambda: ([report], []), file)
    review.page(is_served=True)
    chance = random.Random(5)
    acknowledged: dict[object, int] = {}
    for round_ in range(KILLS):
        is_at_work = threading.Event()
        with reviewing(review) as (port, token):
            reviewer = threading.Thread(target=decide_on, args=(port, token, report, file, round_, acknowledged, is_at_work))
            reviewer.start()
            assert is_at_work.wait(20)
            time.sleep(chance.uniform(0, 0.02))
        reviewer.join(10)
        assert not reviewer.is_alive()
        there = {decision.key: int(decision.reason) for decision in read_decisions(file)}
        lost = {key: count for key, count in acknowledged.items() if there.get(key, -1) < count}  # type: ignore[call-overload]
        assert not lost, f"after {round_ + 1} kills"
    record(file, [])
    assert os.listdir(tmp_path) == [FILE_NAME], "what a killed process left is cleared away by the next"


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    return subprocess.run([sys.executable, "-m", "factcheck", *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=60)


def test_decide_from_the_command_line_and_check_honours_it(tmp_path: Path) -> None:
    (tmp_path / ARTICLE).write_text(TEXT.replace(". The", ".\n\nThe"), "utf-8")
    assert run("check", ARTICLE, folder=tmp_path).returncode == 1
    listed = run("decide", ARTICLE, folder=tmp_path).stdout
    assert listed.count(": open\n") == 2
    assert "several findings" in run("decide", ARTICLE, "accept", "--reason", "x", folder=tmp_path).stderr
    assert "needs one" in run("decide", f"{ARTICLE}:1", "accept", "--by", "Ann", folder=tmp_path).stderr
    assert "no such answer" in run("decide", f"{ARTICLE}:1", "agree", "--by", "Ann", folder=tmp_path).stderr
    assert run("decide", f"{ARTICLE}:1", "accept", "--by", "Ann", "--reason", "the office says so", folder=tmp_path).returncode == 0
    name = next(line for line in listed.splitlines() if line.startswith(f"{ARTICLE}:3#")).partition("#")[2][:8]
    hostile = "no \x1b[31mred\n::error::x \u202e##[group]"
    said = run("decide", f"{ARTICLE}#{name}", "dismiss", "--by", "Ann", "--reason", hostile, folder=tmp_path)
    assert said.returncode == 0, said.stderr
    checked = run("check", ARTICLE, folder=tmp_path)
    assert checked.returncode == 0, checked.stdout
    listed = run("decide", ARTICLE, folder=tmp_path).stdout
    assert "accept by Ann" in listed
    for stream in (listed, checked.stdout, (tmp_path / FILE_NAME).read_text("utf-8")):
        assert "\x1b" not in stream
        assert "\u202e" not in stream
        assert "##[" not in stream
        assert not any(line.startswith("::") for line in stream.splitlines())
    assert run("decide", f"{ARTICLE}:1", "--take-back", folder=tmp_path).returncode == 0
    assert run("check", ARTICLE, folder=tmp_path).returncode == 1
    (tmp_path / "exported.json").write_bytes(written([answer(reported(TEXT.replace(". The", ".\n\nThe")), 0, "accept"), DECIDED]))
    assert run("decide", "--from", "exported.json", folder=tmp_path).returncode == 0
    assert "1 decisions" in run("decide", ARTICLE, "--prune", folder=tmp_path).stdout


@pytest.mark.parametrize("name", ["a#b.md", "a:3.md", "-x y.md", "../a.md", "a\u202eb.md", "a;$(touch x).md"])
def test_files_with_strange_names_can_be_decided(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / name).write_text(TEXT.partition(". ")[0] + ".\n", "utf-8")
    said = run("decide", "--by", "Ann", "--reason", "asked", "--", f"{name}:1:5", "accept", folder=folder)
    assert said.returncode == 0, said.stderr
    assert said.stdout.replace("\n", "").isprintable()
    (decision,) = read_decisions(folder / FILE_NAME)
    assert decision.article == (name if "/" not in name else (tmp_path / "a.md").as_posix())
    checked = run("check", "--no-cache", "--", name, folder=folder)
    assert checked.returncode == 0, checked.stdout
    assert sorted(os.listdir(folder)) == sorted({FILE_NAME, *([name] if "/" not in name else []), ".factcheck_cache"})


def test_a_hostile_decision_steers_nothing_in_any_format() -> None:
    report = reported()
    hostile = "\x1b[31m\n::error::x\r##[group]\u202e</script><img src=x>"
    decision = changed(answer(report, 0, "dismiss", hostile), by=hostile)
    heeded = honoured(report, ARTICLE, [decision])
    assert heeded.silenced
    for name in formats():
        written_out = writer(name)([heeded], [], Page())
        assert not any(sign in written_out for sign in "\x1b\r\u202e"), name
        assert "##[" not in written_out, name
        assert not any(line.lstrip().startswith("::") and "x" in line and "group" in line for line in written_out.splitlines()), name
        if name in ("html", "markdown"):
            assert "<img" not in written_out, name
