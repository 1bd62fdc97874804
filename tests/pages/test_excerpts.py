"""Of a text that may be published in part only, the library holds that part and nothing that quotes the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edition.making import VOCABULARY
from pages.libraries import made
from warraq.archive.archive import Archive, Site
from warraq.archive.article import Annotation, Settled, Source
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.record import Described, Evidence, Origin
from warraq.edition.edition import Edition
from warraq.pages.paragraph_ids import with_paragraph_ids
from warraq.pages.public_edition import without_source
from warraq.pages.rights import WholeLibrary, publishable


def library(edition: Edition, vocabulary: Vocabulary = VOCABULARY) -> WholeLibrary:
    name = edition.article.original or "x.txt"
    assert edition.original is not None and edition.record is not None
    archive = Archive(
        Site("ورّاق"),
        (edition.article,),
        originals={name: edition.original},
        records={name: edition.record},
        vocabulary=vocabulary,
    )
    return publishable(archive, (edition,), "", date(2027, 1, 1))


def published(edition: Edition, vocabulary: Vocabulary = VOCABULARY) -> Edition:
    [found] = library(edition, vocabulary).editions
    return found


def allowed(rights: str | None) -> Source:
    return Source("وكالة", rights=rights)


def test_an_excerpt_keeps_no_note_no_decision_no_mark_and_no_original() -> None:
    note = Annotation("أستانا", "ملاحظة تقتبس: سطر محذوف")
    whole = made(note, source=allowed("excerpt 3"), original="x.txt", settled=(Settled("doubled-word", "عاد عاد"),))
    assert whole.notes and any(mark.kind == "repair" for mark in whole.marks)
    found = published(whole)
    assert found.notes == () and found.article.annotations == () and found.article.settled == ()
    assert {mark.kind for mark in found.marks} <= {"mention"}
    assert found.original is None and found.article.original is None and found.machine_text is None
    assert found.record is not None and found.record.changes == () and found.record.doubts == ()
    reduced = library(whole).archive
    assert reduced.originals == {} and reduced.records == {}


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (0, ""),
        (1, "قال …"),
        (9, "قال بوتين. ثم زار منظمة شنغهاي للتعاون في روسيا"),
        (10, "قال بوتين. ثم زار منظمة شنغهاي للتعاون في روسيا\nوعاد …"),
        (13, "قال بوتين. ثم زار منظمة شنغهاي للتعاون في روسيا\nوعاد عاد إلى أستانا"),
        (99, "قال بوتين. ثم زار منظمة شنغهاي للتعاون في روسيا\nوعاد عاد إلى أستانا"),
    ],
)
def test_an_excerpt_has_exactly_its_words_and_an_ellipsis_where_a_line_is_cut(words: int, text: str) -> None:
    found = published(made(source=allowed(f"excerpt {words}")))
    assert found.text.partition("\n")[2] == text


def test_metadata_leave_the_title_alone() -> None:
    assert published(made(source=allowed("metadata"))).text == "عنوان الخبر"


def test_a_summary_stays_where_it_is_no_longer_than_the_excerpt() -> None:
    for summary, stays in (("كلمة وكلمة وثالثة", "كلمة وكلمة وثالثة"), ("كلمة وكلمة وثالثة ورابعة", None)):
        assert published(made(source=allowed("excerpt 3"), summary=summary)).article.summary == stays


def test_that_the_date_was_inferred_stays_known_without_the_words_that_it_rests_on() -> None:
    whole = made(source=allowed("excerpt 3"))
    assert whole.record is not None
    evidence = Evidence(start=0, end=3, quote="سطر محذوف", says="year")
    described = {
        "date": Described(value="2023-11-08", origin=Origin.INFERRED, evidence=(evidence,)),
        "title": Described(value="عنوان", origin=Origin.TEXT),
    }
    found = published(replace(whole, record=whole.record.model_copy(update={"described": described})))
    assert found.record is not None and list(found.record.described) == ["date"]
    assert found.record.described["date"].evidence == ()
    assert found.record.described["date"].origin is Origin.INFERRED


def test_the_rights_that_an_article_states_precede_those_of_its_source() -> None:
    agency = Concept("Agency", Scheme.ORGANISATION, {"ar": "وكالة"}, rights="metadata")
    vocabulary = Vocabulary({"Agency": agency})
    stated = published(made(source=allowed("excerpt 1")), vocabulary)
    of_source = published(made(source=allowed(None)), vocabulary)
    assert stated.text.endswith("\nقال …") and of_source.text == "عنوان الخبر"
    assert of_source.article.source is not None and of_source.article.source.rights == "metadata"


def test_a_text_that_may_be_published_whole_is_not_touched() -> None:
    for rights in (None, "full", "CC BY 4.0"):
        whole = made(source=allowed(rights))
        assert published(whole) == with_paragraph_ids(without_source(whole))


def test_pictures_of_a_text_that_is_not_published_whole_are_left_out() -> None:
    shown = '<p><img src="warraq:images/x/1.png" alt=""> <a href="../../images/x/%D8%A8.png">ب</a></p>'
    for rights, left in (("excerpt 99", set()), ("full", {"images/x/1.png", "images/x/ب.png"})):
        whole = made(source=allowed(rights))
        whole = replace(whole, sections=(replace(whole.sections[0], html=shown), *whole.sections[1:]))
        assert library(whole).pictures == left
