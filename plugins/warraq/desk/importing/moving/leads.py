"""
Where the links and pictures of a moved text lead.

Which article a link leads to is known once all texts were decided on. Until then the text has an address of ours in its place, and
`finished()` puts in the one that counts: the file of the article, or the address at the former site where nothing of it came in.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from urllib.parse import unquote, urljoin, urlsplit

from warraq.archive.former_addresses import parse_former_address
from warraq.archive.problem import WrongValueError
from warraq.desk.importing.inspection import StoredMessage
from warraq.desk.importing.pictures import prepare_picture
from warraq.desk.importing.sources import RejectedFileError
from warraq.desk.placing import missing_markdown, picture_markdown
from warraq.language import message

from .kind import Site
from .moved_text import MovedText

HELD = "https://moved.invalid/"
"""Before the number of a link that waits for its article."""
IN_TEXT = re.compile(
    rf"\[(?P<words>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]\(<?{re.escape(HELD)}(?P<number>\d+)>?(?:\s+\"[^\"]*\")?\)"
)
IN_HTML = re.compile(rf"\s(?:href|cite)=\"?{re.escape(HELD)}(?P<number>\d+)\"?")
ELSEWHERE = re.compile(rf"{re.escape(HELD)}(?P<number>\d+)")
STEM = "images/moved.invalid/"
"""The folder of a text's pictures before its name is known."""
LONGEST = 2_000


def link_key(address: str) -> str:
    """Give what two addresses of one page have alike: no host, no last slash, small letters."""
    try:
        kept = parse_former_address(address.partition("#")[0])
    except WrongValueError:
        return ""
    path, mark, query = kept.partition("?")
    return f"{path.removesuffix('index.html').rstrip('/')}{mark}{query}".casefold()


class HeldLinks:
    """What is met in one text: links within its site, and pictures."""

    def __init__(
        self, text: MovedText, site: Site, language: str, *, keep: bool, put: Callable[[str, bytes], None]
    ) -> None:
        self._text, self._site, self._language, self._keep, self._put = text, site, language, keep, put
        self._numbers: dict[tuple[str, ...], int] = {}
        self.pictures: list[tuple[str, str, str]] = []
        """As an inspection has them."""
        self.missing: list[tuple[int, str, str]] = []
        self.rejected: list[tuple[str, StoredMessage]] = []
        self._written: dict[str, str] = {}

    @property
    def links(self) -> list[tuple[str, ...]]:
        """Give of each link within the site the names of what it leads to, and last its address at the former site, which may be empty."""
        return list(self._numbers)

    def link(self, address: str) -> str:  # noqa: PLR0911 - one answer for each kind of address
        """Give what to write for an address in the text; empty where only the words stay."""
        try:
            parts = urlsplit(address)
            base = urlsplit(self._text.base)
        except ValueError:
            return ""
        if parts.scheme == "moved":
            return self.held([address.removeprefix("moved:").partition("#")[0].casefold()], "")
        if not address or address.startswith(("#", "{")) or len(address) > LONGEST or re.search(r'[\s<>"]', address):
            return ""
        if parts.scheme == "mailto":
            return address
        if parts.scheme not in ("", "http", "https"):
            return ""
        is_own = not parts.netloc or _host(parts.netloc) == _host(base.netloc)
        if not is_own:
            return address if parts.scheme else f"https:{address}"
        path = unquote(parts.path)
        below = "" if path.startswith("/") else self._text.folder
        file = (
            f"file:{posixpath.normpath(posixpath.join(below, path.lstrip('/')))}".casefold()
            if path and not parts.netloc
            else ""
        )
        return self.held([link_key(urljoin(self._text.url or self._text.base, address)), file], address)

    def held(self, names: Sequence[str], address: str) -> str:
        """Give the address of ours for a link to a text of the site, by the names that it may have."""
        whole = urljoin(self._text.url or self._text.base, address) if address else ""
        link = (
            *filter(None, names),
            whole if whole.startswith(("http://", "https://")) and not re.search(r"[\s<>]", whole) else "",
        )
        return f"{HELD}{self._numbers.setdefault(link, len(self._numbers))}"

    def picture(self, address: str, alt: str, caption: str) -> str:
        """Give the Markdown of a picture, and keep it; a comment where its file is not there."""
        if not address or address.startswith("data:"):
            return ""
        path = self._site.picture(address, self._text)
        if not path:
            whole = urljoin(self._text.url or self._text.base, address)
            words = caption or alt
            self.missing.append((0, whole, words))
            said = message("A picture stood here: {address}", address=whole).text(self._language)
            return missing_markdown(f"{said} {words}")
        if path not in self._written:
            self._written[path] = self._kept(path, alt)
        return picture_markdown(self._written[path], alt, caption) if self._written[path] else ""

    def _kept(self, path: str, alt: str) -> str:
        try:
            prepared = prepare_picture(self._site.read(path), kept=self._keep)
        except RejectedFileError as error:
            self.rejected.append((path, StoredMessage.of(error.why)))
            return ""
        if not prepared:
            return ""
        data, ending = prepared
        self._put(path, data)
        self.pictures.append((path, ending, alt))
        return f"{STEM}{len(self.pictures)}.{ending}"


def finished(body: str, stem: str, links: Sequence[Sequence[str]]) -> str:
    """Put in where links lead, the last of what is known of each, and where pictures lie."""

    def address(number: int) -> str | None:
        return links[number][-1] if number < len(links) else None

    def in_text(match: re.Match[str]) -> str:
        to = address(int(match["number"]))
        if to is None:
            return match[0]
        return f"[{match['words']}](<{to}>)" if to else match["words"]

    def in_html(match: re.Match[str]) -> str:
        to = address(int(match["number"]))
        return match[0] if to is None else f' href="{to}"' if to else ""

    def elsewhere(match: re.Match[str]) -> str:
        return address(int(match["number"])) or match[0]

    made = body.replace(STEM, f"images/{stem}/")
    return ELSEWHERE.sub(elsewhere, IN_HTML.sub(in_html, IN_TEXT.sub(in_text, made)))


def _host(netloc: str) -> str:
    return netloc.casefold().removeprefix("www.").partition(":")[0] if netloc else ""
