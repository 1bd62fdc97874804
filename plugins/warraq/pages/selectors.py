"""
Selectors of the W3C Web Annotation model: where a passage stands.

A place has three selectors, and each alone finds it:

- its words, with what stands around them (TextQuoteSelector). No other place of the page has these words;
- its position in the text of the page (TextPositionSelector), relative to `document.body.textContent` and in UTF-16 units, as Hypothesis and
  Recogito count. It is known once the page is rendered (`on_page`);
- the paragraph (CssSelector, by its id) refined by the position of the words in its text, in code points, as the standard counts.

A place where a repair only deleted has no letters to select: the word beside it stands for it. A passage over several paragraphs
has a target in each.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from warraq.edition.edition import Mark, Section

from .late import MARK as LATE
from .page_text import page_text

Json = Mapping[str, object]
AROUND = 10
"""Letters of prefix and suffix; doubled until they make the quote unique."""
MOST = 400
"""Where so many letters on each side stand elsewhere too, the position has to tell."""
TITLE = "title"
BEFORE_TITLE = 3
"""Letters of what stands before it."""
ELEMENT = re.compile(rb'"value":"#([^"\\]*)","refinedBy"')
POSITION = rb'\{"type":"TextPositionSelector","start":\d+,"end":\d+\}'
PLACE = re.compile(
    rb'(?P<quote>\{"type":"TextQuoteSelector","exact":"(?:[^"\\]|\\.)*"(?:,"(?:prefix|suffix)":"(?:[^"\\]|\\.)*")*\}),'
    rb"(?:(?P<position>" + POSITION + rb"),)?"
    rb'(?P<refined>\{"type":"CssSelector","value":"#(?P<element>[^"\\]*)",'
    rb'"refinedBy":\{"type":"TextPositionSelector","start":(?P<start>\d+),"end":(?P<end>\d+)\}\})'
)
"""The selectors of one place, as JSON has them; no text can say the same, for its quotation marks are escaped."""


def targets(mark: Mark, sections: Sequence[Section], text: str, source: str) -> Iterator[Json]:
    """Yield a target for each section that a mark touches. Sections are in order, and long articles have thousands."""
    start, end = _selectable(mark, text)
    for section in sections[bisect_right(sections, start, key=attrgetter("end")) :]:
        if section.start >= end:
            return
        first, last = max(start, section.start), min(end, section.end)
        inside = text[section.start : section.end]
        while first < last and text[last - 1] == "\n":
            last -= 1
        while first < last and text[first] == "\n":
            first += 1
        if first < last:
            yield {
                "source": source,
                "selector": list(selectors(section.id, inside, first - section.start, last - section.start)),
            }


def _selectable(mark: Mark, text: str) -> tuple[int, int]:
    """Give the mark's place, or that of the word beside it where it has no letters."""
    start, end = mark.start, mark.end
    if text[start:end].strip("\n"):
        return start, end
    at = start
    while at > 0 and text[at - 1] not in " \n":
        at -= 1
    if at < start:
        return at, start
    while at > 0 and text[at - 1] == " ":
        at -= 1
    before = at
    while at > 0 and text[at - 1] not in " \n":
        at -= 1
    if at < before:
        return at, before
    while end < len(text) and text[end] in " \n":
        end += 1
    start = end
    while end < len(text) and text[end] not in " \n":
        end += 1
    return start, end


def selectors(element_id: str, inside: str, start: int, end: int) -> Iterator[Json]:
    """Select [start, end) of the text of the element with that id, by its words and by its position."""
    around = AROUND
    exact = inside[start:end]
    while True:
        prefix, suffix = inside[max(0, start - around) : start], inside[end : end + around]
        whole = prefix + exact + suffix
        first = inside.find(whole)
        if inside.find(whole, first + 1) < 0 or around > len(inside):
            break
        around *= 2
    yield _quote(exact, prefix, suffix)
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    yield {"type": "CssSelector", "value": f"#{element_id}", "refinedBy": position}


def on_page(annotations: bytes, html: bytes) -> bytes:
    """
    Say of each place where it stands on its page, and make its words the only ones; whatever was said before of another state of the page goes.

    `html` may still have the marks of its late parts (`late.py`). A place whose words don't stand there, as on a page of another theme, gets
    no position.
    """
    elements = {element.decode() for element in ELEMENT.findall(annotations)}
    page = page_text(LATE.sub(b"", html).decode("utf-8", "replace"), elements)

    def placed(found: re.Match[bytes]) -> bytes:
        quote, element, first, last = found["quote"], found["element"].decode(), int(found["start"]), int(found["end"])
        said: dict[str, str] = json.loads(quote)
        base = page.places.get(element, -1)
        start, end = base + first, base + last
        if base < 0 or page.text[start:end] != said["exact"]:
            return quote + b"," + found["refined"]
        if not found["position"]:
            quote = _to_bytes(_only_one(said, page.text, start, end, base if element == TITLE else None))
        position = {"type": "TextPositionSelector", "start": page.in_units(start), "end": page.in_units(end)}
        return quote + b"," + _to_bytes(position) + b"," + found["refined"]

    return PLACE.sub(placed, annotations)


def _only_one(quote: dict[str, str], text: str, start: int, end: int, title: int | None) -> Json:
    """Lengthen what stands around words until the page has them once. A title stands in lists too, so what stands before it is always said."""
    prefix, suffix = quote.get("prefix", ""), quote.get("suffix", "")
    if title is not None:
        prefix = text[max(0, title - BEFORE_TITLE) : start]
    around = AROUND
    while text.count(prefix + quote["exact"] + suffix) > 1 and around < MOST:
        around *= 2
        prefix, suffix = text[max(0, start - max(around, len(prefix))) : start], text[end : end + around]
    return _quote(quote["exact"], prefix, suffix)


def _quote(exact: str, prefix: str, suffix: str) -> Json:
    """Make the selector of some words; an edge of the text has nothing around it."""
    around = {"prefix": prefix, "suffix": suffix}
    return {"type": "TextQuoteSelector", "exact": exact, **{name: text for name, text in around.items() if text}}


def _to_bytes(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
