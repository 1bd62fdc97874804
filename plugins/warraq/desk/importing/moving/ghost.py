"""Ghost: the file of Settings → Export, alone or in a folder with `content/images`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from operator import itemgetter
from typing import Any
from zlib import crc32

from warraq.desk.importing.sources import RejectedFileError, SourceFile
from warraq.language import message

from .days import in_zone
from .exported import export_name, opened_export
from .json_exports import json_of, no_rows_in, rows_in, text_in
from .kind import Given, Kind, Site
from .moved_text import Extra, Form, MovedText, Place

ENDINGS = (".json",)
IS_GHOST = re.compile(rb'^\s*\{\s*"(?:db|meta|data)"\s*:')
ROOT = "__GHOST_URL__"
"""What the address of the site is in an export."""
TABLES = ("posts", "posts_meta", "users", "tags", "posts_tags", "posts_authors", "settings")
"""Of an export, those that are read."""
KEPT = (
    "canonical_url",
    "custom_template",
    "feature_image_caption",
    "feature_image_alt",
    "meta_title",
    "meta_description",
    "visibility",
    "type",
)


class GhostSite(Site):
    """An export that was opened."""

    def __init__(self, given: Given) -> None:
        self._export = opened_export(given, ENDINGS, _is_ghost)
        self._why: RejectedFileError | None = None
        self._posts: dict[str, dict[str, Any]] = {}
        self._data: dict[str, Any] = {}
        self._meta: dict[str, dict[str, Any]] = {}
        """What newer exports state of a post in a table of its own, by the post's number."""
        try:
            self._data = _data_of(json_of(self._export.path))
        except RejectedFileError as error:
            self._why = error
        for number, post in enumerate(rows_in(self._data, "posts"), 1):
            slug = text_in(post.get("slug")).replace("/", "-").replace("\\", "-") or str(number)
            name = f"{slug}.{_form_of(post).value}"
            self._posts[f"{number}/{name}" if name in self._posts else name] = post
        for row in rows_in(self._data, "posts_meta"):
            self._meta[text_in(row.get("post_id"))] = row
        self._users = {text_in(each.get("id")): text_in(each.get("name")) for each in rows_in(self._data, "users")}
        tags = {text_in(each.get("id")): text_in(each.get("name")) for each in rows_in(self._data, "tags")}
        self._tags = self._joined("posts_tags", "tag_id", tags)
        self._authors = self._joined("posts_authors", "author_id", self._users)
        self._settings = {
            text_in(each.get("key")): text_in(each.get("value")) for each in rows_in(self._data, "settings")
        }

    def names(self) -> Iterator[SourceFile]:
        """Yield the posts and pages; the reason why the export can't be read."""
        if self._why:
            yield SourceFile(self._export.name, "", self._why.why)
        for table in TABLES:
            yield from no_rows_in(self._export.name, self._data, table)
        for name, post in self._posts.items():
            yield SourceFile(name, f"{crc32(json.dumps(post, sort_keys=True).encode()):08x}")

    def text(self, name: str) -> MovedText:
        """Give a post or a page; a RejectedFileError where its text is in no form that is read."""
        post = self._posts[name]
        form, body = _body_of(post)
        told = self._meta.get(text_in(post.get("id")), {})  # whose `id` is the row's own
        post = {**post, **{key: told[key] for key in (*KEPT, "email_only") if told.get(key)}}
        picture = text_in(post.get("feature_image"))
        if form is Form.HTML and picture and picture not in body:
            alt, caption = text_in(post.get("feature_image_alt")), text_in(post.get("feature_image_caption"))
            shown = f'<img src="{escape(picture)}" alt="{escape(alt)}"><figcaption>{caption}</figcaption>'
            body = f"<figure>{shown}</figure>{body}"
        tags = self._tags.get(text_in(post.get("id")), ())
        authors = self._authors.get(text_in(post.get("id")), ())
        writer = self._users.get(text_in(post.get("author_id")), "")
        status, slug = text_in(post.get("status")), text_in(post.get("slug"))
        extra: dict[str, Extra] = {
            key: said for key in KEPT if (said := text_in(post.get(key))) and said not in ("public", "post")
        }
        if inner := tuple(tag for tag in tags if tag.startswith("#")):
            extra["internal_tags"] = inner
        date = in_zone(
            _time(post.get("published_at")) or _time(post.get("created_at")), self._settings.get("timezone", "")
        )
        return MovedText(
            name,
            body.encode(),
            form,
            body.replace(ROOT, ""),
            Place(self._export.name, self._export.sha256, f"post {text_in(post.get('id'))}"),
            title=text_in(post.get("title")),
            date=date,
            authors=authors or ((writer,) if writer else ()),
            tags=tuple(tag for tag in tags if not tag.startswith("#")),
            summary=text_in(post.get("custom_excerpt")),
            language=text_in(post.get("locale")) or self._settings.get("locale", "") or self._settings.get("lang", ""),
            source=self._settings.get("title", ""),
            slug=slug,
            is_draft=(
                status != "published" and not (status == "scheduled" and date)
            )  # what was `sent` was only in letters
            or text_in(post.get("email_only")) not in ("", "0")
            or text_in(post.get("visibility")) not in ("", "public"),
            waits=date if status == "scheduled" else "",
            addresses=(f"/{slug}/",) if slug else (),
            extra=extra,
        )

    def picture(self, address: str, _text: MovedText, /) -> str:
        """Give the picture below `content/images/`, where it came along."""
        found = re.search(r"content/(?:images|media|files)/[^?#]*", address)
        return self._export.picture(found[0]) if found else ""

    def read(self, path: str) -> bytes:
        """Read a file that came along."""
        return self._export.read(path)

    def _joined(self, table: str, key: str, names: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
        """Give the names that a table joins to each post, in their order."""
        found: dict[str, list[tuple[int, str]]] = {}
        for row in rows_in(self._data, table):
            order = text_in(row.get("sort_order"))
            place = int(order) if order.isdecimal() else 0
            if name := names.get(text_in(row.get(key)), ""):
                found.setdefault(text_in(row.get("post_id")), []).append((place, name))
        return {post: tuple(name for _, name in sorted(rows, key=itemgetter(0))) for post, rows in found.items()}


def _data_of(export: Any) -> dict[str, Any]:
    if isinstance(export, dict) and (inner := rows_in(export, "db")):
        export = inner[0]
    data = export.get("data") if isinstance(export, dict) else None
    if not isinstance(data, dict) or not isinstance(data.get("posts"), list):
        raise RejectedFileError(message("It holds no posts."))
    return data


def _body_of(post: Mapping[str, Any]) -> tuple[Form, str]:
    if html := text_in(post.get("html")):
        return Form.HTML, html
    for key in ("markdown", "mobiledoc"):
        if written := text_in(post.get(key)):
            if key == "markdown":
                return Form.MARKDOWN, written
            try:
                cards = rows_in(
                    {"cards": [card[1] for card in json.loads(written)["cards"] if card[0].endswith("markdown")]},
                    "cards",
                )
            except (ValueError, KeyError, TypeError, IndexError, RecursionError):
                cards = []
            if body := "\n\n".join(filter(None, (text_in(card.get("markdown")) for card in cards))):
                return Form.MARKDOWN, body
    if text_in(post.get("lexical")) or text_in(post.get("mobiledoc")):
        raise RejectedFileError(
            message("The export has its text in Ghost's own form alone: save it once more in Ghost, and export again.")
        )
    return Form.HTML, ""


def _form_of(post: Mapping[str, Any]) -> Form:
    try:
        return _body_of(post)[0]
    except RejectedFileError:  # it is told when it is read
        return Form.HTML


def _time(value: Any) -> str:
    """Give a time in ISO 8601; older exports have milliseconds since 1970."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**13:
        return datetime.fromtimestamp(value / 1000, UTC).isoformat()
    return text_in(value)


def _is_ghost(head: bytes) -> bool:
    return IS_GHOST.match(head) is not None and (b'"posts"' in head or b'"db"' in head or b'"exported_on"' in head)


GHOST = Kind(
    "Ghost",
    given=message(
        "the file of Settings → Migration → Export content (`.json`); or a folder with that file and `content/images`"
    ),
    taken=message(
        "posts and pages, those for members as drafts; title, date with the site's zone, authors, tags, excerpt, language; `/slug/`; "
        "the picture at the head, captions, galleries"
    ),
    lost=message(
        "members, newsletters, comments, themes; texts that the export has in Ghost's own form alone are named; "
        "pictures that did not come along are listed"
    ),
    is_it=lambda given: bool(export_name(given, ENDINGS, _is_ghost)),
    open=GhostSite,
)
