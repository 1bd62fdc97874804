"""
What every request to a local server is asked, and what every answer of it says, before and besides its content.

A request is read strictly and judged before it is looked at. What is wrong with it is said in its answer, and never ends a thread
with a traceback.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from email.errors import (
    FirstHeaderLineIsContinuationDefect,
    InvalidHeaderDefect,
    MissingHeaderBodySeparatorDefect,
)
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from traceback import print_exc

from warraq.desk.house.page import POLICY, page_alone
from warraq.language import Message, message
from warraq.pages.direction import direction

from .local_server import SECONDS_FOR_A_REQUEST, LocalServer
from .request_check import Gate

HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
JSON = "application/json"
EVERY_ANSWER = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)
NOTHING = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of what is no page: opened by itself it runs nothing and asks for nothing."""
ONCE = (
    "Host",
    "Origin",
    "Content-Length",
    "Content-Type",
    "Sec-Fetch-Site",
    "Sec-Fetch-Mode",
    "Sec-Fetch-Dest",
    "Sec-Purpose",
    "X-Warraq-Token",
)
"""Headers by which a request is judged."""
HEAD_DEFECTS = (MissingHeaderBodySeparatorDefect, InvalidHeaderDefect, FirstHeaderLineIsContinuationDefect)
NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
NUMBER = re.compile(r"[0-9]{1,15}")
SENTENCE = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>⚠</title></head><body><p dir="auto">{sentence}</p></body></html>
"""
NOT_SHOWN = message("This can't be shown")
OUR_MISTAKE = message("This is our mistake: please report it, with what stands in the terminal.")


class LocalHandler(BaseHTTPRequestHandler):
    """Reads and judges a request, and gives answers their headers; a class of it says what is answered."""

    server: LocalServer
    gate: Gate
    language: str
    largest_body: int
    """Bytes of a request's body."""
    serving = b""
    """What this server says of itself to another one that wants its port (`taken_port.py`)."""
    protocol_version = "HTTP/1.1"
    timeout = SECONDS_FOR_A_REQUEST
    """Seconds without a byte."""

    def answer_get(self) -> None:
        """Answer a GET or HEAD."""
        raise NotImplementedError

    def answer_post(self, body: bytes) -> None:
        """Answer a POST."""
        raise NotImplementedError

    def handle_one_request(self) -> None:
        """Read one request in time, and answer it."""
        self.server.expect_request(self.connection)
        super().handle_one_request()
        self.server.expect_no_request(self.connection)

    def parse_request(self) -> bool:
        """Read the head of a request; return whether the request is to be answered."""
        parsed = super().parse_request()
        if not parsed:
            if not self.requestline.strip():
                self.send_error(HTTPStatus.BAD_REQUEST)
            return False
        self.server.expect_no_request(self.connection)
        if wrong := self._wrong_with_head():
            self.send_error(wrong)
            return False
        refusal = self.gate.refusal(self.command, self.asked, self._reached_at())
        if refusal:
            self.close_connection = True
            self.answer_with_sentence(refusal.status, refusal.reason)
        return refusal is None

    def _reached_at(self) -> tuple[str, int]:
        try:
            address, port = self.connection.getsockname()[:2]
        except OSError as error:  # how macOS says that the browser has gone
            raise ConnectionAbortedError from error
        return str(address), int(port)

    @property
    def asked(self) -> dict[str, str]:
        """The request's headers; their names are written `Like-This`."""
        return {name.title(): value for name, value in self.headers.items()}

    def _wrong_with_head(self) -> HTTPStatus | None:
        """Say what is wrong with a request's head: whatever could be read in two ways, or is too much."""
        names = [name.title() for name in self.headers]
        readable = (
            self.request_version in ("HTTP/1.0", "HTTP/1.1")
            and self.path.startswith("/")
            and "Host" in names
            and not any(names.count(name) > 1 for name in ONCE)
            and all(map(NAME.fullmatch, names))
            and not any(isinstance(defect, HEAD_DEFECTS) for defect in self.headers.defects)
            and not self.headers.get_payload()  # what follows a line without a colon
            and NUMBER.fullmatch(self.headers.get("Content-Length", "0"))
        )
        if not readable or (self._length() and self.command != "POST"):
            return HTTPStatus.BAD_REQUEST
        if "Transfer-Encoding" in names:
            return HTTPStatus.NOT_IMPLEMENTED
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if self._length() > self.largest_body else None

    def _length(self) -> int:
        return int(self.headers.get("Content-Length", "0"))

    def handle_expect_100(self) -> bool:
        """Refuse to be asked before a body is sent; browsers never do."""
        self.send_error(HTTPStatus.EXPECTATION_FAILED)
        return False

    def do_GET(self) -> None:
        """Answer with `answer_get`."""
        self._answer_with(self.answer_get)

    def do_HEAD(self) -> None:
        """Answer as to a GET, without the content."""
        self.do_GET()

    def do_POST(self) -> None:
        """Read the body and answer with `answer_post`."""
        length = self._length()
        self.server.expect_request(self.connection)
        body = self.rfile.read(length)
        self.server.expect_no_request(self.connection)
        if len(body) < length:
            self.send_error(HTTPStatus.BAD_REQUEST)
        else:
            self._answer_with(lambda: self.answer_post(body))

    def _answer_with(self, answer: Callable[[], None]) -> None:
        try:
            answer()
        except (ConnectionError, TimeoutError):
            raise
        except Exception:  # noqa: BLE001 - whatever it is, the browser is told, and the server lives on
            print_exc()
            self.close_connection = True
            self.answer_with_sentence(HTTPStatus.INTERNAL_SERVER_ERROR, OUR_MISTAKE)

    def answer_with_sentence(self, status: HTTPStatus, sentence: Message) -> None:
        """Send a page with one sentence: to a person as the desk's pages look, to a program without their faces and colours."""
        said = html.escape(sentence.text(self.language))
        if self.is_opened():
            # No name of the archive: whoever is refused learns nothing of it.
            page = page_alone(NOT_SHOWN.text(self.language), f'<p dir="auto">{said}</p>', self.language, "Warraq")
            self.answer(status, HTML, page.encode(), policy=f"{POLICY}; frame-ancestors 'none'")
            return
        page = SENTENCE.format(language=self.language, direction=direction(self.language), sentence=said)
        self.answer(status, HTML, page.encode())

    def is_opened(self) -> bool:
        """Tell whether a browser asks in order to show the answer by itself, as far as it says so."""
        purpose = self.asked.get("Sec-Fetch-Dest", "")
        return purpose == "document" or (not purpose and "text/html" in self.asked.get("Accept", ""))

    def answer(
        self, status: HTTPStatus, kind: str, data: bytes, headers: Iterable[tuple[str, str]] = (), policy: str = NOTHING
    ) -> None:
        """Send a whole answer."""
        self.begin(status, kind, headers, policy)
        self.send_header("Content-Length", str(len(data)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def begin(
        self, status: HTTPStatus, kind: str, headers: Iterable[tuple[str, str]] = (), policy: str = NOTHING
    ) -> None:
        """Send the head of an answer, but not its end."""
        self.request_version = self.protocol_version  # else an answer to HTTP/0.9 would have no head
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", policy)
        for name, value in (dict(EVERY_ANSWER) | dict(headers)).items():
            self.send_header(name, value)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is no request of ours with its status, in plain text, and close the connection."""
        del message, explain  # they repeat what was sent
        self.close_connection = True
        status = HTTPStatus(code)
        self.answer(status, PLAIN, status.phrase.encode())

    def version_string(self) -> str:
        """Name this program only."""
        return "Warraq"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library names it so
        """Log nothing: the terminal is for the builds."""
