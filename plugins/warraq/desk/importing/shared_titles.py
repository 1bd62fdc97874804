"""
What many pages of one import have in common in their `<title>`: the name of their site.

Old sites give every page one title, the paper's name; others put the name before or behind the article's. One page does not tell which;
all pages of a host, or of a folder where they state no address, do. Copies of one article have one title too, so that pages count whose
titles differ otherwise, or whose paragraphs do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from warraq.archive.original import TEXT_ENDINGS, WRAPPING_ENDINGS
from warraq.repair.describe.site_name import without_slogan
from warraq.repair.html_tags.references import unescape
from warraq.repair.readers import read_original
from warraq.repair.readers.archived_copy import page_address
from warraq.repair.readers.declared import declared_charset
from warraq.repair.readers.metadata import metadata_of
from warraq.repair.readers.stated import host_of
from warraq.repair.readers.titles import SITE, WEAK, title_words
from warraq.repair.readers.wrappings import unwrap

from .known_sites import known_sites
from .names import ending_of
from .sources import FileSource

FEWEST_PARTS = 5
"""Different titles that one name stands beside."""
FEWEST_WHOLE = 8
"""Different pages that have one title."""
HEAD = 100_000
"""Bytes of a page in which its title is looked for."""
LONGEST = 60
"""Code points of a site's name."""
PAGES = (TEXT_ENDINGS | WRAPPING_ENDINGS) - {"", "txt", "text"}
TITLE = re.compile(rb"<title\b[^<>]{0,300}>([^<]{1,1000})", re.IGNORECASE)
NAMED = re.compile(rb"og:site_name|dc\.publisher", re.IGNORECASE)
"""The page names its site itself."""
ADDRESS = re.compile(
    rb"""(?:saved\ from\ url=\(\d+\)|<!--\s{0,9}page\ saved\ with\ singlefile\w?\s{1,9}url:\s{0,9}
    |\bcanonical["']?[^<>]{0,200}?\bhref=["']?|\bog:url["']?[^<>]{0,100}?\bcontent=["']?)(https?://[^\s"'<>]{4,500})""",
    re.IGNORECASE | re.VERBOSE,
)
RUN = re.compile(rb">([^<>]{120,4000})<")
"""Words between two tags that are a paragraph."""
MOST_RUNS = 12
NOBODYS = frozenset(
    map(
        title_words,
        (
            *(
                "untitled",
                "untitled document",
                "document",
                "new page 1",
                "home",
                "index",
                "print",
                "news",
                "article",
                "blog",
            ),
            *(
                "صفحة جديدة 1",
                "بدون عنوان",
                "الرئيسية",
                "الصفحة الرئيسية",
                "طباعة",
                "أخبار",
                "خبر",
                "مقال",
                "تفاصيل الخبر",
                "نسخة للطباعة",
            ),
            *("خبر کی تفصیل", "صفحه اصلی", "اخبار", "خبریں", "חדשות", "דף הבית"),
        ),
    )
)
"""What programs and sites write where a title is missing."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What is read of a page: the file, its host or its folder, its title."""

    name: str
    place: str
    title: str

    def readings(self) -> Iterator[tuple[str, str]]:
        """Yield what may be the site's name in the title, with what stands beside it: all of it, its last part, its first."""
        yield self.title, ""
        parts = [m for m in SITE.finditer(self.title) if not WEAK.fullmatch(m[0])]
        if parts:
            yield self.title[parts[-1].end() :], self.title[: parts[-1].start()]
            yield self.title[: parts[0].start()], self.title[parts[0].end() :]


def site_names(
    source: FileSource, names: Iterable[str], content: Path, corrected: Collection[tuple[str, str]] = ()
) -> Mapping[str, str]:
    """
    Give the site's name of each page that does not name it and whose fellows, or the archive's articles, do.

    `corrected`: hosts, and names that their pages give and that the archive's articles have no more.
    """
    groups: dict[str, list[_Page]] = defaultdict(list)
    for name in sorted(names):
        if page := _read(source, name):
            groups[page.place].append(page)
    found: dict[str, str] = {}
    known = known_sites(content) if groups else None
    for place, pages in groups.items():
        shared = dict(_shared(source, pages))
        for page in pages:
            words = {title_words(value) for value, _ in page.readings()}
            own = next((name for key, name in shared.items() if key in words), "")
            own = own or next((name for host, name in corrected if host == place and title_words(name) in words), "")
            if site := own or (known.of(place, words) if known else ""):
                found[page.name] = without_slogan(site)
    return found


def _read(source: FileSource, name: str) -> _Page | None:
    """Read the head of a page; None where it names its site, has no title or can't be read: its inspection says why."""
    if ending_of(name) not in PAGES:
        return None
    with suppress(Exception):  # the boundary round one file
        data, charset, address = _data(source, name)
        head = data[:HEAD]
        title = TITLE.search(head)
        if title is None or NAMED.search(head):
            return None
        if not address and (stated := ADDRESS.search(head)):
            address = stated[1].decode("ascii", "replace")
        text = unescape(_decoded(title[1], charset or declared_charset(head)))
        return _Page(name, host_of(page_address(address)) or f"{name.rpartition('/')[0]}/", " ".join(text.split()))
    return None


def _data(source: FileSource, name: str) -> tuple[bytes, str | None, str]:
    data = source.read(name)
    wrapped = unwrap(data) if ending_of(name) in WRAPPING_ENDINGS else None
    return (wrapped.data, wrapped.charset, wrapped.address) if wrapped else (data, None, "")


def _decoded(title: bytes, charset: str | None) -> str:
    for codec in (charset, "utf-8"):
        with suppress(UnicodeDecodeError, LookupError):
            if codec:
                return title.decode(codec)
    return title.decode("cp1256", "replace")


def _shared(source: FileSource, pages: Sequence[_Page]) -> Iterator[tuple[str, str]]:
    """Yield what many pages share, that of the most first: as `title_words` of how the titles were read here, and the name."""
    beside: dict[str, dict[str, _Page]] = defaultdict(dict)
    having: dict[str, list[_Page]] = defaultdict(list)
    written: dict[str, str] = {}
    for page in pages:
        for value, rest in page.readings():
            key = title_words(value)
            if key and key not in NOBODYS and len(value) <= 2 * LONGEST:
                written.setdefault(key, value.strip())
                beside[key].setdefault(title_words(rest), page)
                having[key].append(page)
    for key in sorted(having, key=lambda each: (-len(having[each]), -len(each), each)):
        many = {page.name: page for page in having[key]}
        is_part = len(beside[key]) >= FEWEST_PARTS and 2 * len(many) >= len(pages)
        if is_part or (len(many) >= FEWEST_WHOLE and _texts(source, list(many)) >= FEWEST_WHOLE):
            yield key, _as_read(source, having[key][0], key) or written[key]


def _as_read(source: FileSource, page: _Page, key: str) -> str:
    """Give the name as an inspection reads it, which knows charsets that the page declares wrongly or not at all."""
    which = next(n for n, (value, _) in enumerate(page.readings()) if title_words(value) == key)
    with suppress(Exception):  # the boundary round one file
        original = read_original(page.name, source.read(page.name))
        title = next(t.value for t in metadata_of(original.text).titles if t.by == "title")
        readings = list(_Page(page.name, page.place, " ".join(title.split())).readings())
        return readings[which][0].strip()
    return ""


def _texts(source: FileSource, names: Sequence[str]) -> int:
    """Count the different texts of pages, by a paragraph that fewer than half of the pages have; copies of one have none."""
    runs: dict[str, list[int]] = {}
    for name in names:
        with suppress(Exception):  # the boundary round one file
            longest = sorted((m[1] for m in RUN.finditer(_data(source, name)[0])), key=len, reverse=True)
            runs[name] = [crc32(run) for run in longest[:MOST_RUNS]]
    many: dict[int, int] = defaultdict(int)
    for found in runs.values():
        for run in set(found):
            many[run] += 1
    own = (next((run for run in found if 2 * many[run] < len(names)), None) for found in runs.values())
    return len({run for run in own if run is not None})
