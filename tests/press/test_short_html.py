"""A page leaves out what HTML doesn't ask for, and says the same."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment
from lxml import html as lxml_html
from markupsafe import Markup

from project import ROOT
from warraq.press.short_html import OF_JINJA, data_in_html, short_marks, shortened, spoken

TEMPLATES = sorted((ROOT / "theme" / "templates").glob("**/*.html"))


@pytest.mark.parametrize(
    ("template", "short"),
    [
        ('<a class="b" href="#c">', "<a class=b href=#c>"),
        ('<p id="a-1" hidden>', "<p id=a-1 hidden>"),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>"),
        ("a&#xA0;‹ &#x2068;b&#x2069;", "a\N{NO-BREAK SPACE}‹ \N{FIRST STRONG ISOLATE}b\N{POP DIRECTIONAL ISOLATE}"),
        # What needs its quotes: more words than one, other signs, nothing, a value.
        ('<a class="b c" href="a?b=c" alt="" title="{{ d }}" lang="عربي">', None),
        ('<img src="a/b.png" /><a href="a/">', None),
        ('<i class="a{% if b %} c{% endif %}">', None),
        # What is read, not run: text that speaks of attributes.
        ('<p>write name="x" here, a < b="c" d</p>', None),
        ('<a type="text/plain" media="(a:b)" rel="+">', '<a type=text/plain media=(a:b) rel="+">'),
        ('<a href="{{ link(b.c) }}" rel="d">', "<a href={{ link(b.c) }} rel=d>"),
        ('<a class="back" href="#{{ entry.mark.id }}">', "<a class=back href=#{{ entry.mark.id }}>"),
        ('<a href="{{ link(b) }}#c"><a href="{{ d }}" title="{{ link(b) }} e">', None),
        ("<p>{{ a }}</p>{# optional #}<p>b</p>", "<p>{{ a }}<p>b</p>"),
        # A line end that nobody sees; one beside text, or between words, is a space.
        ('<nav>\n<ul class="{{ a }}">\n<li>b\n</ul>\n', '<nav>{#\n#}<ul class="{{ a }}">{#\n#}<li>b\n</ul>\n'),
        ("<b>a</b>\n<i>b</i>\n<p>", None),
        ('<a{% if b %} class="c"{% endif %} href="#d">e="f" g', '<a{% if b %} class=c{% endif %} href=#d>e="f" g'),
        # Words of Jinja are none of HTML.
        ('{% set a ="b" %}{{ c(d="e") }}{# f="g" #}', None),
        ("a\n<b c='d'>\n", None),
    ],
)
def test_needless_quotes_and_end_tags_go(template: str, short: str | None) -> None:
    assert shortened(template) == (short or template)


class Events(HTMLParser):
    """What a browser is told by a page: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(OF_JINJA.sub(lambda tag: "x" if tag[0].startswith("{{ link(") or "mark.id" in tag[0] else " ", html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.found += "".join(data.split())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_shortened_template_has_the_same_lines_elements_and_words(path: Path) -> None:
    template = path.read_text(encoding="utf-8")
    short = shortened(template)
    assert short.count("\n") == template.count("\n")
    assert Events(short).found == Events(template).found


def test_a_list_without_end_tags_is_the_same_tree() -> None:
    whole = (
        "<div><ul><li>a <b>b</b></li>\n<li><ul><li>c</li></ul></li></ul><dl><dt>d</dt><dd>e</dd><dt>f</dt></dl></div>"
    )
    told = [
        [(each.tag, "".join("".join(each.itertext()).split())) for each in lxml_html.fragment_fromstring(text).iter()]
        for text in (whole, OF_JINJA.sub("", shortened(whole)))
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("marked", "short"),
    [
        ('<ins class="repair" id="r86"></ins>', "<ins class=repair id=r86></ins>"),
        (
            '<a class="mention first" id="m-\u0631-1" href="warraq:a/">b</a>',
            '<a class="mention first" id=m-\u0631-1 href="warraq:a/">b</a>',
        ),
        ('<p id="p2">&lt;p id="p3"> <h2 id="heading-a">', '<p id=p2>&lt;p id="p3"> <h2 id=heading-a>'),
        ('id="a" class="b" <p lang="c" id="d"> <p id="a=b"> <img alt="<" id="e">', None),
    ],
)
def test_marks_lose_their_quotes_and_words_keep_theirs(marked: str, short: str | None) -> None:
    assert short_marks(marked) == (short or marked)


@pytest.mark.parametrize("data", [{"a": "</script><!--"}, ["<&>'\"", "\N{LINE SEPARATOR}"], "عنوان", 1.5, None])
def test_data_in_a_page_is_itself_and_ends_no_script(data: object) -> None:
    written = data_in_html(data)
    assert json.loads(written) == data
    assert not set("<>&'\N{LINE SEPARATOR}") & set(written)
    assert len(written) <= len(Environment(autoescape=True).from_string("{{ d | tojson }}").render(d=data))


def test_the_language_of_the_page_is_not_said_again() -> None:
    attributes = spoken("ar")
    assert attributes("ar") == Markup()
    assert attributes("en") == Markup(' lang="en" dir="ltr"')
    assert attributes("he") == Markup(' lang="he" dir="rtl"')
