"""The marker test can fail: a hole in any part of what decides, and a leak into any kind of page or file, is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from warraq.pages import KINDS, OWN_KINDS, decisions, rights
from warraq.pages.about import about
from warraq.pages.article import articles
from warraq.pages.concepts import concepts
from warraq.pages.data import data
from warraq.pages.decisions import is_public
from warraq.pages.look import look
from warraq.pages.method import method
from warraq.pages.missing import missing
from warraq.pages.own_pages import own_pages
from warraq.pages.page import File, OfFiles, Page
from warraq.pages.public_edition import excerpt
from warraq.pages.rights import WholeLibrary
from warraq.pages.rules import rules
from warraq.press.checking import CheckedEditions, check_archive

from .archives import Planted, plant
from .looker import markers_in
from .states import SITE_URL, TODAY, State

OF_NO_TEXT = {about, look, method, missing, own_pages, rules}
"""Kinds of pages and files that hold nothing of any text."""
Kind = Callable[[WholeLibrary], Iterable[Page | File | OfFiles]]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """All states: everything that can leak is there."""
    made = plant(tmp_path_factory.mktemp("planted"), 17, tuple(State))
    assert not made.named and not made.private
    assert any(text.private and text.state is State.WHOLE and text.original for text in made.texts)
    return made


@pytest.fixture(scope="module")
def checked(planted: Planted) -> CheckedEditions:
    found = check_archive(planted.content, TODAY, repairing=False)
    assert not found.errors
    return found


def made_of(library: WholeLibrary, kinds: Iterable[Kind]) -> Iterator[tuple[str, bytes]]:
    """Yield the files and the values of pages, without rendering them."""
    for kind in kinds:
        for each in kind(library):
            made = each.make({}) if isinstance(each, OfFiles) else each
            yield made.address, made.data if isinstance(made, File) else repr(made.values()).encode()


def leaked(library: WholeLibrary, planted: Planted, kinds: Iterable[Kind]) -> set[str]:
    return markers_in(made_of(library, kinds)).keys() - planted.may


def test_without_a_hole_nothing_leaks(checked: CheckedEditions, planted: Planted) -> None:
    assert leaked(checked.library(SITE_URL, TODAY), planted, (articles, concepts, data)) == set()


@pytest.fixture(scope="module")
def leaky(checked: CheckedEditions) -> WholeLibrary:
    """Make a library that holds everything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rights, "public_edition", lambda whole, *_: whole)
        patch.setattr(decisions, "is_public", lambda *_: True)
        return checked.library(SITE_URL, TODAY)


@pytest.mark.parametrize(
    "kind", [kind for kind in (*OWN_KINDS, *KINDS) if kind not in OF_NO_TEXT], ids=lambda kind: kind.__name__
)
def test_a_leak_into_any_kind_of_page_or_file_is_seen(kind: Kind, leaky: WholeLibrary, planted: Planted) -> None:
    assert leaked(leaky, planted, [kind])


def of_editions(name: str) -> tuple[str, Callable[..., Any]]:
    """Let a step of `publishable` give back what it was given."""
    return name, lambda given, *_: given


HOLES: dict[str, tuple[str, Callable[..., Any]]] = {
    "drafts and embargoes": ("is_public", lambda *_: True),
    "an embargo that ends a day later": ("is_public", lambda article, day: is_public(article, day.replace(day=16))),
    "drafts alone": ("is_public", lambda a, _: a.embargo is None),
    "rights": ("extent", lambda _: decisions.ALL),
    "an excerpt that is a word too long": ("excerpt", lambda e, r, words, v: excerpt(e, r, words + 1, v)),
    "an excerpt that is whole": of_editions("excerpt"),
    "rights of a source": ("rights_by_source", lambda _: {}),
    "private originals": of_editions("without_original"),
    "editors": of_editions("without_editors"),
    "names": of_editions("public_vocabulary"),
    "links": of_editions("without_hidden_links"),
    "withdrawn texts": of_editions("withdrawal_stub"),
}


@pytest.mark.parametrize("hole", HOLES)
def test_a_hole_in_what_decides_is_seen(
    hole: str, checked: CheckedEditions, planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, leaky = HOLES[hole]
    for module in (decisions, rights):
        if hasattr(module, name):
            monkeypatch.setattr(module, name, leaky)
    library = checked.library(SITE_URL, TODAY)
    if hole == "withdrawn texts":  # no page is made of the articles of a library but of its editions: look at them
        assert markers_in([("articles", repr(library.archive.articles).encode())]).keys() - planted.may
    else:
        assert leaked(library, planted, (articles, concepts, data))


def test_pictures_of_unpublished_texts_are_seen(
    checked: CheckedEditions, leaky: WholeLibrary, planted: Planted
) -> None:
    assert markers_in((name, b"") for name in checked.library(SITE_URL, TODAY).pictures).keys() <= planted.may
    assert markers_in((name, b"") for name in leaky.pictures).keys() - planted.may


def test_a_library_itself_holds_nothing_that_may_not_leave(checked: CheckedEditions, planted: Planted) -> None:
    """Not even what no page shows today."""
    library = checked.library(SITE_URL, TODAY)
    bare = tuple(replace(e, article=replace(e.article, path="", places=()), problems=()) for e in library.editions)
    facts = [replace(f, article=replace(f.article, path="", places=())) for f in library.articles]
    held = [
        ("editions", repr(bare).encode()),
        ("facts", repr(facts).encode()),
        ("texts", repr(library.texts).encode()),
        ("vocabulary", repr(library.archive.vocabulary).encode()),
        ("originals", repr((library.archive.originals, library.archive.records)).encode()),
        ("articles", repr([replace(a, path="", places=()) for a in library.archive.articles]).encode()),
    ]
    assert {word: found for word, found in markers_in(held).items() if word not in planted.may} == {}
