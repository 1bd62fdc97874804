"""A chapter is XML whatever its author wrote; nothing in it leads nowhere, and no element stands where XHTML has none."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from edition.making import made
from edition.test_hostile_html import PIECES
from pages.libraries import library
from pages.libraries import made as of_source
from warraq.archive.article import Annotation
from warraq.edition.edition import Edition
from warraq.pages.dates import NEAR
from warraq.pages.exports.epub.chapter import chapter
from warraq.pages.exports.epub.nesting import fitting
from warraq.pages.exports.epub.package import Listed, contents

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def root_of(whole: Edition) -> etree._Element:
    of_all = library(whole)
    return etree.fromstring(chapter(of_all.editions[0], of_all, {}).data)


@settings(max_examples=settings().max_examples // 4)
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_a_chapter_is_sound(body: str) -> None:
    root = root_of(made(body, Annotation("نص", "[هنا](#heading-س) **شرح**")))
    ids = [str(each.get("id")) for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {unquote(link[1:]) for each in root.iter() if (link := each.get("href") or "").startswith("#")} <= set(ids)
    for each in root.iter(f"{XHTML}ul", f"{XHTML}ol"):
        assert {child.tag for child in each} <= {f"{XHTML}li"}
        assert not "".join([each.text or "", *(child.tail or "" for child in each)]).strip()
    within_words = (f"{XHTML}{tag}//{XHTML}p" for tag in ("p", "b", "a"))
    assert [path for path in within_words if root.find(f".//{path}") is not None] == []


def test_notes_are_footnotes_and_changes_are_listed() -> None:
    root = root_of(of_source(Annotation("روسيا", "دولة")))
    signs = [each for each in root.iter(f"{XHTML}a") if each.get(TYPE) == "noteref"]
    asides = {f"#{each.get('id')}" for each in root.iter(f"{XHTML}aside") if each.get(TYPE) == "footnote"}
    assert {str(each.get("href")) for each in signs} <= asides and asides
    headings = [str(each.text) for each in root.iter(f"{XHTML}h2")]
    assert headings == ["الحواشي", "التعريفات", "الإصلاحات", "مواضع مشكوك فيها لم تُغيَّر", "من أين جاء"]


def test_a_book_has_the_digits_and_the_calendars_of_the_site() -> None:
    of_all = library(of_source(Annotation("روسيا", "دولة 7")))
    site = replace(of_all.archive.site, digits="arab", calendars=("gregory", "umalqura"))
    of_site = replace(of_all, archive=replace(of_all.archive, site=site))
    root = etree.fromstring(chapter(of_site.editions[0], of_site, {}).data)
    [day] = root.iter(f"{XHTML}time")
    assert not re.search("[0-9]", day.text or "")
    assert f"({NEAR}" in (day.text or "")
    assert re.fullmatch(r"\d{4}(-\d\d)*", str(day.get("datetime")), re.ASCII)
    notes = [each for each in root.iter(f"{XHTML}aside") if each.get(TYPE) == "footnote"]
    assert any("حاشية ١" in "".join(map(str, each.itertext())) for each in notes)
    assert any("دولة 7" in "".join(map(str, each.itertext())) for each in notes)
    signs = ["".join(map(str, each.itertext())) for each in root.iter(f"{XHTML}a") if each.get(TYPE) == "noteref"]
    assert "١" in signs and "1" not in signs
    assert "١٤٤٥" in contents(site, [Listed("a.xhtml", "خبر", "ar", 1445)]).decode()


@pytest.mark.parametrize(
    ("tag", "around", "fits"),
    [
        ("p", ["div"], "p"),
        ("p", ["div", "b"], "span"),
        ("li", ["ul"], "li"),
        ("li", ["div"], "div"),
        ("b", ["ol"], "li"),
        ("a", ["a", "b"], "span"),
        ("hr", ["p"], "br"),
        ("dd", ["dl"], "div"),
        ("td", ["tr"], "td"),
        ("td", ["table"], "div"),
    ],
)
def test_what_may_not_stand_there_becomes_what_may(tag: str, around: list[str], fits: str) -> None:
    assert fitting(tag, around) == fits
