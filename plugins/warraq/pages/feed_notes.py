"""
An article's notes for those who read it in a feed: numbers in the text, and behind it the notes, as books have them.

On a page a note stands beside its passage, and its reference is a link without words. A program that reads feeds shows neither margins nor
classes, and most take ids away. So a reference is its number in brackets, which stays readable as plain text, and all links lead to the note's
place on the article's page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from warraq.archive.archive import Site
from warraq.archive.partial_date import PartialDate
from warraq.archive.site_scheme import SCHEME
from warraq.language import Message, message

from .article_facts import NoteWords
from .dates import display_date, plain_site
from .direction import direction, text_direction

REFERENCE = re.compile(r'<a class="reference [^"]*"(?: id="[^"]*")? href="(#[^"]*)"[^<>]*data-label="(\d+)"></a>')
"""As `edition/mark_html.py` writes it; an author can set no class."""
PARAGRAPH = re.compile(r"\s*<p>((?:(?!<p\b).)*)</p>\s*", re.DOTALL)
TAG = re.compile("<[^<>]*>")
BACK = "\N{LEFTWARDS ARROW WITH HOOK}\N{VARIATION SELECTOR-15}"
"""As text: where nothing is said some programs draw it as a picture."""
FROM_ARCHIVE = message("from a text of the archive")


def with_numbers(html: str) -> str:
    """Write the references of an article's HTML as numbers."""
    return REFERENCE.sub(r'<sup><a href="\1">[\2]</a></sup>', html)


def notes_list(notes: Iterable[NoteWords], site: Site) -> str:
    """Write notes as a list, with labels in the language of the site; the empty text where there are none."""
    items = "\n".join(f'<li id="{escape(note.id)}">{_item(note, site)}</li>' for note in notes)
    way = direction(site.language)
    return f'<hr>\n<ul lang="{site.language}" dir="{way}">\n{items}\n</ul>' if items else ""


def _item(note: NoteWords, site: Site) -> str:
    label = message(note.label, number=note.number).text(site.language)
    said = [f"<b>{escape(label)}</b>"]
    if note.verdict:
        said.append(f"<b>{escape(Message(note.verdict).text(site.language))}</b>")
    if note.html:
        alone = PARAGRAPH.fullmatch(note.html)  # a footnote; within a line it would begin one of its own
        words = alone[1] if alone else note.html
        said.append(f"<span{_writing(note, direction(site.language))}>{words}</span>")
    from_where = " · ".join(_from(note, site))
    back = f'<a href="#{escape(note.mark)}">{BACK}</a>'
    return f"{': '.join(said)}{f' ({from_where})' if from_where else ''} {back}"


def _writing(note: NoteWords, around: str) -> str:
    """Give the attributes of a note's words where they are not written as what stands around them."""
    if note.lang:
        return f' lang="{escape(note.lang)}" dir="{direction(note.lang)}"'
    way = text_direction(TAG.sub("", note.html), around)
    return f' dir="{way}"' if way != around else ""


def _from(note: NoteWords, site: Site) -> Iterator[str]:
    """Yield where a note is from: its sources, its author, its date."""
    for source in note.sources:
        if source.startswith(("https://", "http://")):
            yield f'<a href="{escape(source)}"><bdi>{escape(source.split("/")[2])}</bdi></a>'
        elif source.startswith("content/originals/"):
            yield escape(FROM_ARCHIVE.text(site.language))
        elif not source.startswith(SCHEME):
            yield f"<bdi>{escape(source)}</bdi>"
    if note.author:
        yield f"<bdi>{escape(note.author)}</bdi>"
    if note.date:
        yield f"<bdi>{escape(display_date(PartialDate.parse(note.date), plain_site(site)).text)}</bdi>"
