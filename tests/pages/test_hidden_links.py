"""No address of a draft leaves: not by another attribute, another writing of the host, a source, a definition or a broader concept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edition.making import VOCABULARY
from pages.libraries import made
from warraq.archive.archive import Archive, Site
from warraq.archive.article import Source
from warraq.archive.concept import Concept, Definition, Scheme, Vocabulary
from warraq.archive.permanent_id import id_for
from warraq.edition.edition import Edition
from warraq.pages.public_links import same_address
from warraq.pages.rights import WholeLibrary, publishable
from warraq.pages.site_links import addresses_of
from warraq.press.edition_facts import itself
from warraq.press.inner_links import dead_links, links_of

TODAY = date(2027, 1, 1)
SITE = "https://archive.example/sub"
LEADS = [
    "../sec/",
    "../sec",
    "../sec/index.html",
    "./../x/../sec/#p1",
    "../%73ec/?a=b",
    "..\\sec\\",
    " ../s\tec/",
    "../SEC/",
    "../../articles/sec/compare/",
    "/sub/articles/sec/",
    "/articles/sec/",
    "warraq:articles/sec/",
    "https://archive.example/sub/articles/sec/",
    "http://archive.example/sub/articles/sec/",
    "HTTPS://ARCHIVE.EXAMPLE/sub/articles/sec",
    "https://archive.example:443/sub/articles/sec/",
    "https://archive.example:/sub//articles//sec/",
    "https://user@archive.example/sub/articles/sec/",
    "https://user:pass@archive.example:8443/sub/articles/sec/?x#y",
    "https://www.archive.example./sub/articles/sec/",
    "//archive.example/sub/articles/sec/",
    "\\\\archive.example\\sub\\articles\\sec\\",
    "https://arch\nive.example/sub/./articles/a/../sec/",
    "https://archive%2Eexample/sub/articles/sec/",
    "https://web.archive.example.org/web/2026/https://archive.example/sub/articles/sec/",
    "https://share.example/?u=https%3A%2F%2Farchive.example%2Fsub%2Farticles%2Fsec%2F",
]
BY_ID = [
    "../../a/secsecse/",
    "../../a/secsecse",
    "/sub/a/SecSecSe/index.html",
    "/a/secsecse/",
    "warraq:a/secsecse/",
    "https://archive.example/sub/a/secsecse/",
    "http://www.archive.example:80/sub//a/%73ecsecse#p1",
    "https://web.archive.example.org/web/2026/https://archive.example/sub/a/secsecse/",
    "https://share.example/?u=https%3A%2F%2Farchive.example%2Fsub%2Fa%2Fsecsecse%2F",
    f"../../a/{id_for('sec-before')}/",
]
ELSEWHERE = [
    "https://other.example/a/secsecse/",
    "https://archive.example/sub/a/otherone/",
    "../other/",
    "../sec-2/",
    "https://archive.example.org/sub/articles/sec/",
    "https://other.example/articles/sec/",
    "mailto:a@archive.example",
    "https://archive.example/sub/articles/other/",
    "#sec",
    "//[x",
    "",
]


def library(
    public: Edition, vocabulary: Vocabulary | None = None, site_url: str = SITE, tags: tuple[str, ...] = ()
) -> WholeLibrary:
    draft = made(
        slug="sec",
        path="content/articles/sec.md",
        status="draft",
        tags=tags,
        id="secsecse",
        aliases=("sec-before",),
        original=None,
    )
    archive = Archive(
        Site("س"),
        (public.article, draft.article),
        vocabulary=replace(
            vocabulary or Vocabulary(), concepts={**VOCABULARY.concepts, **(vocabulary or Vocabulary()).concepts}
        ),
    )
    return publishable(archive, (public, draft), site_url, TODAY)


def with_link(link: str) -> Edition:
    edition = made(source=Source("وكالة", link, archived_url=link))
    html = "".join(f'<p><{tag} {name}="{link}">ن</{tag}></p>' for tag, name in ATTRIBUTES)
    note = replace(next(iter(edition.sections[0].entries)), html=html, sources=(link,))
    first = replace(edition.sections[0], html=html, entries=(note,))
    return replace(edition, sections=(first, *edition.sections[1:]), notes=(note,))


ATTRIBUTES = (("a", "href"), ("q", "cite"), ("blockquote", "cite"), ("del", "cite"), ("ins", "cite"), ("data", "value"))


@pytest.mark.parametrize("link", [*LEADS, *BY_ID])
def test_no_writing_of_a_drafts_address_leaves_by_any_way(link: str) -> None:
    cited = Concept(
        "Cited",
        Scheme.ORGANISATION,
        {"ar": "م"},
        definition=Definition({"ar": "ت"}, link if ":" in link or "/art" in link or "/a/" in link else None),
    )
    shown = library(with_link(link), Vocabulary({"Cited": cited}))
    [edition] = shown.editions
    entries = (*edition.notes, *edition.sections[0].entries)
    for html in (edition.sections[0].html, *(entry.html for entry in entries)):
        assert html.count("<") == 4 * len(ATTRIBUTES) and '="' not in html
    assert all(entry.sources == () for entry in entries)
    assert edition.article.source == Source("وكالة")
    definition = shown.archive.vocabulary.concepts["Cited"].definition
    assert definition is not None and definition.source is None


@pytest.mark.parametrize("link", ELSEWHERE)
def test_other_links_stay_as_they_are(link: str) -> None:
    [edition] = library(with_link(link)).editions
    assert edition.sections[0].html == with_link(link).sections[0].html
    assert edition.article.source == Source("وكالة", link, archived_url=link)


def test_where_the_sites_address_is_not_known_an_articles_address_on_any_host_is_its_own() -> None:
    for link in (
        "https://any.example/a/b/articles/sec/",
        "HTTP://any.example:80/articles/SEC",
        "https://any.example/w/a/secsecse/",
    ):
        assert library(with_link(link), site_url="").editions[0].article.source == Source("وكالة")
    for link in ("https://any.example/sec/", "https://any.example/2024/03/", "https://any.example/articles/other/"):
        assert library(with_link(link), site_url="").editions[0].article.source == Source(
            "وكالة", link, archived_url=link
        )


def test_check_warns_and_names_no_address() -> None:
    for link in (each for each in (*LEADS, *BY_ID[:-1]) if not each.startswith(("/sub", "warraq"))):
        public = with_link(link)
        draft = made(slug="sec", path="content/articles/sec.md", status="draft", id="secsecse")
        archive = Archive(Site("س"), (public.article, draft.article))
        found = list(dead_links(archive, [replace(links_of(public), links=()), links_of(draft)], (), TODAY, itself))
        warned = [p for p in found if "left out then" in p.what.text("en")]
        assert warned and not any("sec" in p.text(lang) for p in warned for lang in ("en", "ar")), link


def test_a_concept_that_is_only_broader_than_hidden_ones_waits_with_them() -> None:
    def concept(id_: str, *broader: str) -> Concept:
        return Concept(id_, Scheme.ORGANISATION, {"ar": id_}, broader=broader)

    known = Vocabulary(
        {
            each.id: each
            for each in (
                concept("Secret", "Wide", "Both", "Tagged"),
                concept("Wide", "Wider"),
                concept("Wider"),
                concept("Both"),
                concept("Tagged"),
                concept("Neutral", "Both"),
                concept("Alone"),
            )
        }
    )
    shown = library(made(tags=("Tagged",)), known, tags=("Secret",)).archive.vocabulary.concepts
    assert set(shown) - set(VOCABULARY.concepts) == {"Both", "Tagged", "Neutral", "Alone"}


def test_words_that_mean_the_same_have_no_name_that_only_a_draft_has() -> None:
    secret = Concept("Secret", Scheme.ORGANISATION, {"ar": "هيئة السر"}, {"ar": ("السر",)})
    groups = (("كشك", "دكان", "السِّر"), ("هيئة السر", "البيت"), ("سجن",))
    known = Vocabulary({"Secret": secret}, groups, frozenset({"Secret"}))
    shown = library(made(), known, tags=("Secret",)).archive.vocabulary
    assert shown.synonyms == (("كشك", "دكان"), ("سجن",))
    assert library(made(tags=("Secret",)), known).archive.vocabulary.synonyms == groups


def test_a_link_of_many_addresses_takes_steps_in_proportion() -> None:
    steps = [sum(1 for _ in addresses_of("https://a.example/articles/x/" * n, "articles/y/", "")) for n in (500, 1000)]
    assert steps[1] <= 2 * steps[0] + 2
    assert same_address("A\u0301") == same_address("\u00e1")
