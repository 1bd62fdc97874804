"""
The witnesses of a page's title: `og:title`, JSON-LD's headline, `<title>`; and which of their words are the site's name.

They are independent of one another as far as makers of sites are: where several say the same, that is the title. `<title>` goes on
with the name of the site, before it or behind it, and often `og:title` does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .stated import Metadata, Stated, host_of

SITE = re.compile(r"(?<!\s)\s*(?:(?<=\s)[-–—:•·›«»](?=\s)|[|»›]|::|--)\s*(?=\S)|(?<=\w):\s(?=\S)")
"""Between an article's title and the site's name, or the other way round."""
WEAK = re.compile(r"\s*:\s*")
"""A colon stands in titles far more often than before a site's name."""
NEWSPAPER = re.compile(
    r"(?P<name>(?:صحيفة|جريدة|مجلة|موقع|شبكة|وكالة|قناة|يومية|إذاعة|روزنامه|هفته‌نامه|ماهنامه|خبرگزاری|پایگاه|روزنامہ|עיתון)"
    r"(?!\s+(?!ال)\w+ي[ةه]?(?!\w))(?:\s+[^\s:|–—-]+){1,3})\s*(?:$|\s[-–—|]\s|[|])"
)
"""What calls itself a newspaper and goes on with nothing but a name; «صحيفة: …» and «صحيفة عربية …» quote one."""
NOT_WORDS = re.compile(r"[\W_]+")
SHORTEST_SITE = 2
MOST_PARTS = 8
PAGES = frozenset(
    {"article", "articles", "news", "story", "page", "print", "home", "artikel", "nachrichten", "seite", "actualité"}
    | {
        "noticias",
        "haber",
        "haberler",
        "خبر",
        "الخبر",
        "أخبار",
        "الأخبار",
        "مقال",
        "مقالة",
        "مقالات",
        "تقرير",
        "الرئيسية",
    }
    | {"طباعة", "مقاله", "صفحه", "صفحہ", "کالم", "כתבה", "כתבות", "חדשות", "מאמר", "ידיעה"}
)
"""What a site calls its pages, and itself never, as `title_words`."""
SHORTEST_TITLE = 8
"""Letters and digits of a title that is worth comparing."""


def title_words(text: str) -> str:
    """Give the letters and digits of a title alone, for comparing; CO₂ is CO2, as a page's head writes it."""
    return NOT_WORDS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def site_names(page: Metadata) -> frozenset[str]:
    """Give what the site calls itself, and its hosts, as `title_words`."""
    return hosts_of(page) | {words for s in page.sites if len(words := title_words(s.value)) >= SHORTEST_SITE}


def hosts_of(page: Metadata) -> frozenset[str]:
    """Give the hosts of the site, with and without their last part, as `title_words`."""
    names: set[str] = set()
    for url in page.urls:
        host = host_of(url.value)
        names |= {title_words(host), title_words(host.rpartition(".")[0])}
    return frozenset(name for name in names if len(name) >= SHORTEST_SITE)


def without_site(value: str, sites: frozenset[str], kind: str = "title") -> tuple[int, int]:
    """Give the place of a title in what the page states: without the site's name, which is known or, in `<title>`, its second half."""
    start, end = 0, len(value)
    while parts := list(SITE.finditer(value, start, end)):
        last, first = parts[-1], parts[0]
        if title_words(value[last.end() : end]) in sites:
            end = last.start()
        elif title_words(value[start : first.start()]) in sites:
            start = first.end()
        else:
            break
    if kind == "title" and end == len(value) and start == 0:
        strong = [m for m in SITE.finditer(value) if not WEAK.fullmatch(m[0])]
        if strong and strong[-1].start() >= len(value) // 2:
            end = strong[-1].start()
    return start, end


def forms(value: str, kind: str = "title") -> Iterator[tuple[int, int]]:
    """Yield the places within a stated title that may be the title: the whole, without what stands last, without what stands first."""
    yield 0, len(value)
    parts = list(SITE.finditer(value))[:8]
    for part in reversed(parts):
        if not WEAK.fullmatch(part[0]):
            yield 0, part.start()
    for part in parts:
        if kind == "title" or not WEAK.fullmatch(part[0]):
            yield part.end(), len(value)


def newspaper(value: str) -> str:
    """Give what calls itself a newspaper in `<title>`, where that says nothing more but a slogan; empty where it does not."""
    found = NEWSPAPER.match(value)
    return found["name"] if found else ""


def site_beside(page: Metadata, title: str) -> tuple[Stated, int, int] | None:
    """Give the place of the site's name in `<title>`: what stands last behind the article's title, or first before it."""
    wanted = title_words(title)
    for stated in (t for t in page.titles if t.by == "title" and wanted):
        value = stated.value
        parts = [m for m in list(SITE.finditer(value))[-MOST_PARTS:] if not WEAK.fullmatch(m[0])]
        start, end = 0, 0
        if any(title_words(value[: m.start()]) == wanted for m in parts):
            start, end = parts[-1].end(), len(value)
        elif any(title_words(value[m.end() :]) == wanted for m in parts):
            end = parts[0].start()
        if len(words := title_words(value[start:end])) >= SHORTEST_SITE and words not in PAGES:
            return stated, start, end
    return None


def first_of_kind(page: Metadata) -> dict[str, Stated]:
    """Give the first title of each kind of witness: `headline`, `og`, `title`."""
    found: dict[str, Stated] = {}
    for stated in page.titles:
        found.setdefault(stated.by, stated)
    return found
