"""
The copy of a page that a web archive keeps: which page it is a copy of, and where the copy stands.

The Wayback Machine and its like (Arquivo.pt, national archives) put their own address and the time before every address of a page
(`https://web.archive.org/web/20130305103201/http://news.example/7`). The page's own address is what follows. archive.today writes the time as
`2013.03.05-103201`, and in its copies the head of the page is its own: it names itself as the site, and the time of the copy as that of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from warraq.archive.original import Original

from .stated import Metadata, Stated, is_address
from .titles import title_words

WITHIN = re.compile(
    r"https?://(?P<host>[^\s/<>\"']{4,100})/(?:[\w.-]{1,40}/){0,2}(?P<time>\d{8,14}(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6})/(?P<page>(?P<scheme>https?):/{1,2}(?P<rest>[^\s<>\"']{4,4000}))",
    re.IGNORECASE,
)
STATED = re.compile(r"""__wm\.wombat\(\s*["'](?P<page>https?://[^"'\s<>]{4,2000})["']\s*,\s*["'](?P<time>\d{14})["']""")
"""Of the script that the Wayback Machine puts into a page."""
DEFAULT_PORT = re.compile(r"^(http://[^/]+):80(?=/|$)|^(https://[^/]+):443(?=/|$)")
SCANNED = 200_000
FRAME_END = re.compile(r"""\bid=["']?CONTENT\b""")
"""In archive.today's copies: behind it stands the page itself."""


def page_address(address: str) -> str:
    """Give the address of the page of which the one at this address is an archive's copy; any other address as it is."""
    found = WITHIN.fullmatch(address)
    if found is None:
        return address
    return without_port(f"{found['scheme'].lower()}://{found['rest']}")


def without_port(address: str) -> str:
    """Leave the usual port out, which the Wayback Machine writes into addresses."""
    return DEFAULT_PORT.sub(lambda match: match[1] or match[2], address)


def without_archives_own(page: Metadata) -> Metadata:
    """Leave out what an archive says of itself in the head of its copy: its name as the site's, the day of the copy, its summary."""
    copies = [match for url in page.urls if (match := WITHIN.fullmatch(url.value))]
    hosts = {title_words(copy["host"]) for copy in copies}
    if not any(title_words(site.value) in hosts for site in page.sites):
        return page
    shown = days_shown(page)
    return replace(
        page,
        sites=[site for site in page.sites if title_words(site.value) not in hosts],
        dates=[day for day in page.dates if day.value not in shown],
        summaries=[],
    )


def days_shown(page: Metadata) -> set[str]:
    """Give the days of copies that the archive shows above the page: those of archive.today's."""
    times = (match["time"] for url in page.urls if (match := WITHIN.fullmatch(url.value)))
    return {time.partition("-")[0].replace(".", "-") for time in times if "." in time}


def is_of_copy(day: str, places: Iterable[int], page: Metadata, text: str) -> bool:
    """Say whether a day is that of the copy: the archive shows it, and nothing of the page itself, at these places, says it."""
    if day not in days_shown(page):
        return False
    frame = FRAME_END.search(text, 0, SCANNED)
    return all(place < frame.start() for place in places) if frame else True


def with_addresses(page: Metadata, original: Original) -> Metadata:
    """Add the addresses that the page's wrapping and an archive's script state to those that the page states."""
    saved = page.saved[:]
    if is_address(original.address):
        saved.append(Stated(original.address, 0, 0))
    if stated := STATED.search(original.text, 0, SCANNED):
        saved.append(Stated(without_port(stated["page"]), *stated.span("page")))
    return replace(
        page, saved=saved, urls=[*page.urls, *(each for each in dict.fromkeys(saved) if each not in page.urls)]
    )


def archived_copy(text: str, page: Metadata) -> Stated | None:
    """Find where an archive keeps the copy that a page is; its place is that of its evidence in O, or empty."""
    if stated := STATED.search(text, 0, SCANNED):
        copy = f"https://web.archive.org/web/{stated['time']}/{without_port(stated['page'])}"
        return Stated(copy, *stated.span("page"))
    return next((each for each in (*page.saved, *page.urls) if WITHIN.fullmatch(each.value)), None)
