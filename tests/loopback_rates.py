"""A service of exchange rates on this machine, which speaks as the one that forex-python asks: well, badly, or not at all.

The first part of the path says how it behaves: /good/, /silent/ (takes its time), /dripping/ (a byte now and then),
/garbage/, /page/ (HTML), /broken/ (500), /stale/ (rates of another year), /huge/ (an absurd number), /nothing/, /dateless/.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

PER_EURO = {"EUR": "1", "USD": "1.1315", "JPY": "131.05", "XAU": "0.00063"}
SATURDAY = 5


class RatesServer(ThreadingHTTPServer):
    """Keeps every question that it was asked; `closing` ends the answers that take their time."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[str] = []
        self.closing = Event()

    def address(self, manner: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{manner}/"


class Answering(BaseHTTPRequestHandler):
    server: RatesServer

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        url = urlsplit(self.path)
        manner, day = url.path.strip("/").split("/")
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        getattr(self, f"_{manner}")(_business_day(date.fromisoformat(day)), asked["base"], asked["symbols"])

    def _good(self, day: date, base: str, quote: str) -> None:
        if base not in PER_EURO:
            self._send(400, json.dumps({"error": f"Base '{base}' is not supported."}))
            return
        rate = f"{float(PER_EURO[quote]) / float(PER_EURO[base]):.6g}" if quote in PER_EURO else None
        self._send(200, _rates(day, base, {quote: rate} if rate else {}))

    def _silent(self, day: date, base: str, quote: str) -> None:
        self.server.closing.wait(20)

    def _dripping(self, day: date, base: str, quote: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        while not self.server.closing.wait(0.05):
            self.wfile.write(b" ")
            self.wfile.flush()

    def _garbage(self, day: date, base: str, quote: str) -> None:
        self._send(200, '{"rates": {')

    def _page(self, day: date, base: str, quote: str) -> None:
        self._send(200, "<html><body>This domain is for sale</body></html>")

    def _broken(self, day: date, base: str, quote: str) -> None:
        self._send(500, "no")

    def _stale(self, day: date, base: str, quote: str) -> None:
        self._send(200, _rates(day - timedelta(days=400), base, {quote: "7"}))

    def _huge(self, day: date, base: str, quote: str) -> None:
        self._send(200, _rates(day, base, {quote: "1e999999999"}))

    def _nothing(self, day: date, base: str, quote: str) -> None:
        self._send(200, '{"rates": null}')

    def _dateless(self, day: date, base: str, quote: str) -> None:
        self._send(200, json.dumps({"rates": {quote: 115.8}}))

    def _send(self, status: int, body: str) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the tests look at what was asked."""


def _business_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def _rates(day: date, base: str, rates: dict[str, str]) -> str:
    numbers = ", ".join(f'"{currency}": {rate}' for currency, rate in rates.items())
    return f'{{"base": "{base}", "date": "{day}", "rates": {{{numbers}}}}}'


@contextmanager
def rates_server() -> Iterator[RatesServer]:
    """The service, for as long as it is needed."""
    server = RatesServer()
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    serving.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
