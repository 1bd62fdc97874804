"""What consumers are measured by is complete."""

from __future__ import annotations

import re

from consumers.conftest import ReadSite

TITLE = re.compile(rb'<h1 id="?title')


def test_every_page_of_an_article_is_among_what_must_be_read(read_site: ReadSite) -> None:
    pages = {
        file.parent.name for file in read_site.output.glob("articles/*/index.html") if TITLE.search(file.read_bytes())
    }
    assert {each.folder.name for each in read_site.articles} == pages
    assert all(any(each.lines) for each in read_site.articles if each.edition.sections)
