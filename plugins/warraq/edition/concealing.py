"""
Take withheld words out of a rendered body and out of HTML.

Words may go over inline markup and over the ends of lines: the markup stays, the placeholder stands where they begin. In attributes a
text is hidden like any other; an address that holds the words is left out, because any other would lead nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import escape, unescape

from warraq.repair.changes import apply

from .hiding import changes_that_hide
from .quotes import Span
from .tokens import LineEnd, Part, Reference, Rendered, TextRun, Token
from .withheld_words import WithheldWords

TAG = re.compile(r"<[^<>]*>")
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
SHOWING_TEXT = "abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var"
CLOSING = re.compile(rf"</({SHOWING_TEXT})>")
EMPTY = re.compile(rf"<({SHOWING_TEXT})(?: [^<>]*)?></\1>")
DEEPEST = 8
"""Elements within one another that are left out when nothing stands in them."""
ADDRESSES = frozenset({"href", "src", "cite"})


def conceal(rendered: Rendered, words: WithheldWords) -> Rendered:
    """Give the body without the words: its lines, tokens, anchors and footnotes."""
    text = "\n".join(rendered.lines)
    walk = _Walk(text, words.spans(text), words)
    parts = [walk.part(part) for part in rendered.parts]
    footnotes = {label: conceal_html(html, words) for label, html in rendered.footnotes.items()}
    hidden = apply(text, changes_that_hide(text, walk.spans, words.in_place_of))
    return Rendered(parts, hidden.split("\n") if rendered.lines else [], footnotes)


class _Walk:
    """One walk through the runs of a text, from which spans are taken out."""

    def __init__(self, text: str, spans: Sequence[Span], words: WithheldWords) -> None:
        self.text = text
        self.spans = spans
        self.ends = [end for _, end in spans]
        self.words = words
        self.at = 0
        """The end of the last run."""
        self.now = 0
        """Its end once the words are hidden."""

    def part(self, part: Part) -> Part:
        """Give a part with the places that it has now."""
        tokens = without_emptied(part.tokens, [self._token(token) for token in part.tokens])
        first = next((t for t in tokens if isinstance(t, TextRun) and t.text), None)
        anchor = "" if self.words.are_in(part.anchor) else part.anchor
        start = first.start if first else self.now
        caption = self.words.hide(part.caption)
        return Part(part.tag, anchor, tokens, conceal_tag(part.attributes, self.words), start, self.now, caption)

    def _token(self, token: Token) -> Token:
        if isinstance(token, str):
            return conceal_tag(token, self.words)
        if isinstance(token, LineEnd):
            return token
        if isinstance(token, Reference):
            return Reference(token.label, self.now + token.start - self.at, token.linked)
        start = self.now + token.start - self.at
        text = self.piece(token.start, token.text)
        self.at, self.now = token.start + len(token.text), start + len(text)
        return TextRun(text, start, token.linked)

    def piece(self, at: int, piece: str) -> str:
        """Hide the spans in a piece of the text; where words go on from a piece before it in the line, their placeholder stands there."""
        out: list[str] = []
        done = 0
        for number in range(bisect_right(self.ends, at), len(self.spans)):
            start, end = self.spans[number]
            if start >= at + len(piece):
                break
            first, last = max(start - at, 0), min(end - at, len(piece))
            if first >= last:
                continue
            begins = start >= at or self.text[at - 1 : at] == "\n"
            out += piece[done:first], self.words.in_place_of(piece[first:last]) if begins else ""
            done = last
        return "".join([*out, piece[done:]])


def conceal_html(html: str, words: WithheldWords) -> str:
    """Hide the words in HTML."""
    pieces: list[tuple[bool, str]] = []
    at = 0
    for tag in TAG.finditer(html):
        pieces += [(False, unescape(html[at : tag.start()])), (True, tag[0])]
        at = tag.end()
    pieces.append((False, unescape(html[at:])))
    text = "".join(piece for is_tag, piece in pieces if not is_tag)
    walk = _Walk(text, words.spans(text), words)
    out: list[str] = []
    at = 0
    for is_tag, piece in pieces:
        if is_tag:
            out.append(conceal_tag(piece, words))
        else:
            out.append(escape(walk.piece(at, piece), quote=False))
            at += len(piece)
    hidden = "".join(out)
    return without_empty_elements(hidden) if walk.spans else hidden


def without_emptied(before: Sequence[Token], after: Sequence[Token]) -> list[Token]:
    """Leave out the tags round runs of text of which nothing stays, for the placeholder stands in a run before them."""
    kept: list[Token] = []
    for was, now in zip(before, after, strict=True):
        closing = CLOSING.fullmatch(now) if isinstance(now, str) else None
        if closing and kept and _is_emptied(kept[-1]):
            n = next((n for n in range(len(kept) - 1, -1, -1) if not _is_emptied(kept[n])), -1)
            opening = kept[n] if n >= 0 else None
            if isinstance(opening, str) and re.fullmatch(rf"<{closing[1]}(?: [^<>]*)?>", opening):
                del kept[n]
                continue
        if isinstance(was, TextRun) and isinstance(now, TextRun) and not now.text:
            if was.text and not (kept and _is_emptied(kept[-1])):
                kept.append(now)
        else:
            kept.append(now)
    return kept


def _is_emptied(token: Token) -> bool:
    return isinstance(token, TextRun) and not token.text


def without_empty_elements(html: str) -> str:
    """Leave out elements within a line in which nothing stands, and what they alone stood in."""
    for _ in range(DEEPEST):
        html, number = EMPTY.subn("", html)
        if not number:
            break
    return html


def conceal_tag(tag: str, words: WithheldWords) -> str:
    """Hide the words in the attributes of a tag."""

    def attribute(match: re.Match[str]) -> str:
        name, value = match[1], unescape(match[2])
        if not words.are_in(value):
            return match[0]
        hidden = words.hide(value)
        return "" if name in ADDRESSES or words.are_in(hidden) else f' {name}="{escape(hidden)}"'

    return ATTRIBUTE.sub(attribute, tag) if '="' in tag else tag
