"""What holds the chapters of a book together: its description and list of files (OPF), its table of contents, its style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from warraq.archive.archive import Site
from warraq.language import message
from warraq.pages.dates import year_name
from warraq.pages.direction import direction
from warraq.pages.exports.tei.escaping import attributes, element, plain

from .chapter import SPACES, START, in_language

MIMETYPE = b"application/epub+zip"
CONTAINER = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    b'<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
CONTENTS, UNDATED = message("Contents"), message("Undated")
STYLE = """\
html{{font-family:Naskh,serif;line-height:1.7}}
{faces}
.credit{{color:#555}}
ins{{text-decoration:none}}
ins.repair,ins.edit{{border-bottom:1px dotted #8a4800}}
.doubt{{border-bottom:1px dashed #a00}}
a.reference{{font-size:.75em;vertical-align:super;text-decoration:none}}
a.mention{{color:inherit}}
mark{{background:#f4efe0}}
aside{{margin-block:.8em;border-inline-start:2px solid #ccc;padding-inline-start:.8em}}
.apparatus{{font-size:.9em}}
del{{color:#a00}}
img{{max-width:100%}}
table{{border-collapse:collapse}}
td,th{{border:1px solid #ccc;padding:.2em .5em;text-align:start}}
pre{{white-space:pre-wrap}}
code{{overflow-wrap:anywhere}}
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A chapter as the table of contents has it."""

    file: str
    title: str
    lang: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book that is no chapter."""

    file: str
    media_type: str


def style(faces: Iterable[str]) -> bytes:
    """Write the style; `faces` are rules of CSS for the faces that are in the book."""
    return STYLE.format(faces="\n".join(faces)).encode()


def identifier(site: Site, site_url: str, what: str) -> str:
    """Name the book: the same archive and the same choice of articles have the same name."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site_url or site.name}#{what}')}"


def package(site: Site, name: str, modified: str, chapters: Sequence[Listed], items: Sequence[Item]) -> bytes:
    """Write the package document; `modified` is a day: the newest of the articles, and never the clock's."""
    about = "".join(
        f"<dc:description{attributes({'xml:lang': lang})}>{plain(words)}</dc:description>\n"
        for lang, words in site.description.items()
    )
    languages = "".join(
        f"<dc:language>{plain(lang)}</dc:language>\n"
        for lang in dict.fromkeys([site.language, *(c.lang for c in chapters)])
    )
    manifest = "".join(
        f'<item id="{_id(file)}" href="{file}" media-type="{kind}"{" properties=" + chr(34) + "nav" + chr(34) if file == "nav.xhtml" else ""}/>\n'
        for file, kind in [
            ("nav.xhtml", "application/xhtml+xml"),
            ("style.css", "text/css"),
            *((chapter.file, "application/xhtml+xml") for chapter in chapters),
            *((item.file, item.media_type) for item in items),
        ]
    )
    spine = "".join(f'<itemref idref="{_id(chapter.file)}"/>\n' for chapter in chapters)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f"{attributes({'xml:lang': site.language, 'dir': direction(site.language)})}>\n"
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n<dc:identifier id="id">{plain(name)}</dc:identifier>\n'
        f"<dc:title>{plain(site.name)}</dc:title>\n<dc:publisher>{plain(site.name)}</dc:publisher>\n{languages}{about}"
        f'<meta property="dcterms:modified">{modified}T00:00:00Z</meta>\n</metadata>\n'
        f"<manifest>\n{manifest}</manifest>\n"
        f'<spine page-progression-direction="{direction(site.language)}">\n<itemref idref="{_id("nav.xhtml")}"/>\n{spine}</spine>\n</package>\n'
    ).encode()


def contents(site: Site, chapters: Sequence[Listed]) -> bytes:
    """Write the table of contents, by years."""
    language = in_language(site.language)
    years = []
    for year, group in groupby(chapters, lambda chapter: chapter.year):
        items = list(group)
        links = "\n".join(map(_link, items))
        named = year_name(year, site) if year else UNDATED.text(site.language)
        years.append(f'<li><a href="{items[0].file}">{plain(named)}</a>\n<ol>\n{links}\n</ol></li>')
    heading = plain(CONTENTS.text(site.language))
    listed = "\n".join(years)
    return (
        f"{START}<html {SPACES}{attributes(language)}>\n"
        f'<head><title>{plain(site.name)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>\n'
        f'<body>\n<h1>{plain(site.name)}</h1>\n<nav epub:type="toc" id="toc" role="doc-toc">\n'
        f"<h2>{heading}</h2>\n<ol>\n{listed}\n</ol>\n</nav>\n</body>\n</html>\n"
    ).encode()


def _link(chapter: Listed) -> str:
    title = element("a", plain(chapter.title) or "–", {"href": chapter.file, **in_language(chapter.lang)})
    return f"<li>{title}</li>"


def _id(file: str) -> str:
    return "f-" + file.replace("/", "-")
