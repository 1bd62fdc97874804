"""
Where everything stands on the site, said once: pages, feeds and links all ask here.

An address outlives titles and dates. Names that are no slugs yet (of tags, sources, authors) become one segment each,
so that names which differ in more than case, spaces and hyphens never share a page: `C`, `C++` and `C#` are three, and
no name can climb out of its folder.
"""

from __future__ import annotations

from urllib.parse import quote

from warraq.archive.slug import segment


def article(slug: str) -> str:
    return f"articles/{slug}/"


def concept(concept_id: str) -> str:
    return f"concepts/{segment(concept_id)}/"


def tag(word: str) -> str:
    return f"tags/{segment(word)}/"


def source(name: str) -> str:
    return f"sources/{segment(name)}/"


def author(name: str) -> str:
    return f"authors/{segment(name)}/"


def feed_of(address: str) -> str:
    """Say where the Atom feed of a concept's, source's or author's page stands: `concepts/x/` has `feeds/concepts/x.xml`."""
    return f"feeds/{address.rstrip('/')}.xml"


SITE_FEED = "feeds/site.xml"
SITE_JSON_FEED = "feeds/site.json"
CORRECTIONS_FEED = "feeds/corrections.xml"


def absolute(site_url: str, address: str) -> str:
    """Give the whole URL of an address (`#fragment` may follow), percent-encoded as RFC 3986 wants it."""
    return f"{site_url}/{quote(address, safe='/#')}"
