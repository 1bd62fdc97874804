"""
The answers of `serve` to requests below /review/; the page is never published.

Every page that is open in the same browser can send requests to a local server. The server refuses those of other sites before they
come here (`press/request_check.py`). Even so, a decision needs the token of the page, which no other site can read, and JSON, which
no form of another site can send.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warraq.desk.editor_name import editor_name
from warraq.desk.house.style import face, house_style
from warraq.desk.naming.labels import SORTS
from warraq.desk.site import site_of
from warraq.pages.direction import direction

from .answers import Answers
from .kinds import KINDS
from .labels import LABELS
from .name_answers import NameAnswers
from .open_item import Kind

PREFIX = "/review/"
PAGE = Path(__file__).parent / "page"
CONTENT_TYPES = {
    "review.css": "text/css; charset=utf-8",
    "alike.css": "text/css; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "alike.js": "text/javascript; charset=utf-8",
    "filters.js": "text/javascript; charset=utf-8",
    "names.js": "text/javascript; charset=utf-8",
    "names.css": "text/css; charset=utf-8",
    "keys.js": "text/javascript; charset=utf-8",
    "server.js": "text/javascript; charset=utf-8",
    "session.js": "text/javascript; charset=utf-8",
    "two.js": "text/javascript; charset=utf-8",
    "shown.js": "text/javascript; charset=utf-8",
    "steps.js": "text/javascript; charset=utf-8",
    "told.js": "text/javascript; charset=utf-8",
}
PAGES = {"": "review.html", "names": "names.html"}
"""Each page by its address."""
STYLE = "css/house.css"
FONTS = "fonts/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
LARGEST_REQUEST = 4_000_000
"""Bytes of a request's body: ten thousand decisions with long paths."""
WRONG = (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)
"""What a request raises that is not as the page sends it."""


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
    site: str = ""
    """The address of the site that the same command serves."""
    _answers: Answers = field(init=False)
    _names: NameAnswers = field(init=False)

    def __post_init__(self) -> None:
        self._answers = Answers(self.project)
        self._names = NameAnswers(self.project)

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Answer one request whose path begins with /review/; the names of headers are written `Like-This`."""
        name = path.removeprefix(PREFIX)
        if method == "GET" and (found := self._file(name)):
            return found
        if not secrets.compare_digest(headers.get("X-Warraq-Token", "").encode(), self.token.encode()):
            return _refused(HTTPStatus.FORBIDDEN)
        if method == "GET" and name == "items":
            return _json(self._answers.all())
        if (
            method == "POST"
            and headers.get("Content-Type", "").partition(";")[0].strip().lower() == "application/json"
            and len(body) <= LARGEST_REQUEST
        ):
            return self._answer_post(name, body)
        return _refused(HTTPStatus.NOT_FOUND)

    def _file(self, name: str) -> Answer | None:
        """Give the page, its scripts, its style or one of the theme's faces: what needs no token."""
        if name in PAGES:
            page = self._page(PAGES[name])
            return Answer(HTTPStatus.OK, "text/html; charset=utf-8", page, (("Content-Security-Policy", POLICY),))
        if name in CONTENT_TYPES:
            return Answer(HTTPStatus.OK, CONTENT_TYPES[name], (PAGE / name).read_bytes())
        if name == STYLE:
            return Answer(HTTPStatus.OK, CONTENT_TYPES["review.css"], house_style().encode())
        if name.startswith(FONTS) and (data := face(name.removeprefix(FONTS))):
            return Answer(HTTPStatus.OK, "font/woff2", data, (("Cache-Control", "max-age=3600"),))
        return None

    def _answer_post(self, name: str, body: bytes) -> Answer:
        of = self._answers
        answers: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "view": of.view,
            "look": of.look,
            "items": of.items,
            "alike": of.alike,
            "original": of.original,
            "steps": of.steps,
            "two": of.two,
            "progress": of.progress,
            "undo": lambda asked: of.undo(asked, date.today()),  # noqa: DTZ011 - the editor's own day
            "proposed": self._names.names,
            "concepts": self._names.concepts,
            "name": lambda asked: self._names.decide(asked, date.today()),  # noqa: DTZ011 - the editor's own day
            "take_back": lambda asked: self._take_back(asked, date.today()),  # noqa: DTZ011 - the same
            "reject": lambda asked: of.reject(asked, date.today()),  # noqa: DTZ011 - the same
            "decide": lambda asked: of.decide(asked, date.today()),  # noqa: DTZ011 - the editor's own day
        }
        try:
            asked = json.loads(body)
            if not isinstance(asked, dict):
                return _refused(HTTPStatus.BAD_REQUEST)
            if name not in answers:
                return _refused(HTTPStatus.NOT_FOUND)
            return _json(answers[name](asked))
        except WRONG:
            return _refused(HTTPStatus.BAD_REQUEST)

    def _take_back(self, asked: dict[str, Any], today: date) -> dict[str, Any]:
        """Take a decision on a name back."""
        answer = self._answers.undo({"number": int(asked["number"])}, today)
        self._names.forget()
        return answer

    def _page(self, name: str) -> bytes:
        language = self._answers.language()
        template = _templates().get_template(name)
        labels = {name: label.text(language) for name, label in LABELS.items()}
        return template.render(
            language=language,
            direction=direction(language),
            labels=labels,
            token=self.token,
            editor=editor_name(self.project),
            name=site_of(self.project / "content").name,
            site=self.site,
            sorts={sort.value: label.text(language) for sort, label in SORTS.items()},
            kinds={name: _kind_json(kind, language) for name, kind in KINDS.items()},
        ).encode()


def _kind_json(kind: Kind, language: str) -> dict[str, object]:
    """Give what the page's script has to know of a kind."""
    take = {"take": kind.take.text(language)} if kind.take else {}
    return {"keep": kind.keep.text(language), "ask": kind.ask.text(language), "two": kind.has_other, **take}


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined)


def _json(value: object) -> Answer:
    data = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return Answer(HTTPStatus.OK, "application/json; charset=utf-8", data)


def _refused(status: HTTPStatus) -> Answer:
    return Answer(status, "text/plain; charset=utf-8", status.phrase.encode())
