"""Servers of the site and of the review in this process, without builds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warraq.desk.review.answering import Review
from warraq.press.local_handler import LocalHandler
from warraq.press.local_server import LocalServer
from warraq.press.request_check import Gate
from warraq.press.serving import BuildState, SiteHandler, site_handler
from warraq.press.serving_review import review_handler


@contextmanager
def running(handler: type[LocalHandler], listen: str = "127.0.0.1") -> Iterator[LocalServer]:
    """Run a server at a free port."""
    server = LocalServer(listen, 0, handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.socket.close()


def of_site(output: Path, state: BuildState | None = None) -> type[SiteHandler]:
    """Give the handler of a site, as `serve` makes it."""
    return site_handler(state or BuildState(output, "en"), Gate())


def of_review(review: Review) -> type[LocalHandler]:
    """Give the handler of a review, as `serve` makes it."""
    return review_handler(review, Gate(opened_by_hand_only=True), "en")
