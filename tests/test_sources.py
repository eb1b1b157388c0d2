"""A text against what it was written from: where each figure comes from, what differs, and that every report says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from typer.testing import CliRunner, Result

from claims.tie import Tie
from factcheck import check, check_text
from factcheck.cli import app
from factcheck.tied import tally

ARTICLES = sorted((Path(__file__).parent / "articles").iterdir())
STORY = (
    "Harbour fees rise\n\nThe harbour took $4.7 million in fees in 2022, when 1,318 ships called. "
    "Repairs cost $2.9 million in 2022. The mayor's car cost $38,500.\n"
)
TABLE = [["(in thousands of dollars)", "2021", "2022"], ["Fees", "4,105", "4,688"], ["Repairs", "2,240", "2,415"], ["Ships that called", "1,290", "1,318"]]
RELEASE = "Harbour authority\n\nFees came to $4,688,000 in 2022. Repairs cost $2.415 million in 2022. In 2022, 1,318 ships called.\n"


def as_csv(path: Path) -> None:
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in TABLE), "utf-8")


def as_xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Harbour"
    for row in TABLE:
        book.active.append([int(cell.replace(",", "")) if cell[0].isdigit() and len(cell) > 4 else cell for cell in row])
    book.save(path)


def as_html(path: Path) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    path.write_text(f"<!doctype html><title>Harbour</title><table>{rows}</table>", "utf-8")


def as_docx(path: Path) -> None:
    document = docx.Document()
    for paragraph in RELEASE.split("\n\n"):
        document.add_paragraph(paragraph.strip())
    document.save(path)


def as_text(path: Path) -> None:
    path.write_text(RELEASE, "utf-8")


FORMATS: dict[str, tuple[Callable[[Path], None], str]] = {
    "release.txt": (as_text, "line 3"),
    "release.md": (as_text, "line 3"),
    "release.docx": (as_docx, "paragraph 2"),
    "fees.csv": (as_csv, "row 2, column 3"),
    "fees.xlsx": (as_xlsx, "Harbour!C2"),
    "fees.html": (as_html, "row 2, column 3"),
}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(STORY, "utf-8")
    return path


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(RELEASE, "utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def ties_by_figure(ties: tuple[Tie, ...]) -> dict[str, Tie]:
    return {tie.figure.printed: tie for tie in ties}


@pytest.mark.parametrize("name", FORMATS)
def test_figures_are_tied_to_their_place_in_every_format(story: Path, tmp_path: Path, name: str) -> None:
    write, where = FORMATS[name]
    write(tmp_path / name)
    found = ties_by_figure(check(story, sources=[tmp_path / name]).ties)
    assert {printed: (tie.outcome, tie.by) for printed, tie in found.items()} == {
        "$4.7 million": ("tied", "words"),
        "1,318": ("tied", "words"),
        "$2.9 million": ("differs", "words"),
        "$38,500": ("not found", ""),
    }
    fees, repairs = found["$4.7 million"].passage, found["$2.9 million"].passage
    assert fees is not None
    assert repairs is not None
    assert where in fees.place
    assert (fees.figure.low, repairs.figure.low) == (4_688_000, 2_415_000)


def test_the_words_decide_between_two_places_with_one_value(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("Sewers will cost £612,000. Lamps will cost £612,000.\n", "utf-8")
    (tie,) = check_text("The new lamps will cost £612,000.", language="en", sources=["plan.txt"]).ties
    assert tie.passage is not None
    assert tie.passage.words.startswith("Lamps")


def test_a_value_that_is_met_under_other_words_is_said_to_be_tied_by_value_only(release: Path) -> None:
    report = check_text("The bridge will cost $4,688,000.", language="en", sources=[release])
    assert tally([report]) == "1 tied by value only"
    assert report.verdicts == ()


def test_a_source_of_another_year_is_no_contradiction(release: Path) -> None:
    report = check_text("Repairs cost $2.9 million in 2020.", language="en", sources=[release])
    assert [tie.outcome for tie in report.ties] == ["not found"]
    assert report.flagged == ()


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_a_text_is_tied_to_a_copy_of_itself(article: Path, tmp_path: Path) -> None:
    copy = tmp_path / f"copy{article.suffix}"
    copy.write_bytes(article.read_bytes())
    ties = check(article, sources=[copy]).ties
    assert not [tie.figure.printed for tie in ties if tie.outcome == "differs"]
    assert sum(tie.by == "words" for tie in ties) * 10 >= len(ties) * 9


def test_what_differs_is_a_finding_like_any_other(story: Path, release: Path) -> None:
    result = run("check", story, "--source", release, "--output-format", "concise")
    assert result.exit_code == 1
    first, last = result.stdout.splitlines()
    assert ": warning same-as-source: differs from its source" in first
    assert "$2.415 million in release.txt" in first
    assert last.endswith("against the sources: 2 tied, 1 differs, 1 not found")
    assert run("check", story, "--source", release, "--ignore", "same-as-source").exit_code == 0
    assert run("check", story).exit_code == 0


HELD_BY = {
    "terminal": "tied: “$4.7 million” is “$4,688,000” in release.txt, line 3",
    "concise": "2 tied, 1 differs, 1 not found",
    "markdown": "tied: “$4.7 million” is “$4,688,000” in release.txt, line 3",
    "html": "<bdi>release.txt, line 3</bdi>",
    "json": '"outcome": "not found"',
    "json-lines": '"outcome":"not found"',
    "sarif": '"outcome": "not found"',
    "junit": "differs: “$2.9 million” is “$2.415 million” in release.txt, line 3",
    "github": "2 tied, 1 differs, 1 not found",
    "gitlab": "$2.415 million in release.txt",
    "rdjson": "$2.415 million in release.txt",
}
"""GitLab and reviewdog read findings and nothing else."""


@pytest.mark.parametrize("name", HELD_BY)
def test_every_report_holds_what_it_can_of_the_index(story: Path, release: Path, name: str) -> None:
    assert HELD_BY[name] in run("check", story, "--source", release, "--output-format", name).stdout


def test_sarif_points_into_the_source(story: Path, release: Path) -> None:
    log = json.loads(run("check", story.name, "--source", release.name, "--output-format", "sarif").stdout)
    (result,) = log["runs"][0]["results"]
    assert result["relatedLocations"][-1]["physicalLocation"]["artifactLocation"]["uri"] == "release.txt"
    assert len(log["runs"][0]["properties"]["ties"]) == 4


def test_a_changed_source_is_read_anew(story: Path, release: Path) -> None:
    assert run("check", story, "--source", release).exit_code == 1
    assert run("check", story, "--source", release).exit_code == 1
    release.write_text(RELEASE.replace("$2.415 million", "$2.9 million"), "utf-8")
    assert run("check", story, "--source", release).exit_code == 0


def test_a_baseline_outlives_a_run_without_the_sources(story: Path, release: Path) -> None:
    assert run("check", story, "--source", release, "--write-baseline").exit_code == 0
    without = run("check", story, "--prune-baseline")
    assert "gone" not in without.stderr
    known = run("check", story, "--source", release)
    assert known.exit_code == 0
    assert "1 finding not flagged again: known to factcheck-baseline.json" in known.stderr
    assert run("check", story, "--source", release, "--isolated").exit_code == 1
    release.write_text(RELEASE.replace("$2.415 million", "$2.515 million"), "utf-8")
    assert run("check", story, "--source", release).exit_code == 1, "the source says something else now"


def test_a_comment_in_the_text_answers_it_with_and_without_the_sources(story: Path, release: Path) -> None:
    story.write_text(STORY.replace("\n\n", "\n\n<!-- factcheck ignore same-as-source: the auditor's figure -->\n\n"), "utf-8")
    for options in ([], ["--source", release]):
        result = run("check", story, *options)
        assert (result.exit_code, "nothing there to ignore" in result.stdout) == (0, False)


def test_a_decision_stands_without_the_sources(story: Path, release: Path) -> None:
    Path("factcheck.toml").write_text('sources = ["release.txt"]\n', "utf-8")
    assert run("decide", "story.md", "accept", "--reason", "audited since", "--by", "Ann").exit_code == 0
    assert run("check", story).exit_code == 0
    assert "lapsed" not in run("check", story, "--isolated").stdout


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.txt", None, "no such file"),
        ("empty.csv", b"", "is empty"),
        ("broken.xlsx", b"PK\x03\x04 no archive", "broken.xlsx"),
        ("broken.pdf", b"%PDF-1.7 nothing", "broken.pdf"),
    ],
)
@pytest.mark.parametrize("option", ["--source", "--data"])
def test_a_bad_file_is_one_line_and_the_rest_is_checked(story: Path, release: Path, name: str, content: bytes | None, said: str, option: str) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    result = run("check", story, option, name, "--source", release)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr.count("\n") == 1, result.stderr
    assert said in result.stderr
    assert option in result.stderr
    assert "2 tied" in result.stdout


def test_a_folder_of_sources_leaves_the_text_itself_out(story: Path, release: Path) -> None:
    assert "2 tied, 1 differs" in run("check", story, "--source", ".").stdout
    assert "standard input is for the text" in run("check", story, "--source", "-").stderr


def test_an_output_may_not_overwrite_a_source(story: Path, release: Path) -> None:
    assert run("check", story, "--source", release, "--output", f"json={release}").exit_code == 2
    assert release.read_text("utf-8") == RELEASE


def test_a_text_is_held_against_the_tables_of_data(tmp_path: Path) -> None:
    Path("story.txt").write_text("The change in repairs from 2021 to 2022 was 715 thousand.\n", "utf-8")
    as_csv(tmp_path / "fees.csv")
    result = run("check", "story.txt", "--language", "en", "--data", "fees.csv")
    assert result.exit_code == 1
    assert "amount-of-change" in result.stdout
    assert "fees.csv: row 3, column 2" in run("check", "story.txt", "--language", "en", "--data", "fees.csv", "--output-format", "json").stdout
    assert run("check", "story.txt", "--language", "en").exit_code == 0


def test_many_texts_are_tied_in_several_processes(release: Path) -> None:
    for number in range(40):
        Path(f"story{number}.md").write_text(STORY, "utf-8")
    several = run("check", *(f"story{number}.md" for number in range(40)), "--source", release, "--jobs", "2", "--no-cache", "--output-format", "json")
    alone = run("check", *(f"story{number}.md" for number in range(40)), "--source", release, "--jobs", "1", "--no-cache", "--output-format", "json")
    assert several.stdout == alone.stdout
    assert several.stdout.count('"outcome": "differs"') == 40


def test_a_review_an_explanation_and_a_decision_know_the_sources(story: Path, release: Path) -> None:
    assert run("review", story, "--source", release, "--output", "page.html").exit_code == 0
    assert "release.txt, line 3" in Path("page.html").read_text("utf-8")
    assert "$2.415 million in release.txt" in run("explain", f"{story}:3", "--source", release).stdout
    assert "same-as-source" in run("decide", story, "--source", release).stdout
