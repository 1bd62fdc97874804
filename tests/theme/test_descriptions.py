"""Every page that search engines may show says what it is, in words."""

from __future__ import annotations

from pathlib import Path

from lxml import html


def test_every_page_that_may_be_found_is_described(built_site: Path) -> None:
    without = []
    for file in sorted(built_site.rglob("*.html")):
        root = html.fromstring(file.read_bytes())
        said = root.xpath("//meta[@name='description']/@content")
        if not any(words.strip() for words in said) and not root.xpath("//meta[@name='robots']"):
            without.append(file.relative_to(built_site).as_posix())
    assert without == []
