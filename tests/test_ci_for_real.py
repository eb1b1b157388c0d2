"""The hook for pre-commit, the action's steps and GitLab's job, each run as those services would: installed from a clone and called on an article."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.published_schemas import published_schema

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]
WRONG = "Spending rose 15% from $100 million to $105 million.\n"
SOUND = "Spending rose 5% from $100 million to $105 million.\n"
HOOKS, ACTION, JOB = ROOT / ".pre-commit-hooks.yaml", ROOT / "action.yml", ROOT / ".gitlab/factcheck.yml"
NOT_SHIPPED = shutil.ignore_patterns(".git", ".venv", ".*cache", "__pycache__", ".hypothesis", "dist", "*.egg-info")
CANNOT_INSTALL = re.compile("No matching distribution|Could not find a version|Failed to establish|Temporary failure in name")
INPUT = re.compile(r"\$\{\{ inputs\.(?P<name>[\w-]+) \}\}")
LONGEST_INSTALL = 600
NEEDS_PRE_COMMIT = pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed")


def execute(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH", "VIRTUAL_ENV"))}
    ran = subprocess.run(
        [*map(str, command)], cwd=cwd, env={**variables, **environment}, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST_INSTALL
    )
    if CANNOT_INSTALL.search(ran.stdout + ran.stderr):
        pytest.skip("packages cannot be installed here")
    return ran


def commit_all(folder: Path) -> None:
    identity = ("-c", "user.name=A Writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "All of it")):
        assert execute("git", *identity, *command, cwd=folder).returncode == 0


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone") / "factcheck"
    shutil.copytree(ROOT, folder, ignore=NOT_SHIPPED)
    commit_all(folder)
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A clone of a newsroom's: one article that cannot be true, one that can."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news/wrong one.md").write_text(WRONG, "utf-8")
    (tmp_path / "news/sound.md").write_text(SOUND, "utf-8")
    commit_all(tmp_path)
    return tmp_path


@NEEDS_PRE_COMMIT
def test_pre_commit_reads_the_hooks() -> None:
    ran = execute(sys.executable, "-m", "pre_commit", "validate-manifest", HOOKS, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.installs
@NEEDS_PRE_COMMIT
def test_the_hook_runs_from_a_clone(clone: Path, desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = str(tmp_path_factory.mktemp("hooks"))
    ran = execute(sys.executable, "-m", "pre_commit", "try-repo", clone, "factcheck", "--all-files", cwd=desk, PRE_COMMIT_HOME=home)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "news/wrong one.md:1:15: error percentage-change" in ran.stdout
    assert "2 files, 2 claims checked, 1 flagged" in ran.stdout


@pytest.mark.installs
def test_the_action_does_as_it_says(clone: Path, desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    action = yaml.safe_load(ACTION.read_text("utf-8"))
    runner = tmp_path_factory.mktemp("runner")
    given = {"paths": "news\nnews/no such file.md\n", "sarif": "out.sarif"}
    annotated = [step(part, action, given, clone, desk, runner) for part in action["runs"]["steps"]]
    assert [ran.returncode for ran in annotated] == [0, 2], annotated[-1].stdout + annotated[-1].stderr
    assert "::error file=news/wrong one.md,line=1,endLine=1,col=15," in annotated[1].stdout
    assert "not read,file=news/no such file.md::" in annotated[1].stdout
    assert json.loads((desk / "out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert "**error** percentage-change" in (runner / "summary.md").read_text("utf-8")
    hostile = step(action["runs"]["steps"][1], action, {"paths": '$(touch owned); "`touch owned`"\n-x\n', "fail-level": "never"}, clone, desk, runner)
    assert hostile.returncode == 2
    assert not (desk / "owned").exists()


def step(part: dict[str, Any], action: dict[str, Any], given: dict[str, str], clone: Path, desk: Path, runner: Path) -> subprocess.CompletedProcess[str]:
    """One step of a composite action as the runner does it: inputs put into its variables, then the shell that it names."""
    assert "${{" not in part["run"], "what stands in an input must never become code"

    def value(found: re.Match[str]) -> str:
        return given.get(found["name"], action["inputs"][found["name"]]["default"])

    variables = {name: INPUT.sub(value, text) for name, text in part.get("env", {}).items()}
    assert part["shell"] == "bash"
    script = runner / "step.sh"
    script.write_text(part["run"], "utf-8")
    command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
    return execute(*command, cwd=desk, RUNNER_TEMP=str(runner), GITHUB_ACTION_PATH=str(clone), GITHUB_STEP_SUMMARY=str(runner / "summary.md"), **variables)


@pytest.mark.installs
def test_gitlabs_job_leaves_both_reports(clone: Path, desk: Path) -> None:
    job = yaml.safe_load(JOB.read_text("utf-8"))["factcheck"]
    variables = {**job["variables"], "FACTCHECK_SOURCE": str(clone), "FACTCHECK_PATH": "news"}
    script = "\n".join(job["script"]).replace("/tmp/factcheck", str(desk / "environment"))
    ran = execute("bash", "-eo", "pipefail", "-c", script, cwd=desk, **variables)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    reports = job["artifacts"]["reports"]
    assert [entry["location"]["path"] for entry in json.loads((desk / reports["codequality"]).read_text("utf-8"))] == ["news/wrong one.md"]
    assert (desk / reports["junit"]).read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        (ACTION, "https://json.schemastore.org/github-action.json"),
        (JOB, "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"),
    ],
    ids=["action", "job"],
)
def test_each_file_is_what_its_service_reads(file: Path, schema: str) -> None:
    jsonschema.validate(yaml.safe_load(file.read_text("utf-8")), published_schema(schema))


def test_the_readme_names_the_files_that_are_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for file in (HOOKS, ACTION, JOB):
        assert file.relative_to(ROOT).as_posix() in readme
