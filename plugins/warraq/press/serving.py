"""
The answers of the local server.

The pages are the published ones, byte for byte, except for one script element, which listens for the end of the next build.
"""

from __future__ import annotations

import html
import sys
import threading
import time
from collections.abc import Iterable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from warraq.desk.review.answering import LARGEST_REQUEST, PREFIX, Review

OWN = "/-/"
"""Addresses of the server itself; no slug begins with a hyphen."""
SCRIPT = f'<script src="{OWN}reload.js"></script>'.encode()
RELOAD = f"""\
let now = null;
new EventSource("{OWN}builds").onmessage = (event) => {{
  if (now !== null && event.data !== now) location.reload();
  now = event.data;
}};
""".encode()
ERROR = """\
<!DOCTYPE html>
<html lang="{language}" dir="auto"><head><meta charset="utf-8"><title>⚠</title></head>
<body><pre dir="auto" style="white-space: pre-wrap; unicode-bidi: plaintext; font: 1rem/1.8 monospace">{error}</pre></body></html>
"""


class BuildState:
    """The result of the last build; threads wait for the next one."""

    def __init__(self, output: Path, language: str) -> None:
        self.output = output
        self.language = language
        self.error: str | None = None
        self.builds = 0
        self._ended = threading.Condition()

    def record_build(self, error: str | None) -> None:
        """Record that a build has ended, and its error where it failed."""
        with self._ended:
            self.error = error
            self.builds += 1
            self._ended.notify_all()

    def wait_for_build_after(self, number: int, seconds: float) -> int:
        """Wait until more than `number` builds have ended or time is up; return their number."""
        with self._ended:
            self._ended.wait_for(lambda: self.builds > number, seconds)
            return self.builds


class Handler(SimpleHTTPRequestHandler):
    """Answers with the site's files, or with the error of the last build."""

    state: BuildState
    review: Review
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a page, a file, a page of the review, or an error."""
        try:
            path = unquote(urlsplit(self.path).path)
        except ValueError:  # `http://[x/` is not an address
            self.answer(HTTPStatus.BAD_REQUEST, "text/plain; charset=utf-8", b"")
            return
        if path.startswith(PREFIX):
            self._answer_review("GET", b"")
        elif path == f"{OWN}reload.js":
            self.answer(HTTPStatus.OK, "text/javascript; charset=utf-8", RELOAD)
        elif path == f"{OWN}builds":
            self._stream_builds()
        elif path.endswith(("/", ".html")) and self.state.error is not None:
            page = ERROR.format(language=self.state.language, error=html.escape(self.state.error)).encode()
            self.answer(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", self._with_script(page))
        else:
            self._answer_file(path)

    def do_POST(self) -> None:
        """Answer what is sent to the review; nothing else takes a POST."""
        header = self.headers.get("Content-Length") or "0"
        length = int(header) if header.isdecimal() else LARGEST_REQUEST + 1
        if not self.path.startswith(PREFIX) or length > LARGEST_REQUEST:
            self.close_connection = True  # the body is not read
            self.answer(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"")
            return
        self._answer_review("POST", self.rfile.read(length))

    def _answer_review(self, method: str, body: bytes) -> None:
        answered = self.review.answer(method, self.path, dict(self.headers.items()), body)
        self.answer(answered.status, answered.content_type, answered.data, answered.headers)

    def answer(self, status: HTTPStatus, kind: str, data: bytes, headers: Iterable[tuple[str, str]] = ()) -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _answer_file(self, path: str) -> None:
        file = self._found(path)
        if file and file.is_dir():
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status = HTTPStatus.OK
        if file is None:
            file, status = self.state.output / "404.html", HTTPStatus.NOT_FOUND
        try:
            data = file.read_bytes()
        except OSError:
            data = b""
        kind = self.guess_type(str(file))
        if kind == "text/html":
            kind, data = "text/html; charset=utf-8", self._with_script(data)
        elif kind.startswith("text/") or kind.endswith(("json", "xml", "javascript")):
            kind += "; charset=utf-8"
        self.answer(status, kind, data)

    def _found(self, path: str) -> Path | None:
        """Find the file at a path, or the folder whose slash is missing."""
        for _ in range(20):
            if self.state.output.exists():
                break
            time.sleep(0.05)  # it is being exchanged for the new one
        parts = [part for part in path.split("/") if part]
        if any(part in (".", "..") or "\\" in part or "\0" in part for part in parts):
            return None
        file = self.state.output.joinpath(*parts, *(["index.html"] if path.endswith("/") else []))
        return file if file.exists() else None

    @staticmethod
    def _with_script(page: bytes) -> bytes:
        before, body_end, after = page.rpartition(b"</body>")
        return before + SCRIPT + body_end + after if body_end else page + SCRIPT

    def _stream_builds(self) -> None:
        """Send the number of the last build whenever it changes (server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        sent = -1
        try:
            while True:
                number = self.state.wait_for_build_after(sent, 15)
                # A comment line keeps the connection open, and finds out whether the browser is still there.
                self.wfile.write(f"data: {number}\n\n".encode() if number != sent else b":\n\n")
                self.wfile.flush()
                sent = number
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library names it so
        """Log nothing: the terminal is for the builds."""


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a browser that closed the connection early: people reload."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed on as it came


def handler(state: BuildState, review: Review) -> type[Handler]:
    """Return the handler class of one server."""
    return type("SiteHandler", (Handler,), {"state": state, "review": review})
