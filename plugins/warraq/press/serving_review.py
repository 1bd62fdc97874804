"""
The answers of the local server about the review, at a port of its own.

A port of its own makes it an origin of its own: whatever ran on a page of the site, which shows texts of others, could neither read
the review's token nor ask on its behalf. It answers at this machine only, whoever may see the site.
"""

from __future__ import annotations

from http import HTTPStatus

from warraq.desk.review.answering import LARGEST_REQUEST, PREFIX, Review
from warraq.language import message

from .local_handler import JSON, NOTHING, PLAIN, LocalHandler
from .request_check import Gate
from .site_files import path_of
from .taken_port import SERVING

NOTHING_HERE = message("There is nothing at this address. The review is at {address}.", address=PREFIX)


class ReviewHandler(LocalHandler):
    """Passes what is asked on to the review."""

    review: Review
    largest_body = LARGEST_REQUEST

    def answer_get(self) -> None:
        """Answer with the page, its files, or what is open."""
        if path_of(self.path) == SERVING and self.serving:
            self.answer(HTTPStatus.OK, JSON, self.serving)
        elif path_of(self.path) == "/":
            self.answer(HTTPStatus.TEMPORARY_REDIRECT, "", b"", [("Location", PREFIX)])
        else:
            self._pass_on("GET", b"")

    def answer_post(self, body: bytes) -> None:
        """Answer a decision."""
        self._pass_on("POST", body)

    def _pass_on(self, method: str, body: bytes) -> None:
        path = path_of(self.path)
        if path is None:
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif not path.startswith(PREFIX):
            self._answer_nothing(HTTPStatus.NOT_FOUND)
        else:
            answered = self.review.answer(method, path, self.asked, body)
            if answered.status is not HTTPStatus.OK:
                self._answer_nothing(answered.status)
                return
            headers = dict(answered.headers)
            policy = headers.pop("Content-Security-Policy", NOTHING)
            self.answer(answered.status, answered.content_type, answered.data, headers.items(), policy)

    def _answer_nothing(self, status: HTTPStatus) -> None:
        """Say that there is nothing: to a person who typed an address, in a sentence; to the page's scripts by the status."""
        if self.is_opened():
            self.answer_with_sentence(status, NOTHING_HERE)
        else:
            self.answer(status, PLAIN, status.phrase.encode())


def review_handler(review: Review, gate: Gate, language: str) -> type[ReviewHandler]:
    """Return the handler class of one review."""
    return type("HandlerOfReview", (ReviewHandler,), {"review": review, "gate": gate, "language": language})
