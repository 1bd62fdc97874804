"""Any HTML of an author becomes well-formed HTML on the page: a browser repairs nothing and moves nothing."""

from __future__ import annotations

import nh3
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from edition.making import made
from warraq.archive.article import Annotation

ALL = """p div b i a ul ol li table tr td th dl dt dd h2 pre code blockquote details summary figure sup ins span br hr img
ruby rt"""
TAGS = ALL.split()
PIECES = st.one_of(
    st.sampled_from(
        [
            "نص ",
            "روسيا ",
            "a<b ",
            "&lt;script> ",
            "\n",
            "\n\n",
            "- ",
            "> ",
            "**",
            "[س](http://x.y)",
            "| a | b |\n|--|--|\n",
        ]
    ),
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        [
            '<a href="http://x.y">',
            '<img src="x.png" alt="س">',
            "<div markdown=1>",
            "<script>x",
            "<!--",
            "-->",
            "<svg><p>",
            "<math><mi>",
        ]
    ),
)


@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_the_text_in_a_browser_is_t(body: str) -> None:
    done = made(body, Annotation("نص روسيا", "شرح"))
    for section in done.sections:
        # html5ever parses as browsers do.
        parsed = nh3.clean(
            section.html, tags=set(nh3.ALLOWED_TAGS) | {section.tag} | set(TAGS) | {"mark", "section", "tbody", "thead"}
        )
        tree = lxml_html.fragment_fromstring(parsed, create_parent="div")
        assert tree.text_content() == done.text[section.start : section.end]
        assert "<script" not in section.html
