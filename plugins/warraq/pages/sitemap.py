"""
`sitemap.xml` and `robots.txt`: what search engines may find, and in which languages it stands.

Addresses are percent-encoded (the protocol takes no IRIs). `lastmod` is given only where a file says that the page was
changed on a day: the date of a text from 2009 is not when its page was, and the clock would change every line with every build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # lxml-stubs leaves it out

from warraq.archive.article import Article

from . import addresses
from .page import File, Library, Page

PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
E = ElementMaker(namespace=PROTOCOL, nsmap={None: PROTOCOL, "xhtml": XHTML})
X = ElementMaker(namespace=XHTML)
MOST = 50_000
"""URLs in one file, by the protocol; more make an index of files."""
UNLISTED = frozenset({"404.html", "redirect.html", "search.html", "withdrawn.html"})
"""Templates of pages that no search engine should list."""


def sitemap(library: Library, pages: Iterable[Page]) -> Iterator[File]:
    """Write the sitemap of `pages` and the robots file that names it; without an address of the site only the latter."""
    robots = "User-agent: *\nAllow: /\n"
    if not library.site_url:
        yield File("robots.txt", robots.encode())
        return
    yield File("robots.txt", f"{robots}Sitemap: {library.site_url}/sitemap.xml\n".encode())
    articles = {addresses.article(e.article.slug): e.article for e in library.editions}
    languages = translations(library)
    listed = sorted({page.address for page in pages if page.template not in UNLISTED})
    urls = [url(library.site_url, address, articles.get(address), languages.get(address, {})) for address in listed]
    if len(urls) <= MOST:
        yield File("sitemap.xml", to_bytes(E.urlset(*urls)))
        return
    names = []
    for number, first in enumerate(range(0, len(urls), MOST), 1):
        names.append(f"sitemap-{number}.xml")
        yield File(names[-1], to_bytes(E.urlset(*urls[first : first + MOST])))
    yield File("sitemap.xml", to_bytes(E.sitemapindex(*(E.sitemap(E.loc(f"{library.site_url}/{n}")) for n in names))))


def translations(library: Library) -> dict[str, dict[str, str]]:
    """Give, by the address of each article that stands in several languages, all its addresses by language, its own too."""
    by_slug = {e.article.slug: e.article for e in library.editions}
    groups: dict[str, list[Article]] = defaultdict(list)
    for edition in library.editions:
        groups[first_of(edition.article, by_slug)].append(edition.article)
    found: dict[str, dict[str, str]] = {}
    for slug, group in groups.items():
        # Two texts in one language can't both be its version: the one translated from comes first, then by slug.
        ordered = sorted(group, key=lambda a: (a.slug != slug, a.slug))
        languages: dict[str, str] = {}
        for article in ordered:
            languages.setdefault(article.lang, addresses.article(article.slug))
        if len(languages) > 1:
            found |= dict.fromkeys(languages.values(), languages)
    return found


def first_of(article: Article, by_slug: dict[str, Article]) -> str:
    """Follow `translation_of` to the text that was translated first."""
    seen = {article.slug}
    while article.translation_of and article.translation_of in by_slug and article.translation_of not in seen:
        article = by_slug[article.translation_of]
        seen.add(article.slug)
    # Two that call each other translations are one group all the same.
    return min(seen) if article.translation_of in seen else article.slug


def url(site_url: str, address: str, article: Article | None, languages: dict[str, str]) -> etree._Element:
    """Write one address."""
    made: etree._Element = E.url(E.loc(addresses.absolute(site_url, address)))
    if article and (day := changed(article)):
        made.append(E.lastmod(day))
    for language, other in sorted(languages.items()):
        made.append(X.link(rel="alternate", hreflang=language, href=addresses.absolute(site_url, other)))
    return made


def changed(article: Article) -> str | None:
    """Say when an editor last did something here, by the file itself; an article written here counts from its own date."""
    days = [
        article.date if not article.original else None,
        article.reviewed.date if article.reviewed else None,
        *(c.date for c in article.corrections),
        *(a.date for a in article.annotations),
    ]
    return max((day.first_day().isoformat() for day in days if day and day.day), default=None)


def to_bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
