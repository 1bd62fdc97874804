"""
The corpus: the archive as `<teiCorpus>`, with its own header and all its concepts, around the documents of the articles.

As one file it is written piece by piece, so that ten thousand articles need no more memory than one. In the site it includes
the documents of the articles (XInclude): whoever reads it with `xmllint --xinclude`, or any parser that knows XInclude, has the
same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from warraq.language import message
from warraq.pages.article_facts import ArticleFacts, told_of
from warraq.pages.page import LargeFile, Library

from .concepts import whole_vocabulary
from .document import DECLARATION, NAMESPACE, address_of
from .escaping import attribute, attributes, element, language, plain
from .header import READING
from .inline import pointer

ADDRESS = "data/corpus.tei.xml"
XINCLUDE = "http://www.w3.org/2001/XInclude"
COLLECTED = message("News articles, each with its source in its own header")
RIGHTS = message("The rights of each article are in its own header.")


def corpus_start(library: Library, namespaces: str = "") -> str:
    """Write what stands before the articles."""
    site = library.archive.site
    names, taxonomy = whole_vocabulary(library, "c.")
    described = "".join(element("p", plain(words), language(lang)) for lang, words in site.description.items())
    start = f"<teiCorpus{attributes({'xmlns': NAMESPACE, **language(site.language)})}{namespaces}>\n"
    reading = element("p", plain(READING.text(site.language)), language(site.language))
    address = pointer(library.url(""))
    published = element("publisher", plain(site.name)) + (element("idno", address, {"type": "URI"}) if address else "")
    available = element("availability", element("p", plain(RIGHTS.text(site.language)), language(site.language)))
    return (
        f"{DECLARATION}{start}<teiHeader>\n<fileDesc>\n"
        f"<titleStmt>{element('title', plain(site.name), language(site.language))}</titleStmt>\n"
        f"<publicationStmt>{published}{available}</publicationStmt>\n"
        f"<sourceDesc>{element('p', plain(COLLECTED.text(site.language)), language(site.language))}</sourceDesc>\n"
        f"</fileDesc>\n<encodingDesc>\n"
        + (f"<projectDesc>{described}</projectDesc>\n" if described else "")
        + f"<editorialDecl><interpretation>{reading}</interpretation></editorialDecl>\n"
        + (f"<classDecl>{taxonomy}</classDecl>\n" if taxonomy else "")
        + f"</encodingDesc>\n</teiHeader>\n{names}"
    )


CORPUS_END = "</teiCorpus>\n"


def corpus_file(library: Library) -> Iterator[LargeFile]:
    """Yield the corpus of the site, which includes the documents of all articles; nothing where there is none."""
    if library.all:
        frame = corpus_start(library)
        yield LargeFile(ADDRESS, told_of(library.all, frame), partial(_including, library))


def _including(library: Library) -> bytes:
    start = corpus_start(library, f' xmlns:xi="{XINCLUDE}"')
    return (start + "".join(_included(library.all)) + CORPUS_END).encode()


def _included(articles: Iterable[ArticleFacts]) -> Iterator[str]:
    for facts in articles:
        yield f'<xi:include href="{attribute(pointer(f"../{address_of(facts.article.slug)}"))}"/>\n'
