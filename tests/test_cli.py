"""The command: exit codes, one clear line for each problem, and output that is plain, quiet and the same every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import factcheck
from claims.document import Document
from factcheck.cli import app
from factcheck.report import Report

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "factcheck/reports/report.schema.json"
SOUND = "Spending rose 5% from $100 million to $105 million.\n"
WRONG = "Spending rose 15% from $100 million to $105 million.\n"


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def run_alone(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *map(str, arguments)],
        **{"capture_output": True, "text": True, "encoding": "utf-8", "env": environment, "timeout": 60, **options},
    )  # type: ignore[call-overload,no-any-return]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, "utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, "utf-8")
    return path


def said_once(result: Result) -> str:
    """The one line on standard error."""
    assert "Traceback" not in result.output
    assert result.stderr.count("\n") == 1, result.stderr
    assert result.stderr.startswith("factcheck: ")
    return result.stderr


def test_exit_codes_tell_flagged_from_fine(sound: Path, wrong: Path) -> None:
    fine, flagged, both = run("check", sound), run("check", wrong), run("check", sound, wrong)
    assert (fine.exit_code, flagged.exit_code, both.exit_code) == (0, 1, 1), fine.output + flagged.output
    assert fine.stderr == flagged.stderr == ""
    assert "1 claim checked, 0 flagged" in fine.stdout
    assert f"{wrong}:1:" in flagged.stdout
    assert "error percentage-change" in flagged.stdout
    assert "2 files, " in both.stdout


def test_standard_input_is_checked() -> None:
    assert run("check", "-", stdin=SOUND).exit_code == 0
    result = run("check", "-", stdin=WRONG.encode("utf-16"))
    assert result.exit_code == 1
    assert "remark: read as UTF-16" in result.stdout


@pytest.mark.parametrize(
    ("name", "holds", "said"),
    [
        ("gone.txt", None, "no such file"),
        ("empty.txt", b"", "is empty"),
        ("binary.txt", b"\x7fELF\x02\x01\x00\x00\x00\x00", "binary"),
        ("archive.txt", b"PK\x03\x04", "zip archive"),
        ("broken.txt", b"\xff\xfe5\x00%", "broken at byte"),
        ("a\x1b[31mb\u202e.txt", None, r"a\u001b[31mb\u202e.txt: no such file"),
    ],
)
def test_one_bad_file_costs_one_line_and_not_the_others(tmp_path: Path, sound: Path, name: str, holds: bytes | None, said: str) -> None:
    if holds is not None:
        (tmp_path / name).write_bytes(holds)
    result = run("check", tmp_path / name, sound)
    assert result.exit_code == 2
    assert said in said_once(result)
    assert "1 claim checked, 0 flagged" in result.stdout
    assert "1 file not read" in result.stdout


def test_a_folder_with_nothing_to_check_is_no_approval(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"")
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "holds no file to check" in said_once(result)


def test_a_fault_in_one_file_is_one_line_and_does_not_stop_the_rest(sound: Path, wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = factcheck.check_document

    def check_with_a_fault(document: Document, **options: object) -> Report:
        if document.source == str(sound):
            raise KeyError("a\nfault")
        return check(document, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(factcheck, "check_document", check_with_a_fault)
    result = run("check", sound, wrong)
    assert result.exit_code == 2
    assert "internal error (KeyError" in said_once(result)
    assert "please report it" in result.stderr
    assert "percentage-change" in result.stdout


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--published", "6 January", "write it as 2022-01-06"),
        ("--published", "2022-02-30", "write it as 2022-01-06"),
        ("--language", "tlh", "choose "),
        ("--output-format", "punch-card", "json or json-lines or"),
        ("--rates", "gone.csv", "gone.csv"),
    ],
)
def test_a_bad_option_is_one_line(sound: Path, option: str, value: str, said: str) -> None:
    result = run("check", sound, option, value)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in said_once(result)
    assert option in result.stderr


@pytest.mark.parametrize("arguments", [["check"], ["chekc"], ["check", "--no-such-option"], ["explain"]])
def test_bad_usage_points_to_the_help(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "--help" in result.output


def test_rules_are_listed_and_explained() -> None:
    listed = run("rules").stdout.splitlines()
    names = [line.split()[0] for line in listed]
    assert names == sorted(names)
    assert "percentage-change" in names
    for name in names:
        explained = run("explain", name)
        assert explained.exit_code == 0
        assert explained.stdout.startswith(f"{name}\n\n")
        assert any(line.startswith(("Right:", "Follows:")) for line in explained.stdout.splitlines())
    assert run("explain", "percentage_change").stdout == run("explain", "percentage-change").stdout


@pytest.mark.parametrize(("name", "said"), [("percentage-chnage", "did you mean percentage-change?"), ("qqqq", "factcheck rules lists them")])
def test_an_unknown_rule_is_one_line(name: str, said: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 2
    assert said in said_once(result)


def test_json_has_the_shape_of_the_schema(sound: Path, wrong: Path, tmp_path: Path) -> None:
    result = run("check", sound, wrong, tmp_path / "gone.txt", "--output-format", "json")
    assert result.exit_code == 2
    whole = json.loads(result.stdout)
    jsonschema.validate(whole, json.loads(SCHEMA.read_text("utf-8")))
    assert [report["counts"]["flagged"] for report in whole["reports"]] == [0, 1]
    assert len(whole["unread"]) == 1
    for report, text in zip(whole["reports"], (SOUND, WRONG), strict=True):
        for figure in report["figures"]:
            start, end = figure["at"]["span"]
            assert text[start:end] == figure["at"]["printed"]
            assert (figure["at"]["line"], figure["at"]["column"]) == (1, start + 1)


def test_figures_lists_what_was_read(sound: Path) -> None:
    result = run("figures", sound)
    assert result.exit_code == 0
    assert [line.partition("; ")[0] for line in result.stdout.splitlines()] == [
        f"{sound}:1:15: 5% = 5%",
        f"{sound}:1:23: $100 million = $100 million",
        f"{sound}:1:39: $105 million = $105 million",
    ]
    assert run("figures", sound.with_name("gone.txt")).exit_code == 2


def test_the_day_of_publication_can_be_given(sound: Path) -> None:
    result = run("check", sound, "--published", "2022-01-06")
    assert "published 2022-01-06 (given)" in result.stdout


def test_the_version_is_printed() -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout.startswith("factcheck")) == (0, True)
    assert run_alone("--version").stdout == result.stdout


def test_output_is_the_same_every_time_and_plain_when_piped(wrong: Path) -> None:
    first, second = run_alone("check", wrong), run_alone("check", wrong)
    assert (first.returncode, first.stderr) == (1, "")
    assert first.stdout == second.stdout
    assert "\x1b" not in first.stdout
    assert "^^^" in first.stdout


def test_an_encoding_that_lacks_signs_does_not_stop_the_report(wrong: Path) -> None:
    ran = run_alone("check", wrong, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (ran.returncode, ran.stderr) == (1, "")
    assert r"\u00d7" in ran.stdout or r"\xd7" in ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("variable", "value", "in_colour"), [("NO_COLOR", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)])
def test_colour_is_for_terminals_that_want_it(wrong: Path, variable: str, value: str, in_colour: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "NO_COLOR": "", variable: value}
    process = subprocess.Popen([sys.executable, "-m", "factcheck", "check", str(wrong)], stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # how a pseudo-terminal says that the other end has closed
        pass
    os.close(ours)
    assert process.wait(timeout=60) == 1
    assert (b"\x1b[" in shown) == in_colour, shown
    assert (b"^^^" in shown) != in_colour, shown


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
def test_a_reader_that_leaves_early_is_no_fault(wrong: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = run_alone("check", wrong, wrong, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert ran.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_disk_is_one_line(wrong: Path) -> None:
    with open("/dev/full", "w") as full:
        ran = run_alone("check", wrong, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (ran.returncode, ran.stderr) == (2, "factcheck: the report cannot be written: No space left on device\n")


def test_a_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("\x1b]0;owned\x07 \u202e[bold]Spending\x9b rose 15% from $100 million to $105 million.\n", "utf-8")
    result = run("check", path)
    assert result.exit_code == 1
    assert all(line.isprintable() for line in result.stdout.splitlines())
    assert "[bold]Spending" in result.stdout


def test_a_large_file_is_checked_in_bounded_time(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("The town has a road and a bridge, and 12 people cross it on each of 30 days.\n\n" * 13_000, "utf-8")
    start = time.process_time()
    assert run("check", path).exit_code == 0
    assert time.process_time() - start < 30, "one megabyte"
