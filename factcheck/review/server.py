"""The server of a review: on this machine only, for one origin that knows the token, with small bodies and no files.

A page of another origin cannot guess the token that begins every path, is refused by its Origin where a browser
sends one, and by its Host where a name was bent to this machine.
"""

from __future__ import annotations

import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

import msgspec

from factcheck.decision import Decision
from factcheck.decisions import Unusable, written
from factcheck.review import Asked, Bare, NotFound, Overtaken, Review

LOOPBACK = "127.0.0.1"
LARGEST_BODY = 32 * 1024
"""A reason of the greatest length, in signs of which each takes six bytes, and the rest."""
SECONDS_TO_SAY_IT = 10
HTML, JSON = "text/html; charset=utf-8", "application/json"
FROM_HERE = ("same-origin", "none")
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
}


class Reply(NamedTuple):
    """What is sent back."""

    status: HTTPStatus
    content: bytes
    kind: str = JSON


class Server(ThreadingHTTPServer):
    """Serves one review until it is closed."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, review: Review, port: int = 0) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.review = review
        self.token = secrets.token_urlsafe(24)
        self.hosts = tuple(f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost"))

    @property
    def address(self) -> str:
        """Where a reviewer finds it; whoever knows this may decide."""
        return f"http://{self.hosts[0]}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no fault worth a traceback."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "factcheck"
    sys_version = ""
    timeout = SECONDS_TO_SAY_IT

    def do_GET(self) -> None:
        self._send(self._refusal() or self._read())

    def do_POST(self) -> None:
        self._send(self._refusal() or self._refusal_of_a_change() or self._decide())

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged: a path holds the token."""

    def _refusal(self) -> Reply | None:
        if self.headers.get("Host") not in self.server.hosts:
            return _problem(HTTPStatus.MISDIRECTED_REQUEST, "not the address of this review")
        if self.headers.get("Origin", "null") not in ("null", *self._origins()) or self.headers.get("Sec-Fetch-Site", "none") not in FROM_HERE:
            return _problem(HTTPStatus.FORBIDDEN, "asked from another origin")
        if not secrets.compare_digest(self.path[1:].partition("/")[0].encode(), self.server.token.encode()):
            return _problem(HTTPStatus.NOT_FOUND, "not here")
        return None

    def _refusal_of_a_change(self) -> Reply | None:
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Origin") not in self._origins():
            return _problem(HTTPStatus.FORBIDDEN, "asked from another origin")
        if self.headers.get_content_type() != JSON:
            return _problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "not JSON")
        if not (length.isascii() and length.isdigit()):
            return _problem(HTTPStatus.LENGTH_REQUIRED, "of unknown length")
        if len(length) > len(str(LARGEST_BODY)) or int(length) > LARGEST_BODY:
            return _problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too long")
        return None

    def _origins(self) -> tuple[str, ...]:
        return tuple(f"http://{host}" for host in self.server.hosts)

    @property
    def _asked_for(self) -> str:
        return self.path[1:].partition("/")[2]

    def _read(self) -> Reply:
        review = self.server.review
        try:
            if self._asked_for == "":
                return Reply(HTTPStatus.OK, review.page(is_served=True).encode(), HTML)
            if self._asked_for == "decisions":
                return Reply(HTTPStatus.OK, written(review.decisions()))
        except Exception as problem:  # a file that has become unusable must not end the review
            return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, str(problem))
        return _problem(HTTPStatus.NOT_FOUND, "not here")

    def _decide(self) -> Reply:
        if self._asked_for != "decisions":
            return _problem(HTTPStatus.NOT_FOUND, "not here")
        try:
            asked = msgspec.json.decode(self.rfile.read(int(self.headers["Content-Length"])), type=Asked)
            return _decided(HTTPStatus.OK, self.server.review.decide(asked))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
            return _problem(HTTPStatus.BAD_REQUEST, f"not understood: {problem}")
        except Bare:
            return _problem(HTTPStatus.BAD_REQUEST, "give a reason: this answer silences the finding")
        except NotFound:
            return _problem(HTTPStatus.NOT_FOUND, "no such finding now: load the page again")
        except Overtaken as problem:
            return _decided(HTTPStatus.CONFLICT, problem.decision)
        except (Unusable, OSError) as problem:
            return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, str(problem))

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.content)))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.content)


def _decided(status: HTTPStatus, decision: Decision | None) -> Reply:
    return Reply(status, msgspec.json.encode({"decision": decision}))


def _problem(status: HTTPStatus, problem: str) -> Reply:
    return Reply(status, msgspec.json.encode({"problem": problem.encode("utf-8", "backslashreplace").decode()}))
