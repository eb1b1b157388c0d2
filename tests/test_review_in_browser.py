"""The report's page in a real browser: a whole review by keyboard, two reviewers, no network, nothing serious for axe."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from factcheck import check_text
from factcheck.decisions import FILE_NAME, decisions_in, read_decisions
from factcheck.report import Report
from factcheck.reports import Page as Sheet
from factcheck.reports.html import Desk, write
from factcheck.review import Review
from factcheck.review.server import Server
from tests.chromium import browser, why_not

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

TEXT = (
    "Harbour to be deepened\n\n"
    "Spending on the quay rose 5% from $1.25 billion to $1.40 billion. It began in 1957.\n\n"
    "Of the 4,000 households in the district, 1,200, or 40%, say they were never asked.\n\n"
    "The ferries rose 9% from $2.10 billion to $3.50 billion. The cranes weigh 12 tonnes (26,455 pounds) each.\n"
)
CURRENT = "document.activeElement.dataset.rule"


def report_on(text: str = TEXT, source: str = "harbour.md") -> Report:
    report = check_text(text)
    return msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, source=source))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that may ask for nothing but itself, and has nothing to complain of."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda problem: complaints.append(str(problem)))
    opened.on("request", lambda request: None if request.url.startswith(("file:", "blob:", "http://127.0.0.1:")) else complaints.append(request.url))
    yield opened
    context.close()
    assert not complaints


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    report = report_on()
    served = Server(Review(lambda: ([report], []), tmp_path / FILE_NAME, reviewer="Ann"))
    threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield served
    served.shutdown()
    served.server_close()


def saved(page: Page, text: str) -> None:
    page.wait_for_function("text => document.querySelector('#said').textContent.startsWith(text)", arg=text)
    page.wait_for_function("document.activeElement.closest('.card') !== null")  # the dialog gives the focus back after it has closed


def test_a_whole_review_by_keyboard(page: Page, server: Server, tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    page.goto(server.address)
    keyboard = page.keyboard
    keyboard.press("j")
    assert page.evaluate(CURRENT) == "percentage-change"
    first = page.evaluate("location.hash")
    keyboard.press("j")
    assert page.evaluate(CURRENT) == "share-of-whole"
    keyboard.press("k")
    assert page.evaluate("location.hash") == first
    assert page.locator(".figure.current").count() == 3, "its figures are marked in the text"

    keyboard.press("a")
    keyboard.press("Enter")
    assert "Give a reason" in page.locator("#deciding .problem").inner_text()
    keyboard.type("the ledger says so")
    keyboard.press("Enter")
    saved(page, "Saved: accept")
    keyboard.press("j")
    keyboard.press("d")
    keyboard.type("other households")
    keyboard.press("Enter")
    saved(page, "Saved: dismiss")
    keyboard.press("j")
    keyboard.press("f")
    keyboard.press("Enter")
    saved(page, "Saved: fixed")
    assert {decision.answer: (decision.reason, decision.by) for decision in read_decisions(file)} == {
        "accept": ("the ledger says so", "Ann"),
        "dismiss": ("other households", "Ann"),
        "fixed": ("", "Ann"),
    }
    keyboard.press("u")
    saved(page, "Taken back")
    assert len(read_decisions(file)) == 2
    keyboard.press("s")
    keyboard.press("Escape")
    assert len(read_decisions(file)) == 2

    keyboard.press("?")
    assert page.locator("#keys").is_visible()
    keyboard.press("Escape")
    keyboard.press("/")
    keyboard.type("households")
    assert page.locator(".card:visible").count() < page.locator(".card").count()
    keyboard.press("Escape")
    page.reload()
    assert page.locator(".card.settled").count() == 2
    assert "1 flagged" in page.locator(".top .counts").inner_text()


def test_two_reviewers_see_each_other(page: Page, server: Server, tmp_path: Path) -> None:
    other = page.context.new_page()
    for each in (page, other):
        each.goto(server.address)
    for each, name in ((page, "Ann"), (other, "Ben")):
        each.keyboard.press("j")
        each.keyboard.press("a")
        each.keyboard.type(f"{name} looked")
        each.locator("#deciding [name=by]").fill(name)
    page.locator("#deciding [value=save]").click()
    saved(page, "Saved")
    other.locator("#deciding [value=save]").click()
    other.wait_for_function("() => document.querySelector('#deciding .problem').textContent !== ''")
    assert "Ann has decided this meanwhile" in other.locator("#deciding .problem").inner_text()
    assert [decision.by for decision in read_decisions(tmp_path / FILE_NAME)] == ["Ann"]
    other.locator("#deciding [value=save]").click()
    saved(other, "Saved")
    assert [decision.by for decision in read_decisions(tmp_path / FILE_NAME)] == ["Ben"]
    page.wait_for_function("() => document.querySelector('.card[data-finding] .decision').textContent.includes('Ben looked')", timeout=9_000)


def static(tmp_path: Path, *reports: Report) -> str:
    file = tmp_path / "report.html"
    file.write_text(write(reports, [], Sheet(), Desk(reviewer="Ann")), "utf-8")
    return file.as_uri()


def test_the_file_alone_exports_decisions(page: Page, tmp_path: Path) -> None:
    page.goto(static(tmp_path, report_on()))
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.keyboard.type("\u202ehidden \"quotes\" <b>")
    page.keyboard.press("Enter")
    saved(page, "Saved")
    assert "u{202e}" in page.locator(".card[data-finding] .decision").first.inner_text()
    with page.expect_download() as download:
        page.locator("#export").click()
    exported = tmp_path / "exported.json"
    download.value.save_as(exported)
    (decision,) = decisions_in(exported.read_bytes(), "exported")
    assert (decision.article, decision.answer, decision.reason, decision.by) == ("harbour.md", "dismiss", '\u202ehidden "quotes" <b>', "Ann")
    assert set(decision.figures) == {"5%", "$1.25 billion", "$1.40 billion"}


def test_without_scripts_everything_can_be_read(chromium: Browser, tmp_path: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(static(tmp_path, report_on()))
    assert page.locator(".card[data-finding] .sum").first.is_visible()
    assert page.locator(".card[data-finding] svg").first.is_visible()
    assert page.locator("button:visible, select:visible, input:visible").count() == 0
    page.locator(".figure.error a").first.click()
    assert "#" in page.url
    context.close()


def test_filters(page: Page, tmp_path: Path) -> None:
    page.goto(static(tmp_path, report_on()))
    page.select_option("[name=state]", "flagged")
    assert set(page.locator(".card:visible").evaluate_all("cards => cards.map(card => card.dataset.state)")) == {"error"}
    page.select_option("[name=rule]", "share-of-whole")
    assert page.locator(".card:visible").count() == 1
    assert page.locator("output").inner_text().startswith("1 of ")


def test_the_note_to_the_author_can_be_copied(page: Page, tmp_path: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(static(tmp_path, report_on()))
    page.keyboard.press("j")
    page.keyboard.press("c")
    saved(page, "The note is copied")
    note = page.evaluate("navigator.clipboard.readText()")
    assert note.startswith("Could you check these figures? (harbour.md, line 3)")
    assert "$1.25 billion × (1 + 5%) = $1.40 billion" in note


PAYLOADS = (
    "<script>window.broken=1</script>",
    "<img src=x onerror=window.broken=1>",
    "\"><svg onload=window.broken=1>",
    "' autofocus onfocus=window.broken=1 x='",
    "</style><script>window.broken=1</script>",
    "</title></textarea></pre><iframe src=javascript:window.broken=1>",
    "javascript:window.broken=1",
    "{{ 7*7 }}{% raw %}",
    "<meta http-equiv=refresh content=0;url=http://evil.example/>",
    "<base href=http://evil.example/>",
    "<form action=http://evil.example/><button>",
)


def test_no_payload_runs_or_asks(page: Page, tmp_path: Path) -> None:
    reports = []
    for number, payload in enumerate(PAYLOADS):
        text = TEXT.replace("households", f"{payload} households").replace("Harbour", f"Harbour {payload}")
        reports.append(report_on(text, f"{number}{payload}.md"))
    page.goto(static(tmp_path, *reports))
    page.wait_for_timeout(300)
    assert page.evaluate("window.broken") is None
    assert page.url.endswith("report.html")
    assert page.locator("iframe, img, base, form[action], [onerror], [onload], [onfocus]").count() == 0
    assert page.locator("script").count() == 1
    assert page.locator(".sheet").count() == len(PAYLOADS)


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """axe-core's script, fetched for this run only."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not there to fetch axe-core with")
    folder = tmp_path_factory.mktemp("axe")
    fetched = subprocess.run([npm, "pack", "--silent", "axe-core@4"], cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    packed = next(folder.glob("*.tgz"), None)
    if packed is None:
        pytest.skip(f"axe-core cannot be fetched: {fetched.stderr.strip()[:200]}")
    with tarfile.open(packed) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("several", [False, True])
def test_axe_finds_nothing_serious(chromium: Browser, axe: str, tmp_path: Path, scheme: Any, several: bool) -> None:
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    reports = [report_on(), report_on("The ferries sail.\n", "calm.md")] if several else [report_on()]
    page.goto(static(tmp_path, *reports))
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.evaluate(axe)
    problems = []
    for opened in ("", "#deciding", "#keys"):
        if opened:
            page.evaluate("which => document.querySelector(which).showModal()", opened)
        found = page.evaluate("axe.run()")
        problems += [(each["id"], each["impact"], each["nodes"][0]["html"][:200], each["nodes"][0]["failureSummary"]) for each in found["violations"]]
        if opened:
            page.evaluate("which => document.querySelector(which).close()", opened)
    context.close()
    assert not [problem for problem in problems if problem[1] in ("serious", "critical", "moderate")], json.dumps(problems, indent=1)
