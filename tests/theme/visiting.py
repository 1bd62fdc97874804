"""The kinds of pages of the archive in tests/site, and how a page is opened for a check."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

CANAL = "articles/افتتاح-القناة-الكبرى/"
"""Every kind of note, a table, lists, quotations, footnotes, translations, a correction."""
MARKET = "articles/واعادت-بلديه-واحة-النخيل-فتح-السوق-القديم/"
"""Made of a damaged original: repairs and a doubt."""
BIDI = "articles/اختبار-اتجاه-النص-c-2024/"
DENSE = "articles/لقاء-في-واحة-النخيل/"
"""More names in one paragraph than a margin can hold."""
KINDS = {
    "home": "",
    "article": CANAL,
    "repaired article": MARKET,
    "torture": BIDI,
    "left to right": "articles/great-canal-opens/",
    "dense": DENSE,
    "picture": "articles/صورة-السد-القديم/",
    "compare": MARKET + "compare/",
    "concepts": "concepts/",
    "concept": "concepts/palm-oasis/",
    "year": "2024/",
    "month": "2024/03/",
    "undated": "undated/",
    "source": "sources/صحيفة-الواحة/",
    "author": "authors/سلمى-الحداد/",
    "tag": "tags/تمور/",
    "corrections": "corrections/",
    "withdrawn": "articles/خبر-سحب/",
    "search": "search/",
    "data": "data/",
    "method": "method/",
    "about": "about/",
    "own page": "letters/",
    "versions": "articles/أقدم-ما-في-الأرشيف/versions/",
    "other version": "articles/أقدم-ما-في-الأرشيف-v2/",
    "missing": "404.html",
}
WIDTHS = (320, 375, 768, 1440)
SCHEMES = ("light", "dark")
OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true })"
OPEN_NOTES = "document.querySelectorAll('.commentary details').forEach(d => { d.open = true })"


def visit(tab: Any, site: str, address: str, width: int = 1440, scheme: str = "light") -> None:
    """Open a page of the site in a window of that width, fonts loaded."""
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(color_scheme=scheme)
    tab.goto(f"{site}/{quote(address)}")
    tab.evaluate("document.fonts.ready")
