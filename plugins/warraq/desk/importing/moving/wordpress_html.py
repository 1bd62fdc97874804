"""The text of a WordPress post as HTML: its classic editor leaves the paragraphs to the program, and shortcodes to plug-ins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape

from warraq.desk.importing.sources import RejectedFileError
from warraq.language import message

BLOCKS = "<!-- wp:"
"""Before each block that the newer editor wrote: there paragraphs have their tags."""
BLOCK_TAG = re.compile(
    r"\s*</?(?:address|article|aside|blockquote|details|div|dl|dd|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p"
    r"|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
WHOLE_TAG = re.compile(r"<(?P<closing>/?)(?P<name>pre|script|style|table)\b[^<>]*>", re.IGNORECASE)
"""Of elements whose empty lines mean nothing, or themselves."""
ATTRIBUTE = re.compile(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
CAPTION = re.compile(r"\[(?:wp_)?caption\b([^\]]*)\](.*?)\[/(?:wp_)?caption\]", re.DOTALL)
PICTURE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?")
GALLERY = re.compile(r"\[gallery\b([^\]]*)\]")
EMBED = re.compile(r"\[(embed|audio|video|playlist)\b([^\]]*)\](?:([^\[\]]*)\[/\1\])?")
SHORTCODE = re.compile(
    r"(?<!\[)\[(?P<name>[a-z][\w-]*)(?P<attributes>(?:\s+[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\]\"']+))*)\s*/?\]"
    r"(?P<closed>[^\[\]]*\[/(?P=name)\])?"
)
CLOSED = 'class="post-password-form"'
KNOWN = frozenset({"caption", "wp_caption", "gallery", "embed", "audio", "video"})
MOST_NAMED = 20
ELEMENT = re.compile(r"</?(?P<name>[a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(rf"<!--.*?-->|{ELEMENT.pattern}", re.IGNORECASE | re.DOTALL)
_WITHIN = "a abbr b bdi bdo big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u var wbr"
WITHIN_WORDS = frozenset(_WITHIN.split())
"""Elements that part no words."""
COMMON_BLOCK = re.compile(r"<!-- wp:block (\{[^{}]*\}) /-->")
"""A block that several texts show, which is an entry of its own."""
REFERRED = re.compile(r'"ref":\s*(\d+)')
DEEPEST, LARGEST = 5, 5_000_000
"""Such blocks within one another, and code points of a text with them."""


def wordpress_html(content: str, attachments: Mapping[str, str], featured: str = "") -> str:
    """Give the HTML that WordPress shows; `attachments`: the addresses of pictures by their numbers, `featured`: of the one at the head."""
    end = max(content.rfind("[/caption]"), content.rfind("[/wp_caption]")) + len("[/wp_caption]")
    html = CAPTION.sub(_captioned, content[:end]) + content[end:]  # behind the last end none is looked for
    html = GALLERY.sub(lambda match: "".join(_gallery(match[1], attachments)), html)
    html = EMBED.sub(_embedded, html)
    if BLOCKS not in content:
        html = "".join(_paragraphs(html))
    if featured and featured.rpartition("/")[2].rpartition(".")[0] not in html:
        html = f'<figure><img src="{escape(featured)}" alt=""></figure>{html}'
    return html


def words_of(html: str) -> str:
    """Give the words of a title, a name or a summary on one line: WordPress keeps them as HTML."""

    def between(tag: re.Match[str]) -> str:
        return "" if (tag["name"] or "").lower() in WITHIN_WORDS else " "

    end = html.rfind("-->") + 3 if "-->" in html else 0  # behind the last end of a comment none is looked for
    return " ".join(unescape(TAG.sub(between, html[:end]) + ELEMENT.sub(between, html[end:])).split())


def check_open(html: str, *, is_closed: bool = False) -> None:
    """Raise a RejectedFileError where a password keeps a text: WordPress gives a form in its place, or says so (`is_closed`)."""
    if is_closed or CLOSED in html:
        raise RejectedFileError(message("A password keeps its text, so it is not in the export."))


def with_common_blocks(content: str, blocks: Mapping[str, str]) -> str:
    """Put in the blocks that several texts show; `blocks`: their contents by the numbers of their entries."""

    def inside(block: re.Match[str]) -> str:
        number = REFERRED.search(block[1])
        return blocks.get(number[1], block[0]) if number else block[0]

    for _ in range(DEEPEST if blocks else 0):
        # Blocks that show one another would grow without end.
        if len(content) + sum(len(inside(block)) for block in COMMON_BLOCK.finditer(content)) > LARGEST:
            break
        content = COMMON_BLOCK.sub(inside, content)
    return content


def shortcodes_in(content: str) -> tuple[str, ...]:
    """Give the names of the shortcodes in a text that only WordPress, or a plug-in, could fill in."""
    found = (m["name"] for m in SHORTCODE.finditer(content) if m["attributes"] or m["closed"])
    return tuple(dict.fromkeys(name for name in found if name not in KNOWN))[:MOST_NAMED]


def _captioned(match: re.Match[str]) -> str:
    picture = PICTURE.search(match[2])
    if not picture:
        return match[2]
    stated = {a[1]: a[2] or a[3] or a[4] or "" for a in ATTRIBUTE.finditer(match[1])}
    words = (match[2][: picture.start()] + match[2][picture.end() :]).strip() or escape(stated.get("caption", ""))
    return f"\n\n<figure>{picture[0]}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(attributes: str, attachments: Mapping[str, str]) -> Iterator[str]:
    stated = {a[1]: a[2] or a[3] or a[4] or "" for a in ATTRIBUTE.finditer(attributes)}
    yield "\n\n"
    for number in re.findall(r"\d+", stated.get("ids", "") or stated.get("include", "")):
        if address := attachments.get(number):
            yield f'<figure><img src="{escape(address)}" alt=""></figure>\n\n'


def _embedded(match: re.Match[str]) -> str:
    stated = {a[1]: a[2] or a[3] or a[4] or "" for a in ATTRIBUTE.finditer(match[2])}
    addresses = [
        (match[3] or "").strip(),
        *(stated.get(key, "") for key in ("src", "mp3", "m4a", "ogg", "mp4", "webm")),
    ]
    address = next((each for each in addresses if each.startswith(("http:", "https:"))), "")
    return f'\n\n<p><a href="{escape(address)}">{escape(address)}</a></p>\n\n' if address else match[0]


def _paragraphs(html: str) -> Iterator[str]:
    """Put paragraphs where empty lines part the text, and line breaks where its lines end; not in code and tables."""
    kept: list[str] = []
    html = html.replace("\x01", "").replace("\x02", "").replace("\r\n", "\n").replace("\r", "\n")
    held: list[str] = []
    at = 0
    for start, end in _whole(html):
        held.append(f"{html[at:start]}\n\n<div>\x01{len(kept)}\x02</div>\n\n")
        kept.append(html[start:end])
        at = end
    held.append(html[at:])
    for piece in re.split(r"\n\s*\n", "".join(held)):
        if not piece.strip():
            continue
        if number := re.fullmatch(r"\s*<div>\x01(\d+)\x02</div>\s*", piece):
            yield kept[int(number[1])]
        elif BLOCK_TAG.match(piece):
            yield piece + "\n"
        else:
            yield "<p>" + re.sub(r"(?<!<br>)(?<!<br/>)(?<!<br />)\n", "<br>\n", piece.strip()) + "</p>\n"


def _whole(html: str) -> Iterator[tuple[int, int]]:
    """Yield where elements begin and end whose lines stay as they are; one that nothing closes is none."""
    tags = list(WHOLE_TAG.finditer(html))
    last = {tag["name"].lower(): tag.start() for tag in tags if tag["closing"]}
    inside = ""
    begun = 0
    for tag in tags:
        name = tag["name"].lower()
        if not inside and not tag["closing"] and tag.start() < last.get(name, -1):
            inside, begun = name, tag.start()
        elif tag["closing"] and name == inside:
            yield begun, tag.end()
            inside = ""
