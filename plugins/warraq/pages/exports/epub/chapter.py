"""A chapter: an article with its notes and definitions, what was repaired or is doubted in it, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from warraq.archive.article import Article
from warraq.archive.kinds import KINDS
from warraq.edition.edition import Edition, MarginEntry, MarkKind
from warraq.language import Message, message
from warraq.pages import addresses
from warraq.pages.article_facts import credited, date_is_inferred, entries_of
from warraq.pages.dates import display_date
from warraq.pages.direction import direction
from warraq.pages.exports.tei.document import prefix_of
from warraq.pages.exports.tei.escaping import attributes, element, plain
from warraq.pages.exports.tei.inline import pointer
from warraq.pages.numbers import note_signs, said
from warraq.pages.own_days import own_days
from warraq.pages.page import Library
from warraq.pages.provenance import provenance

from .xhtml import Xhtml, ids_in

START = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
SPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
NOTES, GLOSSES = message("Notes"), message("Definitions")
REPAIRS, DOUBTS, EDITS = message("Repairs"), message("Doubtful passages, not changed"), message("Editors' changes")
ORIGIN = message("Where it comes from")
BACK = message("Back to the text")
INFERRED = message("inferred date")
NOTHING = "\N{EMPTY SET}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as a file of the book."""

    file: str
    title: str
    lang: str
    data: bytes
    pictures: tuple[str, ...]
    """Addresses in the site of those that it shows."""


def file_of(article: Article) -> str:
    """Name the file of an article's chapter."""
    return f"{prefix_of(article)}.xhtml"


def chapter(edition: Edition, library: Library, files: Mapping[str, str]) -> Chapter:
    """Make the chapter of an edition of what may be published; `files`: of the other chapters, by the addresses of their articles."""
    made = _Chapter(edition, library, files)
    return Chapter(
        file_of(edition.article),
        made.title,
        edition.article.lang,
        made.whole().encode(),
        tuple(made.xhtml.pictures),
    )


class _Chapter:
    def __init__(self, edition: Edition, library: Library, files: Mapping[str, str]) -> None:
        self._edition, self._library, self._site = edition, library, library.archive.site
        self.title = edition.article.title
        entries = list(entries_of(edition))
        self._notes = [entry for entry in edition.notes if entry.mark.kind in (*KINDS, MarkKind.FOOTNOTE)]
        self._glosses = [entry for entry in entries if entry.mark.kind == MarkKind.MENTION and entry.html]
        self._changes = [
            entry for entry in entries if entry.mark.kind in (MarkKind.REPAIR, MarkKind.EDIT, MarkKind.DOUBT)
        ]
        html = [edition.title_html, *(section.html for section in edition.sections)]
        in_text = [id_ for piece in html for id_ in ids_in(piece)]
        self._in_text = frozenset(in_text)
        ids = frozenset([*in_text, *(entry.id for entry in (*self._notes, *self._glosses))])
        here = library.url(addresses.article(edition.article.slug))
        self.xhtml = Xhtml(here, files, {entry.mark.id: entry.id for entry in self._glosses}, ids)

    def whole(self) -> str:
        """Write the file."""
        article, xhtml, digits = self._edition.article, self.xhtml, self._site.digits
        of_site, of_text = in_language(self._site.language), in_language(article.lang)
        heading = f'<h1 id="title">{xhtml.of(note_signs(self._edition.title_html, digits))}</h1>'
        body = "\n".join(xhtml.of(note_signs(section.shown_html, digits)) for section in self._edition.sections)
        text = f'<div class="text"{attributes(of_text)}>\n{heading}\n{self._credit()}\n{body}\n</div>'
        parts = [text, *self._lists(), self._origin()]
        content = "\n".join(part for part in parts if part)
        head = f'<head><title>{plain(self.title) or "–"}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>'
        return f"{START}<html {SPACES}{attributes(of_site)}>\n{head}\n<body>\n<article>\n{content}\n</article>\n</body>\n</html>\n"

    def _credit(self) -> str:
        article = self._edition.article
        pieces = [plain(name) for name in credited(article)]
        if article.source and article.authors:
            pieces.append(plain(article.source.name))
        if article.date:
            day = display_date(article.date, self._site, own=own_days(self._edition))
            inferred = f" ({plain(self._said(INFERRED))})" if date_is_inferred(self._edition) else ""
            pieces.append(f'<time datetime="{day.machine}">{plain(day.text)}</time>{inferred}')
        credit = " · ".join(f"<bdi>{piece}</bdi>" for piece in pieces)
        return element("p", credit, {"class": "credit", **in_language(self._site.language)}) if credit else ""

    def _lists(self) -> Iterator[str]:
        for heading, entries in ((NOTES, self._notes), (GLOSSES, self._glosses)):
            yield self._part(heading, [self._aside(entry) for entry in entries], "")
        for heading, kind in ((REPAIRS, MarkKind.REPAIR), (EDITS, MarkKind.EDIT), (DOUBTS, MarkKind.DOUBT)):
            items = [self._change(entry) for entry in self._changes if entry.mark.kind == kind]
            yield self._part(heading, items, "ul")

    def _part(self, heading: Message, items: list[str], tag: str) -> str:
        if not items:
            return ""
        content = "\n".join(items)
        inner = f"<{tag}>\n{content}\n</{tag}>" if tag else content
        return f'<section class="apparatus">\n<h2>{plain(self._said(heading))}</h2>\n{inner}\n</section>'

    def _aside(self, entry: MarginEntry) -> str:
        concept = self._library.archive.vocabulary.concepts.get(entry.mark.concept)
        label = concept.label(self._site.language) if concept else self._said(entry.label)
        verdict = f"<p>{plain(self._said(entry.verdict))}</p>" if entry.verdict else ""
        sources = "".join(f"<p>{self._source(source)}</p>" for source in entry.sources)
        signed = f"<p>{plain(entry.author)}</p>" if entry.author else ""
        content = (
            f"<div{attributes(in_language(entry.lang or self._edition.article.lang))}>{self.xhtml.of(entry.html)}</div>"
        )
        named = f"<p><b>{self._back(entry, plain(label))}</b></p>"
        start = f'<aside epub:type="footnote" role="doc-footnote"{attributes({"id": entry.id})}>'
        return f"{start}{named}{verdict}{content}{sources}{signed}</aside>"

    def _back(self, entry: MarginEntry, label: str) -> str:
        if entry.mark.id not in self._in_text:
            return label
        return f"<a{attributes({'href': f'#{entry.mark.id}', 'title': self._said(BACK)})}>{label}</a>"

    def _source(self, source: str) -> str:
        target = pointer(source) if source.startswith(("http://", "https://")) else ""
        return element("a", plain(source), {"href": target}) if target else plain(source)

    def _change(self, entry: MarginEntry) -> str:
        mark, lang = entry.mark, in_language(self._edition.article.lang)
        why = f" <small>{plain(self._said(mark.reason))}</small>" if mark.reason else ""
        if mark.kind == MarkKind.DOUBT:
            words = plain(self._edition.text[mark.start : mark.end]) or "…"
            return f"<li>{self._back(entry, element('bdi', words, lang))}{why}</li>"
        before, after = (plain(f"{mark.left}{words}{mark.right}") for words in (mark.before, mark.after))
        now = self._back(entry, element("bdi", element("ins", after or NOTHING), lang))
        return f"<li>{element('bdi', element('del', before or NOTHING), lang)} ← {now}{why}</li>"

    def _origin(self) -> str:
        source, known = self._edition.article.source, provenance(self._edition)
        rows = [plain(source.rights)] if source and source.rights else []
        if source:
            rows += (self._source(address) for address in (source.url, source.archived_url) if address)
        if self.xhtml.here:
            rows.append(element("a", plain(unquote(self.xhtml.here)), {"href": pointer(self.xhtml.here)}))
        if known and known.sha256 and not known.withheld:
            rows.append(f"SHA-256 <code>{known.sha256}</code>")
        return self._part(ORIGIN, [f"<li>{row}</li>" for row in rows], "ul")

    def _said(self, sentence: Message) -> str:
        return said(sentence, self._site.language, self._site.digits)


def in_language(lang: str) -> dict[str, str]:
    """Give the attributes of an element in a language."""
    return {"lang": lang, "xml:lang": lang, "dir": direction(lang)}
