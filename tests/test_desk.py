"""The desk: which files are checked, what was answered before, where reports go, and what the exit code says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck import batch, ignored, paths
from factcheck.cli import app, desk
from factcheck.cli.progress import Progress

ROOT = Path(__file__).parents[1]
SOUND = "Spending rose 5% from $100 million to $105 million.\n"
WRONG = "Spending rose 15% from $100 million to $105 million.\n"
DOUBTFUL = "It cost 1.05 trillion yen in 2020.\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(variable, raising=False)


def put(name: str, text: str = WRONG) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
    assert "Traceback" not in result.output, result.output
    return result


def check(*arguments: str | Path, stdin: str | None = None) -> Result:
    return run("check", "--output-format", "concise", *arguments, stdin=stdin)


def flagged(result: Result) -> list[str]:
    """The files of the lines that report an error or a warning."""
    return [line.split(":")[0] for line in result.stdout.splitlines() if ": error " in line or ": warning " in line]


def git(*arguments: str) -> str:
    identity = ("-c", "user.name=A Writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True).stdout


class TestFiles:
    def test_a_folder_is_every_file_in_it_that_can_be_read(self) -> None:
        for name in ("news/b.txt", "news/a.md", "news/deep/c.txt", "news/picture.png", "news/.hidden.txt"):
            put(name)
        assert flagged(check("news")) == ["news/a.md", "news/b.txt", "news/deep/c.txt"]
        assert flagged(check(".")) == ["news/a.md", "news/b.txt", "news/deep/c.txt"]

    def test_globs_and_names_are_taken_once_and_in_order(self) -> None:
        for name in ("z.txt", "a/x.txt", "a/b/y.txt", "a/b/y.md"):
            put(name)
        assert flagged(check("z.txt", "a/**/*.txt", "z.txt")) == ["z.txt", "a/b/y.txt", "a/x.txt"]
        put("odd[1].txt")
        assert flagged(check("odd[1].txt")) == ["odd[1].txt"]

    def test_what_is_excluded_is_passed_over_unless_it_is_named(self) -> None:
        for name in ("a.txt", "old/b.txt", "c.md"):
            put(name)
        assert flagged(check(".", "--exclude", "old/", "--exclude", "*.md")) == ["a.txt"]
        assert flagged(check("old/b.txt", "--exclude", "old/")) == ["old/b.txt"]
        assert flagged(check("a.txt", "old/b.txt", "--exclude", "old/", "--force-exclude")) == ["a.txt"]

    def test_a_link_in_a_circle_is_not_followed(self) -> None:
        put("a/x.txt")
        Path("a/again").symlink_to(".", target_is_directory=True)
        assert flagged(check("a")) == ["a/x.txt"]

    def test_standard_input_may_have_a_name(self) -> None:
        put("factcheck.toml", '[per-file-ignores]\n"drafts/" = ["percentage-change"]\n')
        assert flagged(check("-", "--stdin-filename", "news/a.txt", stdin=WRONG)) == ["news/a.txt"]
        assert check("-", "--stdin-filename", "drafts/a.txt", stdin=WRONG).exit_code == 0

    def test_git_and_we_ignore_the_same(self) -> None:
        git("init", "-q")
        put(".gitignore", "*.log.txt\nbuild/\n!keep.log.txt\n/top.txt\ndocs/**/draft*.txt\n\\!odd.txt\nspace\\ .txt\n")
        put("docs/.gitignore", "!b.log.txt\nsub/\n")
        put(".git/info/exclude", "private.txt\n")
        names = ["a.txt", "a.log.txt", "keep.log.txt", "build/a.txt", "x/build/keep.log.txt", "top.txt", "x/top.txt", "!odd.txt"]
        names += ["private.txt", "x/private.txt"]
        names += ["docs/b.log.txt", "docs/c.log.txt", "docs/sub/a.txt", "docs/q/r/draft1.txt", "docs/draft2.txt", "space .txt", "buildx/a.txt"]
        for name in names:
            put(name)
        ignored_by_git = set(git("ls-files", "--others", "--ignored", "--exclude-standard", "-z").split("\0"))
        found, _ = paths.files_in(["."], {".txt"}, lambda path, is_folder: False)
        assert set(found) == set(names) - ignored_by_git
        assert len(found) not in (0, len(names))
        below, _ = paths.files_in(["docs"], {".txt"}, lambda path, is_folder: False)
        assert set(below) == {name for name in found if name.startswith("docs/")}, "the .gitignore files above count too"

    def test_no_pattern_needs_no_library(self) -> None:
        assert ignored.patterns(("", "  "), Path.cwd()) is None


class TestOutputs:
    def test_each_report_goes_to_its_file(self) -> None:
        put("a.txt")
        result = check("a.txt", "--output", "sarif=out.sarif", "--output", "junit=out.xml")
        assert (result.exit_code, flagged(result)) == (1, ["a.txt"])
        assert json.loads(Path("out.sarif").read_text("utf-8"))["version"] == "2.1.0"
        assert Path("out.xml").read_text("utf-8").startswith("<?xml")

    @pytest.mark.parametrize(
        ("output", "said"),
        [
            ("sarif", "FORMAT=PATH"),
            ("sarif=", "FORMAT=PATH"),
            ("punch-card=x", "no such format; choose concise or"),
            ("json=no/such/folder/x.json", "cannot be written"),
            ("json=a.txt", "is one of the files that are checked"),
        ],
    )
    def test_what_cannot_be_written_is_one_line_and_leaves_all_as_it_was(self, output: str, said: str) -> None:
        put("a.txt")
        result = check("a.txt", "--output", output)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert said in result.stderr
        assert sorted(path.name for path in Path().iterdir() if path.name != ".factcheck_cache") == ["a.txt"]
        assert Path("a.txt").read_text("utf-8") == WRONG

    @pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything is refused nothing")
    def test_a_file_that_may_not_be_replaced_stays(self) -> None:
        put("a.txt")
        Path("out").mkdir()
        put("out/old.json", "old").parent.chmod(0o500)
        assert check("a.txt", "--output", "json=out/old.json").exit_code == 2
        assert Path("out/old.json").read_text("utf-8") == "old"

    def test_the_rest_of_githubs_annotations_is_in_the_summary(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put("a.txt", "\n\n".join(WRONG.replace("15%", f"{percent}%").strip() for percent in range(20, 40)))
        put("summary.md", "From the step before.\n")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
        result = run("check", "a.txt", "--output-format", "github")
        assert result.stdout.count("::error") == 10
        summary = Path("summary.md").read_text("utf-8")
        assert summary.startswith("From the step before.\n## Figures checked")
        assert summary.count("**error**") == 20

    @pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
    def test_paths_start_from_the_top_of_the_clone(self, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
        put("clone/news/a.txt")
        monkeypatch.setenv(variable, str(Path("clone").absolute()))
        monkeypatch.chdir("clone/news")
        for name in ("a.txt", Path("a.txt").absolute()):
            assert "::error file=news/a.txt,line=1," in run("check", name, "--output-format", "github").stdout

    def test_statistics_count_by_rule(self) -> None:
        put("a.txt", WRONG + "\n" + WRONG.replace("15%", "16%"))
        assert run("check", "a.txt", "--statistics").stdout.split() == ["2", "error", "percentage-change"]


class TestExitCodes:
    @pytest.mark.parametrize(
        ("options", "code"),
        [([], 1), (["--fail-level", "error"], 1), (["--fail-level", "note"], 1), (["--fail-level", "never"], 0), (["--exit-zero"], 0)],
    )
    def test_an_error_is_told_by_the_level(self, options: list[str], code: int) -> None:
        put("a.txt")
        assert check("a.txt", *options).exit_code == code

    def test_a_file_not_read_is_never_forgiven(self) -> None:
        put("a.txt")
        assert check("a.txt", "gone.txt", "--exit-zero").exit_code == 2

    def test_rules_are_chosen(self) -> None:
        put("a.txt")
        assert check("a.txt", "--ignore", "percentage-change").exit_code == 0
        assert check("a.txt", "--select", "direction-of-change,same-figure").exit_code == 0
        assert check("a.txt", "--select", "percentage_change").exit_code == 1
        wrong = check("a.txt", "--select", "percentage-chnage")
        assert (wrong.exit_code, "did you mean percentage-change?" in wrong.stderr) == (2, True)


class TestSettings:
    def test_the_nearest_file_counts(self) -> None:
        put("pyproject.toml", '[tool.factcheck]\nignore = ["percentage-change"]\n')
        put("here/factcheck.toml", "")
        put("here/pyproject.toml", '[tool.factcheck]\nignore = ["percentage-change"]\n')
        put("there/pyproject.toml", '[project]\nname = "other"\n')
        for name in ("a.txt", "here/a.txt", "there/a.txt"):
            put(name)
        assert flagged(check(".")) == ["here/a.txt"]
        assert flagged(check(".", "--isolated")) == ["a.txt", "here/a.txt", "there/a.txt"]
        assert flagged(check(".", "--settings", "pyproject.toml")) == []

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ("fail-levle = 'error'", "unknown key fail-levle; did you mean fail-level?"),
            ("fail_level = 'error'", "did you mean fail-level?"),
            ("qqqq = 1", "the keys are language, select, "),
            ("fail-level = 'fatal'", "'fatal'"),
            ("select = 'percentage-change'", "Expected `array`"),
            ("select = ['percentage-chnage']", "did you mean percentage-change?"),
            ("[per-file-ignores]\n'*.txt' = ['nothing']", "no such rule"),
            ("output-format = 'punch-card'", "no such format"),
            ("language = 'tlh'", "cannot be read"),
            ("= 1", "is no TOML"),
        ],
    )
    def test_what_is_wrong_in_them_is_one_line(self, written: str, said: str) -> None:
        put("a.txt")
        put("factcheck.toml", written + "\n")
        result = run("check", "a.txt")
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.stderr
        assert said in result.stderr

    def test_those_of_a_folder_below_are_checked_too(self) -> None:
        put("news/a.txt")
        put("news/factcheck.toml", 'ignore = ["percentage-chnage"]\n')
        assert "did you mean percentage-change?" in check("news").stderr

    def test_they_are_overruled_by_the_command_line(self) -> None:
        put("factcheck.toml", 'fail-level = "never"\noutput-format = "concise"\nexclude = ["old/"]\n[per-file-ignores]\n"*.md" = ["percentage-change"]\n')
        for name in ("a.txt", "b.md", "old/c.txt"):
            put(name)
        result = run("check", ".")
        assert (result.exit_code, flagged(result)) == (0, ["a.txt"])
        assert run("check", ".", "--fail-level", "error").exit_code == 1

    def test_what_holds_is_shown_as_settings_that_would_do_the_same(self) -> None:
        put("factcheck.toml", 'fail-level = "note"\n[per-file-ignores]\n"*.md" = ["percentage-change"]\n')
        shown = run("check", ".", "--show-settings", "--select", "percentage-change").stdout
        assert 'fail-level = "note"  # "' in shown
        assert "factcheck.toml" in shown
        put("other/factcheck.toml", shown)
        put("other/a.txt")
        assert "select = [\"percentage-change\"]  # \"command line\"" in shown
        assert flagged(check("other")) == ["other/a.txt"]


class TestBaseline:
    def test_what_is_known_is_not_flagged_wherever_it_moves(self) -> None:
        path = put("a.txt", WRONG)
        assert check("a.txt", "--write-baseline", "--baseline", "known.json").exit_code == 0
        path.write_text("A line more.\n\n" + WRONG, "utf-8")
        assert check("a.txt", "--baseline", "known.json").exit_code == 0
        path.write_text(WRONG.replace("15%", "16%"), "utf-8")
        changed = check("a.txt", "--baseline", "known.json")
        assert (changed.exit_code, "1 findings in known.json are gone" in changed.stderr) == (1, True)

    def test_it_counts(self) -> None:
        path = put("a.txt", WRONG + "\n" + WRONG)
        check("a.txt", "--write-baseline", "--baseline", "known.json")
        path.write_text("\n".join([WRONG] * 3), "utf-8")
        assert [line.split(":")[1] for line in check("a.txt", "--baseline", "known.json").stdout.splitlines()[:-1]] == ["5"]

    def test_pruning_takes_out_what_is_gone_and_leaves_other_files_alone(self) -> None:
        put("a.txt", WRONG + "\n" + WRONG)
        put("b.txt")
        put("factcheck.toml", 'baseline = "known.json"\n')
        check("a.txt", "b.txt", "--write-baseline")
        put("a.txt", WRONG)
        check("a.txt", "--prune-baseline")
        entries = json.loads(Path("known.json").read_text("utf-8"))["findings"]
        assert [(entry["path"], entry["count"]) for entry in entries] == [("a.txt", 1), ("b.txt", 1)]

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "no such baseline; --write-baseline"),
            ("{", "is no baseline"),
            ('{"version": 9, "findings": []}', "version 9"),
            ('{"version": 1}', "is no baseline"),
        ],
    )
    def test_one_that_cannot_be_used_is_an_error(self, content: str | None, said: str) -> None:
        put("a.txt")
        if content is not None:
            put("known.json", content)
        result = check("a.txt", "--baseline", "known.json")
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr

    def test_its_state_is_told(self) -> None:
        put("a.txt")
        check("a.txt", "--write-baseline", "--baseline", "known.json")
        log = json.loads(run("check", "a.txt", "--baseline", "known.json", "--output-format", "sarif").stdout)
        assert [result["baselineState"] for result in log["runs"][0]["results"]] == ["unchanged"]


class TestSilence:
    @pytest.mark.parametrize(
        "text",
        [
            f"<!-- factcheck ignore percentage-change: as printed in the budget -->\n{WRONG}",
            f"<!-- factcheck ignore percentage-change: as printed -->\n\n{WRONG}",
            WRONG.strip() + " <!-- factcheck ignore same-figure, percentage_change: as printed -->\n",
        ],
    )
    def test_a_comment_silences_a_rule_in_its_paragraph_or_the_next(self, text: str) -> None:
        put("a.md", text)
        result = check("a.md")
        assert (result.exit_code, flagged(result)) == (0, [])
        told = json.loads(run("check", "a.md", "--output-format", "json").stdout)["reports"][0]
        assert ["comment" in (verdict["silenced"] or {}).get("by", "") for verdict in told["verdicts"] if verdict["level"] == "error"] == [True]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (f"<!-- factcheck ignore percentage-change: for later -->\n\nA paragraph.\n\n{WRONG}", "nothing there to ignore"),
            (f"<!-- factcheck ignore percentage-change -->\n{WRONG}", "does not count without a reason"),
            (f"<!-- factcheck ignore percentage-chnage: why -->\n{WRONG}", "did you mean percentage-change?"),
            (f"<!-- factcheck ignore: why -->\n{WRONG}", "names no rule"),
            (f"{WRONG}\n<!-- factcheck ignore percentage-change: too late -->\n", "nothing there to ignore"),
        ],
    )
    def test_one_that_answers_nothing_is_remarked_on(self, text: str, said: str) -> None:
        put("a.md", text)
        result = check("a.md")
        assert (result.exit_code, flagged(result)) == (1, ["a.md"])
        assert said in result.stdout

    def test_the_reason_in_a_text_without_markup_is_no_claim(self) -> None:
        put("a.txt", f"<!-- factcheck ignore percentage-change: {WRONG.strip()} is what they said -->\n\nA line.\n")
        assert check("a.txt").exit_code == 0

    def test_other_comments_are_none_of_our_business(self) -> None:
        put("a.md", f"<!-- factcheck -->\n<!-- ignore percentage-change: x -->\n<!-- never closed {WRONG}")
        assert "remark" not in check("a.md").stdout


class TestChanges:
    def test_only_what_stands_in_changed_lines_is_flagged(self) -> None:
        git("init", "-q", "-b", "main")
        put("a.txt", f"{WRONG}\nA line.\n\n{WRONG.replace('15%', '25%')}")
        put("ünchanged.txt")
        git("add", ".")
        git("commit", "-qm", "Articles")
        git("checkout", "-qb", "edit")
        put("a.txt", f"{WRONG}\nAnother line.\n\n{WRONG.replace('15%', '35%')}")
        put("new \t file.txt")
        result = check(".", "--diff-base", "main")
        assert [line.split(":")[:2] for line in result.stdout.splitlines() if ": error " in line] == [["a.txt", "5"], ["new   file.txt", "1"]]
        git("commit", "-qam", "Edit")
        assert flagged(check(".", "--diff-base", "main")) == ["a.txt", "new   file.txt"]
        assert check(".", "--diff-base", "HEAD").exit_code == 1

    @pytest.mark.parametrize("reference", ["no-such-branch", "--output=owned", "HEAD; touch owned", ""])
    def test_a_commit_that_is_none_is_one_line(self, reference: str) -> None:
        git("init", "-q")
        put("a.txt")
        git("add", ".")
        git("commit", "-qm", "Articles")
        result = check("a.txt", f"--diff-base={reference}")
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.output
        assert not Path("owned").exists()

    def test_outside_of_a_clone_it_is_one_line(self) -> None:
        put("a.txt")
        assert "--diff-base" in check("a.txt", "--diff-base", "HEAD").stderr


class TestCacheAndProcesses:
    def test_a_second_run_takes_the_reports_from_the_cache_and_says_the_same(self) -> None:
        for number in range(5):
            put(f"{number}.txt", WRONG.replace("15%", f"{20 + number}%"))
        first, second = run("check", ".", "--statistics"), run("check", ".", "--statistics")
        assert "5 files, 0 of them from the cache" in first.stderr
        assert "5 files, 5 of them from the cache" in second.stderr
        assert run("check", ".").stdout == run("check", ".", "--no-cache").stdout
        put("3.txt", SOUND)
        assert "5 files, 4 of them from the cache" in run("check", ".", "--statistics").stderr
        assert "0 of them" in run("check", ".", "--statistics", "--published", "2020-01-01").stderr
        assert Path(".factcheck_cache/.gitignore").read_text("utf-8") == "*\n"

    def test_what_is_not_ours_in_it_costs_time_and_nothing_else(self) -> None:
        put("a.txt")
        before = run("check", "a.txt").stdout
        for kept in Path(".factcheck_cache").glob("*/*/*"):
            kept.write_bytes(b"\x80garbage")
        assert run("check", "a.txt").stdout == before

    def test_a_link_in_its_place_is_not_followed(self) -> None:
        put("a.txt")
        Path("elsewhere").mkdir()
        Path(".factcheck_cache").symlink_to("elsewhere", target_is_directory=True)
        assert check("a.txt").exit_code == 1
        assert not list(Path("elsewhere").iterdir())

    def test_several_processes_say_the_same_as_one(self) -> None:
        for number in range(40):
            put(f"news/{number:02}.txt", WRONG.replace("15%", f"{3 + number}%") + DOUBTFUL * number)
        put("news/20.txt", "")
        alone, together = (run("check", "news", "--no-cache", "--jobs", jobs, "--output-format", "json") for jobs in ("1", "2"))
        assert alone.stdout == together.stdout
        assert alone.stderr == together.stderr
        assert (alone.exit_code, together.exit_code) == (2, 2)


    def test_a_process_that_dies_costs_time_and_no_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for number in range(32):
            put(f"news/{number:02}.txt")
        before = check("news", "--no-cache", "--jobs", "1").stdout
        monkeypatch.setattr(batch, "_share", die)
        assert check("news", "--no-cache", "--jobs", "2").stdout == before


def die(*_: object) -> None:
    os._exit(1)


class TestExplaining:
    def test_a_line_of_a_file_is_explained_with_the_law(self) -> None:
        put("a.txt", f"A line.\n\n{WRONG}")
        for place in ("a.txt:3", "a.txt:3:15"):
            told = run("explain", place).stdout
            assert "error percentage-change: cannot be true" in told
            assert "A percentage change must fit the two amounts it connects" in told
        assert run("explain", "a.txt:1").stdout == "line 1: no figure was read there\n"
        assert run("explain", "gone.txt:1").exit_code == 2


class TestDecisions:
    def test_a_decision_counts_until_the_figures_change(self) -> None:
        put("a.txt")
        decided = run("decide", "a.txt:1", "accept", "--reason", "so the ministry says", "--by", "An Editor")
        assert decided.exit_code == 0, decided.output
        assert check("a.txt").exit_code == 0
        log = json.loads(run("check", "a.txt", "--output-format", "sarif").stdout)["runs"][0]["results"]
        assert log[0]["suppressions"] == [{"kind": "external", "justification": "accept by An Editor: so the ministry says"}]
        put("a.txt", WRONG.replace("15%", "16%"))
        changed = check("a.txt")
        assert (changed.exit_code, "a decision has lapsed: percentage-change" in changed.stdout) == (1, True)

    def test_a_torn_file_of_decisions_is_one_line(self) -> None:
        put("a.txt")
        put("factcheck-decisions.json", "{")
        result = check("a.txt")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_a_report_that_cannot_take_its_place_leaves_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    put("a.txt")
    put("out.json", "old")
    monkeypatch.setattr(os, "replace", refuse)
    result = check("a.txt", "--no-cache", "--output", "json=out.json")
    assert (result.exit_code, "out.json: cannot be written (No space left on device)" in result.stderr) == (2, True)
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.json"]
    assert Path("out.json").read_text("utf-8") == "old"


def test_a_summary_beyond_githubs_limit_is_cut_between_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    monkeypatch.setattr(desk, "LARGEST_SUMMARY", 100)
    run("check", "a.txt", "--output-format", "github")
    lines = Path("summary.md").read_text("utf-8").splitlines()
    assert lines[0] == "## Figures checked"
    assert lines[-1] == "(cut off here: there is more)"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("files", "waited", "shown"), [(5, 2.0, True), (5, 0.0, False), (1, 2.0, False)])
def test_the_bar_is_for_many_files_after_a_second(monkeypatch: pytest.MonkeyPatch, files: int, waited: float, shown: bool) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress(files) as progress:
        progress.began -= waited
        progress.tell(1)
    assert ("checking" in terminal.getvalue()) == shown


def test_being_interrupted_is_not_being_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    put("a.txt", SOUND)
    monkeypatch.setattr(desk, "run", interrupt)
    assert check("a.txt").exit_code == 130


def test_the_shell_completes_rules_and_formats() -> None:
    def completed(words: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        return subprocess.run([sys.executable, "-m", "factcheck"], env=environment, capture_output=True, text=True, check=False).stdout

    assert completed("factcheck expl").split() == ["explain"]
    assert completed("factcheck check --output-format sar").split() == ["sarif"]
    assert "percentage-change" in completed("factcheck check --select perc").split()


def test_watching_checks_again_after_a_change() -> None:
    put("a.txt", SOUND)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "factcheck", "check", ".", "--watch", "--output-format", "concise"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        assert process.stderr
        try:
            assert "0 flagged" in process.stdout.readline()
            assert "watching" in process.stderr.readline()
            put("b.txt", WRONG)
            assert "percentage-change" in process.stdout.readline()
            assert "1 flagged" in process.stdout.readline()
        finally:
            time.sleep(0.2)
            process.send_signal(2)
        assert process.wait(timeout=20) == 1
