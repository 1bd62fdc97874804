"""
The addresses of all pages and feeds, decided in one place.

An address outlives titles and dates. A name that is not a slug yet (of a tag, a source, an author) becomes one segment,
so that names which differ in more than case, spaces and hyphens never share a page: `C`, `C++` and `C#` are three, and
no name can leave its folder.
"""

from __future__ import annotations

from urllib.parse import quote

from warraq.archive.slug import segment


def article(slug: str) -> str:
    """Give the address of an article's page."""
    return f"articles/{slug}/"


def permanent(permanent_id: str) -> str:
    """Give the address by which an article is cited; a page there leads to where it stands."""
    return f"a/{permanent_id}/"


def versions(slug: str) -> str:
    """Give the address of the page of an article's versions."""
    return f"articles/{slug}/versions/"


def concept(concept_id: str) -> str:
    """Give the address of a concept's page."""
    return f"concepts/{segment(concept_id)}/"


def tag(word: str) -> str:
    """Give the address of the page of a free tag."""
    return f"tags/{segment(word)}/"


def source(name: str) -> str:
    """Give the address of a source's page."""
    return f"sources/{segment(name)}/"


def author(name: str) -> str:
    """Give the address of an author's page."""
    return f"authors/{segment(name)}/"


def feed_of(address: str) -> str:
    """Give the address of the Atom feed of a concept's, source's or author's page: `concepts/x/` has `feeds/concepts/x.xml`."""
    return f"feeds/{address.rstrip('/')}.xml"


LOOK = "look/look.css"
"""The style sheet of the site's own looks."""
METHOD = "method/"
SITE_FEED = "feeds/site.xml"
SITE_JSON_FEED = "feeds/site.json"
CORRECTIONS_FEED = "feeds/corrections.xml"


def absolute(site_url: str, address: str) -> str:
    """Give the absolute URL of an address (`#fragment` may follow), percent-encoded by RFC 3986."""
    return f"{site_url}/{quote(address, safe='/#')}"
