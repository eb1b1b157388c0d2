"""The review's server: it answers one origin that knows the token, and keeps what it is told to keep."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import check_text
from factcheck.decisions import FILE_NAME, read_decisions
from factcheck.review import Review, found_in
from factcheck.review.server import LARGEST_BODY, Server

TEXT = "Spending on the quay rose 5% from $1.25 billion to $1.40 billion.\n"
JSON = {"Content-Type": "application/json"}


class Desk(NamedTuple):
    """A review that is running, its file, and what a page would ask for."""

    server: Server
    file: Path
    asked: dict[str, object]

    @property
    def own(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def ask(self, method: str, path: str, body: object = None, **headers: str | None) -> tuple[int, bytes, dict[str, str]]:
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        content = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        given: dict[str, str | None] = {"Host": f"127.0.0.1:{self.server.server_port}", "Content_Length": str(len(content)), **headers}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in given.items():
            if value is not None:
                connection.putheader(name.replace("_", "-"), value)
        connection.endheaders(content)
        reply = connection.getresponse()
        read = reply.read()
        connection.close()
        return reply.status, read, dict(reply.getheaders())

    def decide(self, body: object = None, **headers: str | None) -> int:
        """Asks as the page does, but for what is given."""
        path = f"/{self.server.token}/decisions"
        return self.ask("POST", path, self.asked if body is None else body, **{"Origin": self.own, "Content_Type": "application/json", **headers})[0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    report, file = check_text(TEXT), tmp_path / FILE_NAME
    (key,) = found_in([report], file)
    server = Server(Review(lambda: ([report], []), file))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    server.review.page(is_served=True)
    yield Desk(server, file, {**key._asdict(), "answer": "accept", "reason": "asked", "by": "Ann", "seen": ""})
    server.shutdown()
    server.server_close()


def test_it_listens_on_this_machine_only(desk: Desk) -> None:
    assert desk.server.socket.getsockname()[0] == "127.0.0.1"
    outside = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in outside:
        if not str(address).startswith("127."):
            with pytest.raises(OSError):  # noqa: PT011
                socket.create_connection((str(address), desk.server.server_port), timeout=2)


def test_the_page_and_the_decisions_are_served_to_who_knows_the_token(desk: Desk) -> None:
    status, page, headers = desk.ask("GET", f"/{desk.server.token}/")
    assert status == 200
    assert b"Can these figures all be true?" in page
    assert b"connect-src &#39;self&#39;" in page
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert not any(name.startswith("Access-Control") for name in headers)
    assert desk.decide() == 200
    assert [decision["by"] for decision in json.loads(desk.ask("GET", f"/{desk.server.token}/decisions")[1])["decisions"] if decision] == ["Ann"]


def test_tokens_are_long_and_never_the_same(desk: Desk, tmp_path: Path) -> None:
    other = Server(desk.server.review)
    other.server_close()
    assert len(other.token) >= 32
    assert other.token != desk.server.token


@pytest.mark.parametrize(
    "path",
    ["/", "", "//", "/x/", "/{token}x/", "/{half}/", "/{token}/../", "/{token}/factcheck-decisions.json", "/{token}/../../etc/passwd", "/{token}/%2e%2e/"],
)
def test_no_other_path_leads_anywhere(desk: Desk, path: str) -> None:
    path = path.format(token=desk.server.token, half=desk.server.token[:16])
    status, content, _ = desk.ask("GET", path)
    assert status in (400, 404)
    assert b"Can these" not in content


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "[::1]", "", None])
def test_a_name_bent_to_this_machine_is_refused(desk: Desk, host: str | None) -> None:
    assert desk.ask("GET", f"/{desk.server.token}/", Host=host)[0] == 421
    assert desk.decide(Host=host) == 421
    assert not desk.file.exists()


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None, "https://127.0.0.1", "http://127.0.0.1", "file://", "http://127.0.0.1:1"])
def test_no_other_origin_decides(desk: Desk, origin: str | None) -> None:
    assert desk.decide(Origin=origin) == 403
    assert not desk.file.exists()


def test_a_page_of_another_site_may_not_even_read(desk: Desk) -> None:
    for site in ("cross-site", "same-site"):
        assert desk.ask("GET", f"/{desk.server.token}/", Sec_Fetch_Site=site)[0] == 403
    assert desk.ask("GET", f"/{desk.server.token}/", Sec_Fetch_Site="none")[0] == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[" * 30_000, 400),
        (b"\xff", 400),
        ({"answer": "accept"}, 400),
        ({"answer": "agree"}, 400),
        ({"reason": "x" * 2_001}, 400),
        ({"reason": " "}, 400),
        ({"by": ""}, 400),
        ({"nth": "1"}, 400),
        ({"more": 1}, 400),
        ({"article": "../../etc/passwd"}, 404),
        ({"fingerprint": "0" * 16}, 404),
        ({"nth": 2}, 404),
        ({"reason": "x" * LARGEST_BODY}, 413),
    ],
)
def test_what_is_not_a_decision_is_refused(desk: Desk, body: bytes | dict[str, object], status: int) -> None:
    is_whole = isinstance(body, bytes) or body == {"answer": "accept"}
    assert desk.decide(body if is_whole else {**desk.asked, **body}) == status  # type: ignore[dict-item]
    assert not desk.file.exists()


def test_only_json_of_a_length_that_is_told(desk: Desk) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None):
        assert desk.decide(Content_Type=kind) == 415
    for length, status in ((None, 411), ("-1", 411), ("9" * 30, 413), ("١", 411)):
        assert desk.decide(b"", Content_Length=length.encode().decode("latin-1") if length else None) == status
    assert desk.ask("PUT", f"/{desk.server.token}/decisions", desk.asked)[0] == 501
    assert not desk.file.exists()


def test_the_second_of_two_reviewers_is_told_of_the_first(desk: Desk) -> None:
    path, headers = f"/{desk.server.token}/decisions", {"Origin": desk.own, "Content_Type": "application/json"}
    assert desk.decide() == 200
    status, content, _ = desk.ask("POST", path, {**desk.asked, "by": "Ben", "answer": "dismiss"}, **headers)
    assert (status, json.loads(content)["decision"]["by"]) == (409, "Ann")
    assert [decision.by for decision in read_decisions(desk.file)] == ["Ann"]
    seen = json.loads(content)["decision"]["at"]
    assert desk.decide({**desk.asked, "by": "Ben", "answer": "dismiss", "seen": seen}) == 200
    assert [(decision.by, decision.answer) for decision in read_decisions(desk.file)] == [("Ben", "dismiss")]


def test_a_decision_can_be_taken_back(desk: Desk) -> None:
    assert desk.decide() == 200
    (made,) = read_decisions(desk.file)
    assert desk.decide({**desk.asked, "answer": "", "reason": "", "seen": made.at}) == 200
    assert not read_decisions(desk.file)


def test_a_broken_file_is_told_and_left(desk: Desk) -> None:
    desk.file.write_text("<<<<<<< ours\n", "utf-8")
    assert desk.decide() == 500
    assert desk.ask("GET", f"/{desk.server.token}/")[0] == 500
    assert desk.file.read_text("utf-8") == "<<<<<<< ours\n"


def test_the_command_serves_a_page_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "quay.md").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "factcheck", "review", "quay.md", "--by", "Ann"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as review:
        assert review.stdout
        address = review.stdout.readline().strip()
        with urllib.request.urlopen(address, timeout=20) as page:
            assert 'data-served="yes" data-reviewer="Ann"' in page.read().decode()
        review.send_signal(signal.SIGINT)
        _, said = review.communicate(timeout=20)
    assert review.returncode == 0
    assert "Traceback" not in said
    assert "every decision is kept" in said


def test_the_command_writes_the_page_and_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "quay.md").write_text(TEXT, "utf-8")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        return subprocess.run([sys.executable, "-m", "factcheck", "review", *words], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)

    assert run("quay.md", "--output", "report.html").returncode == 0
    assert "$1.40 billion" in (tmp_path / "report.html").read_text("utf-8")
    (tmp_path / "no.json").write_text("{}", "utf-8")
    wrong = (["--since", "no.json"], ["--since", "none.json"], ["--decisions", "no.json"], ["--decisions", "no/where.json"], ["--output", "no/where.html"])
    for words in wrong:
        failed = run("quay.md", *words)
        assert failed.returncode == 2, words
        assert failed.stderr.count("\n") == 1, failed.stderr
