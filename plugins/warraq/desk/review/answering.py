"""
The page's side of the server: what `serve` answers below /review/, and nothing that is ever published.

A local server is reached by every page that the same browser has open. So only this machine's own names are taken as Host (a
name that somebody else's DNS leads here is not), and a decision needs the token that stands in the page, which no other
site can read, and JSON, which no form of another site can send.
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
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warraq.desk.site import site_of
from warraq.language import Message
from warraq.pages.direction import direction

from .deciding import Choice, Decision, Register
from .editor import editor
from .items import Item
from .shelf import Shelf
from .words import LABELS

PREFIX = "/review/"
PAGE = Path(__file__).parent / "page"
KINDS = {"review.css": "text/css; charset=utf-8", "review.js": "text/javascript; charset=utf-8"}
OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
LARGEST = 1_000_000
"""Bytes of a request."""
SHOWN = 500
"""Letters of a line on each side of the words in question: some texts are one line."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to the browser."""

    status: HTTPStatus
    kind: str
    data: bytes
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Review:
    """The review of one project, while its server lives."""

    project: Path
    listens_at: str = ""
    """A further name under which the server is meant to be reached (`serve --listen`)."""
    token: str = field(default_factory=secrets.token_urlsafe)
    _shelf: Shelf = field(init=False)
    _register: Register = field(init=False)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._shelf = Shelf(self.project / "content")
        self._register = Register(self._shelf)

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Answer one request whose path begins with /review/."""
        if not self._is_own(headers.get("Host", "")):
            return _refused(HTTPStatus.FORBIDDEN)
        name = urlsplit(path).path.removeprefix(PREFIX)
        if method == "GET" and name == "":
            return Answer(
                HTTPStatus.OK, "text/html; charset=utf-8", self._page(), (("Content-Security-Policy", POLICY),)
            )
        if method == "GET" and name in KINDS:
            return Answer(HTTPStatus.OK, KINDS[name], (PAGE / name).read_bytes())
        origin = headers.get("Origin")
        foreign = origin is not None and urlsplit(origin).netloc != headers.get("Host", "")
        if foreign or not secrets.compare_digest(headers.get("X-Warraq-Token", "").encode(), self.token.encode()):
            return _refused(HTTPStatus.FORBIDDEN)
        if method == "GET" and name == "items":
            with self._one_at_a_time:
                return _json([_shown(item, self._language()) for item in self._shelf.open()])
        if method == "POST" and headers.get("Content-Type", "").startswith("application/json") and len(body) <= LARGEST:
            return self._decided(name, body)
        return _refused(HTTPStatus.NOT_FOUND)

    def _decided(self, name: str, body: bytes) -> Answer:
        try:
            asked = json.loads(body)
            if name == "undo":
                with self._one_at_a_time:
                    return _json({"undone": list(self._register.undo())})
            decisions = [
                Decision(str(d["id"]), Choice(d["choice"]), str(d.get("text", "")), str(d.get("expected", "")))
                for d in asked["decisions"]
            ]
            by = " ".join(str(asked["by"]).split())[:100] or editor(self.project)
        except (ValueError, KeyError, TypeError):
            return _refused(HTTPStatus.BAD_REQUEST)
        if name != "decide":
            return _refused(HTTPStatus.NOT_FOUND)
        language = self._language()
        paths = dict.fromkeys(d.id.rpartition("#")[0] for d in decisions)
        with self._one_at_a_time:
            outcomes = self._register.decide(decisions, by, date.today())
            files = [file for path in paths if (file := self._shelf.file_of(path))]
            left = [_shown(item, language) for file in files for item in self._shelf.of(file)]
        refused = {id: why.text(language) for id, why in outcomes.items() if why}
        return _json({"refused": refused, "paths": list(paths), "left": left})

    def _is_own(self, host: str) -> bool:
        name = urlsplit(f"//{host}").hostname or ""
        return name in OWN_NAMES or (bool(self.listens_at) and name == self.listens_at.casefold())

    def _language(self) -> str:
        return site_of(self.project / "content").language

    def _page(self) -> bytes:
        language = self._language()
        template = _templates().get_template("review.html")
        words = {name: said.text(language) for name, said in LABELS.items()}
        return template.render(
            language=language, direction=direction(language), words=words, token=self.token, editor=editor(self.project)
        ).encode()


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined)


def _shown(item: Item, language: str) -> dict[str, Any]:
    """An item as the page's script takes it."""
    reason: Message = item.reason
    return {
        "id": item.id,
        "about": item.about.value,
        "rule": item.rule,
        "reason": reason.text(language),
        "path": item.path,
        "slug": item.slug,
        "title": item.title,
        "lang": item.lang,
        "group": item.group,
        "quote": item.quote,
        "before": _end_of(item.before),
        "after": _beginning_of(item.after),
        "source": [item.source_before, item.source_quote, item.source_after],
        "markdown": item.sentence.markdown if item.sentence else None,
    }


def _end_of(text: str) -> str:
    return text if len(text) <= SHOWN else "…" + text[-SHOWN:]


def _beginning_of(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _json(value: object) -> Answer:
    data = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return Answer(HTTPStatus.OK, "application/json; charset=utf-8", data)


def _refused(status: HTTPStatus) -> Answer:
    return Answer(status, "text/plain; charset=utf-8", status.phrase.encode())
