"""
Links and pictures inside the archive that a reader would find dead.

`{filename}` and `{static}` are checked where they are resolved. Here is what authors write besides: a link to a heading, a
relative address, a picture from elsewhere (the pages' policy forbids requests to other hosts), a picture
without a description.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.did_you_mean import closest_word
from warraq.archive.our_mistake import told
from warraq.archive.own_pages.navigation import OURS
from warraq.archive.permanent_id import former_ids, id_of
from warraq.archive.problem import Level, Problem
from warraq.archive.site_scheme import SCHEME
from warraq.language import Message, message
from warraq.pages import addresses
from warraq.pages.decisions import Decisions, Leaves, original_is_private
from warraq.pages.public_links import LINK as ADDRESS
from warraq.pages.public_links import Hidden, places_of_article, same_address

if TYPE_CHECKING:
    from warraq.edition.edition import Edition

LINK = re.compile(r'<a\b[^>]*? href="([^"]*)"')
PICTURE = re.compile(r"<img\b[^>]*>")
ATTRIBUTE = re.compile(r' (src|alt)="([^"]*)"')
HEADING = re.compile(r' id="(heading-[^"]*)"')
MARK = re.compile(r"[a-z][a-z0-9-]*", re.IGNORECASE)
"""The anchors that editions give to passages and notes; they may go with the next edit, so they are not checked."""
ALWAYS = (*OURS.values(), "undated/")


@dataclass(frozen=True, slots=True)
class EditionLinks:
    """The links of an edition, and its headings, to which others may link."""

    links: tuple[str, ...]
    """Those to places of the archive."""
    pictures: tuple[tuple[str, str], ...]
    """(source, description) of each."""
    headings: tuple[str, ...]
    """Their anchors."""
    others: tuple[str, ...] = ()
    """Other addresses that the edition holds: on hosts, in notes, as sources of quotations and of notes."""


class Targets(NamedTuple):
    """What the links of a text may lead to."""

    headings: Mapping[str, tuple[str, ...]]
    """Of the pages on which they are looked for, by address."""
    site: Callable[[], frozenset[str]]
    """Gives the addresses of the other pages and files."""
    unpublished: Collection[str]
    """Of all these, what readers don't get."""


def links_of(made: Edition) -> EditionLinks:
    """Find the links, pictures and anchors of an edition."""
    html = "\n".join(section.html for section in made.sections)
    pictures = (dict(ATTRIBUTE.findall(picture)) for picture in PICTURE.findall(html))
    return EditionLinks(
        tuple(link for link in dict.fromkeys(map(unescape, LINK.findall(html))) if _is_ours(link)),
        tuple(dict.fromkeys((unescape(p.get("src", "")), unescape(p.get("alt", ""))) for p in pictures)),
        tuple(map(unescape, HEADING.findall(html))),
        tuple(_others(made, html)),
    )


def _others(made: Edition, html: str) -> Iterator[str]:
    entries = (*made.title_entries, *made.notes, *(entry for section in made.sections for entry in section.entries))
    of_text = {unescape(link) for _, link in ADDRESS.findall(html)} - set(map(unescape, LINK.findall(html)))
    outside = {link for link in map(unescape, LINK.findall(html)) if not _is_ours(link) and not link.startswith("#")}
    of_notes = {unescape(link) for entry in entries if entry.html for _, link in ADDRESS.findall(entry.html)}
    source = made.article.source
    of_source = {source.url, source.archived_url} if source else set()
    yield from sorted(filter(None, of_text | outside | of_notes | of_source | {s for e in entries for s in e.sources}))


def _is_ours(link: str) -> bool:
    # An empty link is what is left of one that was not allowed, or that led to no file and has its problem already.
    if link in ("", "#") or (link.startswith("#") and not link.startswith("#heading-")):
        return False
    try:
        return link.startswith(SCHEME) or urlsplit(link).scheme not in ("http", "https", "mailto")
    except ValueError:  # `//[x` is not an address, and leads nowhere
        return True


def dead_links(
    archive: Archive,
    found: Iterable[EditionLinks | None],
    images: Iterable[str],
    today: date,
    whole: Callable[[Article], Article],
) -> Iterator[Problem]:
    """
    Give the problems of links and pictures that lead nowhere, and of links to what is not published on that day.

    `found` is in the order of the archive's articles. `whole` gives an article with its text, in which the places are looked for.
    """
    unpublished, public = unpublished_addresses(archive, today)
    decided = Decisions(archive.vocabulary, today)
    places = Hidden(frozenset(map(same_address, unpublished)), frozenset())
    every = [(article, its) for article, its in zip(archive.articles, found, strict=True) if its]
    headings = {addresses.article(article.slug): its.headings for article, its in every}

    @cache
    def site() -> frozenset[str]:
        return frozenset(site_addresses(archive, images))

    def problems(article: Article, its: EditionLinks) -> Iterator[Problem]:
        here = addresses.article(article.slug)
        targets = Targets(headings, site, unpublished if article.path in public else ())
        yield from told(article.path, lambda: problems_of_places(article, here, its, targets))
        if decided.leaves(article) in (Leaves.WHOLE, Leaves.PART):
            yield from told(article.path, lambda: _hidden_addresses(article, its, places))

    for article, its in every:
        if any(problems(article, its)):
            yield from problems(whole(article), its)


def _hidden_addresses(article: Article, its: EditionLinks, places: Hidden) -> Iterator[Problem]:
    """Warn of addresses that readers don't get; they are not told, because an issue may quote a warning."""
    here = addresses.article(article.slug)
    for link in its.others:
        if places.is_led_to(link, here, ""):
            what = message(
                "An address here leads to what is not published, if its host is this site: it is left out then."
            )
            yield _problem(
                article, link, what, message("Nothing need be done: it comes back with its page."), Level.WARNING
            )


def problems_of_places(article: Article, here: str, its: EditionLinks, targets: Targets) -> Iterator[Problem]:
    """Give the problems of the links and pictures of a text whose page stands `here`."""
    for link in its.links:
        yield from _of_link(article, here, link, targets)
    for source, description in its.pictures:
        yield from _of_picture(article, source, description)


def _of_link(article: Article, here: str, link: str, targets: Targets) -> Iterator[Problem]:
    headings = targets.headings
    path, _, fragment = link.removeprefix(SCHEME).partition("#")
    fragment = unquote(fragment)
    write = message("Write {filename}NAME.md, with the name of the article's file.")
    if link.startswith("/"):
        what = message("{link} is right only where the site stands at the root of its host.", link=link)
        yield _problem(article, link, what, write)
        return
    address = path if link.startswith(SCHEME) else _below(here, path)
    if address not in headings and address not in targets.site():
        yield _problem(article, link, message("{link} leads nowhere.", link=link), write)
    elif address in targets.unpublished:
        what = message("{link} leads to what is not published: readers see its words, and no link.", link=link)
        yield _problem(
            article, link, what, message("Nothing need be done: the link comes with its page."), Level.WARNING
        )
    elif (
        fragment
        and address in headings
        and fragment not in headings[address]
        and not (path and MARK.fullmatch(fragment))
    ):
        # On its own page an author writes the heading's words alone; the edition puts the rest before them.
        known = "" if path else "heading-"
        display = f"#{fragment.removeprefix(known)}"
        guess = closest_word(fragment, headings[address])
        what = message("Nothing on the page is called {fragment}.", fragment=display)
        todo = (
            message("Did you mean {guess}?", guess=f"#{guess.removeprefix(known)}")
            if guess
            else message("Take the link out.")
        )
        yield _problem(article, display, what, todo)


def unpublished_addresses(archive: Archive, today: date) -> tuple[frozenset[str], frozenset[str]]:
    """Give the addresses, permanent ones too, of articles and compare pages that readers don't get, and the paths of articles whose links they do."""
    decisions = Decisions(archive.vocabulary, today)
    unpublished: set[str] = set()
    public: set[str] = set()
    for article in archive.articles:
        leaves = decisions.leaves(article)
        if leaves is Leaves.WHOLE:
            public.add(article.path)
        if leaves is Leaves.NOTHING:
            unpublished.update(map(addresses.article, (article.slug, *article.aliases)))
            unpublished.update(map(addresses.permanent, (id_of(article), *former_ids(article))))
        if leaves is not Leaves.WHOLE or original_is_private(article, archive.site):
            unpublished.add(f"{addresses.article(article.slug)}compare/")
    return frozenset(unpublished), frozenset(public)


def site_addresses(archive: Archive, images: Iterable[str]) -> Iterator[str]:
    """Give the addresses that an author may link to, of pages that are there as long as their articles are."""
    yield from ALWAYS
    yield from images
    yield from map(addresses.concept, archive.vocabulary.concepts)
    yield from (page.address for page in archive.pages)
    for article in archive.articles:
        yield from places_of_article(article)
        if article.original:
            yield f"{addresses.article(article.slug)}compare/"


def _below(here: str, path: str) -> str:
    """Give the address that a relative link on a page leads to."""
    if not path:
        return here
    joined = posixpath.normpath(posixpath.join(here, unquote(path)))
    return "" if joined == "." else f"{joined}/" if path.endswith(("/", "..")) else joined


def _of_picture(article: Article, source: str, description: str) -> Iterator[Problem]:
    if source == "#":  # a missing file has its problem already
        return
    if not source.startswith(SCHEME):
        what = message("A picture is not from this archive: {source}", source=source or description)
        todo = message("Save it below content/images/ and write {static}images/NAME.")
        yield _problem(article, source or description, what, todo)
    elif not description.strip():
        name = unquote(source.rsplit("/", 1)[-1])
        what = message("The picture {name} has no description.", name=name)
        todo = message("Describe it for who can't see it: ![what it shows](…)")
        yield _problem(article, name, what, todo, Level.WARNING)


def _problem(article: Article, words: str, what: Message, todo: Message, level: Level = Level.ERROR) -> Problem:
    from warraq.edition.links import position_in_body

    return Problem(article.path, *position_in_body(article, words), "", what, todo, level)
