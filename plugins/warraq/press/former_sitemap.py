"""
The addresses of the last published sitemap, which have to stay.

An article's address is cited. It may move (`aliases:`), and it may be withdrawn with a reason (`withdrawn:`); it may not
vanish, unless `removed:` in `content/site.yaml` says that it is gone on purpose (`gone_on_purpose.py`).
Pages of lists come and go with their articles, so a vanished one is only a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from warraq.archive.problem import Level, Problem
from warraq.archive.removed import removed_hash
from warraq.language import Message, message

from .unreached import why_unreached

SECONDS = 30
MOST_BYTES = 60_000_000
"""A sitemap has at most 50 MB."""
MOST_PARTS = 1000
"""Of an index: fifty million addresses."""


class UnreadSitemapError(Exception):
    """The sitemap could not be fetched, or is not a sitemap."""

    def __init__(self, why: Message, todo: Message | None = None) -> None:
        super().__init__(str(why))
        self.todo = todo or message("Try again later.")
        self.why = message("The last published sitemap could not be read: {reason}", reason=why)
        """A whole sentence."""

    @property
    def problem(self) -> Problem:
        """Give the problem that it is of a site which is to be published."""
        return Problem("sitemap.xml", 0, 0, "", self.why, self.todo)


def vanished_addresses(
    published: Collection[str], now: Collection[str], kept_back: Callable[[str], bool] = lambda _: False
) -> Iterator[Problem]:
    """
    Give a problem for each published address that is gone; both are addresses below the site's root, without its slash.

    `kept_back` tells which of them no message may name.
    """
    for address in sorted(set(published) - set(now)):
        slug = article_slug(address)
        if kept_back(address):
            yield _unnamed(address, Level.ERROR if slug else Level.WARNING)
            continue
        what = message("/{address} is published, and would be there no more.", address=address)
        if slug:
            todo = message(
                "Put the article back; or write aliases: [{slug}] into the one that took its place; or keep it and write "
                "withdrawn: {{date: …, reason: …}}.",
                slug=slug,
            )
            yield Problem("content/articles", 0, 0, "", what, todo)
        else:
            todo = message("Nothing need be done if no article is left for it.")
            yield Problem("content", 0, 0, "", what, todo, Level.WARNING)


def _unnamed(address: str, level: Level) -> Problem:
    what = message(
        "An address below /{folder}/ is published, and would be there no more; it is not told here, because it may hold words that "
        "are withheld or taken down.",
        folder=address.partition("/")[0],
    )
    todo = message(
        "If it is gone on purpose, write into content/site.yaml: removed: [{hash}]. If it is not, compare the published sitemap "
        "with the articles' slug: and aliases:.",
        hash=Message(removed_hash(address)),
    )
    return Problem("content/articles" if level is Level.ERROR else "content", 0, 0, "", what, todo, level)


def article_slug(address: str) -> str | None:
    """Return the slug of an article's own address, None for any other address."""
    parts = address.split("/")
    return parts[1] if len(parts) == 3 and parts[0] == "articles" and not parts[2] else None


def published_addresses(where: str) -> set[str]:
    """Read the addresses of a sitemap, or of the sitemaps that an index lists; none where no site is published yet."""
    paths = [urlsplit(location).path for location in _locations(where)]
    # The site's root is what its home, the shortest address, says: it may be a subpath, or have moved since.
    home = min(paths, key=len, default="/")
    return {unquote(path.removeprefix(home)) for path in paths}


def _locations(where: str, *, is_part: bool = False) -> list[str]:
    root = _parsed(where)
    if root is None:
        return []
    found = [(e.text or "").strip() for e in root.iter("{*}loc")]
    if etree.QName(root).localname == "sitemapindex" and not is_part:  # the protocol knows no index of indexes
        return [each for part in found[:MOST_PARTS] for each in _locations(_beside(where, part), is_part=True)]
    return found


def _beside(where: str, part: str) -> str:
    """Locate a part of an index beside it: no index sends this program to other hosts and files."""
    name = urlsplit(part).path.rsplit("/", 1)[-1]
    if _is_address(where):
        return urljoin(where, f"./{name}")
    return str(Path(where).parent / name)


def _is_address(where: str) -> bool:
    return where.startswith(("https://", "http://"))


def _parsed(where: str) -> etree._Element | None:
    data = _fetched(where) if _is_address(where) else Path(where).read_bytes() if Path(where).is_file() else None
    if data is None and not _is_address(where):
        raise UnreadSitemapError(
            message("{where} does not exist.", where=where),
            message("Name a sitemap's file or its web address, whole, with https://"),
        )
    if data is None:
        return None
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        why = message("its XML is wrong in line {line}", line=error.lineno)
        raise UnreadSitemapError(_failure(where, why)) from error


def _fetched(address: str) -> bytes | None:
    """Fetch a sitemap from the web; None where there is none (404, 410): the site was never published."""
    try:
        from urllib.request import Request, urlopen

        request = Request(address, headers={"User-Agent": "warraq"})  # noqa: S310 - `_is_address` asks for http or https
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            data: bytes = answer.read(MOST_BYTES)
            return data
    except HTTPError as error:
        if error.code in (404, 410):
            return None
        raise UnreadSitemapError(_failure(address, why_unreached(error))) from error
    except (URLError, TimeoutError, OSError, ValueError) as error:  # ValueError: an address that is none
        raise UnreadSitemapError(_failure(address, why_unreached(error))) from error


def _failure(where: str, error: Message | str) -> Message:
    return Message("{where}: {error}", {"where": where, "error": error})
