"""
Annotations of Hypothesis: the rows of its API and of its client's JSON, and the client's text and HTML.

Text and HTML know neither what stands around a quotation nor the annotation's id, and name one page for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from . import bodies
from .foreign import Foreign
from .plain_values import day_of, is_too_long, listed, text_of, web_address, with_tags

Json = Mapping[str, Any]
HEAD = re.compile(r"^Annotation \d+:[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"^[ \t]*(Created at|Author|Page|Type|Quote|Description|Comment|Tags):[ \t]?", re.MULTILINE)
TOTAL = re.compile(r"^[ \t]*Total annotations: \d+[ \t]*$", re.MULTILINE)
ADDRESS = re.compile(r"^[ \t]*((?:https?|file)://\S+|urn:\S+)[ \t]*$", re.MULTILINE)
PAGE = "https://hypothes.is/a/"


def is_row(item: Json) -> bool:
    """Tell whether an object is an annotation of Hypothesis."""
    return ("uri" in item or "user" in item) and isinstance(item.get("target", []), list) and "motivation" not in item


def of_row(number: int, row: Json) -> Foreign:
    """Read a row of the API, or of the client's file."""
    targets = [each for each in listed(row.get("target")) if isinstance(each, dict)]
    selectors = [s for each in targets for s in listed(each.get("selector")) if isinstance(s, dict)]
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), {})
    document = row.get("document") if isinstance(row.get("document"), dict) else {}
    links = [link.get("href") for link in listed((document or {}).get("link")) if isinstance(link, dict)]
    references = listed(row.get("references"))
    info = row.get("user_info") if isinstance(row.get("user_info"), dict) else {}
    permissions = row.get("permissions") if isinstance(row.get("permissions"), dict) else {}
    readers = [text_of(each) for each in listed((permissions or {}).get("read"))]
    pages = row.get("links") if isinstance(row.get("links"), dict) else {}
    own, text = text_of(row.get("id")), text_of(row.get("text"))
    return Foreign(
        line=number,
        addresses=tuple(
            dict.fromkeys(filter(None, map(text_of, (row.get("uri"), *(t.get("source") for t in targets), *links))))
        ),
        quote=text_of(quote.get("exact")),
        prefix=text_of(quote.get("prefix")),
        suffix=text_of(quote.get("suffix")),
        note=with_tags(bodies.of_markdown(text), map(text_of, listed(row.get("tags")))),
        author=text_of((info or {}).get("display_name")) or _name(text_of(row.get("user"))),
        day=day_of(text_of(row.get("created"))),
        address=web_address(*((pages or {}).get(name) for name in ("html", "incontext")))
        or (PAGE + own if re.fullmatch(r"[\w-]{10,64}", own) else ""),
        answers=text_of(references[-1]) if references else "",
        id=own,
        too_long=is_too_long(text),
        private=row.get("hidden") is True or bool(readers and all(each.startswith("acct:") for each in readers)),
    )


def _name(user: str) -> str:
    """Give the name in `acct:name@hypothes.is`."""
    return user.removeprefix("acct:").partition("@")[0]


def is_text(text: str) -> bool:
    """Tell whether a file is the text that the client exports."""
    return bool(HEAD.search(text) and TOTAL.search(text))


def of_text(text: str) -> Iterator[Foreign]:
    """Read the client's text; all of it is of one page."""
    heads = [*HEAD.finditer(text)]
    before = text[: heads[0].start()]
    address = ADDRESS.search(before)
    for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(text)], strict=True):
        part = text[head.end() : end]
        marks = [*_fields(part)]
        values = {
            mark[1]: part[mark.end() : stop].strip()
            for mark, stop in zip(marks, [*(m.start() for m in marks[1:]), len(part)], strict=True)
        }
        yield _told(text.count("\n", 0, head.start()) + 1, values, address[1] if address else "")


def _fields(part: str) -> Iterator[re.Match[str]]:
    """Yield the fields of an annotation; behind «Comment» only the last «Tags» is one, for people write such words."""
    found = [*FIELD.finditer(part)]
    comment = next((n for n, mark in enumerate(found) if mark[1] == "Comment"), len(found))
    yield from found[: comment + 1]
    if comment + 1 < len(found) and found[-1][1] == "Tags":
        yield found[-1]


def _told(line: int, values: Mapping[str, str], address: str, *, html: bool = False) -> Foreign:
    quote = values.get("Quote", "")
    if not html and len(quote) > 1 and quote[0] == quote[-1] == '"':
        quote = quote[1:-1]
    note = values.get("Comment", "")
    return Foreign(
        line=line,
        addresses=(address,) if address else (),
        quote=quote,
        note=with_tags(note if html else bodies.of_markdown(note), values.get("Tags", "").split(",")),
        author=values.get("Author", ""),
        day=day_of(values.get("Created at", "")),
        too_long=is_too_long(note),
    )


def of_html(html: str) -> Iterator[Foreign]:
    """Read the client's HTML; all of it is of one page."""
    try:
        root = document_fromstring(html.encode("utf-8", "replace"), parser=_parser())
    except (etree.ParserError, ValueError):
        return
    address = next((a.get("href", "") for a in root.iter("a") if isinstance(a, HtmlElement)), "")
    for number, article in enumerate(root.iter("article"), 1):
        rows = [[*row.iter("td")] for row in article.iter("tr")]
        cells = {_text(row[0]).strip().rstrip(":"): row[1] for row in rows if len(row) > 1}
        values = {name: _text(cell).strip() for name, cell in cells.items()}
        if "Comment" in cells:
            values["Comment"] = bodies.of_html(
                etree.tostring(cells["Comment"], encoding="unicode", method="html", with_tail=False)
            )
        yield _told(number, values, address, html=True)


def _text(cell: etree._Element) -> str:
    return "".join(map(str, cell.itertext()))


def _parser() -> etree.HTMLParser:
    from lxml.html import HTMLParser

    return HTMLParser(encoding="utf-8", remove_comments=True)
