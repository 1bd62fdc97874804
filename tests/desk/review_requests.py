"""Requests as the review page sends them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from warraq.desk.review.answering import Review


def request(review: Review, method: str, name: str, body: object = None, **headers: str) -> tuple[int, bytes]:
    """Send a request with the token and the head of the page, but for these; give the status and the bytes of the answer."""
    own = {"X-Warraq-Token": review.token, "Content-Type": "application/json"}
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    asked: Mapping[str, str] = own | {name.replace("_", "-"): value for name, value in headers.items()}
    answer = review.answer(method, f"/review/{name}", asked, data)
    return answer.status, answer.data


def ask(review: Review, name: str, **asked: object) -> dict[str, Any]:
    """Ask what a sound page asks; give the answer."""
    status, data = request(review, "POST", name, asked)
    assert status == 200, data
    made: dict[str, Any] = json.loads(data)
    return made
