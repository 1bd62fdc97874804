"""Five layouts of newspapers' pages, as browsers save them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from .texts import Story

MENU = "".join(f'<li><a href="/{n}">قسم الأخبار رقم {n}</a></li>' for n in range(12))
OTHERS = "".join(f'<li><a href="/more/{n}">خبر آخر من أخبار اليوم رقم {n}</a></li>' for n in range(8))


def _paragraphs(story: Story, tag: str = "p") -> str:
    return "".join(f"<{tag}>{escape(p)}</{tag}>\n" for p in story.paragraphs)


def _head(story: Story, metadata: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="{story.lang}" dir="rtl"><head><meta charset="utf-8"><title>{escape(story.title)}</title>'
        f"{metadata}</head>"
    )


def open_graph(story: Story) -> str:
    """Lay out a page with Open Graph and an article element."""
    date = f'<meta property="article:published_time" content="{story.date}T09:30:00+00:00">' if story.date else ""
    metadata = (
        f'<meta property="og:title" content="{escape(story.title)}"><meta property="og:site_name" content="{story.agency}">'
        f'<link rel="canonical" href="{story.url}">{date}'
    )
    return (
        f"{_head(story, metadata)}<body><nav><ul>{MENU}</ul></nav><article><h1>{escape(story.title)}</h1>\n{_paragraphs(story)}"
        f"</article><aside><ul>{OTHERS}</ul></aside><footer>جميع الحقوق محفوظة</footer></body></html>"
    )


def json_ld(story: Story) -> str:
    """Lay out a page that is described in JSON-LD."""
    date = f'"datePublished":"{story.date}",' if story.date else ""
    metadata = (
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",{date}"headline":'
        f'"{story.title}","url":"{story.url}","publisher":{{"@type":"Organization","name":"{story.agency}"}}}}</script>'
    )
    return (
        f'{_head(story, metadata)}<body><div id="top"><ul>{MENU}</ul></div><main><h1>{escape(story.title)}</h1>'
        f'<div class="article-body">\n{_paragraphs(story)}</div></main><div class="related"><ul>{OTHERS}</ul></div></body></html>'
    )


def table(story: Story) -> str:
    """Lay out a page as in 2003: tables, line breaks, no metadata."""
    body = "<br><br>\n".join(escape(p) for p in story.paragraphs)
    return (
        f"{_head(story, '')}<body><table><tr><td><ul>{MENU}</ul></td><td><h1>{escape(story.title)}</h1>"
        f"<div>{body}</div></td></tr></table><p>اتصل بنا</p></body></html>"
    )


def divisions(story: Story) -> str:
    """Lay out a page in which every element is a div."""
    time = f'<time datetime="{story.date}">{story.date}</time>' if story.date else ""
    return (
        f'{_head(story, "")}<body><div class="header"><ul>{MENU}</ul></div><div class="post"><h1 class="entry-title">'
        f'{escape(story.title)}</h1>{time}<div class="entry-content">\n{_paragraphs(story, "div")}</div></div>'
        f'<div class="sidebar"><ul>{OTHERS}</ul></div></body></html>'
    )


def printed(story: Story) -> str:
    """Lay out the version for printers."""
    return f"{_head(story, '')}<body><h1>{escape(story.title)}</h1>\n{_paragraphs(story)}<hr><p>{story.url}</p></body></html>"


LAYOUTS: tuple[Callable[[Story], str], ...] = (open_graph, json_ld, table, divisions, printed)
