"""TEI: both texts come back letter by letter, every id is one, every pointer leads somewhere, and no element stands where TEI has none."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from edition.making import VOCABULARY, made, original, record
from edition.test_attribution import original_of
from edition.test_hostile_html import PIECES
from pages.exports.tei_reader import ID, TEI, texts
from pages.libraries import library
from pages.libraries import made as of_source
from warraq.archive.article import Annotation, Source
from warraq.archive.reading_article import read_article
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.pages.exports.tei.document import tei_file
from warraq.repair.fuzz import hostile_document, hostile_text
from warraq.repair.planning import plan

CHILDREN = {
    parent: frozenset(children.split())
    for parent, _, children in (
        line.partition(": ") for line in (Path(__file__).parent / "tei-children.txt").open(encoding="utf-8")
    )
}
"""Which elements may stand in which by TEI All (4.12), of those that we write; that the whole is valid is asked of jing (`audit`)."""
POINTERS = ("ref", "target", "targetEnd", "corresp", "resp", "ana", "who")


def document(whole: Edition) -> tuple[bytes, Edition]:
    """Give the document of what may be published of an edition, and that."""
    made_library = library(whole)
    public = made_library.editions[0]
    return tei_file(public, made_library).data, public


def check(whole: Edition) -> etree._Element:
    """Hold the promises for one edition."""
    data, public = document(whole)
    text, source = texts(data)
    assert text == public.text
    assert source == (public.original.text if public.original else None)
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    ids = [str(each.get(ID)) for each in root.iter() if each.get(ID)]
    assert len(ids) == len(set(ids))
    pointed = {
        word for each in root.iter() for name in POINTERS for word in (each.get(name) or "").split() if word[0] == "#"
    }
    assert pointed <= {f"#{id_}" for id_ in ids}
    assert [(parent, child) for parent, child in _children(root) if child not in CHILDREN[parent]] == []
    return root


def _children(root: etree._Element) -> Iterator[tuple[str, str]]:
    for each in root.iter():
        if (parent := each.getparent()) is not None:
            yield etree.QName(parent).localname, etree.QName(each).localname


def notes_on(text: str, chance: random.Random) -> Iterator[Annotation]:
    """Put notes on passages at random: they overlap, nest and go over the ends of paragraphs."""
    for _ in range(chance.randint(0, 5)):
        start = chance.randrange(len(text)) if text else 0
        if quote := text[start : start + chance.randint(1, 25)].strip():
            note = chance.choice(
                ["**شرح** [x](http://y.test/%zz?[a]#b#c)", "<p>a</p><ul><li>b</ul>", "a\n\n- b", "`x`"]
            )
            kind = chance.choice(["note", "context", "fact-check", "translation"])
            yield Annotation(
                quote, note, kind, author="زيد", lang="en", verdict="صحيح", links=("http://x.test/ ش", "كتاب")
            )


@settings(max_examples=settings().max_examples // 2)
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join), st.integers(0, 2**32))
def test_t_comes_back_whatever_an_author_writes(body: str, seed: int) -> None:
    bare = made(body)
    check(made(body, *notes_on(bare.text, random.Random(seed))))


@settings(max_examples=settings().max_examples // 4)
@given(st.integers(0, 2**32))
def test_o_comes_back_of_any_damaged_text(seed: int) -> None:
    chance = random.Random(seed)
    damaged = hostile_text(chance) if chance.random() < 0.6 else hostile_document(chance).text
    found = original_of(chance.choice(["", "<p>"]) + damaged, chance.choice(["x.txt", "x.html"]))
    planned = plan(found, VOCABULARY)
    article = read_article("content/articles/x.md", planned.article).article
    if article is None:
        return
    words = article.body.split(" ")
    words.insert(chance.randrange(len(words) + 1), chance.choice(["زيادة", ".", ""]))
    edited = replace(article, body=" ".join(words) if chance.random() < 0.5 else article.body)
    bare = edition(edited, found, planned.record, VOCABULARY)
    check(edition(replace(edited, annotations=tuple(notes_on(bare.text, chance))), found, planned.record, VOCABULARY))


@pytest.mark.parametrize(
    "sign", ["\0", "\x0b", "\x1f", "\x7f", "\x85", "\r", "\t", "\ufffe", "\uffff", "\u2028", "\ud800", "]]>", "&#0;"]
)
def test_what_xml_forbids_comes_back(sign: str) -> None:
    text = f"عنوان\nنص {sign} نص"
    whole = edition(replace(made("نص").article, original="x.txt"), original("x"), record("x"), VOCABULARY)
    found = replace(original("x"), text=text)
    data, _ = document(replace(whole, original=found))
    assert texts(data)[1] == text


def test_a_repair_says_what_stood_there_by_whom_and_why() -> None:
    root = check(of_source())
    choice = next(each for each in root.iter(f"{TEI}choice") if each.findtext(f"{TEI}sic") == "|")
    corr = choice.find(f"{TEI}corr")
    assert corr is not None
    by_id = {each.get(ID): each for each in root.iter() if each.get(ID)}
    assert corr.get("resp") == f"#{root.get(ID)}.warraq"
    assert by_id[str(corr.get("ana"))[1:]].tag == f"{TEI}category"
    place = by_id[str(choice.get("corresp"))[1:]]
    assert (place.tag, place.text) == (f"{TEI}seg", "|")


def test_an_edit_is_the_editors() -> None:
    done = of_source(body="قال بوتين. ثم زار منظمة شنغهاي للتعاون في روسيا\n\nوعاد عاد إلى عمان")
    root = check(done)
    edits = [each for each in root.iter(f"{TEI}choice") if str(_resp(each)).endswith(".editors")]
    assert [("".join(map(str, each[1].itertext())), each[0].text) for each in edits] == [("عمان", "أستانا")]


def _resp(choice: etree._Element) -> str | None:
    return choice[1].get("resp")


def test_a_doubt_has_its_rule_and_its_certainty() -> None:
    doubt = next(check(of_source()).iter(f"{TEI}unclear"))
    assert (doubt.get("reason"), doubt.get("cert"), "".join(map(str, doubt.itertext()))) == (
        "doubled-word",
        "low",
        "عاد عاد",
    )


def test_names_lead_to_what_stands_off() -> None:
    root = check(of_source())
    by_id = {each.get(ID): each for each in root.iter() if each.get(ID)}
    text = root.find(f"{TEI}text")
    assert text is not None
    named = {
        "".join(map(str, each.itertext())): etree.QName(by_id[str(each.get("ref"))[1:]]).localname
        for each in text.iter(f"{TEI}placeName", f"{TEI}orgName")
    }
    assert named == {"منظمة شنغهاي للتعاون": "org", "روسيا": "place", "أستانا": "place"}
    assert [each.text for each in root.iter(f"{TEI}idno") if each.get("type") == "Wikidata"] == [
        "http://www.wikidata.org/entity/Q485207"
    ]


def test_notes_that_cross_have_anchors() -> None:
    whole = made(
        "واحد اثنان ثلاثة\n\nأربعة",
        Annotation("واحد اثنان", "أ"),
        Annotation("اثنان ثلاثة", "ب"),
        Annotation("ثلاثة\nأربعة", "ج"),
    )
    root = check(whole)
    assert len([note for note in root.iter(f"{TEI}note") if note.get("targetEnd")]) == 2
    assert len(list(root.iter(f"{TEI}anchor"))) == 4


def test_an_original_that_is_private_is_not_in_it() -> None:
    data, public = document(of_source(originals="private", original="x.txt"))
    assert public.original is None
    assert texts(data)[1] is None
    assert "سطر محذوف" not in data.decode()


def test_an_excerpt_is_no_more_than_that() -> None:
    data, _ = document(of_source(source=Source("وكالة", rights="excerpt 2")))
    assert texts(data) == ("عنوان الخبر\nقال بوتين. …", None)
    assert 'status="restricted"' in data.decode()


def test_what_others_gave_it_stands_among_its_numbers() -> None:
    root = check(of_source(doi="10.1234/abc", ark="ark:12345/x8"))
    stated = {str(each.get("type")): each.text for each in root.iterfind(f".//{TEI}publicationStmt/{TEI}idno")}
    assert (stated["DOI"], stated["ARK"]) == ("10.1234/abc", "ark:12345/x8")
    assert str(stated["permanent"]).startswith("https://archive.test/w/a/")
    without = check(of_source()).iterfind(f".//{TEI}publicationStmt/{TEI}idno")
    assert {"DOI", "ARK"} & {str(each.get("type")) for each in without} == set()
