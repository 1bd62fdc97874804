"""SKOS: one scheme, no statement that a tool has to correct, the same in both formats, and of hidden concepts nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from edition.making import VOCABULARY
from pages.libraries import library, made
from warraq.archive.archive import Archive, Site
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.pages.exports.skos.graph import Iri, Text, vocabulary
from warraq.pages.exports.skos.json_ld import json_ld
from warraq.pages.exports.skos.turtle import turtle
from warraq.pages.page import Library
from warraq.pages.rights import publishable

WIDE = "https://archive.test/w/concepts/"
Stated = Mapping[str, list[Iri | Text]]


def of(*concepts: Concept) -> Library:
    known = Vocabulary({concept.id: concept for concept in concepts})
    return publishable(Archive(Site("أرشيف"), vocabulary=known), [], "https://archive.test/w", date(2027, 1, 1))


def stated(given: Library) -> dict[str, Stated]:
    found: dict[str, dict[str, list[Iri | Text]]] = {}
    for subject in vocabulary(given):
        values = found.setdefault(subject.iri.removeprefix(WIDE), {"a": [Text(subject.type)]})
        for name, value in subject.stated:
            values.setdefault(name, []).append(value)
    return dict(found)


def topic(id_: str, label: str = "موضوع", **values: object) -> Concept:
    return replace(Concept(id_, Scheme.TOPIC, {"ar": label}), **values)  # type: ignore[arg-type]  # of any field


def test_what_is_wider_and_narrower_is_said_from_both_sides() -> None:
    found = stated(
        of(topic("A"), topic("B", broader=("A",)), topic("C", broader=("B",), related=("A", "D")), topic("D"))
    )
    assert found["a/"]["skos:narrower"] == [Iri(f"{WIDE}b/")]
    assert found["b/"]["skos:broader"] == [Iri(f"{WIDE}a/")]
    assert "skos:related" not in found["a/"], "what is wider is not related besides"
    assert found["c/"]["skos:related"] == [Iri(f"{WIDE}d/")]
    assert found["d/"]["skos:related"] == [Iri(f"{WIDE}c/")]
    assert found[""]["skos:hasTopConcept"] == [Iri(f"{WIDE}a/"), Iri(f"{WIDE}d/")]
    assert found["a/"]["skos:topConceptOf"] == [Iri(WIDE)]


def test_a_name_is_preferred_or_another_one_and_not_both() -> None:
    labels = {"ar": ("الأمم المتحدة", "الامم", "الأمم", "الأمم")}
    found = stated(of(topic("UN", "الأمم المتحدة", alt_labels=labels)))["un/"]
    assert found["skos:prefLabel"] == [Text("الأمم المتحدة", "ar")]
    assert found["skos:altLabel"] == [Text("الامم", "ar"), Text("الأمم", "ar")]
    assert found["skos:hiddenLabel"] == [Text("الامم المتحده", "ar")], (
        "as it is typed; what is another name is none of these"
    )


def test_a_site_without_an_address_names_its_concepts_all_the_same() -> None:
    subjects = vocabulary(
        publishable(Archive(Site("أرشيف"), vocabulary=Vocabulary({"A": topic("A")})), [], "", date(2027, 1, 1))
    )
    assert [subject.iri for subject in subjects] == [
        "urn:warraq:vocabulary",
        "urn:warraq:vocabulary#topic",
        "urn:warraq:A",
    ]


def test_a_concept_that_only_a_draft_speaks_of_is_not_in_it() -> None:
    drafts = publishable(
        Archive(Site("أ"), vocabulary=VOCABULARY), [made(status="draft")], "https://archive.test/w", date(2027, 1, 1)
    )
    text = turtle(vocabulary(drafts)).decode()
    assert "روسيا" not in text
    assert "بحر قزوين" in text, "of which no text speaks"


def test_both_formats_escape_what_they_must() -> None:
    hostile = 'أ"\\\n\r\t\x00<b>\ud800@ar .'
    given = of(topic("A", hostile, alt_labels={"no tag!": ("ب",)}))
    text, data = turtle(vocabulary(given)).decode(), json.loads(json_ld(vocabulary(given)))
    assert r'"أ\u0022\u005C\u000A\u000D\u0009\u0000<b>' in text
    assert '"ب" .' in text or '"ب" ;' in text
    assert len(data["@graph"]) == 3
    assert json_ld(vocabulary(given)) == json_ld(vocabulary(given))


def test_what_is_known_elsewhere_is_an_exact_match() -> None:
    found = stated(library(made()))
    assert found["sco/"]["skos:exactMatch"] == [Iri("http://www.wikidata.org/entity/Q485207")]
    assert found["russia/"]["dct:source"] == [Iri("https://x.test/ru")]
