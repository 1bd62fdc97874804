"""
The permanent address of an article (`/a/ID/`), by which it is cited: a small page that leads to where the article stands now.

A host of static files sends no redirects of its own. Whoever has refreshing turned off finds a link; programs that follow nothing find the
title, and where the article stands. Each article has one, so that it is written without a template, and the article's address stands in it twice:
as the base of all others, and for programs that know no base when they refresh (Zotero's translation-server would ask for this page for ever).
Both lie two folders deep, so that it leads there from either.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

from warraq.archive.article import Article
from warraq.archive.permanent_id import id_of
from warraq.language import message

from . import addresses
from .citations.reference import site_of_citation
from .page import File, Library

ENCODED = re.compile(r"[^\w/.~-]+")
"""What would need quotes in HTML, or a browser must find encoded; letters stay, of which it encodes those that need it."""
PAGE = """\
<!doctype html><html lang={lang}><meta charset=utf-8><title>{title}</title><meta http-equiv=Content-Security-Policy content="default-src 'none'">\
<meta name=robots content=noindex><base href=../../{target}>{canonical}<meta http-equiv=refresh content="0; url=../../{target}">\
<a href=.{spoken}>{words}</a>
"""


def permanent_page(article: Article, library: Library, title: str = "", lang: str = "", former_id: str = "") -> File:
    """Make the page of an article; `title`, `lang`: those of a notice that stands in its place, `former_id`: another one than its own."""
    words = site_of_citation(article, library.archive.site)
    target = ENCODED.sub(lambda asked: quote(asked[0]), addresses.article(article.slug))
    page = PAGE.format(
        lang=lang or article.lang,
        title=escape(title or article.title, quote=False),
        target=target,
        canonical="<link rel=canonical href=.>" if library.site_url else "",
        words=escape(message("To the article").text(words.language)),
        spoken="" if words.language == (lang or article.lang) else f" lang={words.language}",
    )
    return File(f"{addresses.permanent(former_id or id_of(article))}index.html", page.encode("utf-8", "replace"))
