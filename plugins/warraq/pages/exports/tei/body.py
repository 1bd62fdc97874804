"""T with its marks, as the `<text>` of a TEI document: not a letter more than T has, outside of notes and of what stood there before."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from warraq.edition.edition import Edition, Section

from .escaping import Characters, attributes, language, plain
from .html_tokens import Words, html_tokens, with_own_ids
from .marks import MarkWriter
from .placing import Placed, cut, place
from .structure import Close, Holds, Open, Piece, TeiToken, tei_tokens

HEADINGS = {f"h{n}": n for n in range(1, 7)}


def text_element(edition: Edition, prefix: str, writer: MarkWriter) -> str:
    """Write `<text>`, on lines that are those of T."""
    tokens = cut(_tokens(edition, prefix, writer.ids), edition.marks)
    placed = place(tokens, edition.marks, edition.text)
    body = "".join(_written(tokens, placed, writer, writer.characters))
    return f"<text{attributes(language(edition.article.lang) | {'xml:space': 'preserve'})}>{body}</text>"


def _tokens(edition: Edition, prefix: str, ids: Container[str]) -> Iterator[TeiToken]:
    """Yield the body: the title is its head, and each heading begins a division."""
    title = edition.text.partition("\n")[0]
    yield Open("body")
    yield Open("head", attributes({"xml:id": f"{prefix}.title", "type": "main"}))
    if title:
        yield Words(title, 0)
    yield Close("head")
    at, levels, has_blocks = len(title), list[int](), False
    for section in edition.sections:
        if section.start < section.end and at < section.start:
            yield Words(edition.text[at : section.start], at)  # the line feed between
            at = section.start
        if level := HEADINGS.get(section.tag):
            while levels and levels[-1] >= level:
                levels.pop()
                yield Close("div")
            levels.append(level)
            has_blocks = True
            yield Open("div")
            yield from _heading(section, prefix, edition.text, ids)
        else:
            for token in _section(section, prefix, edition.text, Holds.BLOCKS, ids):
                has_blocks = has_blocks or isinstance(token, Open)
                yield token
        at = section.end if section.start < section.end else at
    if not has_blocks:
        yield Piece("<p/>")  # a body has one
    yield from (Close("div") for _ in levels)
    yield Close("body")


def _heading(section: Section, prefix: str, text: str, ids: Container[str]) -> Iterator[TeiToken]:
    tokens = list(_section(section, prefix, text, Holds.LETTERS, ids))
    if tokens and isinstance(tokens[0], Open) and tokens[0].tag == "seg":  # the element itself
        yield Open("head", tokens[0].attributes.replace(' type="heading"', ""))
        yield from tokens[1:-1]
        yield Close("head")
    else:
        yield from (Open("head"), *tokens, Close("head"))


def _section(section: Section, prefix: str, text: str, holds: Holds, ids: Container[str]) -> Iterator[TeiToken]:
    own = {"xml:id": f"{prefix}.{section.id}"} if f"{prefix}.{section.id}" in ids else {}
    tokens = tei_tokens(with_own_ids(html_tokens(section.html, section.start), prefix, ids), holds, own)
    written = "".join(token.text for token in tokens if isinstance(token, Words))
    if written != text[section.start : section.end]:  # never lose a letter to a form that is not known
        tokens = [Open("ab", attributes(own)), Words(text[section.start : section.end], section.start), Close("ab")]
    if section.caption:
        tokens = [_with_caption(token, section.caption) for token in tokens]
    yield from tokens


def _with_caption(token: TeiToken, caption: str) -> TeiToken:
    if isinstance(token, Piece) and token.xml.startswith("<figure"):
        return Piece(token.xml.replace("</figure>", f"<p>{plain(caption)}</p></figure>"))
    return token


def _written(
    tokens: Sequence[TeiToken], placed: Sequence[Placed], writer: MarkWriter, characters: Characters
) -> Iterator[str]:
    begins: dict[int, list[Placed]] = {}
    points: dict[int, list[str]] = {}
    for each in placed:
        if each.is_element and each.begin < each.end:
            begins.setdefault(each.begin, []).append(each)
        elif each.is_element:
            points.setdefault(each.begin, []).append(writer.empty(each.mark))
        elif each.begin == each.end:
            points.setdefault(each.begin, []).append(writer.begin(each.mark) + writer.end(each.mark))
        else:
            points.setdefault(each.begin, []).append(writer.begin(each.mark))
            points.setdefault(each.end, []).append(writer.end(each.mark))
    open_marks: list[tuple[int, str]] = []
    for n, token in enumerate(tokens):
        while open_marks and open_marks[-1][0] == n:
            yield open_marks.pop()[1]
        yield from points.get(n, ())
        for each in begins.get(n, ()):
            start, end = writer.around(each.mark)
            open_marks.append((each.end, end))
            yield start
        yield token.xml if isinstance(token, Open | Close | Piece) else characters.text(token.text)
