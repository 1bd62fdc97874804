"""
The answers of the local server about the site.

The pages are the published ones, byte for byte, except for one script element, which listens for their next change, and for the
problems of the last build. Articles that were saved since then stand as the next build will publish them.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from .local_handler import JSON, PLAIN, LocalHandler
from .overlay import Overlay
from .problems_over_page import OWN, own_file, with_problems, with_script
from .request_check import Gate
from .site_files import address_of, file_at, kind_of, path_of
from .taken_port import SERVING

REVIEW = "/review/"
"""Where the review once was; leads to `review_address`, where there is one."""
HTML = "text/html; charset=utf-8"
MOST_LOOKED_AT = 20
"""Pages that are told to who makes them first: each may be a long list."""
LOADING = (b"js/lookup.js", b"search/page.js")
"""Scripts of pages that load other files of the site."""
PAGES_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What the theme's pages say of themselves (theme/templates/base.html), and what only a header can say."""


class BuildState:
    """What is shown: the site, over it what was saved since the last build, and the problems of the last build; threads wait for changes."""

    def __init__(self, output: Path, language: str) -> None:
        self.output = output
        self.language = language
        self.overlay = Overlay()
        self.error: str | None = None
        self.changes = 0
        self._sites = 0
        """How many builds have ended well."""
        self._looks = 0
        """How many of them changed more than articles."""
        self._open: Counter[str] = Counter()
        """The paths of pages that are open in a browser."""
        self._changed = threading.Condition()

    def record_build(self, error: str | None, covers: int = 0, *, everything: bool = True) -> None:
        """
        Record that a build has ended well, or else its error.

        `covers`: the number of the last save that is in the site now. `everything`: each page is another one, though its bytes are the same.
        """
        with self._changed:
            self.overlay.drop(covers)
            self._sites += 1
            self._looks += everything
            self._tell(error)

    def record_save(self, number: int, folder: Path, files: Iterable[str], gone: Iterable[str]) -> None:
        """Record that an article was saved: its new files, and the paths of those that are no more, stand over the site."""
        with self._changed:
            self.overlay.put(number, folder, files, gone)
            self._tell(None)

    def record_problems(self, error: str) -> None:
        """Record what is wrong; what was shown stays."""
        with self._changed:
            self._tell(error)

    def _tell(self, error: str | None) -> None:
        self.error = error
        self.changes += 1
        self._changed.notify_all()

    def wait_for_change_after(self, number: int, seconds: float) -> int:
        """Wait until there were more than `number` changes or time is up; return their number."""
        with self._changed:
            self._changed.wait_for(lambda: self.changes > number, seconds)
            return self.changes

    @contextmanager
    def looking_at(self, path: str) -> Iterator[None]:
        """Remember that somebody looks at the page at a path."""
        with self._changed:
            self._open[path] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open[path] -= 1

    def looked_at(self) -> list[str]:
        """Give the paths of the pages that somebody looks at."""
        with self._changed:
            self._open += Counter()  # without those that were closed
            return sorted(self._open)[:MOST_LOOKED_AT]

    def file_at(self, path: str) -> Path | None:
        """Find the file at a path, or the folder whose slash is missing."""
        is_saved, file = self.overlay.find(path)
        return file if is_saved else file_at(self.output, path)

    def digest(self, page: bytes, error: str | None) -> str:
        """Tell one state of a page from another: a browser that shows another one reloads it."""
        # A script may have loaded more of the site.
        loaded = self._sites if any(script in page for script in LOADING) else 0
        return sha256(f"{self._looks} {loaded} {error}\n".encode("utf-8", "surrogatepass") + page).hexdigest()[:16]


class SiteHandler(LocalHandler):
    """Answers with the site's files, and with the problems of the last build over its pages."""

    state: BuildState
    review_address = ""
    largest_body = 0

    def answer_get(self) -> None:
        """Answer with a page, a file, or an error."""
        path = path_of(self.path)
        if path is None:
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif path == REVIEW and self.review_address:
            self._lead_to(self.review_address, HTTPStatus.TEMPORARY_REDIRECT)
        elif path == SERVING and self.serving:
            self.answer(HTTPStatus.OK, JSON, self.serving)
        elif own := own_file(path):
            self.answer(HTTPStatus.OK, *own)
        elif path == f"{OWN}builds" and self.command == "GET":
            self._stream_changes()
        else:
            self._answer_file(path)

    def answer_post(self, body: bytes) -> None:
        """Take nothing."""
        del body
        self.answer(HTTPStatus.NOT_FOUND, PLAIN, b"")

    def _lead_to(self, address: str, status: HTTPStatus = HTTPStatus.MOVED_PERMANENTLY) -> None:
        self.answer(status, "", b"", [("Location", address)])

    def _answer_file(self, path: str) -> None:
        problems = self.state.error  # before the file is read: a page may be newer than it says, never older
        for _ in range(20):
            if self.state.output.exists():
                break
            time.sleep(0.05)  # it is being exchanged for the new one
        file = self.state.file_at(path)
        if file and file.is_dir():
            self._lead_to(f"{address_of(path)}/")
            return
        if file and not is_page(file):
            self.answer(HTTPStatus.OK, kind_of(file), _bytes_of(file))
            return
        page = self._page(file)
        shown = self.state.digest(page, problems)
        if problems is not None and path.endswith(("/", ".html")):
            status, page = HTTPStatus.INTERNAL_SERVER_ERROR, with_problems(page, problems, self.state.language, shown)
        else:
            status, page = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND, with_script(page, shown)
        self.answer(status, HTML, page, policy=PAGES_POLICY)

    def _page(self, file: Path | None) -> bytes:
        """Read a page, or that which says that there is none."""
        return (_bytes_of(file) if file else b"") or _bytes_of(self.state.output / "404.html")

    def _stream_changes(self) -> None:
        """
        Tell a page when it is another one than it shows (server-sent events).

        The query has its path and the digest that it was given. Without them, the number of every change is told.
        """
        query = parse_qs(urlsplit(self.path).query)
        path = path_of(query.get("page", [""])[0])
        shown = query.get("shown", [""])[0]
        self.close_connection = True
        self.begin(HTTPStatus.OK, "text/event-stream", [("Connection", "close")])
        self.end_headers()
        sent = -1
        with suppress(OSError), self.state.looking_at(path or "/-/"):  # until the browser has gone
            while True:
                number = self.state.wait_for_change_after(sent, 15)
                is_other = number != sent
                if is_other and path is not None:
                    problems = self.state.error
                    is_other = self.state.digest(self._page(self.state.file_at(path)), problems) != shown
                # A comment line keeps the connection open, and finds out whether the browser is still there.
                self.wfile.write(f"data: {number}\n\n".encode() if is_other else b":\n\n")
                self.wfile.flush()
                sent = number


def is_page(file: Path) -> bool:
    """Tell whether a file is a page, by its ending."""
    return kind_of(file).startswith("text/html")


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def site_handler(state: BuildState, gate: Gate) -> type[SiteHandler]:
    """Return the handler class of one site."""
    return type("HandlerOfSite", (SiteHandler,), {"state": state, "gate": gate, "language": state.language})
