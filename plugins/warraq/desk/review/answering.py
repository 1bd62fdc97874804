"""
The answers of `serve` to requests below /review/; the page is never published.

Every page that is open in the same browser can send requests to a local server. The server refuses those of other sites before they
come here (`press/request_check.py`). Even so, a decision needs the token of the page, which no other site can read, and JSON, which
no form of another site can send.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warraq.desk.editor_name import editor_name
from warraq.desk.lock import TakenError
from warraq.desk.refusal import is_refusal, refusal
from warraq.desk.site import site_of
from warraq.pages.direction import direction

from .editor_decisions import Choice, Decision, DecisionWriter
from .excerpts import MOST_AROUND, beginning_of, end_of
from .labels import LABELS
from .open_item import OpenItem
from .open_items import OpenItems

PREFIX = "/review/"
PAGE = Path(__file__).parent / "page"
CONTENT_TYPES = {"review.css": "text/css; charset=utf-8", "review.js": "text/javascript; charset=utf-8"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
LARGEST_REQUEST = 1_000_000
"""Bytes of a request's body."""
LONGEST_ID = 4096
"""Letters of an item's id: no system has longer paths."""
LONGEST_NAME = 100
"""Letters of an editor's name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response to the browser."""

    status: HTTPStatus
    content_type: str
    data: bytes
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Review:
    """The review of one project, as long as its server runs."""

    project: Path
    token: str = field(default_factory=secrets.token_urlsafe)
    _open_items: OpenItems = field(init=False)
    _writer: DecisionWriter = field(init=False)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._open_items = OpenItems.of(self.project / "content")
        self._writer = DecisionWriter(self._open_items)

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Answer one request whose path begins with /review/; the names of headers are written `Like-This`."""
        name = path.removeprefix(PREFIX)
        if method == "GET" and name == "":
            return Answer(
                HTTPStatus.OK, "text/html; charset=utf-8", self._page(), (("Content-Security-Policy", POLICY),)
            )
        if method == "GET" and name in CONTENT_TYPES:
            return Answer(HTTPStatus.OK, CONTENT_TYPES[name], (PAGE / name).read_bytes())
        if not secrets.compare_digest(headers.get("X-Warraq-Token", "").encode(), self.token.encode()):
            return _refused(HTTPStatus.FORBIDDEN)
        if method == "GET" and name == "items":
            with self._one_at_a_time:
                return _json([_as_json(item, self._language()) for item in self._open_items.all()])
        if (
            method == "POST"
            and headers.get("Content-Type", "").partition(";")[0].strip().lower() == "application/json"
            and len(body) <= LARGEST_REQUEST
        ):
            return self._answer_post(name, body)
        return _refused(HTTPStatus.NOT_FOUND)

    def _answer_post(self, name: str, body: bytes) -> Answer:
        try:
            asked = json.loads(body)
            if name == "undo":
                return self._undo()
            decisions = [
                Decision(str(d["id"]), Choice(d["choice"]), str(d.get("text", "")), str(d.get("expected", "")))
                for d in asked["decisions"]
            ]
            by = " ".join(str(asked["by"]).split())[:LONGEST_NAME].strip() or editor_name(self.project)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return _refused(HTTPStatus.BAD_REQUEST)
        if not all(_is_id(decision.id) for decision in decisions):
            return _refused(HTTPStatus.BAD_REQUEST)
        if name != "decide":
            return _refused(HTTPStatus.NOT_FOUND)
        language = self._language()
        paths = dict.fromkeys(d.id.rpartition("#")[0] for d in decisions)
        with self._one_at_a_time:
            outcomes = self._writer.decide(decisions, by, date.today())  # noqa: DTZ011 - the editor's own day
            files = [file for path in paths if (file := self._open_items.files.article_file(path))]
            left = [_as_json(item, language) for file in files for item in self._open_items.in_file(file)]
        refused = {item_id: refusal.why.text(language) for item_id, refusal in outcomes.items() if refusal}
        # One decision on many articles may meet several that were saved; of one article one is shown.
        conflicts = {
            item_id.rpartition("#")[0]: {"now": refusal.conflict.now, "meant": refusal.conflict.meant}
            for item_id, refusal in outcomes.items()
            if refusal and refusal.conflict
        }
        return _json({"refused": refused, "conflicts": conflicts, "paths": list(paths), "left": left})

    def _undo(self) -> Answer:
        try:
            with self._one_at_a_time:
                return _json({"undone": list(self._writer.undo())})
        except TakenError as taken:
            return _json({"undone": [], "refused": taken.why.text(self._language())})
        except OSError as error:
            if not is_refusal(error):
                raise
            return _json({"undone": [], "refused": refusal(error, self.project / "content")})

    def _language(self) -> str:
        return site_of(self.project / "content").language

    def _page(self) -> bytes:
        language = self._language()
        template = _templates().get_template("review.html")
        labels = {name: label.text(language) for name, label in LABELS.items()}
        return template.render(
            language=language,
            direction=direction(language),
            labels=labels,
            token=self.token,
            editor=editor_name(self.project),
        ).encode()


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined)


def _as_json(item: OpenItem, language: str) -> dict[str, Any]:
    """Give an item as the page's script reads it."""
    return {
        "id": item.id,
        "about": item.about,
        "rule": item.rule,
        "reason": item.reason.text(language),
        "path": item.path,
        "slug": item.slug,
        "title": item.title,
        "lang": item.lang,
        "group": item.group,
        "quote": item.quote,
        "before": end_of(item.before, MOST_AROUND),
        "after": beginning_of(item.after, MOST_AROUND),
        "source": [item.source_before, item.source_quote, item.source_after],
        "markdown": item.lines.markdown if item.lines else None,
    }


def _is_id(given: str) -> bool:
    """Tell whether an id may be that of an item: its path is one that a file can have."""
    return len(given) <= LONGEST_ID and "\0" not in given


def _json(value: object) -> Answer:
    data = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return Answer(HTTPStatus.OK, "application/json; charset=utf-8", data)


def _refused(status: HTTPStatus) -> Answer:
    return Answer(status, "text/plain; charset=utf-8", status.phrase.encode())
