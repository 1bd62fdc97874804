"""
`sitemap.xml` and `robots.txt`: the pages that search engines may find, and the languages that they stand in.

Addresses are percent-encoded (the protocol takes no IRIs). `lastmod` is given only where a file says that the page was
changed on a day: the date of a text from 2009 is not when its page was, and the clock would change every line with every build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # lxml-stubs leaves it out

from warraq.archive.article import Article

from . import addresses
from .article_facts import last_edited, told_of
from .page import File, LargeFile, Library
from .translations import translation_groups

PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
E = ElementMaker(namespace=PROTOCOL, nsmap={None: PROTOCOL, "xhtml": XHTML})
X = ElementMaker(namespace=XHTML)
MOST = 50_000
"""URLs in one file, by the protocol; more make an index of files."""


def sitemap(library: Library, listed: Iterable[str]) -> Iterator[File]:
    """Write the sitemap of the addresses `listed`, and the robots file that names it; without a URL of the site only the latter."""
    robots = "User-agent: *\nAllow: /\n"
    if not library.site_url:
        yield File("robots.txt", robots.encode())
        return
    yield File("robots.txt", f"{robots}Sitemap: {library.site_url}/sitemap.xml\n".encode())
    every = sorted(set(listed))
    if len(every) <= MOST:
        yield _urls("sitemap.xml", every, library)
        return
    names = []
    for number, first in enumerate(range(0, len(every), MOST), 1):
        names.append(f"sitemap-{number}.xml")
        yield _urls(names[-1], every[first : first + MOST], library)
    yield File("sitemap.xml", xml_bytes(E.sitemapindex(*(E.sitemap(E.loc(f"{library.site_url}/{n}")) for n in names))))


def _urls(name: str, listed: Sequence[str], library: Library) -> LargeFile:
    def make() -> bytes:
        articles = {addresses.article(e.article.slug): e.article for e in library.all}
        versions = language_versions(library)
        urls = (url(library.site_url, each, articles.get(each), versions.get(each, {})) for each in listed)
        return xml_bytes(E.urlset(*urls))

    return LargeFile(name, told_of(library.all, "\0".join(listed)), make)


def language_versions(library: Library) -> Mapping[str, Mapping[str, str]]:
    """Give all addresses by language, by the address of each article that stands in several languages; its own too."""
    found: dict[str, dict[str, str]] = {}
    for first, group in translation_groups(library).items():
        # Two texts in one language can't both be its version: the text translated first precedes the others, then the slug decides.
        ordered = sorted((e.article for e in group), key=lambda article: (article.slug != first, article.slug))
        versions: dict[str, str] = {}
        for article in ordered:
            versions.setdefault(article.lang, addresses.article(article.slug))
        if len(versions) > 1:
            found |= dict.fromkeys(versions.values(), versions)
    return found


def url(site_url: str, address: str, article: Article | None, versions: Mapping[str, str]) -> etree._Element:
    """Make the element of one address."""
    made: etree._Element = E.url(E.loc(addresses.absolute(site_url, address)))
    if article and (day := last_edited(article)):
        made.append(E.lastmod(day.isoformat()))
    for language, other in sorted(versions.items()):
        made.append(X.link(rel="alternate", hreflang=language, href=addresses.absolute(site_url, other)))
    return made


def xml_bytes(root: etree._Element) -> bytes:
    """Serialise an XML document."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
