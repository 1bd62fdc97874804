"""
The answers of the local server about the site.

The pages are the published ones, byte for byte, except for one script element, which listens for the end of the next build, and for the
problems of the last one.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

from .local_handler import PLAIN, LocalHandler
from .problems_over_page import OWN, OWN_FILES, with_problems, with_script
from .request_check import Gate
from .site_files import address_of, file_at, kind_of, path_of

REVIEW = "/review/"
"""Where the review once was; leads to `review_address`, where there is one."""
HTML = "text/html; charset=utf-8"
PAGES_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What the theme's pages say of themselves (theme/templates/base.html), and what only a header can say."""


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


class SiteHandler(LocalHandler):
    """Answers with the site's files, and with the problems of the last build over its pages."""

    state: BuildState
    review_address = ""
    largest_body = 0

    def answer_get(self) -> None:
        """Answer with a page, a file, or an error."""
        path = path_of(self.path)
        builds, problems = (
            self.state.builds,
            self.state.error,
        )  # in this order: a page may be newer than it says, never older
        if path is None:
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif path == REVIEW and self.review_address:
            self._lead_to(self.review_address, HTTPStatus.TEMPORARY_REDIRECT)
        elif path in OWN_FILES:
            self.answer(HTTPStatus.OK, *OWN_FILES[path])
        elif path == f"{OWN}builds" and self.command == "GET":
            self._stream_builds()
        elif path.endswith(("/", ".html")) and problems is not None:
            self._answer_problems(path, problems, builds)
        else:
            self._answer_file(path, builds)

    def answer_post(self, body: bytes) -> None:
        """Take nothing."""
        del body
        self.answer(HTTPStatus.NOT_FOUND, PLAIN, b"")

    def _lead_to(self, address: str, status: HTTPStatus = HTTPStatus.MOVED_PERMANENTLY) -> None:
        self.answer(status, "", b"", [("Location", address)])

    def _answer_file(self, path: str, builds: int) -> None:
        for _ in range(20):
            if self.state.output.exists():
                break
            time.sleep(0.05)  # it is being exchanged for the new one
        status, file = HTTPStatus.OK, file_at(self.state.output, path)
        if file and file.is_dir():
            self._lead_to(f"{address_of(path)}/")
            return
        if file is None:
            status, file = HTTPStatus.NOT_FOUND, self.state.output / "404.html"
        try:
            data = file.read_bytes()
        except OSError:
            data = b""
        if kind_of(file).startswith("text/html"):
            self.answer(status, HTML, with_script(data, builds), policy=PAGES_POLICY)
        else:
            self.answer(status, kind_of(file), data)

    def _answer_problems(self, path: str, problems: str, builds: int) -> None:
        """Show why the last build failed, over the last good page of that address."""
        page = b""
        for file in (file_at(self.state.output, path), self.state.output / "404.html"):
            if file and not page:
                with suppress(OSError):
                    page = file.read_bytes()
        whole = with_problems(page, problems, self.state.language, builds)
        self.answer(HTTPStatus.INTERNAL_SERVER_ERROR, HTML, whole, policy=PAGES_POLICY)

    def _stream_builds(self) -> None:
        """Send the number of the last build whenever it changes (server-sent events)."""
        self.close_connection = True
        self.begin(HTTPStatus.OK, "text/event-stream", [("Connection", "close")])
        self.end_headers()
        sent = -1
        with suppress(OSError):  # the browser has gone
            while True:
                number = self.state.wait_for_build_after(sent, 15)
                # A comment line keeps the connection open, and finds out whether the browser is still there.
                self.wfile.write(f"data: {number}\n\n".encode() if number != sent else b":\n\n")
                self.wfile.flush()
                sent = number


def site_handler(state: BuildState, gate: Gate) -> type[SiteHandler]:
    """Return the handler class of one site."""
    return type("HandlerOfSite", (SiteHandler,), {"state": state, "gate": gate, "language": state.language})
